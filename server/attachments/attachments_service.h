// AttachmentsService on the wire.
#pragma once

#include "banhang/v1/attachments.grpc.pb.h"
#include "server/attachments/attachment_parts.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Thread: any. Owner: `calls`, `signer` and the parts must outlive it and its streams.
class AttachmentsService final : public v1::AttachmentsService::CallbackService
{
public:
    AttachmentsService(CallRunner& calls, const TokenSigner& signer, AttachmentParts parts);
    ~AttachmentsService() override;

    grpc::ServerReadReactor<v1::UploadAttachmentRequest>* UploadAttachment(grpc::CallbackServerContext* context,
                                                                           v1::Attachment* response) override;
    grpc::ServerUnaryReactor* GetUpload(grpc::CallbackServerContext* context, const v1::GetUploadRequest* request,
                                        v1::Upload* response) override;
    grpc::ServerUnaryReactor* CancelUpload(grpc::CallbackServerContext* context, const v1::CancelUploadRequest* request,
                                           v1::Upload* response) override;
    grpc::ServerWriteReactor<v1::DownloadAttachmentResponse>*
    DownloadAttachment(grpc::CallbackServerContext* context, const v1::DownloadAttachmentRequest* request) override;
    grpc::ServerUnaryReactor* ListAttachments(grpc::CallbackServerContext* context,
                                              const v1::ListAttachmentsRequest* request,
                                              v1::ListAttachmentsResponse* response) override;
    grpc::ServerUnaryReactor* UpdateAttachment(grpc::CallbackServerContext* context,
                                               const v1::UpdateAttachmentRequest* request,
                                               v1::Attachment* response) override;
    grpc::ServerUnaryReactor* DeleteAttachment(grpc::CallbackServerContext* context,
                                               const v1::DeleteAttachmentRequest* request,
                                               v1::Attachment* response) override;
    grpc::ServerUnaryReactor* UndeleteAttachment(grpc::CallbackServerContext* context,
                                                 const v1::UndeleteAttachmentRequest* request,
                                                 v1::Attachment* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
    const AttachmentParts m_parts;
};

} // namespace banhang::server
