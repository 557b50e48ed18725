#include "server/core/call/stream_caller.h"

#include <fmt/format.h>
#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "server/core/call/call_context.h"

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

/// For one step, from its turn in the queue on.
constexpr auto kPatience = 30s;
/// Rights may change between runs, but hardly that often.
constexpr int kRuns = 4;

} // namespace

StreamCaller::StreamCaller(grpc::CallbackServerContext& context, CallerSource& callers)
    : m_context(context),
      m_callers(callers),
      m_id(newCallId()),
      m_deadline(std::chrono::steady_clock::now() + kPatience)
{
    m_signed.caller = std::make_shared<const Caller>();
}

void StreamCaller::begin()
{
    m_token = bearerToken(m_context);
    m_address = addressOfPeer(m_context.peer());
}

void StreamCaller::demandDeadline() const
{
    if (m_context.deadline() == std::chrono::system_clock::time_point::max())
        throw AppError(ErrorCode::Invalid, "call.deadline_missing");
}

void StreamCaller::renewPatience()
{
    m_deadline = std::chrono::steady_clock::now() + kPatience;
}

void StreamCaller::transact(ConnectionSlot& slot, Tx::Mode mode, const std::function<void(Call&)>& body)
{
    CallerSource::Signed known = m_callers.remembered(m_token, CalledBy::Person);
    for (int runs = 1;; ++runs) {
        try {
            const std::int64_t left = std::max<std::int64_t>(1, (m_deadline - std::chrono::steady_clock::now()) / 1ms);
            runTransaction(slot, mode, {known.caller ? known.caller->userId : 0, left}, nullptr,
                           [&](Tx& tx) { runOnce(tx, known, body); });
            return;
        } catch (const StaleCaller&) {
            if (runs == kRuns)
                throw AppError(ErrorCode::Unavailable, "call.rights_changing");
        }
        m_callers.forget(m_token);
        known = {};
    }
}

void StreamCaller::runOnce(Tx& tx, const CallerSource::Signed& known, const std::function<void(Call&)>& body)
{
    m_signed = m_callers.verify(tx, m_token, known);
    if (!known.caller)
        tx.become(m_signed.caller->userId);
    Call call{*m_signed.caller, m_signed.session, m_id, m_address, tx};
    const std::uint64_t ours = tx.mark();
    try {
        if (call.caller.mustChangePassword)
            throw AppError(ErrorCode::Refused, "identity.password_change_required");
        body(call);
    } catch (const AppError&) {
        // The refusal rests on rights that may be stale, or on a session that ended: what the checks say comes first.
        // What the body expected points into the body, which is gone.
        tx.forgetExpected(ours);
        tx.settle();
        throw;
    }
}

AppError StreamCaller::errorOf(const std::exception_ptr& failure) const
{
    try {
        std::rethrow_exception(failure);
    } catch (const AppError& error) {
        return error;
    } catch (const DatabaseError& error) {
        return databaseError(error);
    } catch (const std::exception& error) {
        return fault(error.what());
    }
}

AppError StreamCaller::databaseError(const DatabaseError& error) const
{
    constexpr std::string_view kIntegrity = "23"; // of two streams that do the same at once
    if (error.isCancelled())
        return {ErrorCode::Timeout, "call.timeout"};
    if (!error.isConnectionLost() && !error.isRetryable() && !error.isInDoubt() &&
        !error.sqlState().starts_with(kIntegrity))
        return fault(fmt::format("sqlstate={} {}", error.sqlState(), error.what()));
    spdlog::warn("event=stream.failed call={} user={} sqlstate={} constraint={}", m_id, caller().userId,
                 error.sqlState(), error.constraint());
    return {ErrorCode::Unavailable, "database.unavailable"};
}

AppError StreamCaller::fault(const std::string& what) const
{
    spdlog::error("event=fault incident={} user={} what=\"{}\"", m_id, caller().userId, what);
    v1::ErrorDetail detail;
    detail.set_key("call.fault");
    detail.set_incident_id(m_id);
    return {ErrorCode::Internal, std::move(detail)};
}

} // namespace banhang::server
