#include "client/attachments/files_model.h"

#include <QLocale>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/ui/table/table_roles.h"
#include "common/file_name.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 200;

QString iconOf(const v1::Attachment& attachment)
{
    const auto& type = attachment.content_type();
    if (type.starts_with("message/"))
        return QStringLiteral("mail");
    const std::string extension = fileExtension(attachment.name());
    if (extension.starts_with("xls") || extension == "csv" || extension == "ods")
        return QStringLiteral("file-spreadsheet");
    return type.starts_with("application/") || type.starts_with("text/") ? QStringLiteral("file-text")
                                                                         : QStringLiteral("paperclip");
}

constexpr qint64 kMebibyte = 1 << 20;

} // namespace

QString sizeText(qint64 bytes)
{
    const bool isWhole = bytes < kMebibyte || bytes % kMebibyte == 0;
    return QLocale().formattedDataSize(bytes, isWhole ? 0 : 1, QLocale::DataSizeTraditionalFormat);
}

FilesModel::FilesModel(const Workplace& workplace, AttachmentsApi& api, UploadQueue& uploads, QObject* parent)
    : QAbstractTableModel(parent), m_workplace(workplace), m_api(api), m_uploads(uploads)
{
    connect(&m_uploads, &UploadQueue::changed, this, &FilesModel::onUploads);
    connect(&m_uploads, &UploadQueue::stored, this, [this](const FilesParent& stored) {
        if (m_parent.takesIn(stored))
            reload();
    });
    connect(&workplace.feed, &ChangeFeed::changesArrived, this, [this](const QList<RecordChange>& changes) {
        for (const auto& change : changes) {
            const bool isOurs = (change.entity == QLatin1String("customer") && change.id == m_parent.customerId) ||
                                (change.entity == QLatin1String("activity") && change.id == m_parent.activityId);
            const bool isOfFiles = change.fields.contains(QStringLiteral("attachments")) ||
                                   change.fields.contains(QStringLiteral("activities"));
            if (isOurs && isOfFiles)
                return reload();
        }
    });
    connect(&workplace.feed, &ChangeFeed::stateChanged, this, [this] {
        if (m_workplace.feed.isOnline())
            reload();
    });
}

void FilesModel::show(const FilesParent& parent)
{
    if (parent == m_parent)
        return reload();
    m_parent = parent;
    beginResetModel();
    m_attachments.clear();
    m_uploadIds = m_uploads.idsIn(m_parent);
    m_isLoaded = false;
    endResetModel();
    reload();
}

void FilesModel::reload()
{
    m_call.cancel();
    if (m_parent.customerId == 0 && m_parent.activityId == 0)
        return;
    m_coming.clear();
    fetch({});
}

void FilesModel::fetch(const std::string& token)
{
    v1::ListAttachmentsRequest request;
    if (m_parent.activityId != 0)
        request.set_activity_id(m_parent.activityId);
    else
        request.set_customer_id(m_parent.customerId);
    request.set_with_activities(m_parent.activityId == 0);
    request.set_page_size(kPageSize);
    request.set_page_token(token);
    m_call =
        m_api.list(request, this, [this](const Outcome<v1::ListAttachmentsResponse>& outcome) { onPage(outcome); });
}

void FilesModel::onPage(const Outcome<v1::ListAttachmentsResponse>& outcome)
{
    if (!outcome.isOk()) {
        emit loadFailed(outcome.error());
        return;
    }
    m_coming.insert(m_coming.end(), outcome->attachments().begin(), outcome->attachments().end());
    m_maxBytes = outcome->max_size_bytes();
    if (!outcome->next_page_token().empty())
        return fetch(outcome->next_page_token());
    beginResetModel();
    m_attachments = std::move(m_coming);
    m_coming.clear();
    m_isLoaded = true;
    endResetModel();
    emit loaded();
}

void FilesModel::onUploads()
{
    auto ids = m_uploads.idsIn(m_parent);
    if (ids != m_uploadIds) {
        beginResetModel();
        m_uploadIds = std::move(ids);
        endResetModel();
    } else if (uploadRows() > 0) {
        emit dataChanged(index(0, 0), index(uploadRows() - 1, ColumnCount - 1));
    }
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : uploadRows() + storedCount();
}

int FilesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto* upload = uploadAt(index.row()))
        return uploadData(*upload, index.column(), role);
    if (const auto* attachment = attachmentAt(index.row()))
        return attachmentData(*attachment, index.column(), role);
    return {}; // one that has just left the queue
}

QVariant FilesModel::uploadData(const Upload& upload, int column, int role) const
{
    const bool isRefused = upload.state == Upload::State::Refused;
    if (role == CellToneRole)
        return int(isRefused ? CellTone::Error : CellTone::Quiet);
    if (role == Qt::ToolTipRole && isRefused)
        return errorText(upload.error);
    if (column == Name && role == IconNameRole)
        return isRefused ? QStringLiteral("circle-alert") : QStringLiteral("upload");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return QString::fromStdString(upload.announced.name());
    case Size:
        return sizeText(upload.sizeBytes);
    case Who:
        switch (upload.state) {
        case Upload::State::Waiting:
            return tr("Waiting");
        case Upload::State::Sending:
            return tr("Sending %1 %").arg(UploadQueue::percent(upload));
        case Upload::State::CutOff:
            return tr("Interrupted, will be sent again");
        case Upload::State::Refused:
            return tr("Not accepted");
        }
        return {};
    default:
        return {};
    }
}

QVariant FilesModel::attachmentData(const v1::Attachment& attachment, int column, int role) const
{
    if (role == RowIdRole)
        return static_cast<qlonglong>(attachment.id());
    if (role == Qt::ToolTipRole && attachment.has_macros())
        return tr("This document contains programs (macros). Open it only if you know who it is from.");
    if (column == Name && role == IconNameRole)
        return attachment.has_macros() ? QStringLiteral("triangle-alert") : iconOf(attachment);
    if (column == Name && role == SuffixRole && attachment.has_activity_id() && m_parent.activityId == 0)
        return tr("of a talk");
    if (column == Name && role == CellToneRole && attachment.has_macros())
        return int(CellTone::Warn);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Name:
        return QString::fromStdString(attachment.name());
    case Size:
        return sizeText(attachment.size_bytes());
    case Who:
        return m_workplace.directory.fullName(attachment.uploader_user_id());
    case When:
        return shortMoment(officeTime(attachment.create_time()), officeNow());
    default:
        return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("File");
    case Size:
        return tr("Size");
    case Who:
        return tr("Added by");
    case When:
        return tr("Added");
    default:
        return {};
    }
}

const v1::Attachment* FilesModel::attachmentAt(int row) const
{
    const int place = row - uploadRows();
    return place < 0 || place >= storedCount() ? nullptr : &m_attachments[static_cast<std::size_t>(place)];
}

const v1::Attachment* FilesModel::find(qint64 attachmentId) const
{
    const auto found = std::ranges::find(m_attachments, attachmentId, [](const auto& one) { return one.id(); });
    return found == m_attachments.end() ? nullptr : &*found;
}

const Upload* FilesModel::uploadAt(int row) const
{
    return row < 0 || row >= uploadRows() ? nullptr : m_uploads.find(m_uploadIds[static_cast<std::size_t>(row)]);
}

} // namespace banhang::client
