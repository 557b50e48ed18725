// Files on their way to the server: a few at once, each with its progress; one that the network cut off goes on by
// itself where it was cut.
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <vector>

#include "client/attachments/attachments_api.h"
#include "client/attachments/files_parent.h"
#include "client/core/workplace.h"

namespace banhang::client {

class FileSource;

/// One file as it stands.
struct Upload
{
    enum class State {
        Waiting, ///< for its turn
        Sending,
        CutOff, ///< no server, or none that has time; goes on by itself
        Refused ///< needs the person: another file, a smaller one
    };
    quint64 id = 0;
    qint64 userId = 0; ///< who added it: under nobody else's name it is sent
    FilesParent parent;
    QString path;
    v1::Attachment announced;
    std::string requestId; ///< the same for every try, so that the server goes on with it and doubles nothing
    State state = State::Waiting;
    int tries = 0;
    qint64 sizeBytes = 0;
    bool isOwnCopy = false; ///< a file of ours for something pasted: removed afterwards
    std::shared_ptr<FileSource> source;
    CallHandle call;
    AppError error{ErrorCode::Internal, ""};
};

/// One for all windows, which may close while files go on. Who signs out leaves what is not sent to his next session.
/// Thread: UI. Reading and digests happen in gRPC's threads.
class UploadQueue final : public QObject
{
    Q_OBJECT
public:
    explicit UploadQueue(const Workplace& workplace, QObject* parent = nullptr);
    ~UploadQueue() override;

    void add(const QString& path, const FilesParent& parent);
    /// A file at a `scratchPath`, which is removed afterwards.
    void addOwnCopy(const QString& path, const FilesParent& parent, const std::string& name);
    /// A place for a copy that lives as long as it is needed here; each time another one.
    QString scratchPath();
    /// Stops it, or takes away one that was refused.
    void cancel(quint64 id);
    /// A refused one, once more.
    void retry(quint64 id);
    /// The server is there again: those that were cut off go now.
    void resume();

    int count() const { return static_cast<int>(m_uploads.size()); }
    const Upload& at(int index) const { return *m_uploads[static_cast<std::size_t>(index)]; }
    /// Null for one that has gone.
    const Upload* find(quint64 id) const { return uploadOf(id); }
    /// Those of who is signed in that are listed with the files of `parent`, in their order.
    std::vector<quint64> idsIn(const FilesParent& parent) const;
    /// How many will get there if they are left time, whoever added them.
    int onTheirWay() const;
    /// 0..100.
    static int percent(const Upload& upload);

signals:
    /// Came, went, changed its state or moved on.
    void changed();
    void stored(const banhang::client::FilesParent& parent);
    void refused(const banhang::client::FilesParent& parent, const QString& name, const banhang::AppError& error);
    /// What was asked for in a list of files that has closed since.
    void actFailed(const QString& strong, const banhang::AppError& error);

private:
    void take(const QString& path, const FilesParent& parent, const std::string& name, bool isOwnCopy);
    Upload* uploadOf(quint64 id) const;
    bool isOfNow(const Upload& upload) const;
    void pause();
    void startSome();
    void start(Upload& upload);
    void send(Upload& upload, qint64 offset);
    void onFailure(Upload& upload, const AppError& error);
    void onAnswer(quint64 id, const Outcome<v1::Attachment>& outcome);
    void remove(quint64 id);

    Workplace m_workplace;
    AttachmentsApi m_api;
    QTemporaryDir m_scratch; ///< gone with this
    int m_scratchCount = 0;
    std::vector<std::unique_ptr<Upload>> m_uploads;
    QTimer m_ticks;
    QTimer m_again;
    quint64 m_lastId = 0;
};

} // namespace banhang::client
