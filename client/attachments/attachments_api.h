// Every call about files; the only file of the client that names these methods.
#pragma once

#include <functional>
#include <memory>

#include "banhang/v1/attachments.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// All functions: `handler` runs in the UI thread unless the handle is dropped or `receiver` is gone; errors as the
/// contract says. Writes without a `request_id` get one.
class AttachmentsApi final
{
public:
    template <typename Reply>
    using Handler = std::function<void(Outcome<Reply>)>;

    explicit AttachmentsApi(RpcClient& rpc) : m_rpc(rpc) {}

    CallHandle list(const v1::ListAttachmentsRequest& request, QObject* receiver,
                    Handler<v1::ListAttachmentsResponse> handler);
    /// `source` gives the announcement first, then the bytes.
    CallHandle upload(std::shared_ptr<MessageSource> source, QObject* receiver, Handler<v1::Attachment> handler);
    CallHandle download(const v1::DownloadAttachmentRequest& request, std::shared_ptr<MessageSink> sink,
                        QObject* receiver, std::function<void(std::optional<AppError>)> onEnd);
    CallHandle rename(const v1::Attachment& attachment, const QString& name, QObject* receiver,
                      Handler<v1::Attachment> handler);
    CallHandle moveToBin(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler);
    CallHandle restore(qint64 attachmentId, QObject* receiver, Handler<v1::Attachment> handler);

private:
    RpcClient& m_rpc;
};

} // namespace banhang::client
