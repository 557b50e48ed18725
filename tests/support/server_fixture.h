// A test with a running server of chosen services, and stubs to call it.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <grpcpp/grpcpp.h>

#include "common/status_codec.h"
#include "server/changes/change_hub.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"
#include "server/core/database/constraint_errors.h"
#include "server/core/rpc/rpc_server.h"
#include "server/core/telemetry/metrics.h"
#include "tests/support/pg_fixture.h"

namespace banhang::test {

/// What services are built from; lives as long as the server.
struct ServerParts
{
    server::DatabasePool& app;
    server::DatabasePool& system;
    server::CallerSource& callers;
    server::CallRunner& calls;
    server::TokenSigner& signer;
    server::Metrics& metrics;
    /// Woken by committed calls; a service on it is made by makeServices if the test wants one.
    server::ChangeHub& hub;
};

/// Override makeServices. The server starts with the first stub; world() may be filled before and after.
class ServerFixture : public PgFixture
{
protected:
    ServerFixture();
    ~ServerFixture() override;

    virtual std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) = 0;
    /// Which violated constraints are refusals.
    virtual void addConstraints(server::ConstraintErrors&) {}
    /// Shorter times and smaller bounds, for tests of the feed.
    virtual void adjustHub(server::ChangeHubOptions&) {}
    /// Identity's CallerLoader unless a test brings its own.
    virtual std::unique_ptr<server::CallerSource> makeCallers(server::DatabasePool& app);

    template <typename Service>
    std::unique_ptr<typename Service::Stub> stub()
    {
        return Service::NewStub(channel());
    }
    /// Calls and returns the answer; throws the AppError that the status stands for.
    /// `call(*stub, &v1::CustomersService::Stub::GetCustomer, request, token)`
    template <typename Stub, typename Request, typename Response>
    Response call(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  const Request& request, const std::string& token = {})
    {
        Response response;
        const auto clientContext = context(token);
        const grpc::Status status = (stub.*method)(clientContext.get(), request, &response);
        if (!status.ok())
            throw fromStatus(status);
        return response;
    }
    /// The error of a call that must fail; adds a test failure if it does not.
    template <typename Stub, typename Request, typename Response>
    AppError refusal(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                     const Request& request, const std::string& token = {})
    {
        try {
            call(stub, method, request, token);
        } catch (const AppError& error) {
            return error;
        }
        ADD_FAILURE() << "the call was not refused";
        return AppError(ErrorCode::Internal, "test.not_refused");
    }

    /// With a deadline, and the token unless it is empty.
    static std::unique_ptr<grpc::ClientContext> context(const std::string& token,
                                                        std::chrono::milliseconds timeout = std::chrono::seconds(60));
    static std::string newRequestId();

    std::shared_ptr<grpc::Channel> channel();
    ServerParts& parts();
    server::RpcServer& rpcServer();
    /// Services go too; a later stub starts a new server on another port. The database stays.
    void stopServer();

private:
    struct Running;
    void startServer();

    std::unique_ptr<Running> m_running;
};

} // namespace banhang::test
