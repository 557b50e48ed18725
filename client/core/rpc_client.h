// The one way by which the client calls the server; results arrive in the UI thread.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

#include "client/core/message_stream.h"
#include "client/core/outcome.h"
#include "client/core/rpc_method.h"

namespace grpc {
class Channel;
}

namespace banhang::client {

class RpcClient;

/// Hold it as long as the answer is wanted: dropping it cancels the call and the handler will never run.
/// Dropping it after the answer does nothing. Thread: UI.
class [[nodiscard]] CallHandle
{
public:
    CallHandle() = default;
    CallHandle(RpcClient* client, quint64 id);
    CallHandle(CallHandle&& other) noexcept;
    CallHandle& operator=(CallHandle&& other) noexcept;
    ~CallHandle();

    void cancel();
    /// Lets the call go on by itself, and its handler hear the answer as long as the session holds in which it was
    /// sent: whoever sits there next hears nothing of it.
    void release();
    /// Still waiting for the answer.
    bool isActive() const;

private:
    QPointer<RpcClient> m_client;
    quint64 m_id = 0;
};

struct CallOptions
{
    int timeoutMs = 5000;
    /// Further tries: of repeatable methods after UNAVAILABLE, of any that the server turned away with the word when to
    /// come back.
    int retries = 2;
};

/// For all calls of a client.
struct CallTiming
{
    /// An answer is waited for so long at least, whatever the call asks for.
    int leastMs = 0;
};

/// Serialises requests, adds token, deadline and `request_id`, keeps everything alive that a call needs, and hands the
/// result to the UI thread, where alone the receiver is looked at: if it is gone, the handler does not run. It speaks
/// through gRPC's generic stub, so that no other file of the client needs a gRPC header. Thread: UI only. The
/// destructor cancels what runs and waits for gRPC to let go of it.
class RpcClient final : public QObject
{
    Q_OBJECT
public:
    RpcClient(std::shared_ptr<grpc::Channel> channel, const QString& machineName, QObject* parent = nullptr,
              CallTiming timing = {});
    ~RpcClient() override;

    /// Sent with every call from now on; empty for none.
    void setToken(const QByteArray& token);
    bool hasToken() const;
    /// Calls from now on go there; those under way end where they began.
    void setChannel(std::shared_ptr<grpc::Channel> channel);
    /// Calls whose answer is still awaited, without streams.
    int openCalls() const;
    /// Path of the method whose answer is being handled; empty while none is. Tells what a failure was of.
    const std::string& handledPath() const;

    /// Sends `request`. An empty `request_id` field is filled with a new UUID, which all tries of this call share; pass
    /// one to repeat an earlier call.
    template <typename Request, typename Reply>
    CallHandle call(const Method<Request, Reply>& method, const Request& request, QObject* receiver,
                    std::function<void(Outcome<Reply>)> handler, CallOptions options = {});

    /// Opens a stream of events. `onEnd` runs once, when the stream is over for another reason than the handle being
    /// dropped.
    template <typename Request, typename Event>
    CallHandle watch(const Method<Request, Event>& method, const Request& request, QObject* receiver,
                     std::function<void(Event)> onEvent, std::function<void(AppError)> onEnd);

    /// Sends all that `source` gives; no try is repeated by itself.
    template <typename Request, typename Reply>
    CallHandle upload(const Method<Request, Reply>& method, std::shared_ptr<MessageSource> source, QObject* receiver,
                      std::function<void(Outcome<Reply>)> handler);
    /// Hands all that comes to `sink`; `onEnd` runs once, with nothing when all of it came.
    template <typename Request, typename Event>
    CallHandle download(const Method<Request, Event>& method, const Request& request, std::shared_ptr<MessageSink> sink,
                        QObject* receiver, std::function<void(std::optional<AppError>)> onEnd);

signals:
    /// The method of this path has succeeded: what stands somewhere about an earlier failure of it may go.
    void succeeded(const std::string& path);
    /// A call found no server, or no answer in time: whoever watches the connection may look.
    void unreachable();
    /// A call was refused because the session ended. Not sent while no token is set.
    void signedOut();

private:
    friend class CallHandle;
    using Message = google::protobuf::Message;
    using Error = std::optional<AppError>;
    using RawHandler = std::function<void(Error error, Message* reply)>;
    struct Attempt;
    struct Pending;
    struct Shared;
    class StreamReactor;
    class FileReactor;

    CallHandle startCall(const MethodInfo& method, const Message& request, const Message& prototype, QObject* receiver,
                         RawHandler handler, CallOptions options);
    CallHandle startStream(const MethodInfo& method, const Message& request, const Message& prototype,
                           QObject* receiver, RawHandler handler);
    CallHandle startUpload(const MethodInfo& method, const Message& requestPrototype, const Message& prototype,
                           std::shared_ptr<MessageSource> source, QObject* receiver, RawHandler handler);
    CallHandle startDownload(const MethodInfo& method, const Message& request, const Message& prototype,
                             std::shared_ptr<MessageSink> sink, QObject* receiver, RawHandler handler);
    std::shared_ptr<Pending> addStream(const MethodInfo& method, const Message& prototype, QObject* receiver,
                                       RawHandler handler, quint64& id);
    void send(quint64 id);
    void finish(quint64 id, Error error, const std::shared_ptr<Message>& reply);
    void onStreamEvent(quint64 id, const std::shared_ptr<Message>& event);
    bool retryLater(quint64 id, Pending& pending, const Error& error);
    void drop(quint64 id);

    std::unique_ptr<Shared> m_shared;
};

template <typename Request, typename Reply>
CallHandle RpcClient::call(const Method<Request, Reply>& method, const Request& request, QObject* receiver,
                           std::function<void(Outcome<Reply>)> handler, CallOptions options)
{
    return startCall(
        method.info(), request, Reply::default_instance(), receiver,
        [handler = std::move(handler)](Error error, Message* reply) {
            if (error)
                handler(Outcome<Reply>(*std::move(error)));
            else
                handler(Outcome<Reply>(std::move(static_cast<Reply&>(*reply))));
        },
        options);
}

template <typename Request, typename Event>
CallHandle RpcClient::watch(const Method<Request, Event>& method, const Request& request, QObject* receiver,
                            std::function<void(Event)> onEvent, std::function<void(AppError)> onEnd)
{
    return startStream(method.info(), request, Event::default_instance(), receiver,
                       [onEvent = std::move(onEvent), onEnd = std::move(onEnd)](Error error, Message* event) {
                           if (error)
                               onEnd(*std::move(error));
                           else
                               onEvent(std::move(static_cast<Event&>(*event)));
                       });
}

template <typename Request, typename Reply>
CallHandle RpcClient::upload(const Method<Request, Reply>& method, std::shared_ptr<MessageSource> source,
                             QObject* receiver, std::function<void(Outcome<Reply>)> handler)
{
    return startUpload(method.info(), Request::default_instance(), Reply::default_instance(), std::move(source),
                       receiver, [handler = std::move(handler)](Error error, Message* reply) {
                           if (error)
                               handler(Outcome<Reply>(*std::move(error)));
                           else
                               handler(Outcome<Reply>(std::move(static_cast<Reply&>(*reply))));
                       });
}

template <typename Request, typename Event>
CallHandle RpcClient::download(const Method<Request, Event>& method, const Request& request,
                               std::shared_ptr<MessageSink> sink, QObject* receiver,
                               std::function<void(std::optional<AppError>)> onEnd)
{
    return startDownload(method.info(), request, Event::default_instance(), std::move(sink), receiver,
                         [onEnd = std::move(onEnd)](Error error, Message*) { onEnd(std::move(error)); });
}

} // namespace banhang::client
