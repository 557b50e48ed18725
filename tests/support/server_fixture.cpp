#include "tests/support/server_fixture.h"

#include <random>

#include <fmt/format.h>

#include "server/core/rpc/method_table.h"
#include "server/identity/caller_loader.h"

namespace banhang::test {

using namespace banhang::server;

struct ServerFixture::Running
{
    ConstraintErrors constraints;
    Metrics metrics;
    std::unique_ptr<CallerSource> callers;
    std::unique_ptr<TokenSigner> signer;
    std::unique_ptr<ChangeHub> hub;
    std::unique_ptr<CallRunner> calls;
    std::unique_ptr<ServerParts> parts;
    std::vector<std::unique_ptr<grpc::Service>> services;
    std::unique_ptr<RpcServer> server;
    std::shared_ptr<grpc::Channel> channel;
};

ServerFixture::ServerFixture() = default;

ServerFixture::~ServerFixture()
{
    stopServer();
}

std::unique_ptr<CallerSource> ServerFixture::makeCallers(DatabasePool& app)
{
    return std::make_unique<CallerLoader>(app, SessionLimits{});
}

void ServerFixture::startServer()
{
    m_running = std::make_unique<Running>();
    Running& running = *m_running;
    addConstraints(running.constraints);
    running.callers = makeCallers(app());
    running.signer = std::make_unique<TokenSigner>(sql().run("SELECT token_key FROM banhang.company").front().bytes(0));
    ChangeHubOptions hubOptions;
    hubOptions.connect = access("banhang_system");
    adjustHub(hubOptions);
    running.hub = std::make_unique<ChangeHub>(hubOptions, *running.callers, *running.signer, running.metrics);
    running.calls = std::make_unique<CallRunner>(CallRunner::Parts{.pool = app(),
                                                                   .callers = *running.callers,
                                                                   .constraints = running.constraints,
                                                                   .metrics = running.metrics,
                                                                   .services = allServices(),
                                                                   .committed = [&running] { running.hub->wake(); }});
    running.parts = std::make_unique<ServerParts>(
        ServerParts{app(), system(), *running.callers, *running.calls, *running.signer, running.metrics, *running.hub});
    running.services = makeServices(*running.parts);
    std::vector<grpc::Service*> services;
    for (const auto& service : running.services)
        services.push_back(service.get());
    running.server =
        std::make_unique<RpcServer>(RpcServerOptions{.addresses = {"127.0.0.1:0"}, .tls = std::nullopt}, services);
    running.channel = grpc::CreateChannel("127.0.0.1:" + std::to_string(running.server->ports().front()),
                                          grpc::InsecureChannelCredentials());
}

void ServerFixture::stopServer()
{
    if (!m_running)
        return;
    m_running->channel.reset();
    if (m_running->server)
        m_running->server->drain([this] { m_running->hub->goAway(std::chrono::milliseconds(100)); },
                                 std::chrono::milliseconds(500));
    m_running->server.reset();
    m_running->services.clear();
    m_running.reset();
}

std::shared_ptr<grpc::Channel> ServerFixture::channel()
{
    if (!m_running)
        startServer();
    return m_running->channel;
}

ServerParts& ServerFixture::parts()
{
    channel();
    return *m_running->parts;
}

RpcServer& ServerFixture::rpcServer()
{
    channel();
    return *m_running->server;
}

std::unique_ptr<grpc::ClientContext> ServerFixture::context(const std::string& token, std::chrono::milliseconds timeout)
{
    auto made = std::make_unique<grpc::ClientContext>();
    made->set_deadline(std::chrono::system_clock::now() + timeout);
    if (!token.empty())
        made->AddMetadata("authorization", "Bearer " + token);
    return made;
}

std::string ServerFixture::newRequestId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    const std::uint64_t high = random();
    const std::uint64_t low = random();
    return fmt::format("{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}", high >> 32, (high >> 16) & 0xffff, high & 0xfff,
                       low >> 52, low & 0xffffffffffff);
}

} // namespace banhang::test
