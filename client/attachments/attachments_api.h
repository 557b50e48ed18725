// Every call about files; the only file of the client that makes them.
#pragma once

#include <functional>
#include <memory>

#include "banhang/v1/attachments.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class AttachmentsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle list(const v1::ListAttachmentsRequest& request, QObject* receiver,
                    Handler<v1::ListAttachmentsResponse> handler);
    /// `source` gives the announcement first, then the bytes.
    CallHandle upload(std::shared_ptr<MessageSource> source, QObject* receiver, Handler<v1::Attachment> handler);
    /// How far one has come that was cut off.
    CallHandle findUpload(const std::string& requestId, QObject* receiver, Handler<v1::Upload> handler);
    /// Goes on by itself: nobody waits for the answer.
    void cancelUpload(const std::string& requestId);
    CallHandle download(const v1::DownloadAttachmentRequest& request, std::shared_ptr<MessageSink> sink,
                        QObject* receiver, std::function<void(std::optional<AppError>)> onEnd);
    CallHandle rename(const v1::Attachment& attachment, const QString& name, QObject* receiver,
                      Handler<v1::Attachment> handler);
    CallHandle moveToBin(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler);
    CallHandle restore(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler);
};

} // namespace banhang::client
