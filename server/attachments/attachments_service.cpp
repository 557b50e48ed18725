#include "server/attachments/attachments_service.h"

#include "server/attachments/attachment_handling.h"
#include "server/attachments/download_stream.h"
#include "server/attachments/upload_stream.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

AttachmentsService::AttachmentsService(CallRunner& calls, const TokenSigner& signer, AttachmentParts parts)
    : m_calls(calls), m_signer(signer), m_parts(std::move(parts))
{
}

AttachmentsService::~AttachmentsService() = default;

grpc::ServerReadReactor<v1::UploadAttachmentRequest>*
AttachmentsService::UploadAttachment(CallbackServerContext* context, v1::Attachment* response)
{
    auto* stream = new UploadStream(*context, *response, m_parts);
    stream->start();
    return stream;
}

ServerUnaryReactor* AttachmentsService::GetUpload(CallbackServerContext* context, const v1::GetUploadRequest* request,
                                                  v1::Upload* response)
{
    return m_calls.read(context, "AttachmentsService.GetUpload", request, response, showUpload);
}

ServerUnaryReactor* AttachmentsService::CancelUpload(CallbackServerContext* context,
                                                     const v1::CancelUploadRequest* request, v1::Upload* response)
{
    return m_calls.write(context, "AttachmentsService.CancelUpload", request, response, cancelUpload);
}

grpc::ServerWriteReactor<v1::DownloadAttachmentResponse>*
AttachmentsService::DownloadAttachment(CallbackServerContext* context, const v1::DownloadAttachmentRequest* request)
{
    auto* stream = new DownloadStream(*context, *request, m_parts);
    stream->start();
    return stream;
}

ServerUnaryReactor* AttachmentsService::ListAttachments(CallbackServerContext* context,
                                                        const v1::ListAttachmentsRequest* request,
                                                        v1::ListAttachmentsResponse* response)
{
    return m_calls.read(context, "AttachmentsService.ListAttachments", request, response,
                        [this](Call& call, const v1::ListAttachmentsRequest& wanted, auto& reply) {
                            listAttachmentsOf(call, m_signer, m_parts.maxBytes, wanted, reply);
                        });
}

ServerUnaryReactor* AttachmentsService::UpdateAttachment(CallbackServerContext* context,
                                                         const v1::UpdateAttachmentRequest* request,
                                                         v1::Attachment* response)
{
    return m_calls.write(context, "AttachmentsService.UpdateAttachment", request, response, saveAttachmentChanges);
}

ServerUnaryReactor* AttachmentsService::DeleteAttachment(CallbackServerContext* context,
                                                         const v1::DeleteAttachmentRequest* request,
                                                         v1::Attachment* response)
{
    return m_calls.write(context, "AttachmentsService.DeleteAttachment", request, response, binAttachment);
}

ServerUnaryReactor* AttachmentsService::UndeleteAttachment(CallbackServerContext* context,
                                                           const v1::UndeleteAttachmentRequest* request,
                                                           v1::Attachment* response)
{
    return m_calls.write(context, "AttachmentsService.UndeleteAttachment", request, response, unbinAttachment);
}

} // namespace banhang::server
