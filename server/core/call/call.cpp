#include "server/core/call/call.h"

#include "server/core/call/call_context.h"
#include "server/core/telemetry/metrics.h"

namespace banhang::server {

namespace {

/// A call whose body runs as a whole in one transaction on a database thread.
class TransactedCall final : public CallContext, private DatabaseTask
{
public:
    TransactedCall(CallServices& services, const MethodInfo& method, grpc::CallbackServerContext& context,
                   const google::protobuf::Message& request, google::protobuf::Message& response, Tx::Mode mode,
                   std::function<void(Call&)> body)
        : CallContext(services, method, context, request, response),
          m_mode(mode),
          m_memory(mode == Tx::Mode::ReadWrite && method.requestId != nullptr ? Memory::FindAndStore : Memory::None),
          m_body(std::move(body))
    {
    }

    void start() noexcept
    {
        try {
            checkEnvelope();
        } catch (...) {
            finishWith(std::current_exception());
            return;
        }
        services().pool.post(this);
    }

private:
    void run(ConnectionSlot& slot) noexcept override
    {
        try {
            const TransactionRunner here = [&](const TxIdentity& identity, Tx::Mode mode,
                                               const std::function<void(Tx&)>& body) {
                const TrafficMeter meter(&traffic());
                runTransaction(slot, mode, identity, cancelToken(), body);
            };
            transact(here, m_mode, m_memory, m_body);
            finishOk();
        } catch (...) {
            finishWith(std::current_exception());
        }
    }
    void refuse(const AppError& error) noexcept override { finishWith(error); }
    std::chrono::steady_clock::time_point deadline() const override { return deadlineTime(); }

    Tx::Mode m_mode;
    Memory m_memory;
    std::function<void(Call&)> m_body;
};

TransactionRunner onDatabaseThread(CallContext& context)
{
    return [&context](const TxIdentity& identity, Tx::Mode mode, const std::function<void(Tx&)>& body) {
        context.services().pool.runAndWait(identity, mode, body, context.cancelToken(), &context.traffic());
    };
}

/// A call whose body runs on a thread for slow work and asks for transactions as it needs them.
class SlowCall final : public CallContext
{
public:
    SlowCall(CallServices& services, const MethodInfo& method, grpc::CallbackServerContext& context,
             const google::protobuf::Message& request, google::protobuf::Message& response,
             std::function<void(StagedCall&)> body)
        : CallContext(services, method, context, request, response), m_body(std::move(body))
    {
    }

    void start() noexcept
    {
        try {
            checkEnvelope();
        } catch (...) {
            finishWith(std::current_exception());
            return;
        }
        if (!services().slow.post([this] { work(); }))
            finishWith(turnedAway());
    }

private:
    void work() noexcept
    {
        try {
            if (std::chrono::steady_clock::now() > deadlineTime())
                throw AppError(ErrorCode::Timeout, "call.timeout");
            // Nobody without a session may make us work, and a repeat is answered before the work is done twice.
            if (method().access.kind != MethodAccess::Kind::Open)
                transact(onDatabaseThread(*this), Tx::Mode::ReadOnly, findOnly(), [](Call&) {});
            StagedCall call(*this);
            if (!isReplayed())
                m_body(call);
            finishOk();
        } catch (...) {
            finishWith(std::current_exception());
        }
    }
    Memory findOnly() const { return method().requestId != nullptr ? Memory::Find : Memory::None; }

    std::function<void(StagedCall&)> m_body;
};

} // namespace

const Caller& StagedCall::caller() const
{
    return *m_context.signedIn().caller;
}

const SessionInfo& StagedCall::session() const
{
    return m_context.signedIn().session;
}

const std::string& StagedCall::id() const
{
    return m_context.id();
}

const std::string& StagedCall::address() const
{
    return m_context.address();
}

void StagedCall::inTransaction(const std::function<void(Call&)>& body)
{
    m_context.transact(onDatabaseThread(m_context), Tx::Mode::ReadWrite, Memory::None, body);
}

void StagedCall::finish(const std::function<void(Call&)>& body)
{
    const bool remembers = m_context.method().requestId != nullptr;
    m_context.transact(onDatabaseThread(m_context), Tx::Mode::ReadWrite,
                       remembers ? Memory::FindAndStore : Memory::None, body);
}

CallRunner::CallRunner(Parts parts)
    : m_services(new CallServices{.pool = parts.pool,
                                  .callers = parts.callers,
                                  .constraints = parts.constraints,
                                  .metrics = parts.metrics,
                                  .methods = MethodTable(parts.services),
                                  .masking = Masking(parts.services),
                                  .canceller = {},
                                  .slow = SlowExecutor(parts.slowThreads),
                                  .committed = std::move(parts.committed)})
{
    parts.metrics.addMethods(m_services->methods);
}

CallRunner::~CallRunner() = default;

const MethodTable& CallRunner::methods() const
{
    return m_services->methods;
}

grpc::ServerUnaryReactor* CallRunner::start(grpc::CallbackServerContext* context, std::string_view method,
                                            const google::protobuf::Message& request,
                                            google::protobuf::Message& response, Tx::Mode mode,
                                            std::function<void(Call&)> body)
{
    auto* call = new TransactedCall(*m_services, m_services->methods.find(method), *context, request, response, mode,
                                    std::move(body));
    call->start();
    return call;
}

grpc::ServerUnaryReactor* CallRunner::startStaged(grpc::CallbackServerContext* context, std::string_view method,
                                                  const google::protobuf::Message& request,
                                                  google::protobuf::Message& response,
                                                  std::function<void(StagedCall&)> body)
{
    auto* call =
        new SlowCall(*m_services, m_services->methods.find(method), *context, request, response, std::move(body));
    call->start();
    return call;
}

} // namespace banhang::server
