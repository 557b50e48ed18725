#include "client/attachments/file_ends.h"

#include <QCryptographicHash>

#include "common/error.h"

namespace banhang::client {

namespace {

constexpr qint64 kPieceBytes = 256LL * 1024;

AppError unreadable(const QString& path)
{
    return AppError(ErrorCode::Refused, "file.not_readable", {{"path", path.toStdString()}});
}

AppError unwritable(const QString& path)
{
    return AppError(ErrorCode::Refused, "file.not_writable", {{"path", path.toStdString()}});
}

std::string digestOf(QFile& file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPieceBytes);
        if (piece.isEmpty())
            break;
        hash.addData(piece);
    }
    return hash.result().toStdString();
}

} // namespace

FileSource::FileSource(const QString& path, v1::Attachment announced, std::string requestId, qint64 offset)
    : m_file(path), m_announced(std::move(announced)), m_requestId(std::move(requestId)), m_sent(offset)
{
}

bool FileSource::next(google::protobuf::Message& message)
{
    auto& request = static_cast<v1::UploadAttachmentRequest&>(message);
    if (!m_isAnnounced) {
        announce(request);
        return true;
    }
    const QByteArray piece = m_file.read(kPieceBytes);
    if (piece.isEmpty() && m_file.error() != QFileDevice::NoError)
        throw unreadable(m_file.fileName());
    request.set_data(piece.constData(), static_cast<std::size_t>(piece.size()));
    m_sent += piece.size();
    return !piece.isEmpty();
}

void FileSource::announce(v1::UploadAttachmentRequest& request)
{
    if (!m_file.open(QIODevice::ReadOnly))
        throw unreadable(m_file.fileName());
    m_announced.set_size_bytes(m_file.size());
    m_announced.set_sha256(digestOf(m_file));
    m_file.seek(m_sent);
    *request.mutable_attachment() = m_announced;
    request.set_request_id(m_requestId);
    request.set_offset_bytes(m_sent);
    m_isAnnounced = true;
}

FileSink::FileSink(QString path) : m_path(std::move(path)), m_file(m_path + QStringLiteral(".part")) {}

FileSink::~FileSink()
{
    if (!m_isFinished)
        m_file.remove();
}

void FileSink::take(const google::protobuf::Message& message)
{
    const auto& piece = static_cast<const v1::DownloadAttachmentResponse&>(message);
    if (piece.has_attachment())
        m_attachment = piece.attachment();
    const QIODevice::OpenMode mode = m_received > 0 ? QIODevice::Append : QIODevice::Truncate;
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | mode))
        throw unwritable(m_path);
    const auto size = static_cast<qint64>(piece.data().size());
    if (m_file.write(piece.data().data(), size) != size)
        throw unwritable(m_path);
    m_digest.addData(QByteArrayView(piece.data().data(), size));
    m_received += size;
}

void FileSink::finish()
{
    if (!m_file.flush())
        throw unwritable(m_path);
    if (m_received != m_attachment.size_bytes() || m_digest.result().toStdString() != m_attachment.sha256())
        throw AppError(ErrorCode::Unavailable, "attachment.damaged");
    m_file.close();
    QFile::remove(m_path);
    if (!m_file.rename(m_path))
        throw unwritable(m_path);
    m_isFinished = true;
}

} // namespace banhang::client
