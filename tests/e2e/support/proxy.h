// A cable between client and server that can be cut, made slow, held still and torn out.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace banhang::test {

/// Forwards TCP connections on loopback, on a thread of its own. Thread: any. The client's tour has another
/// (client/app/tour/tcp_proxy.h), since the product includes no tests; that one lives in the event loop of the window,
/// and the shell has none, nor may a window that is measured carry its own line.
class Proxy
{
public:
    /// Throws: std::system_error.
    explicit Proxy(int serverPort);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    /// "127.0.0.1:N"; the same for its whole life.
    std::string address() const;
    /// Ends all connections in order and refuses new ones.
    void cut();
    /// Takes connections again.
    void mend();
    /// Tears all connections down (RST); new ones are welcome.
    void reset();
    /// Connections stay and new ones are taken, but no byte passes, as behind a switch that hangs.
    void stall();
    void resume();
    /// Each way.
    void setDelay(std::chrono::milliseconds delay);

    int connectionCount() const { return m_connectionCount; }

private:
    struct Pipe;
    struct Connection;

    void listen();
    void work();
    void accept();
    bool serve(Connection& connection, short near, short far);
    void tell(const std::function<void()>& change);
    int wait();

    const int m_serverPort;
    int m_port = 0;
    std::atomic<int> m_listener = -1; ///< -1 while it is cut
    int m_wake[2] = {-1, -1};
    std::mutex m_mutex; ///< of the orders below
    bool m_isStopping = false;
    bool m_isCut = false;
    bool m_isStalled = false;
    bool m_resets = false;
    std::chrono::milliseconds m_delay{0};
    std::atomic<int> m_connectionCount = 0;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::thread m_thread;
};

} // namespace banhang::test
