#include "tests/e2e/support/proxy.h"

#include <array>
#include <cerrno>
#include <deque>
#include <memory>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace banhang::test {

namespace {

using Clock = std::chrono::steady_clock;

int checked(int result, const char* what)
{
    if (result < 0)
        throw std::system_error(errno, std::generic_category(), what);
    return result;
}

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int openSocket()
{
    return checked(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), "socket");
}

} // namespace

/// One direction: bytes with the moment from which they may pass.
struct Proxy::Pipe
{
    struct Piece
    {
        Clock::time_point due;
        std::string bytes;
    };
    std::deque<Piece> pieces{};
    bool isEnded = false; ///< the source has said its last

    /// False when the connection is broken.
    bool readFrom(int source, std::chrono::milliseconds delay)
    {
        std::array<char, 65536> buffer;
        const ssize_t count = recv(source, buffer.data(), buffer.size(), 0);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (count == 0)
            isEnded = true;
        else
            pieces.push_back({Clock::now() + delay, std::string(buffer.data(), static_cast<std::size_t>(count))});
        return true;
    }

    bool writeTo(int target)
    {
        while (!pieces.empty() && pieces.front().due <= Clock::now()) {
            std::string& bytes = pieces.front().bytes;
            const ssize_t count = send(target, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0)
                return errno == EAGAIN || errno == EINTR || errno == ENOTCONN;
            bytes.erase(0, static_cast<std::size_t>(count));
            if (!bytes.empty())
                return true;
            pieces.pop_front();
        }
        return !(isEnded && pieces.empty());
    }
};

struct Proxy::Connection
{
    int near = -1;
    int far = -1;
    Pipe toServer{};
    Pipe toClient{};

    Connection(int client, int server) : near(client), far(server) {}
    ~Connection()
    {
        close(near);
        close(far);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void tear() const
    {
        const linger hard{1, 0};
        setsockopt(near, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        setsockopt(far, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
};

Proxy::Proxy(int serverPort) : m_serverPort(serverPort)
{
    checked(pipe2(m_wake, O_CLOEXEC | O_NONBLOCK), "pipe");
    listen();
    m_thread = std::thread([this] { work(); });
}

Proxy::~Proxy()
{
    tell([this] { m_isStopping = true; });
    m_thread.join();
    m_connections.clear();
    if (m_listener >= 0)
        close(m_listener);
    close(m_wake[0]);
    close(m_wake[1]);
}

std::string Proxy::address() const
{
    return "127.0.0.1:" + std::to_string(m_port);
}

void Proxy::listen()
{
    m_listener = openSocket();
    const int yes = 1;
    setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    auto address = loopback(m_port);
    checked(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), sizeof address), "bind");
    checked(::listen(m_listener, 64), "listen");
    socklen_t size = sizeof address;
    checked(getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    m_port = ntohs(address.sin_port);
}

void Proxy::tell(const std::function<void()>& change)
{
    {
        const std::lock_guard lock(m_mutex);
        change();
    }
    (void)!write(m_wake[1], "x", 1);
}

void Proxy::cut()
{
    tell([this] { m_isCut = true; });
    while (m_connectionCount > 0 || m_listener.load() >= 0)
        std::this_thread::yield();
}

void Proxy::mend()
{
    tell([this] { m_isCut = false; });
}

void Proxy::reset()
{
    tell([this] { m_resets = true; });
}

void Proxy::stall()
{
    tell([this] { m_isStalled = true; });
}

void Proxy::resume()
{
    tell([this] { m_isStalled = false; });
}

void Proxy::setDelay(std::chrono::milliseconds delay)
{
    tell([this, delay] { m_delay = delay; });
}

void Proxy::accept()
{
    const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (client < 0)
        return;
    const int server = openSocket();
    const auto address = loopback(m_serverPort);
    if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0 && errno != EINPROGRESS) {
        close(client);
        close(server);
        return;
    }
    m_connections.push_back(std::make_unique<Connection>(client, server));
}

/// False when it is over.
bool Proxy::serve(Connection& connection, short near, short far)
{
    constexpr short kBroken = POLLERR | POLLNVAL;
    if ((near & kBroken) != 0 || (far & kBroken) != 0)
        return false;
    if ((near & (POLLIN | POLLHUP)) != 0 && !connection.toServer.readFrom(connection.near, m_delay))
        return false;
    if ((far & (POLLIN | POLLHUP)) != 0 && !connection.toClient.readFrom(connection.far, m_delay))
        return false;
    return connection.toServer.writeTo(connection.far) && connection.toClient.writeTo(connection.near);
}

/// Milliseconds until the next piece is due; -1 for none.
int Proxy::wait()
{
    auto next = Clock::time_point::max();
    for (const auto& connection : m_connections)
        for (const Pipe* pipe : {&connection->toServer, &connection->toClient})
            if (!pipe->pieces.empty())
                next = std::min(next, pipe->pieces.front().due);
    if (next == Clock::time_point::max())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now()).count();
    return static_cast<int>(std::max<decltype(left)>(left, 1));
}

void Proxy::work()
{
    while (true) {
        bool isStalled = false;
        {
            const std::lock_guard lock(m_mutex);
            if (m_isStopping)
                return;
            isStalled = m_isStalled;
            if (std::exchange(m_resets, false)) {
                for (const auto& connection : m_connections)
                    connection->tear();
                m_connections.clear();
            }
            if (m_isCut && m_listener >= 0) {
                m_connections.clear();
                close(m_listener.exchange(-1));
            } else if (!m_isCut && m_listener < 0) {
                listen();
            }
            m_connectionCount = static_cast<int>(m_connections.size());
        }
        std::vector<pollfd> polled{{m_wake[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const auto& connection : m_connections) {
            const auto eventsOf = [isStalled](const Pipe& in) {
                return static_cast<short>(isStalled || in.isEnded ? 0 : POLLIN);
            };
            polled.push_back({connection->near, eventsOf(connection->toServer), 0});
            polled.push_back({connection->far, eventsOf(connection->toClient), 0});
        }
        poll(polled.data(), polled.size(), isStalled ? -1 : wait());
        std::array<char, 64> rest;
        while (read(m_wake[0], rest.data(), rest.size()) > 0) {
        }
        if (!isStalled) {
            std::size_t place = 2;
            std::erase_if(m_connections, [&](const auto& connection) {
                const short near = polled[place++].revents;
                const short far = polled[place++].revents;
                return !serve(*connection, near, far);
            });
        }
        if ((polled[1].revents & POLLIN) != 0)
            accept();
        m_connectionCount = static_cast<int>(m_connections.size());
    }
}

} // namespace banhang::test
