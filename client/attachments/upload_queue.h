// Files on their way to the server: a few at once, each with its progress; one that the network cut off goes on by
// itself where it was cut.
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

#include "client/attachments/attachments_api.h"

namespace banhang::client {

class FileSource;

/// One file as it stands.
struct Upload
{
    enum class State {
        Waiting, ///< for its turn
        Sending,
        CutOff, ///< no server; goes on by itself
        Refused ///< needs the person: another file, a smaller one
    };
    quint64 id = 0;
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

/// Thread: UI. Reading and digests happen in gRPC's threads.
class UploadQueue final : public QObject
{
    Q_OBJECT
public:
    explicit UploadQueue(AttachmentsApi& api, QObject* parent = nullptr);
    ~UploadQueue() override;

    /// `announced`: parent, and the name if it is not that of the file.
    void add(const QString& path, v1::Attachment announced, bool isOwnCopy = false);
    /// Stops it, or takes away one that was refused.
    void cancel(quint64 id);
    /// A refused one, once more.
    void retry(quint64 id);
    /// The server is there again: those that were cut off go now.
    void resume();

    int count() const { return static_cast<int>(m_uploads.size()); }
    const Upload& at(int index) const { return *m_uploads[static_cast<std::size_t>(index)]; }
    /// 0..100.
    static int percent(const Upload& upload);

signals:
    /// Came, went, changed its state or moved on.
    void changed();
    void stored(const banhang::v1::Attachment& attachment);
    void refused(const QString& name, const banhang::AppError& error);

private:
    Upload* find(quint64 id);
    void startSome();
    void start(Upload& upload);
    void send(Upload& upload, qint64 offset);
    void onFailure(Upload& upload, const AppError& error);
    void onAnswer(quint64 id, const Outcome<v1::Attachment>& outcome);
    void remove(quint64 id);

    AttachmentsApi& m_api;
    std::vector<std::unique_ptr<Upload>> m_uploads;
    QTimer m_ticks;
    QTimer m_again;
    quint64 m_lastId = 0;
};

} // namespace banhang::client
