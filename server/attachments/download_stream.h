// One file on its way out, piece after piece from the database.
#pragma once

#include <grpcpp/support/server_callback.h>

#include "banhang/v1/attachments.pb.h"
#include "server/attachments/attachment_parts.h"
#include "server/core/call/stream_caller.h"

namespace banhang::server {

/// Holds one piece; the next one is read when the client has taken the last, and with rights asked anew.
/// Owner: itself; it ends in OnDone, which cannot come before Finish was called.
class DownloadStream final : public grpc::ServerWriteReactor<v1::DownloadAttachmentResponse>, private DatabaseTask
{
public:
    DownloadStream(grpc::CallbackServerContext& context, const v1::DownloadAttachmentRequest& request,
                   const AttachmentParts& parts);

    void start() noexcept;

private:
    void run(ConnectionSlot& slot) noexcept override;
    void refuse(const AppError& error) noexcept override { fail(error); }
    std::chrono::steady_clock::time_point deadline() const override { return m_caller.deadline(); }
    void OnWriteDone(bool ok) override;
    void OnDone() override { delete this; }

    void ask();
    void readPiece(ConnectionSlot& slot);
    void fail(const AppError& error);

    const AttachmentParts m_parts;
    StreamCaller m_caller;
    const std::int64_t m_attachmentId;
    std::int64_t m_offset;
    std::int64_t m_size = 0;
    bool m_noted = false;
    v1::DownloadAttachmentResponse m_piece;
};

} // namespace banhang::server
