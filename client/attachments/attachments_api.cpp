#include "client/attachments/attachments_api.h"

namespace banhang::client {

CallHandle AttachmentsApi::list(const v1::ListAttachmentsRequest& request, QObject* receiver,
                                Handler<v1::ListAttachmentsResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::upload(std::shared_ptr<MessageSource> source, QObject* receiver,
                                  Handler<v1::Attachment> handler)
{
    return rpc().upload(methodOf<v1::UploadAttachmentRequest, v1::Attachment>(), std::move(source), receiver,
                        std::move(handler));
}

CallHandle AttachmentsApi::findUpload(const std::string& requestId, QObject* receiver, Handler<v1::Upload> handler)
{
    v1::GetUploadRequest request;
    request.set_upload_request_id(requestId);
    return ask(request, receiver, std::move(handler));
}

void AttachmentsApi::cancelUpload(const std::string& requestId)
{
    v1::CancelUploadRequest request;
    request.set_upload_request_id(requestId);
    ask<v1::CancelUploadRequest, v1::Upload>(request, &rpc(), [](const Outcome<v1::Upload>&) {}).release();
}

CallHandle AttachmentsApi::download(const v1::DownloadAttachmentRequest& request, std::shared_ptr<MessageSink> sink,
                                    QObject* receiver, std::function<void(std::optional<AppError>)> onEnd)
{
    return rpc().download(methodOf<v1::DownloadAttachmentRequest, v1::DownloadAttachmentResponse>(), request,
                          std::move(sink), receiver, std::move(onEnd));
}

CallHandle AttachmentsApi::rename(const v1::Attachment& attachment, const QString& name, QObject* receiver,
                                  Handler<v1::Attachment> handler)
{
    v1::UpdateAttachmentRequest request;
    request.mutable_attachment()->set_id(attachment.id());
    request.mutable_attachment()->set_version(attachment.version());
    request.mutable_attachment()->set_name(name.toStdString());
    request.mutable_update_mask()->add_paths("name");
    return ask(request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::moveToBin(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler)
{
    v1::DeleteAttachmentRequest request;
    request.set_attachment_id(attachmentId);
    return ask(request, receiver, std::move(handler));
}

CallHandle AttachmentsApi::restore(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler)
{
    v1::UndeleteAttachmentRequest request;
    request.set_attachment_id(attachmentId);
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
