// The listening server as strangers, clients and health checkers meet it: over TLS, with certificates made as a new
// office makes them.
#include "server/core/rpc/rpc_server.h"

#include <atomic>
#include <fstream>
#include <future>
#include <sstream>

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include "banhang/v1/identity.grpc.pb.h"
#include "server/core/rpc/rpc_log.h"
#include "server/core/telemetry/metrics.h"
#include "server/ops/certificates.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wait_until.h"

namespace banhang::server {
namespace {

using namespace std::chrono_literals;
using test::TempDirectory;
using test::waitUntil;

constexpr Days kYear{365};
constexpr auto kPatience = 30s;
/// The wire form of "serving" and "not serving" of grpc.health.v1.HealthCheckResponse.
const std::string kServing("\x08\x01", 2);
const std::string kNotServing("\x08\x02", 2);

class RpcServerTest : public ::testing::Test
{
protected:
    RpcServerTest()
    {
        write("server.crt", m_server.certificate);
        write("server.key", m_server.key);
        write("ca.crt", m_office.certificate);
    }

    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_directory.path() / name) << text;
    }

    RpcServerOptions options() const
    {
        const auto& folder = m_directory.path();
        RpcServerOptions options;
        options.addresses = {"127.0.0.1:0"};
        options.tls = TlsFiles{folder / "server.crt", folder / "server.key", folder / "ca.crt"};
        return options;
    }

    std::shared_ptr<grpc::Channel> channel(const RpcServer& server, const KeyedCertificate& client) const
    {
        grpc::ChannelArguments arguments;
        // A channel of its own for each test, and no waiting between attempts.
        arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
        arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 50);
        return grpc::CreateCustomChannel("localhost:" + std::to_string(server.ports().front()),
                                         grpc::SslCredentials({m_office.certificate, client.key, client.certificate}),
                                         arguments);
    }

    /// One question of a health checker.
    static std::pair<grpc::Status, std::string> check(const std::shared_ptr<grpc::Channel>& channel,
                                                      const std::string& request = {}, bool waits = true)
    {
        grpc::GenericStub stub(channel);
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + kPatience);
        context.set_wait_for_ready(waits);
        const grpc::Slice slice(request);
        const grpc::ByteBuffer question(&slice, 1);
        grpc::ByteBuffer answer;
        std::promise<grpc::Status> done;
        stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", {}, &question, &answer,
                       [&](const grpc::Status& status) { done.set_value(status); });
        const grpc::Status status = done.get_future().get();
        grpc::Slice text;
        if (status.ok() && !answer.DumpToSingleSlice(&text).ok())
            throw std::runtime_error("no answer");
        return {status, std::string(reinterpret_cast<const char*>(text.begin()), text.size())};
    }

    const KeyedCertificate m_office = makeAuthority("office", kYear);
    const KeyedCertificate m_server = makeServerCertificate(m_office, "server", {{"localhost"}, {"127.0.0.1"}}, kYear);
    const KeyedCertificate m_client = makeClientCertificate(m_office, "office client", kYear);
    TempDirectory m_directory;
    v1::IdentityService::CallbackService m_service; ///< a server without any does not start
};

TEST_F(RpcServerTest, clientsOfTheOfficeAreServed)
{
    const RpcServer server(options(), {&m_service});
    const auto [status, answer] = check(channel(server, m_client));
    EXPECT_TRUE(status.ok()) << status.error_message();
    EXPECT_EQ(answer, kServing);
}

TEST_F(RpcServerTest, strangersFailInTheHandshakeAndInOneLineOfTheLog)
{
    std::ostringstream log;
    const auto before = spdlog::default_logger();
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
    {
        Metrics metrics;
        const RpcLog taken(metrics.registry());
        const RpcServer server(options(), {&m_service});
        const KeyedCertificate other = makeAuthority("another office", kYear);
        for (const KeyedCertificate& stranger :
             {KeyedCertificate{}, makeClientCertificate(other, "office client", kYear)}) {
            const auto status = check(channel(server, stranger), {}, false).first;
            EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
        }
        EXPECT_TRUE(
            waitUntil([&] { return metrics.text().find("banhang_rpc_library_errors_total 0") == std::string::npos; }));
        EXPECT_EQ(check(channel(server, m_client)).second, kServing) << "others are served on";
    }
    spdlog::set_default_logger(before);
    EXPECT_NE(log.str().find("event=rpc.library file="), std::string::npos) << log.str();
}

TEST_F(RpcServerTest, aRequestOfMoreThanAMegabyteIsRefused)
{
    const RpcServer server(options(), {&m_service});
    const auto office = channel(server, m_client);
    EXPECT_EQ(check(office, std::string((1 << 20) + 1, 'x')).first.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    EXPECT_EQ(check(office).second, kServing);
}

TEST_F(RpcServerTest, oldConnectionsAreAskedToGoAndComeBack)
{
    RpcServerOptions young = options();
    young.connectionAge = 10s; // the first call is over by then, also on a slow machine
    const RpcServer server(young, {&m_service});
    const auto office = channel(server, m_client);
    EXPECT_EQ(check(office).second, kServing);
    EXPECT_EQ(office->GetState(false), GRPC_CHANNEL_READY);
    EXPECT_TRUE(office->WaitForStateChange(GRPC_CHANNEL_READY, std::chrono::system_clock::now() + kPatience));
    EXPECT_EQ(check(office).second, kServing) << "over a new connection";
}

TEST_F(RpcServerTest, healthFollowsTheDatabase)
{
    std::atomic<bool> healthy = true;
    RpcServerOptions watched = options();
    watched.isHealthy = [&] { return healthy.load(); };
    watched.unhealthyAfter = 100ms;
    const RpcServer server(watched, {&m_service});
    const auto office = channel(server, m_client);
    healthy = false;
    EXPECT_TRUE(waitUntil([&] { return check(office).second == kNotServing; }));
    healthy = true;
    EXPECT_TRUE(waitUntil([&] { return check(office).second == kServing; }));
}

TEST_F(RpcServerTest, saysGoodByeToStreamsBeforeItEnds)
{
    RpcServer server(options(), {&m_service});
    const auto office = channel(server, m_client);
    EXPECT_EQ(check(office).second, kServing);
    int farewells = 0;
    server.drain([&] { ++farewells; }, 1s);
    server.drain([&] { ++farewells; }, 1s);
    EXPECT_EQ(farewells, 1);
    EXPECT_EQ(check(office, {}, false).first.error_code(), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(RpcServerTest, aTakenAddressStopsTheStart)
{
    const RpcServer server(options(), {&m_service});
    RpcServerOptions same = options();
    same.addresses = {"127.0.0.1:" + std::to_string(server.ports().front())};
    EXPECT_THROW(RpcServer(same, {&m_service}), std::runtime_error);
}

TEST(LineLimit, letsAFewThroughInEachWindowAndCountsTheRest)
{
    LineLimit limit(2, 1min);
    const LineLimit::Clock::time_point start(1h);
    EXPECT_TRUE(limit.admits(start));
    EXPECT_TRUE(limit.admits(start + 1s));
    EXPECT_FALSE(limit.admits(start + 2s));
    EXPECT_FALSE(limit.admits(start + 59s));
    EXPECT_TRUE(limit.admits(start + 60s));
    EXPECT_EQ(limit.takeDropped(), 2);
    EXPECT_EQ(limit.takeDropped(), 0);
}

} // namespace
} // namespace banhang::server
