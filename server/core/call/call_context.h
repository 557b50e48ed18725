// One unary call on its way through the pipeline: what all kinds of calls share.
#pragma once

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/core/call/call.h"
#include "server/core/call/masking.h"
#include "server/core/call/slow_executor.h"
#include "server/core/database/cancellation.h"
#include "server/core/database/database_pool.h"
#include "server/core/rpc/method_table.h"

namespace banhang::server {

/// What all calls of a server share.
struct CallServices
{
    DatabasePool& pool;
    CallerSource& callers;
    const ConstraintErrors& constraints;
    Metrics& metrics;
    MethodTable methods;
    Masking masking;
    Canceller canceller;
    SlowExecutor slow;
    std::function<void()> committed;
};

/// How one transaction is run: directly on a database thread, or by handing it to one.
using TransactionRunner = std::function<void(const TxIdentity&, Tx::Mode, const std::function<void(Tx&)>&)>;

/// What a transaction has to do with the answers kept under `request_id`.
enum class ReplayMode {
    None,
    Find,         ///< a repeat is answered with the first answer
    FindAndStore, ///< and what this transaction answers is kept
};

/// Owner: itself; it ends in OnDone.
class CallContext : public grpc::ServerUnaryReactor
{
public:
    CallContext(CallServices& services, const MethodInfo& method, grpc::CallbackServerContext& context,
                const google::protobuf::Message& request, google::protobuf::Message& response);

    /// What must hold before anything is queued: deadline, token, request_id. Throws AppError.
    void validateMetadata();

    /// Runs `body` as the caller: session and rights are checked in the same round trip as the body's first statement,
    /// and what was found stale is loaded anew and the body run again. If the request is a repeat, `body` may run but
    /// its work is rolled back.
    void transact(const TransactionRunner& run, Tx::Mode mode, ReplayMode replayMode,
                  const std::function<void(Call&)>& body);

    void finishOk();
    void finishWith(const std::exception_ptr& failure) noexcept;
    void finishWith(const AppError& error) noexcept;

    std::chrono::steady_clock::time_point deadlineTime() const { return m_deadline; }
    CancelToken* cancelToken() { return m_cancel.get(); }
    /// What the call has asked of the database so far.
    QueryStats& queryStats() { return m_queryStats; }
    CallServices& services() { return m_services; }
    const MethodInfo& method() const { return m_method; }
    const CallerSource::Signed& signedIn() const { return m_signed; }
    const std::string& id() const { return m_id; }
    const std::string& address() const { return m_address; }
    /// The request was answered before; the stored answer is in place.
    bool isReplayed() const { return m_replayed; }

private:
    void OnDone() override { delete this; }
    void OnCancel() override;
    void runOnce(Tx& tx, const CallerSource::Signed& known, ReplayMode replayMode,
                 const std::function<void(Call&)>& body);
    void admit(const Caller& caller) const;
    void expectFirstAnswer(Tx& tx, std::int64_t userId);
    void rememberAnswer(Tx& tx, std::int64_t userId);
    std::int64_t timeLeftMs() const;
    AppError errorOf(const std::exception_ptr& failure) const;
    AppError databaseError(const DatabaseError& error) const;
    AppError deniedByDatabase(const DatabaseError& error) const;
    AppError fault(const std::string& what) const;
    void report(int code, const std::string& key);
    bool isOpen() const { return m_method.access.kind == MethodAccess::Kind::Open; }

    CallServices& m_services;
    const MethodInfo& m_method;
    grpc::CallbackServerContext& m_context;
    const google::protobuf::Message& m_request;
    google::protobuf::Message& m_response;
    const std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_deadline;
    const std::string m_id;
    std::string m_address;
    std::string m_token;
    std::string m_requestId;
    std::string m_digest; ///< of the request; only for requests with a request_id
    CallerSource::Signed m_signed;
    std::shared_ptr<CancelToken> m_cancel;
    QueryStats m_queryStats;
    bool m_replayed = false;
};

/// "192.168.1.7" of gRPC's "ipv4:192.168.1.7:51234"; the whole for forms without a port.
std::string addressOfPeer(const std::string& peer);

/// The token of "authorization: Bearer <token>". Throws AppError SignedOut "session.missing".
std::string bearerToken(const grpc::CallbackServerContext& context);

/// A UUID, as clients make them.
bool isRequestId(std::string_view text);

/// 16 hex digits.
std::string newCallId();

} // namespace banhang::server
