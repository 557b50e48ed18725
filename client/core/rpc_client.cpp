#include "client/core/rpc_client.h"

#include <QHash>
#include <QRandomGenerator>
#include <QThreadPool>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <mutex>
#include <vector>

#include <grpcpp/channel.h>
#include <grpcpp/generic/generic_stub.h>

#include "client/connection/call_setup.h"
#include "client/core/in_flight.h"
#include "client/core/ui_dispatcher.h"
#include "common/status_codec.h"

namespace banhang::client {

namespace {

constexpr int kFirstRetryMs = 200;
/// Whatever a server asks for: somebody waits.
constexpr int kLongestFirstRetryMs = 5'000;
/// Of a file, over a slow line.
constexpr std::chrono::hours kLongestTransfer{1};

grpc::ByteBuffer toBuffer(const std::string& bytes)
{
    const grpc::Slice slice(bytes);
    return grpc::ByteBuffer(&slice, 1);
}

/// Null when the bytes are no such message.
std::shared_ptr<google::protobuf::Message> parse(const grpc::ByteBuffer& buffer,
                                                 const google::protobuf::Message& prototype)
{
    grpc::Slice slice;
    std::shared_ptr<google::protobuf::Message> message(prototype.New());
    if (!buffer.DumpToSingleSlice(&slice).ok() ||
        !message->ParseFromArray(slice.begin(), static_cast<int>(slice.size())))
        return nullptr;
    return message;
}

/// The request with its `request_id` filled, so that every try of one call carries the same.
std::string serialised(const google::protobuf::Message& request)
{
    const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
    if (!field || !request.GetReflection()->GetString(request, field).empty())
        return request.SerializeAsString();
    std::unique_ptr<google::protobuf::Message> copy(request.New());
    copy->CopyFrom(request);
    copy->GetReflection()->SetString(copy.get(), field,
                                     QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString());
    return copy->SerializeAsString();
}

/// When to come back, if the server was too busy to begin; nothing otherwise.
std::optional<int> askedBackAfterMs(const AppError& error)
{
    const auto& args = error.detail().args();
    const auto found = args.find("retry_ms");
    if (error.code() != ErrorCode::Throttled || found == args.end())
        return std::nullopt;
    return QString::fromStdString(found->second).toInt();
}

AppError badReply()
{
    return AppError(ErrorCode::Internal, "call.bad_reply");
}

} // namespace

/// What gRPC works with during one try. Given back through the dispatcher, so that contexts (and with them the channel)
/// end in the UI thread and never inside a callback.
struct RpcClient::Attempt
{
    grpc::ClientContext context;
    grpc::ByteBuffer request;
    grpc::ByteBuffer reply;
};

struct RpcClient::Pending
{
    const MethodInfo* method;
    const Message* prototype;
    std::string requestBytes;
    QPointer<QObject> receiver;
    RawHandler handler;
    CallOptions options;
    std::shared_ptr<Attempt> attempt;
    int tries = 0;
    bool isStream = false;
};

struct RpcClient::Shared
{
    Shared(std::shared_ptr<grpc::Channel> theChannel, const QString& machineName)
        : channel(std::move(theChannel)),
          stub(std::make_unique<grpc::GenericStub>(channel)),
          identity{{}, machineName.toStdString(), "banhang " BANHANG_VERSION}
    {
    }

    std::shared_ptr<grpc::Channel> channel;
    std::vector<std::shared_ptr<grpc::Channel>> retired{};
    std::unique_ptr<grpc::GenericStub> stub;
    UiDispatcher dispatcher;
    QHash<quint64, std::shared_ptr<Pending>> pending;
    ClientIdentity identity;
    quint64 nextId = 1;
    const std::shared_ptr<InFlight> inFlight = std::make_shared<InFlight>();
};

/// Reads a server stream to its end; deletes itself in OnDone.
class RpcClient::StreamReactor final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>
{
public:
    StreamReactor(RpcClient* client, quint64 id, const Message& prototype, std::shared_ptr<Attempt> attempt)
        : m_client(client), m_id(id), m_prototype(prototype), m_attempt(std::move(attempt))
    {
    }

    void start()
    {
        StartWriteLast(&m_attempt->request, grpc::WriteOptions());
        StartRead(&m_attempt->reply);
        StartCall();
    }

    void OnReadDone(bool isOk) override
    {
        if (!isOk)
            return;
        if (auto event = parse(m_attempt->reply, m_prototype)) {
            m_client->m_shared->dispatcher.post(
                [client = m_client, id = m_id, event = std::move(event)] { client->onStreamEvent(id, event); });
        } else {
            m_isBad = true;
            m_attempt->context.TryCancel();
        }
        StartRead(&m_attempt->reply);
    }

    void OnDone(const grpc::Status& status) override
    {
        const AppError error = m_isBad       ? badReply()
                               : status.ok() ? AppError(ErrorCode::Unavailable, "connection.lost")
                                             : fromStatus(status);
        const auto inFlight = m_client->m_shared->inFlight;
        m_client->m_shared->dispatcher.post([client = m_client, id = m_id, error, attempt = std::move(m_attempt)] {
            client->finish(id, error, nullptr);
        });
        delete this;
        inFlight->leave();
    }

private:
    RpcClient* m_client;
    quint64 m_id;
    const Message& m_prototype;
    std::shared_ptr<Attempt> m_attempt;
    bool m_isBad = false;
};

/// Sends from a source or fills a sink, one message at a time; deletes itself in OnDone.
class RpcClient::FileReactor final : public grpc::ClientBidiReactor<grpc::ByteBuffer, grpc::ByteBuffer>
{
public:
    struct Ends
    {
        std::shared_ptr<MessageSource> source;
        std::shared_ptr<MessageSink> sink;
        const Message* requestPrototype = nullptr;
    };
    FileReactor(RpcClient* client, quint64 id, const Message& prototype, std::shared_ptr<Attempt> attempt, Ends ends)
        : m_client(client), m_id(id), m_prototype(prototype), m_attempt(std::move(attempt)), m_ends(std::move(ends))
    {
    }

    void start()
    {
        if (m_ends.source)
            sendNext();
        else
            StartWriteLast(&m_attempt->request, grpc::WriteOptions());
        StartRead(&m_attempt->reply);
        StartCall();
    }

    void OnWriteDone(bool isOk) override
    {
        if (isOk && m_ends.source)
            sendNext();
    }

    void OnReadDone(bool isOk) override
    {
        if (!isOk)
            return;
        m_reply = parse(m_attempt->reply, m_prototype);
        guarded([this] {
            if (!m_reply)
                throw badReply();
            if (m_ends.sink)
                m_ends.sink->take(*m_reply);
        });
        StartRead(&m_attempt->reply);
    }

    void OnDone(const grpc::Status& status) override
    {
        Error error = std::move(m_ownError);
        if (!error && !status.ok())
            error = fromStatus(status);
        if (!error && !m_reply)
            error = badReply();
        const auto inFlight = m_client->m_shared->inFlight;
        m_client->m_shared->dispatcher.post([client = m_client, id = m_id, error = std::move(error), reply = m_reply,
                                             attempt = std::move(m_attempt)] { client->finish(id, error, reply); });
        delete this;
        inFlight->leave();
    }

private:
    void sendNext()
    {
        guarded([this] {
            const std::unique_ptr<Message> next(m_ends.requestPrototype->New());
            if (!m_ends.source->next(*next)) {
                StartWritesDone();
                return;
            }
            m_attempt->request = toBuffer(next->SerializeAsString());
            StartWrite(&m_attempt->request);
        });
    }
    /// What fails on this side ends the call with its own reason.
    template <typename Step>
    void guarded(Step&& step)
    {
        try {
            step();
        } catch (const AppError& error) {
            const std::lock_guard lock(m_mutex); // both directions may fail at once
            if (!m_ownError)
                m_ownError = error;
            m_attempt->context.TryCancel();
        }
    }

    RpcClient* m_client;
    quint64 m_id;
    const Message& m_prototype;
    std::shared_ptr<Attempt> m_attempt;
    Ends m_ends;
    std::shared_ptr<Message> m_reply;
    std::mutex m_mutex;
    Error m_ownError;
};

CallHandle::CallHandle(RpcClient* client, quint64 id) : m_client(client), m_id(id) {}

CallHandle::CallHandle(CallHandle&& other) noexcept
    : m_client(std::move(other.m_client)), m_id(std::exchange(other.m_id, 0))
{
}

CallHandle& CallHandle::operator=(CallHandle&& other) noexcept
{
    if (this != &other) {
        cancel();
        m_client = other.m_client;
        m_id = std::exchange(other.m_id, 0);
    }
    return *this;
}

CallHandle::~CallHandle()
{
    cancel();
}

void CallHandle::cancel()
{
    if (m_client && m_id)
        m_client->drop(m_id);
    m_id = 0;
}

bool CallHandle::isActive() const
{
    return m_client && m_id && m_client->m_shared->pending.contains(m_id);
}

RpcClient::RpcClient(std::shared_ptr<grpc::Channel> channel, const QString& machineName, QObject* parent)
    : QObject(parent), m_shared(std::make_unique<Shared>(std::move(channel), machineName))
{
}

RpcClient::~RpcClient()
{
    for (const auto& pending : std::as_const(m_shared->pending)) {
        if (pending->attempt)
            pending->attempt->context.TryCancel();
    }
    m_shared->inFlight->waitUntilIdle();
    m_shared->pending.clear();
}

void RpcClient::setToken(const QByteArray& token)
{
    m_shared->identity.token = token.toStdString();
}

bool RpcClient::hasToken() const
{
    return !m_shared->identity.token.empty();
}

void RpcClient::setChannel(std::shared_ptr<grpc::Channel> channel)
{
    // The end of a channel waits for threads of gRPC, so the former one ends with this client.
    m_shared->retired.push_back(std::exchange(m_shared->channel, std::move(channel)));
    m_shared->stub = std::make_unique<grpc::GenericStub>(m_shared->channel);
}

int RpcClient::openCalls() const
{
    return static_cast<int>(
        std::ranges::count_if(m_shared->pending, [](const auto& pending) { return !pending->isStream; }));
}

CallHandle RpcClient::startCall(const MethodInfo& method, const Message& request, const Message& prototype,
                                QObject* receiver, RawHandler handler, CallOptions options)
{
    const quint64 id = m_shared->nextId++;
    m_shared->pending.insert(id, std::make_shared<Pending>(Pending{&method, &prototype, serialised(request), receiver,
                                                                   std::move(handler), options, nullptr}));
    send(id);
    return CallHandle(this, id);
}

CallHandle RpcClient::startStream(const MethodInfo& method, const Message& request, const Message& prototype,
                                  QObject* receiver, RawHandler handler)
{
    const quint64 id = m_shared->nextId++;
    auto attempt = std::make_shared<Attempt>();
    auto pending =
        std::make_shared<Pending>(Pending{&method, &prototype, {}, receiver, std::move(handler), {}, attempt});
    pending->isStream = true;
    m_shared->pending.insert(id, pending);
    attempt->request = toBuffer(request.SerializeAsString());
    prepareStream(attempt->context, m_shared->identity);
    m_shared->inFlight->enter();
    auto* reactor = new StreamReactor(this, id, prototype, attempt);
    m_shared->stub->PrepareBidiStreamingCall(&attempt->context, method.path, grpc::StubOptions(), reactor);
    reactor->start();
    return CallHandle(this, id);
}

std::shared_ptr<RpcClient::Pending> RpcClient::addStream(const MethodInfo& method, const Message& prototype,
                                                         QObject* receiver, RawHandler handler, quint64& id)
{
    id = m_shared->nextId++;
    auto attempt = std::make_shared<Attempt>();
    auto pending =
        std::make_shared<Pending>(Pending{&method, &prototype, {}, receiver, std::move(handler), {}, attempt});
    pending->isStream = true;
    m_shared->pending.insert(id, pending);
    prepareCall(attempt->context, m_shared->identity, kLongestTransfer);
    m_shared->inFlight->enter();
    return pending;
}

CallHandle RpcClient::startUpload(const MethodInfo& method, const Message& requestPrototype, const Message& prototype,
                                  std::shared_ptr<MessageSource> source, QObject* receiver, RawHandler handler)
{
    quint64 id = 0;
    const auto pending = addStream(method, prototype, receiver, std::move(handler), id);
    auto* reactor =
        new FileReactor(this, id, prototype, pending->attempt, {std::move(source), nullptr, &requestPrototype});
    m_shared->stub->PrepareBidiStreamingCall(&pending->attempt->context, method.path, grpc::StubOptions(), reactor);
    // The first message may take its time: a file is read whole for its digest.
    QThreadPool::globalInstance()->start([reactor] { reactor->start(); });
    return CallHandle(this, id);
}

CallHandle RpcClient::startDownload(const MethodInfo& method, const Message& request, const Message& prototype,
                                    std::shared_ptr<MessageSink> sink, QObject* receiver, RawHandler handler)
{
    quint64 id = 0;
    const auto pending = addStream(method, prototype, receiver, std::move(handler), id);
    pending->attempt->request = toBuffer(request.SerializeAsString());
    auto* reactor = new FileReactor(this, id, prototype, pending->attempt, {nullptr, std::move(sink), nullptr});
    m_shared->stub->PrepareBidiStreamingCall(&pending->attempt->context, method.path, grpc::StubOptions(), reactor);
    reactor->start();
    return CallHandle(this, id);
}

void RpcClient::send(quint64 id)
{
    const auto pending = m_shared->pending.value(id);
    auto attempt = std::make_shared<Attempt>();
    pending->attempt = attempt;
    ++pending->tries;
    attempt->request = toBuffer(pending->requestBytes);
    prepareCall(attempt->context, m_shared->identity, std::chrono::milliseconds(pending->options.timeoutMs));
    m_shared->inFlight->enter();
    auto* const raw = attempt.get();
    m_shared->stub->UnaryCall(&raw->context, pending->method->path, grpc::StubOptions(), &raw->request, &raw->reply,
                              [this, id, attempt, prototype = pending->prototype](const grpc::Status& status) mutable {
                                  std::shared_ptr<Message> reply;
                                  Error error;
                                  if (!status.ok())
                                      error = fromStatus(status);
                                  else if (reply = parse(attempt->reply, *prototype); !reply)
                                      error = badReply();
                                  const auto inFlight = m_shared->inFlight;
                                  m_shared->dispatcher.post([this, id, error = std::move(error),
                                                             reply = std::move(reply),
                                                             done = std::move(attempt)] { finish(id, error, reply); });
                                  inFlight->leave();
                              });
}

void RpcClient::finish(quint64 id, Error error, const std::shared_ptr<Message>& reply)
{
    const std::shared_ptr<Pending> pending = m_shared->pending.value(id);
    if (!pending)
        return; // dropped meanwhile
    if (retryLater(id, *pending, error))
        return;
    m_shared->pending.remove(id);
    const bool isSignedOut = error && error->code() == ErrorCode::SignedOut && hasToken();
    const bool isUnreachable =
        error && !pending->isStream && (error->code() == ErrorCode::Unavailable || error->code() == ErrorCode::Timeout);
    if (pending->receiver)
        pending->handler(std::move(error), reply.get());
    if (isSignedOut)
        emit signedOut();
    if (isUnreachable)
        emit unreachable();
}

bool RpcClient::retryLater(quint64 id, Pending& pending, const Error& error)
{
    if (pending.isStream || !error || pending.tries > pending.options.retries)
        return false;
    // What was turned away was not begun, so that even a sign-in may come again.
    const auto askedBack = askedBackAfterMs(*error);
    if (!askedBack && (error->code() != ErrorCode::Unavailable || !pending.method->isRepeatable))
        return false;
    const int delay =
        std::clamp(askedBack.value_or(kFirstRetryMs), kFirstRetryMs, kLongestFirstRetryMs) * pending.tries;
    const int jitter = QRandomGenerator::global()->bounded(delay);
    pending.attempt.reset();
    QTimer::singleShot(delay + jitter, this, [this, id] {
        if (m_shared->pending.contains(id))
            send(id);
    });
    return true;
}

void RpcClient::onStreamEvent(quint64 id, const std::shared_ptr<Message>& event)
{
    const auto pending = m_shared->pending.value(id);
    if (pending && pending->receiver)
        pending->handler(std::nullopt, event.get());
}

void RpcClient::drop(quint64 id)
{
    const auto pending = m_shared->pending.take(id);
    if (pending && pending->attempt)
        pending->attempt->context.TryCancel();
}

} // namespace banhang::client
