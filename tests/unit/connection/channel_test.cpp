// The channel against a server in this process that fails on purpose.
#include "client/connection/channel.h"

#include <atomic>

#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include "banhang/v1/identity.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/error.h"
#include "common/status_codec.h"
#include "server/ops/certificates.h"

namespace banhang::client {
namespace {

using namespace std::chrono_literals;
using server::Days;

constexpr const char* kServerName = "banhang.server";

class FailingOps final : public v1::OpsService::Service
{
public:
    grpc::Status GetServerInfo(grpc::ServerContext* context, const v1::GetServerInfoRequest*,
                               v1::ServerInfo* info) override
    {
        ++calls;
        for (const auto& [name, value] : context->client_metadata())
            if (name == "authorization" || name == "x-banhang-machine")
                seen += std::string(value.data(), value.size()) + ";";
        if (failures-- > 0)
            return toStatus(AppError(ErrorCode::Unavailable, "database.unavailable"));
        info->set_version("1");
        return grpc::Status::OK;
    }

    std::atomic<int> calls = 0;
    std::atomic<int> failures = 0;
    std::string seen;
};

class FailingIdentity final : public v1::IdentityService::Service
{
public:
    grpc::Status ChangePassword(grpc::ServerContext*, const v1::ChangePasswordRequest*,
                                v1::ChangePasswordResponse*) override
    {
        ++calls;
        return toStatus(AppError(ErrorCode::Unavailable, "database.unavailable"));
    }
    /// Answers with as large an error as the server ever sends.
    grpc::Status GetMe(grpc::ServerContext*, const v1::GetMeRequest*, v1::Me*) override
    {
        v1::ErrorDetail detail;
        detail.set_key("call.invalid");
        (*detail.mutable_args())["text"] = std::string(6'900, 'x');
        return toStatus(AppError(ErrorCode::Refused, detail));
    }

    std::atomic<int> calls = 0;
};

class ChannelTest : public ::testing::Test
{
protected:
    ChannelTest()
    {
        const auto authority = server::makeAuthority("authority", Days(10));
        // No address in it: the name of the connection file must do.
        const auto own = server::makeServerCertificate(authority, kServerName, {{kServerName}, {}}, Days(10));
        const auto shown = server::makeClientCertificate(authority, "client", Days(10));
        grpc::SslServerCredentialsOptions options(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
        options.pem_root_certs = authority.certificate;
        options.pem_key_cert_pairs.push_back({own.key, own.certificate});
        grpc::ServerBuilder builder;
        int port = 0;
        builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(options), &port);
        builder.RegisterService(&m_ops);
        builder.RegisterService(&m_identity);
        m_server = builder.BuildAndStart();
        m_file = {
            {"127.0.0.1:" + std::to_string(port)}, kServerName, authority.certificate, shown.certificate, shown.key};
    }
    ~ChannelTest() override { m_server->Shutdown(std::chrono::system_clock::now()); }

    grpc::Status getInfo(const ConnectionFile& file)
    {
        const auto stub = v1::OpsService::NewStub(makeChannel(file));
        grpc::ClientContext context;
        prepareCall(context, {"secret", "máy-1", "test 1"}, 20s);
        v1::ServerInfo info;
        return stub->GetServerInfo(&context, {}, &info);
    }

    FailingOps m_ops;
    FailingIdentity m_identity;
    std::unique_ptr<grpc::Server> m_server;
    ConnectionFile m_file;
};

TEST_F(ChannelTest, triesAReadAgain)
{
    m_ops.failures = 2;

    EXPECT_TRUE(getInfo(m_file).ok());
    EXPECT_EQ(m_ops.calls, 3);
}

TEST_F(ChannelTest, givesUpAReadAfterThreeAttempts)
{
    m_ops.failures = 9;

    EXPECT_EQ(fromStatus(getInfo(m_file)).key(), "database.unavailable");
    EXPECT_EQ(m_ops.calls, 3);
}

TEST_F(ChannelTest, neverRepeatsAWrite)
{
    const auto stub = v1::IdentityService::NewStub(makeChannel(m_file));
    grpc::ClientContext context;
    prepareCall(context, {}, 20s);
    v1::ChangePasswordResponse response;

    EXPECT_EQ(stub->ChangePassword(&context, {}, &response).error_code(), grpc::StatusCode::UNAVAILABLE);
    EXPECT_EQ(m_identity.calls, 1);
}

TEST_F(ChannelTest, triesTheNextOfSeveralAddresses)
{
    ConnectionFile file = m_file;
    file.addresses.insert(file.addresses.begin(), "127.0.0.1:1");

    EXPECT_TRUE(getInfo(file).ok());
}

TEST_F(ChannelTest, findsAServerByName)
{
    ConnectionFile file = m_file;
    file.addresses = {"localhost:" + std::to_string(parseServerAddress(m_file.addresses.front()).port)};

    EXPECT_TRUE(getInfo(file).ok());
}

TEST_F(ChannelTest, receivesTheLargestErrorWhole)
{
    const auto stub = v1::IdentityService::NewStub(makeChannel(m_file));
    grpc::ClientContext context;
    prepareCall(context, {}, 20s);
    v1::Me me;

    EXPECT_EQ(fromStatus(stub->GetMe(&context, {}, &me)).detail().args().at("text").size(), 6'900U);
}

TEST_F(ChannelTest, carriesTokenAndMachineWithEachCall)
{
    EXPECT_TRUE(getInfo(m_file).ok());
    EXPECT_NE(m_ops.seen.find("Bearer secret;"), std::string::npos);
    EXPECT_NE(m_ops.seen.find("m??y-1;"), std::string::npos) << "metadata is ASCII";
}

} // namespace
} // namespace banhang::client
