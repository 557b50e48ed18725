// The life of one call, in one place: token -> caller -> required right -> body in one transaction -> answer.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <google/protobuf/message.h>
#include <grpcpp/support/server_callback.h>

#include "server/core/caller.h"
#include "server/core/tx.h"

namespace banhang::server {

class Database;
class Metrics;

/// What the body of a call works with. Valid only inside the body.
struct Call
{
    const Caller& caller;
    const SessionInfo& session;
    /// For the log, the audit and the incident id of a fault; 16 hex digits.
    const std::string& id;
    /// The transaction; for `open` bodies see CallRunner::open.
    Tx& tx;
    /// Cleared for every run of the body, since a retry runs it again.
    std::chrono::steady_clock::time_point deadline;
};

/// Finds the session behind a token. Implemented by identity, plugged in by app.
class CallerSource
{
public:
    virtual ~CallerSource() = default;
    struct Signed
    {
        std::shared_ptr<const Caller> caller;
        SessionInfo session;
    };
    /// What is remembered of a token, without asking the database; empty if unknown.
    virtual Signed remembered(std::string_view token) = 0;
    /// Checks in `tx` that the remembered session still lives and its rights are the newest; loads both anew where not.
    /// The check is sent with BEGIN, so that it costs no round trip of its own.
    /// Throws AppError SignedOut "session.ended".
    virtual Signed verify(Tx& tx, std::string_view token, const Signed& known) = 0;
};

/// Runs unary calls of all services. Everything that is the same for all methods happens here and nowhere else:
/// admission by the method's `required_right`, deadline to statement_timeout, cancellation to query cancel, transaction with up to
/// three more runs after deadlock or serialization failure (never after a commit in doubt), the answer remembered under
/// `request_id`, masks applied to the answer, errors to status, log line and metrics.
/// Thread: any; bodies run on a database thread.
class CallRunner
{
public:
    template <typename Request, typename Response>
    using Body = std::function<void(Call&, const Request&, Response&)>;

    /// A call that only reads. `method` is "CustomersService.GetCustomer".
    template <typename Request, typename Response>
    grpc::ServerUnaryReactor* read(grpc::CallbackServerContext* context, std::string_view method, const Request* request,
                                   Response* response, Body<Request, Response> body);

    /// A call that writes: its request has `request_id` (refused if it is no UUID), a repeat returns the first answer.
    template <typename Request, typename Response>
    grpc::ServerUnaryReactor* write(grpc::CallbackServerContext* context, std::string_view method, const Request* request,
                                    Response* response, Body<Request, Response> body);
};

} // namespace banhang::server
