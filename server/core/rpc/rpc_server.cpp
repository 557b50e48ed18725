#include "server/core/rpc/rpc_server.h"

#include <stdexcept>

#include <grpcpp/grpcpp.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <spdlog/spdlog.h>

namespace banhang::server {

namespace {

constexpr std::chrono::milliseconds kHealthLook{250};
constexpr unsigned kCertificateLookSeconds = 10;
constexpr int kMaxRequestBytes = 1 << 20;

std::shared_ptr<grpc::ServerCredentials> credentialsOf(const TlsFiles& files)
{
    auto provider = std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
        files.key.string(), files.certificate.string(), files.clientAuthority.string(), kCertificateLookSeconds);
    grpc::experimental::TlsServerCredentialsOptions options(provider);
    options.watch_root_certs();
    options.watch_identity_key_cert_pairs();
    options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
    return grpc::experimental::TlsServerCredentials(options);
}

void setLimits(grpc::ServerBuilder& builder, const RpcServerOptions& options)
{
    const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(options.connectionAge).count();
    builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
    builder.AddChannelArgument(GRPC_ARG_MAX_METADATA_SIZE, 8 * 1024);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, 32);
    builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, 10'000);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS, static_cast<int>(age));
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS, 30'000);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 60'000);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 20'000);
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 15'000);
    // A second server on the same port would take half of the calls; better to fail at start.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    grpc::ResourceQuota quota("banhangd");
    quota.Resize(options.memoryLimitMb << 20);
    builder.SetResourceQuota(quota);
}

} // namespace

RpcServer::RpcServer(RpcServerOptions options, const std::vector<grpc::Service*>& services)
    : m_options(std::move(options))
{
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    const auto credentials = m_options.tls ? credentialsOf(*m_options.tls) : grpc::InsecureServerCredentials();
    m_ports.resize(m_options.addresses.size());
    for (std::size_t i = 0; i < m_ports.size(); ++i)
        builder.AddListeningPort(m_options.addresses[i], credentials, &m_ports[i]);
    for (grpc::Service* service : services)
        builder.RegisterService(service);
    setLimits(builder, m_options);
    m_server = builder.BuildAndStart();
    for (std::size_t i = 0; i < m_ports.size(); ++i) {
        if (!m_server || m_ports[i] == 0)
            throw std::runtime_error("cannot listen on " + m_options.addresses[i]);
    }
    m_health = std::thread([this] { watchHealth(); });
}

RpcServer::~RpcServer()
{
    drain([] {}, std::chrono::milliseconds(0));
}

void RpcServer::watchHealth()
{
    using Clock = std::chrono::steady_clock;
    auto lastHealthy = Clock::now();
    bool serving = true;
    while (!m_stop.waitFor(kHealthLook)) {
        if (m_options.isHealthy())
            lastHealthy = Clock::now();
        const bool wanted = Clock::now() - lastHealthy < m_options.unhealthyAfter;
        if (wanted == serving)
            continue;
        serving = wanted;
        m_server->GetHealthCheckService()->SetServingStatus(serving);
        spdlog::warn("event=health serving={}", serving);
    }
}

void RpcServer::drain(const std::function<void()>& endStreams, std::chrono::milliseconds grace)
{
    if (m_drained)
        return;
    m_drained = true;
    m_stop.stop();
    m_health.join();
    m_server->GetHealthCheckService()->SetServingStatus(false);
    endStreams();
    m_server->Shutdown(std::chrono::system_clock::now() + grace);
    m_server->Wait();
}

} // namespace banhang::server
