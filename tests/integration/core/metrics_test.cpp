#include "server/core/telemetry/metrics.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace banhang::server {
namespace {

/// A TCP socket on loopback.
class Socket
{
public:
    Socket() : m_file(socket(AF_INET, SOCK_STREAM, 0))
    {
        if (m_file < 0)
            throw std::runtime_error("no socket");
    }
    ~Socket() { close(m_file); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    /// Takes a free port and answers there.
    int listenSomewhere() const
    {
        sockaddr_in address = loopback(0);
        socklen_t size = sizeof(address);
        EXPECT_EQ(bind(m_file, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(listen(m_file, 1), 0);
        getsockname(m_file, reinterpret_cast<sockaddr*>(&address), &size);
        return ntohs(address.sin_port);
    }

    /// What a web server on the port answers; empty if nobody is there.
    std::string get(int port, const std::string& path) const
    {
        const sockaddr_in address = loopback(port);
        if (connect(m_file, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
            return {};
        const std::string request = "GET " + path + " HTTP/1.0\r\n\r\n";
        EXPECT_EQ(send(m_file, request.data(), request.size(), 0), static_cast<ssize_t>(request.size()));
        std::string answer;
        char piece[4096];
        for (ssize_t got = 0; (got = recv(m_file, piece, sizeof(piece), 0)) > 0;)
            answer.append(piece, static_cast<std::size_t>(got));
        return answer;
    }

private:
    static sockaddr_in loopback(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    int m_file;
};

std::string at(int port)
{
    return "127.0.0.1:" + std::to_string(port);
}

/// Another program may take a port that was free a moment ago, so several are tried.
int exposeSomewhere(Metrics& metrics)
{
    for (int tries = 0; tries < 20; ++tries) {
        const int port = Socket().listenSomewhere();
        try {
            metrics.expose(at(port));
            return port;
        } catch (const std::runtime_error&) {
            continue;
        }
    }
    throw std::runtime_error("no free port");
}

TEST(Metrics, areReadOverHttp)
{
    Metrics metrics;
    metrics.openStreams().Set(3);
    const int port = exposeSomewhere(metrics);
    const std::string answer = Socket().get(port, "/metrics");
    EXPECT_EQ(answer.substr(0, answer.find(' ')).substr(0, 5), "HTTP/");
    EXPECT_NE(answer.find(" 200 "), std::string::npos) << answer;
    EXPECT_NE(answer.find("\nbanhang_streams 3"), std::string::npos) << answer;
}

TEST(Metrics, aTakenAddressIsSaid)
{
    const Socket holder;
    const int port = holder.listenSomewhere();
    Metrics metrics;
    EXPECT_THROW(metrics.expose(at(port)), std::runtime_error);
}

TEST(Metrics, nobodyAnswersOnceTheyAreGone)
{
    int port = 0;
    {
        Metrics metrics;
        port = exposeSomewhere(metrics);
    }
    EXPECT_EQ(Socket().get(port, "/metrics"), "");
}

} // namespace
} // namespace banhang::server
