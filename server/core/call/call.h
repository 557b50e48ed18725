// What the bodies of calls work with, and the front door of the pipeline that runs them.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <google/protobuf/message.h>
#include <grpcpp/support/server_callback.h>

#include "server/core/call/caller.h"
#include "server/core/call/caller_source.h"
#include "server/core/database/tx.h"

namespace banhang::server {

class CallContext;
class ConstraintErrors;
class DatabasePool;
class Masking;
class MethodTable;
class Metrics;
struct CallServices;
struct MethodInfo;

/// What the body of a call works with. Valid only inside the body.
struct Call
{
    const Caller& caller;       ///< empty in `open` calls
    const SessionInfo& session; ///< empty in `open` calls
    /// For the log, the audit and the incident id of a fault; 16 hex digits.
    const std::string& id;
    /// Where the call came from, without the port: "192.168.1.7".
    const std::string& address;
    Tx& tx;
};

/// What the body of a call of several transactions works with: no transaction of its own, and the right to take its
/// time. Valid only inside the body.
class MultiTransactionCall
{
public:
    explicit MultiTransactionCall(CallContext& context) : m_context(context) {}

    /// The session was checked in a transaction of its own before the body; empty in `open` calls.
    const Caller& caller() const;
    const SessionInfo& session() const;
    const std::string& id() const;
    const std::string& address() const;

    /// Runs `body` in one transaction on a database thread and waits. The caller is checked again in it. See
    /// runTransaction for reruns.
    void inTransaction(const std::function<void(Call&)>& body);
    /// As inTransaction, for the last one: it also remembers the answer under the request's `request_id`.
    void finish(const std::function<void(Call&)>& body);

private:
    CallContext& m_context;
};

/// Runs unary calls of all services. Everything that is the same for all methods happens here and nowhere else:
/// admission by the method's `required_right`, deadline to statement_timeout, cancellation to query cancel, transaction
/// with up to three more runs after deadlock or serialization failure (never after a commit in doubt), the answer
/// remembered under `request_id`, masks applied to the answer, errors to status, log line and metrics. `method` is
/// "CustomersService.GetCustomer", from a string that lives as long as the program. Thread: any; bodies run on a
/// database thread, those of calls that need several transactions on a thread for slow work.
class CallRunner
{
public:
    struct Parts
    {
        DatabasePool& pool;
        CallerSource& callers;
        const ConstraintErrors& constraints;
        Metrics& metrics;
        std::vector<const google::protobuf::ServiceDescriptor*> services;
        /// Password hashes at a time; each takes 19 MiB and a core for 40 ms.
        int slowThreads = 2;
        /// Called after each committed write, on any thread: ChangeHub::wake.
        std::function<void()> committed = [] {};
    };
    /// Throws std::runtime_error if a method lacks a valid `required_right`: such a server must not start.
    explicit CallRunner(Parts parts);
    ~CallRunner();

    /// A body is any function of this shape; the types follow from `request` and `response`.
    template <typename Request, typename Response>
    using Body = std::type_identity_t<std::function<void(Call&, const Request&, Response&)>>;
    template <typename Request, typename Response>
    using MultiTransactionBody =
        std::type_identity_t<std::function<void(MultiTransactionCall&, const Request&, Response&)>>;

    /// A call that only reads, in one read-only transaction.
    template <typename Request, typename Response>
    grpc::ServerUnaryReactor* read(grpc::CallbackServerContext* context, std::string_view method,
                                   const Request* request, Response* response, Body<Request, Response> body)
    {
        return start(context, method, *request, *response, Tx::Mode::ReadOnly,
                     bind(std::move(body), request, response));
    }

    /// A call that writes, in one transaction. If its request has a field `request_id`, that must be a UUID, and a
    /// repeat returns the first answer.
    template <typename Request, typename Response>
    grpc::ServerUnaryReactor* write(grpc::CallbackServerContext* context, std::string_view method,
                                    const Request* request, Response* response, Body<Request, Response> body)
    {
        return start(context, method, *request, *response, Tx::Mode::ReadWrite,
                     bind(std::move(body), request, response));
    }

    /// A call whose body does slow work outside of transactions. Access, session or not, is as the method's option
    /// says.
    template <typename Request, typename Response>
    grpc::ServerUnaryReactor* multiTransaction(grpc::CallbackServerContext* context, std::string_view method,
                                               const Request* request, Response* response,
                                               MultiTransactionBody<Request, Response> body)
    {
        return startMultiTransaction(context, method, *request, *response,
                                     [body = std::move(body), request, response](MultiTransactionCall& call) {
                                         body(call, *request, *response);
                                     });
    }

    const MethodTable& methods() const;

private:
    template <typename Request, typename Response>
    static std::function<void(Call&)> bind(Body<Request, Response> body, const Request* request, Response* response)
    {
        return [body = std::move(body), request, response](Call& call) { body(call, *request, *response); };
    }
    grpc::ServerUnaryReactor* start(grpc::CallbackServerContext* context, std::string_view method,
                                    const google::protobuf::Message& request, google::protobuf::Message& response,
                                    Tx::Mode mode, std::function<void(Call&)> body);
    grpc::ServerUnaryReactor* startMultiTransaction(grpc::CallbackServerContext* context, std::string_view method,
                                                    const google::protobuf::Message& request,
                                                    google::protobuf::Message& response,
                                                    std::function<void(MultiTransactionCall&)> body);

    std::unique_ptr<CallServices> m_services;
};

} // namespace banhang::server
