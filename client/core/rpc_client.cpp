#include "client/core/rpc_client.h"

#include <QRandomGenerator>
#include <QTimer>
#include <QUuid>

#include <algorithm>

#include "client/core/rpc_calls.h"
#include "common/status_codec.h"

namespace banhang::client {

namespace {

constexpr int kFirstRetryMs = 200;
/// Whatever a server asks for: somebody waits.
constexpr int kMaxFirstRetryMs = 5'000;

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

} // namespace

grpc::ByteBuffer toBuffer(const std::string& bytes)
{
    const grpc::Slice slice(bytes);
    return grpc::ByteBuffer(&slice, 1);
}

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

AppError badReply()
{
    return AppError(ErrorCode::Internal, "call.bad_reply");
}

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

void CallHandle::release()
{
    if (isActive())
        m_client->m_shared->pending.value(m_id)->isReleased = true;
    m_id = 0;
}

bool CallHandle::isActive() const
{
    return m_client && m_id && m_client->m_shared->pending.contains(m_id);
}

RpcClient::RpcClient(std::shared_ptr<grpc::Channel> channel, const QString& machineName, QObject* parent,
                     CallTiming timing)
    : QObject(parent), m_shared(std::make_unique<Shared>(std::move(channel), machineName, timing))
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

const std::string& RpcClient::handledPath() const
{
    return m_shared->handledPath;
}

CallHandle RpcClient::startCall(const MethodInfo& method, const Message& request, const Message& prototype,
                                QObject* receiver, RawHandler handler, CallOptions options)
{
    const quint64 id = m_shared->nextId++;
    m_shared->pending.insert(
        id, std::make_shared<Pending>(Pending{&method, &prototype, serialised(request), receiver, std::move(handler),
                                              options, m_shared->identity, nullptr}));
    send(id);
    return CallHandle(this, id);
}

void RpcClient::send(quint64 id)
{
    const auto pending = m_shared->pending.value(id);
    auto attempt = std::make_shared<Attempt>();
    pending->attempt = attempt;
    ++pending->tries;
    attempt->request = toBuffer(pending->requestBytes);
    const std::chrono::milliseconds timeout(std::max(pending->options.timeoutMs, m_shared->timing.leastMs));
    prepareCall(attempt->context, pending->identity, timeout);
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
    const bool isOfNow = m_shared->isOfNow(*pending);
    const bool isSignedOut = error && error->code() == ErrorCode::SignedOut && hasToken() && isOfNow;
    const bool isUnreachable =
        error && !pending->isStream && (error->code() == ErrorCode::Unavailable || error->code() == ErrorCode::Timeout);
    const bool isOk = !error;
    if (pending->receiver && (isOfNow || !pending->isReleased)) {
        m_shared->handledPath = pending->method->path;
        pending->handler(std::move(error), reply.get());
        m_shared->handledPath.clear();
    }
    if (isOk)
        emit succeeded(pending->method->path);
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
    const int delay = std::clamp(askedBack.value_or(kFirstRetryMs), kFirstRetryMs, kMaxFirstRetryMs) * pending.tries;
    const int jitter = QRandomGenerator::global()->bounded(delay);
    pending.attempt.reset();
    QTimer::singleShot(delay + jitter, this, [this, id] {
        if (m_shared->pending.contains(id))
            send(id);
    });
    return true;
}

void RpcClient::drop(quint64 id)
{
    const auto pending = m_shared->pending.take(id);
    if (pending && pending->attempt)
        pending->attempt->context.TryCancel();
}

} // namespace banhang::client
