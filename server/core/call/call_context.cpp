#include "server/core/call/call_context.h"

#include <algorithm>
#include <cctype>
#include <random>

#include <fmt/format.h>
#include <grpcpp/server_context.h>
#include <spdlog/spdlog.h>

#include "common/status_codec.h"
#include "server/core/call/right_demand.h"
#include "server/core/crypto/digest.h"
#include "server/core/database/constraint_errors.h"
#include "server/core/rpc/code_name.h"
#include "server/core/telemetry/metrics.h"

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;

// A repeat that comes while the first run is still at work waits for its end: it would otherwise meet its own traces.
constexpr Statement kQueueBehindFirst{"SELECT pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 0))"};
constexpr Statement kFindAnswer{
    "SELECT method, digest, reply FROM banhang.request_seen WHERE user_id = $1 AND request_id = $2::uuid"};
constexpr Statement kRememberAnswer{
    "INSERT INTO banhang.request_seen (user_id, request_id, method, digest, reply) VALUES ($1, $2::uuid, $3, $4, $5)"};

/// Longer ones are cut: nobody waits a quarter of an hour for a call, and the feed's watermark must not.
constexpr std::chrono::minutes kMaxCallTime{2};
/// Rights may change between runs, but hardly that often.
constexpr int kRuns = 4;

constexpr std::string_view kInsufficientPrivilege = "42501";

/// Leaves the body when the request turns out to be a repeat.
struct Replay
{
    std::string reply;
};

/// libpq says in its first line what happened, and below it what one might do about it.
std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find('\n'));
}

} // namespace

std::string newCallId()
{
    thread_local std::mt19937_64 random{(static_cast<std::uint64_t>(std::random_device{}()) << 32) ^
                                        std::random_device{}()};
    return fmt::format("{:016x}", random());
}

std::string addressOfPeer(const std::string& peer)
{
    const auto from = peer.find(':');
    const auto to = peer.rfind(':');
    if ((!peer.starts_with("ipv4:") && !peer.starts_with("ipv6:")) || to <= from)
        return peer;
    std::string address = peer.substr(from + 1, to - from - 1);
    for (const std::string_view bracket : {"%5B", "%5D", "[", "]"}) {
        if (const auto at = address.find(bracket); at != std::string::npos)
            address.erase(at, bracket.size());
    }
    return address;
}

std::string bearerToken(const grpc::CallbackServerContext& context)
{
    constexpr std::string_view kScheme = "Bearer ";
    const auto found = context.client_metadata().find("authorization");
    if (found == context.client_metadata().end())
        throw AppError(ErrorCode::SignedOut, "session.missing");
    const std::string_view value(found->second.data(), found->second.size());
    if (!value.starts_with(kScheme) || value.size() == kScheme.size())
        throw AppError(ErrorCode::SignedOut, "session.missing");
    return std::string(value.substr(kScheme.size()));
}

bool isRequestId(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0)
            return false;
    }
    return true;
}

CallContext::CallContext(CallServices& services, const MethodInfo& method, grpc::CallbackServerContext& context,
                         const google::protobuf::Message& request, google::protobuf::Message& response)
    : m_services(services),
      m_method(method),
      m_context(context),
      m_request(request),
      m_response(response),
      m_start(Clock::now()),
      m_deadline(m_start),
      m_id(newCallId()),
      m_cancel(std::make_shared<CancelToken>())
{
    m_signed.caller = std::make_shared<const Caller>();
}

void CallContext::validateMetadata()
{
    m_address = addressOfPeer(m_context.peer());
    const auto deadline = m_context.deadline();
    if (deadline == std::chrono::system_clock::time_point::max())
        throw AppError(ErrorCode::Invalid, "call.deadline_missing");
    const auto left = deadline - std::chrono::system_clock::now();
    m_deadline = m_start + std::min<Clock::duration>(left, kMaxCallTime);
    if (!isOpen())
        m_token = bearerToken(m_context);
    if (m_method.requestId == nullptr)
        return;
    m_requestId = m_request.GetReflection()->GetString(m_request, m_method.requestId);
    if (!isRequestId(m_requestId))
        throw AppError(ErrorCode::Invalid, "call.request_id_invalid");
    m_digest = requestDigest(m_request);
}

std::int64_t CallContext::timeLeftMs() const
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
    if (left <= 0)
        throw AppError(ErrorCode::Timeout, "call.timeout");
    return left;
}

void CallContext::transact(const TransactionRunner& run, Tx::Mode mode, ReplayMode replayMode,
                           const std::function<void(Call&)>& body)
{
    const CalledBy calledBy = m_method.isRepeatedByItself ? CalledBy::Timer : CalledBy::Person;
    CallerSource::Signed known = isOpen() ? m_signed : m_services.callers.remembered(m_token, calledBy);
    for (int runs = 1;; ++runs) {
        try {
            const TxIdentity identity{known.caller ? known.caller->userId : 0, timeLeftMs()};
            run(identity, mode, [&](Tx& tx) { runOnce(tx, known, replayMode, body); });
            if (mode == Tx::Mode::ReadWrite)
                m_services.committed();
            return;
        } catch (const Replay& replay) {
            if (!m_response.ParseFromString(replay.reply))
                throw std::runtime_error("stored answer cannot be read");
            m_replayed = true;
            return;
        } catch (const StaleCaller&) {
            if (runs == kRuns)
                throw;
        } catch (const DatabaseError& error) {
            // Rights that shrank between the check and the write are told by the second wall.
            if (error.sqlState() != kInsufficientPrivilege || runs == kRuns)
                throw;
        }
        if (!isOpen()) {
            m_services.callers.forget(m_token);
            known = {};
        }
    }
}

void CallContext::runOnce(Tx& tx, const CallerSource::Signed& known, ReplayMode replayMode,
                          const std::function<void(Call&)>& body)
{
    m_response.Clear();
    m_replayed = false;
    if (!isOpen())
        m_signed = m_services.callers.verify(tx, m_token, known);
    if (!isOpen() && !known.caller)
        tx.become(m_signed.caller->userId);
    Call call{*m_signed.caller, m_signed.session, m_id, m_address, tx};
    std::uint64_t ours = tx.mark();
    try {
        admit(call.caller);
        if (replayMode != ReplayMode::None)
            expectFirstAnswer(tx, call.caller.userId);
        ours = tx.mark();
        body(call);
    } catch (const AppError& error) {
        // Once its time is over a call waits for nothing more.
        if (error.code() == ErrorCode::Timeout)
            throw;
        // The refusal rests on rights that may be stale, or on a session that ended: what the checks say comes first.
        // What the body expected points into the body, which is gone.
        tx.forgetExpected(ours);
        tx.settle();
        throw;
    }
    if (replayMode == ReplayMode::FindAndStore)
        rememberAnswer(tx, call.caller.userId);
}

void CallContext::admit(const Caller& caller) const
{
    if (isOpen())
        return;
    if (caller.mustChangePassword && !m_method.worksBeforePasswordChange)
        throw AppError(ErrorCode::Refused, "identity.password_change_required");
    if (m_method.access.kind == MethodAccess::Kind::Granted && !caller.may(m_method.access.right))
        throwDenied(m_method.access.right);
}

void CallContext::expectFirstAnswer(Tx& tx, std::int64_t userId)
{
    tx.enqueue(kQueueBehindFirst, userId, m_requestId);
    tx.expect(
        kFindAnswer,
        [this](const Rows& rows) {
            if (rows.empty())
                return;
            const Row row = rows.front();
            if (row.text(0) != m_method.name || row.bytes(1) != m_digest)
                throw AppError(ErrorCode::Invalid, "call.request_id_reused");
            throw Replay{row.bytes(2)};
        },
        userId, m_requestId);
}

void CallContext::rememberAnswer(Tx& tx, std::int64_t userId)
{
    // Before masking: a repeat is masked by the rights of its own time.
    tx.enqueue(kRememberAnswer, userId, m_requestId, m_method.name, asBytes(m_digest),
               asBytes(m_response.SerializeAsString()));
}

void CallContext::OnCancel()
{
    m_services.canceller.request(m_cancel);
}

void CallContext::finishOk()
{
    m_services.masking.apply(*m_signed.caller, m_response);
    report(grpc::StatusCode::OK, "");
    Finish(grpc::Status::OK);
}

void CallContext::finishWith(const std::exception_ptr& failure) noexcept
{
    finishWith(errorOf(failure));
}

void CallContext::finishWith(const AppError& error) noexcept
{
    const grpc::Status status = toStatus(error);
    report(status.error_code(), error.key());
    Finish(status);
}

AppError CallContext::errorOf(const std::exception_ptr& failure) const
{
    try {
        std::rethrow_exception(failure);
    } catch (const AppError& error) {
        return error;
    } catch (const DatabaseError& error) {
        return databaseError(error);
    } catch (const StaleCaller&) {
        return {ErrorCode::Unavailable, "call.rights_changing"};
    } catch (const std::exception& error) {
        return fault(error.what());
    } catch (...) {
        return fault("no standard exception");
    }
}

AppError CallContext::databaseError(const DatabaseError& error) const
{
    if (error.isConnectionLost())
        spdlog::warn("event=connection_lost id={} method={} sqlstate={} in_doubt={} what=\"{}\"", m_id, m_method.name,
                     error.sqlState(), error.isInDoubt(), firstLine(error.what()));
    if (error.isInDoubt())
        return {ErrorCode::Unavailable, "database.commit_in_doubt"};
    if (const auto known = m_services.constraints.find(error.constraint()))
        return *known;
    if (error.isConnectionLost())
        return {ErrorCode::Unavailable, "database.unavailable"};
    if (error.isRetryable())
        return {ErrorCode::Unavailable, "database.contention"};
    if (error.isCancelled())
        return m_cancel->isCancelled() ? AppError(ErrorCode::Cancelled, "call.cancelled")
                                       : AppError(ErrorCode::Timeout, "call.timeout");
    if (error.sqlState() == kInsufficientPrivilege && m_method.access.kind == MethodAccess::Kind::Granted)
        return deniedByDatabase(error);
    return fault(fmt::format("sqlstate={} constraint={} {}", error.sqlState(), error.constraint(), error.what()));
}

/// The two walls are to say the same: where the second has to, the first has a gap.
AppError CallContext::deniedByDatabase(const DatabaseError& error) const
{
    spdlog::error("event=walls_differ id={} method={} user={} what=\"{}\"", m_id, m_method.name,
                  m_signed.caller->userId, error.what());
    return {ErrorCode::Denied, "call.denied", {{"right", rightName(m_method.access.right)}}};
}

AppError CallContext::fault(const std::string& what) const
{
    spdlog::error("event=fault incident={} method={} user={} what=\"{}\"", m_id, m_method.name, m_signed.caller->userId,
                  what);
    v1::ErrorDetail detail;
    detail.set_key("call.fault");
    detail.set_incident_id(m_id);
    return {ErrorCode::Internal, std::move(detail)};
}

void CallContext::report(int code, const std::string& key)
{
    const std::chrono::duration<double> took = Clock::now() - m_start;
    m_services.metrics.countCall(m_method.index, code, took.count(), m_queryStats);
    spdlog::info("event=call id={} method={} user={} code={} key={} ms={:.2f} statements={} trips={} rows={}{}", m_id,
                 m_method.name, m_signed.caller->userId, kCodeNames.at(static_cast<std::size_t>(code)),
                 key.empty() ? "-" : key, took.count() * 1000, m_queryStats.statements, m_queryStats.roundTrips,
                 m_queryStats.rows, m_replayed ? " replayed=1" : "");
}

} // namespace banhang::server
