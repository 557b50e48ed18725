#include "client/attachments/attachments_api.h"

namespace banhang::client {

CallHandle AttachmentsApi::list(const v1::ListAttachmentsRequest& request, QObject* receiver,
                                Handler<v1::ListAttachmentsResponse> handler)
{
    static const Method<v1::ListAttachmentsRequest, v1::ListAttachmentsResponse> method(
        "banhang.v1.AttachmentsService.ListAttachments");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::upload(std::shared_ptr<MessageSource> source, QObject* receiver,
                                  Handler<v1::Attachment> handler)
{
    static const Method<v1::UploadAttachmentRequest, v1::Attachment> method(
        "banhang.v1.AttachmentsService.UploadAttachment");
    return m_rpc.upload(method, std::move(source), receiver, std::move(handler));
}

CallHandle AttachmentsApi::download(const v1::DownloadAttachmentRequest& request, std::shared_ptr<MessageSink> sink,
                                    QObject* receiver, std::function<void(std::optional<AppError>)> onEnd)
{
    static const Method<v1::DownloadAttachmentRequest, v1::DownloadAttachmentResponse> method(
        "banhang.v1.AttachmentsService.DownloadAttachment");
    return m_rpc.download(method, request, std::move(sink), receiver, std::move(onEnd));
}

CallHandle AttachmentsApi::rename(const v1::Attachment& attachment, const QString& name, QObject* receiver,
                                  Handler<v1::Attachment> handler)
{
    static const Method<v1::UpdateAttachmentRequest, v1::Attachment> method(
        "banhang.v1.AttachmentsService.UpdateAttachment");
    v1::UpdateAttachmentRequest request;
    request.mutable_attachment()->set_id(attachment.id());
    request.mutable_attachment()->set_version(attachment.version());
    request.mutable_attachment()->set_name(name.toStdString());
    request.mutable_update_mask()->add_paths("name");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::moveToBin(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler)
{
    static const Method<v1::DeleteAttachmentRequest, v1::Attachment> method(
        "banhang.v1.AttachmentsService.DeleteAttachment");
    v1::DeleteAttachmentRequest request;
    request.set_attachment_id(attachmentId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::restore(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler)
{
    static const Method<v1::UndeleteAttachmentRequest, v1::Attachment> method(
        "banhang.v1.AttachmentsService.UndeleteAttachment");
    v1::UndeleteAttachmentRequest request;
    request.set_attachment_id(attachmentId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
