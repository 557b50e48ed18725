#include "server/attachments/download_stream.h"

#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/status_codec.h"
#include "server/attachments/attachment_handling.h"
#include "server/attachments/content_store.h"

namespace banhang::server {

DownloadStream::DownloadStream(grpc::CallbackServerContext& context, const v1::DownloadAttachmentRequest& request,
                               const AttachmentParts& parts)
    : m_parts(parts),
      m_caller(context, m_parts.callers),
      m_attachmentId(request.attachment_id()),
      m_offset(request.offset_bytes())
{
}

void DownloadStream::start() noexcept
{
    try {
        m_caller.demandDeadline();
        m_caller.begin();
        ask();
    } catch (const AppError& error) {
        fail(error);
    }
}

void DownloadStream::ask()
{
    m_caller.renewPatience();
    m_parts.app.post(this);
}

void DownloadStream::run(ConnectionSlot& slot) noexcept
{
    try {
        readPiece(slot);
        StartWrite(&m_piece);
    } catch (...) {
        fail(m_caller.errorOf(std::current_exception()));
    }
}

void DownloadStream::readPiece(ConnectionSlot& slot)
{
    const auto mode = m_noted ? Tx::Mode::ReadOnly : Tx::Mode::ReadWrite;
    m_caller.transact(slot, mode, [&](Call& call) {
        const StoredAttachment stored = visibleAttachment(call, m_attachmentId);
        m_size = stored.attachment.size_bytes();
        if (m_offset < 0 || m_offset > m_size)
            throwInvalidField("offset_bytes", "attachment.offset_outside");
        m_piece.Clear();
        if (!m_noted) {
            *m_piece.mutable_attachment() = stored.attachment;
            recordDownload(call, stored.attachment);
        }
        const int ordinal = static_cast<int>(m_offset / kPieceBytes);
        const auto skipped = static_cast<std::size_t>(m_offset % kPieceBytes);
        if (m_offset < m_size)
            m_piece.set_data(server::readPiece(call, stored.contentId, ordinal).substr(skipped));
    });
    m_noted = true;
    m_offset += static_cast<std::int64_t>(m_piece.data().size());
    if (m_piece.data().empty() && m_offset < m_size)
        throw std::logic_error("a piece of a file is missing");
}

void DownloadStream::OnWriteDone(bool ok)
{
    if (!ok) {
        Finish(grpc::Status::CANCELLED);
    } else if (m_offset < m_size) {
        ask();
    } else {
        spdlog::info("event=file.sent call={} user={} attachment={}", m_caller.id(), m_caller.caller().userId,
                     m_attachmentId);
        Finish(grpc::Status::OK);
    }
}

void DownloadStream::fail(const AppError& error)
{
    Finish(toStatus(error));
}

} // namespace banhang::server
