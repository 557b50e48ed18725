#include <QThreadPool>

#include <mutex>

#include "client/core/rpc_calls.h"
#include "common/status_codec.h"

namespace banhang::client {

namespace {

/// Of a file, over a slow line.
constexpr std::chrono::hours kMaxTransferTime{1};

} // namespace

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

CallHandle RpcClient::startStream(const MethodInfo& method, const Message& request, const Message& prototype,
                                  QObject* receiver, RawHandler handler)
{
    const quint64 id = m_shared->nextId++;
    auto attempt = std::make_shared<Attempt>();
    auto pending = std::make_shared<Pending>(
        Pending{&method, &prototype, {}, receiver, std::move(handler), {}, m_shared->identity, attempt});
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
    auto pending = std::make_shared<Pending>(
        Pending{&method, &prototype, {}, receiver, std::move(handler), {}, m_shared->identity, attempt});
    pending->isStream = true;
    m_shared->pending.insert(id, pending);
    prepareCall(attempt->context, m_shared->identity, kMaxTransferTime);
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

void RpcClient::onStreamEvent(quint64 id, const std::shared_ptr<Message>& event)
{
    const auto pending = m_shared->pending.value(id);
    if (pending && pending->receiver)
        pending->handler(std::nullopt, event.get());
}

} // namespace banhang::client
