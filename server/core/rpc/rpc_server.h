// The listening server: addresses, TLS, limits, health, and an end without broken calls.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <grpcpp/impl/service_type.h>
#include <grpcpp/server.h>

#include "server/core/jobs/stop_flag.h"

namespace banhang::server {

/// Watched: renewed files serve the next handshakes without a restart.
struct TlsFiles
{
    std::filesystem::path certificate; ///< chain, leaf first
    std::filesystem::path key;
    /// Clients must show a certificate of this authority, or their handshake ends before any of their bytes is parsed.
    std::filesystem::path clientAuthority;
};

struct RpcServerOptions
{
    /// "0.0.0.0:7443", "[::]:7443"; port 0 takes a free one.
    std::vector<std::string> addresses;
    /// Empty only in tests: no server of users goes without.
    std::optional<TlsFiles> tls;
    std::size_t memoryLimitMb = 256;
    std::chrono::seconds connectionAge{1800};
    /// Serving ends when this holds for `unhealthyAfter`, and starts again when it no longer does.
    std::function<bool()> isHealthy = [] { return true; };
    std::chrono::milliseconds unhealthyAfter{5000};
};

/// Thread: any, one at a time.
class RpcServer
{
public:
    /// Listens at once; the services must outlive the server. Throws std::runtime_error if an address cannot be had.
    RpcServer(RpcServerOptions options, const std::vector<grpc::Service*>& services);
    ~RpcServer();
    RpcServer(const RpcServer&) = delete;
    RpcServer& operator=(const RpcServer&) = delete;

    /// In the order of the addresses.
    const std::vector<int>& ports() const { return m_ports; }

    /// Tells health checkers that no new calls are wanted, lets `endStreams` say good-bye to the open streams, then
    /// waits for running calls up to `grace` and cancels the rest. Repeating it is harmless.
    void drain(const std::function<void()>& endStreams, std::chrono::milliseconds grace);

private:
    void watchHealth();

    RpcServerOptions m_options;
    std::vector<int> m_ports;
    std::unique_ptr<grpc::Server> m_server;
    StopFlag m_stop;
    std::thread m_health;
    bool m_drained = false;
};

} // namespace banhang::server
