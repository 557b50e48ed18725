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
          m_replayMode(mode == Tx::Mode::ReadWrite && method.requestId != nullptr ? ReplayMode::FindAndStore
                                                                                  : ReplayMode::None),
          m_body(std::move(body))
    {
    }

    void start() noexcept
    {
        try {
            validateMetadata();
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
                const QueryMeter meter(&queryStats());
                runTransaction(slot, mode, identity, cancelToken(), body);
            };
            transact(here, m_mode, m_replayMode, m_body);
            finishOk();
        } catch (...) {
            finishWith(std::current_exception());
        }
    }
    void refuse(const AppError& error) noexcept override { finishWith(error); }
    std::chrono::steady_clock::time_point deadline() const override { return deadlineTime(); }

    Tx::Mode m_mode;
    ReplayMode m_replayMode;
    std::function<void(Call&)> m_body;
};

TransactionRunner onDatabaseThread(CallContext& context)
{
    return [&context](const TxIdentity& identity, Tx::Mode mode, const std::function<void(Tx&)>& body) {
        context.services().pool.runAndWait(identity, mode, body, context.cancelToken(), &context.queryStats());
    };
}

/// A call whose body runs on a thread for slow work and asks for transactions as it needs them.
class SlowCall final : public CallContext
{
public:
    SlowCall(CallServices& services, const MethodInfo& method, grpc::CallbackServerContext& context,
             const google::protobuf::Message& request, google::protobuf::Message& response,
             std::function<void(MultiTransactionCall&)> body)
        : CallContext(services, method, context, request, response), m_body(std::move(body))
    {
    }

    void start() noexcept
    {
        try {
            validateMetadata();
        } catch (...) {
            finishWith(std::current_exception());
            return;
        }
        if (!services().slow.post([this] { work(); }))
            finishWith(overloadedError());
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
            MultiTransactionCall call(*this);
            if (!isReplayed())
                m_body(call);
            finishOk();
        } catch (...) {
            finishWith(std::current_exception());
        }
    }
    ReplayMode findOnly() const { return method().requestId != nullptr ? ReplayMode::Find : ReplayMode::None; }

    std::function<void(MultiTransactionCall&)> m_body;
};

} // namespace

const Caller& MultiTransactionCall::caller() const
{
    return *m_context.signedIn().caller;
}

const SessionInfo& MultiTransactionCall::session() const
{
    return m_context.signedIn().session;
}

const std::string& MultiTransactionCall::id() const
{
    return m_context.id();
}

const std::string& MultiTransactionCall::address() const
{
    return m_context.address();
}

void MultiTransactionCall::inTransaction(const std::function<void(Call&)>& body)
{
    m_context.transact(onDatabaseThread(m_context), Tx::Mode::ReadWrite, ReplayMode::None, body);
}

void MultiTransactionCall::finish(const std::function<void(Call&)>& body)
{
    const bool remembers = m_context.method().requestId != nullptr;
    m_context.transact(onDatabaseThread(m_context), Tx::Mode::ReadWrite,
                       remembers ? ReplayMode::FindAndStore : ReplayMode::None, body);
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

grpc::ServerUnaryReactor* CallRunner::startMultiTransaction(grpc::CallbackServerContext* context,
                                                            std::string_view method,
                                                            const google::protobuf::Message& request,
                                                            google::protobuf::Message& response,
                                                            std::function<void(MultiTransactionCall&)> body)
{
    auto* call =
        new SlowCall(*m_services, m_services->methods.find(method), *context, request, response, std::move(body));
    call->start();
    return call;
}

} // namespace banhang::server
