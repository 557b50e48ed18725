// The files of one customer or activity in a table: those on their way first, then those that are there, newest first.
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "client/attachments/upload_queue.h"
#include "client/core/change_feed.h"
#include "client/core/workplace.h"

namespace banhang::client {

/// Loads all pages one after the other: a parent has few files. Thread: UI.
class FilesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Who, When, ColumnCount };

    FilesModel(const Workplace& workplace, AttachmentsApi& api, UploadQueue& uploads, QObject* parent = nullptr);

    void show(const FilesParent& parent);
    void reload();
    const FilesParent& shownParent() const { return m_parent; }
    UploadQueue& uploads() { return m_uploads; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null for a row that is on its way.
    const v1::Attachment* attachmentAt(int row) const;
    /// Null for one that is not, or no longer, among them.
    const v1::Attachment* find(qint64 attachmentId) const;
    /// Null for a row that is there.
    const Upload* uploadAt(int row) const;
    int storedCount() const { return static_cast<int>(m_attachments.size()); }
    bool isLoaded() const { return m_isLoaded; }
    /// The largest file that the server takes; 0 = not known yet.
    qint64 maxBytes() const { return m_maxBytes; }

signals:
    void loaded();
    void loadFailed(const banhang::AppError& error);

private:
    void fetch(const std::string& token);
    void onPage(const Outcome<v1::ListAttachmentsResponse>& outcome);
    void onUploads();
    int uploadRows() const { return static_cast<int>(m_uploadIds.size()); }
    QVariant uploadData(const Upload& upload, int column, int role) const;
    QVariant attachmentData(const v1::Attachment& attachment, int column, int role) const;

    Workplace m_workplace;
    AttachmentsApi& m_api;
    UploadQueue& m_uploads;
    FilesParent m_parent;
    std::vector<v1::Attachment> m_coming; ///< pages of a reload, shown when all are there
    std::vector<v1::Attachment> m_attachments;
    std::vector<quint64> m_uploadIds; ///< of the rows on their way
    qint64 m_maxBytes = 0;
    bool m_isLoaded = false;
    CallHandle m_call;
};

/// "1,4 MB".
QString sizeText(qint64 bytes);

} // namespace banhang::client
