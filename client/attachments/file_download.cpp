#include "client/attachments/file_download.h"

#include "client/attachments/file_ends.h"

namespace banhang::client {

namespace {

constexpr int kTickMs = 100;
constexpr int kAgainMs = 1000;
constexpr int kMaxTries = 10;

/// The line, or a server that is busy.
bool isOfTheMoment(const AppError& error)
{
    return error.code() == ErrorCode::Unavailable || error.code() == ErrorCode::Throttled;
}

} // namespace

FileDownload::FileDownload(AttachmentsApi& api, v1::Attachment attachment, const QString& path, QObject* parent)
    : QObject(parent),
      m_api(api),
      m_attachment(std::move(attachment)),
      m_path(path),
      m_sink(std::make_shared<FileSink>(path))
{
    m_ticks.setInterval(kTickMs);
    connect(&m_ticks, &QTimer::timeout, this, &FileDownload::progressed);
}

FileDownload::~FileDownload() = default;

qint64 FileDownload::receivedBytes() const
{
    return m_sink->receivedBytes();
}

void FileDownload::start()
{
    ++m_tries;
    v1::DownloadAttachmentRequest request;
    request.set_attachment_id(m_attachment.id());
    request.set_offset_bytes(m_sink->receivedBytes());
    m_call = m_api.download(request, m_sink, this, [this](const std::optional<AppError>& error) { onEnd(error); });
    m_ticks.start();
}

void FileDownload::onEnd(const std::optional<AppError>& error)
{
    m_ticks.stop();
    if (error && isOfTheMoment(*error) && m_tries < kMaxTries) {
        QTimer::singleShot(kAgainMs, this, &FileDownload::start);
        return;
    }
    if (error)
        return emit failed(*error);
    try {
        m_sink->finish();
    } catch (const AppError& problem) {
        return emit failed(problem);
    }
    emit finished();
}

} // namespace banhang::client
