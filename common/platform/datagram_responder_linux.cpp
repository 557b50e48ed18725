#include "common/platform/datagram_responder.h"

#include <array>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include "common/platform/posix_handle.h"

namespace banhang::platform {

namespace {

constexpr std::size_t kMaxBytes = 1024;

PosixHandle openSocket(const std::string& host, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &address.sin_addr) != 1)
        throw std::system_error(EINVAL, std::generic_category(), host);
    PosixHandle handle(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!handle)
        throwErrno("socket");
    if (bind(handle.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throwErrno(host + ":" + std::to_string(port));
    return handle;
}

} // namespace

struct DatagramResponder::Parts
{
    Parts(const std::string& host, int port, Answer theAnswer)
        : socket(openSocket(host, port)), stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), answer(std::move(theAnswer))
    {
    }

    PosixHandle socket;
    PosixHandle stop;
    Answer answer;
    std::thread thread;

    void work()
    {
        std::array<pollfd, 2> polled{pollfd{stop.get(), POLLIN, 0}, pollfd{socket.get(), POLLIN, 0}};
        while (poll(polled.data(), polled.size(), -1) >= 0 || errno == EINTR) {
            if ((polled[0].revents & POLLIN) != 0)
                return;
            if ((polled[1].revents & POLLIN) != 0)
                serve();
        }
    }

    void serve() const
    {
        std::array<char, kMaxBytes> buffer;
        sockaddr_in sender{};
        socklen_t size = sizeof sender;
        auto* const from = reinterpret_cast<sockaddr*>(&sender);
        const ssize_t count = recvfrom(socket.get(), buffer.data(), buffer.size(), 0, from, &size);
        if (count <= 0)
            return;
        if (const auto reply = answer({buffer.data(), static_cast<std::size_t>(count)}))
            sendto(socket.get(), reply->data(), reply->size(), MSG_NOSIGNAL, from, size);
    }
};

DatagramResponder::DatagramResponder(const std::string& host, int port, Answer answer)
    : m_parts(std::make_unique<Parts>(host, port, std::move(answer)))
{
    if (!m_parts->stop)
        throwErrno("eventfd");
    m_parts->thread = std::thread([parts = m_parts.get()] { parts->work(); });
}

DatagramResponder::~DatagramResponder()
{
    eventfd_write(m_parts->stop.get(), 1);
    m_parts->thread.join();
}

int DatagramResponder::port() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (getsockname(m_parts->socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throwErrno("getsockname");
    return ntohs(address.sin_port);
}

} // namespace banhang::platform
