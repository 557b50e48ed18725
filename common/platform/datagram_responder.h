// Answers datagrams of the local network, one by one.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace banhang::platform {

/// Listens on a UDP port of IPv4 from its constructor to its destructor, on a thread of its own. Thread: any.
class DatagramResponder
{
public:
    /// What to send back to where the datagram came from; nothing for silence. Called on the responder's thread.
    using Answer = std::function<std::optional<std::string>(std::string_view datagram)>;

    /// `host` numeric; port 0 lets the system choose. Throws: std::system_error.
    DatagramResponder(const std::string& host, int port, Answer answer);
    ~DatagramResponder();
    DatagramResponder(const DatagramResponder&) = delete;
    DatagramResponder& operator=(const DatagramResponder&) = delete;

    int port() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace banhang::platform
