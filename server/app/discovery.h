// Answers clients of this office that ask the local network where the server is.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace banhang::platform {
class DatagramResponder;
}

namespace banhang::server {

/// From its constructor to its destructor. Tells an address to whoever knows the office's certificate, and nothing
/// else; silent towards all others, and after the first few answers of a second.
class Discovery
{
public:
    /// `listen` is "host:port" of IPv4, `port` what clients then connect to. Throws: std::system_error.
    Discovery(const std::string& listen, std::string_view caCertificates, int port);
    ~Discovery();

    int port() const;

private:
    std::unique_ptr<platform::DatagramResponder> m_responder;
};

} // namespace banhang::server
