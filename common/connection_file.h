// The one file that IT hands out with the client: where the server is, whom to trust, and what lets a machine of the
// office in.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/discovery.h"

namespace banhang {

/// Secret: it holds the office's private key. Keep it readable by its owner alone.
struct ConnectionFile
{
    /// "host:port", tried in order. Several servers are named by numeric addresses of one family (gRPC takes no mixed
    /// list); one server may also be named by a host name.
    std::vector<std::string> addresses;
    /// Name that the server's certificate must bear, whatever address reached it.
    std::string serverName;
    std::string caCertificate;     ///< PEM; may hold two during a change of authority
    std::string clientCertificate; ///< PEM, the office's
    std::string clientKey;         ///< PEM
    /// UDP port on which the server answers who looks for it on the local network; 0 = it does not.
    int discoveryPort = kDiscoveryPort;

    friend bool operator==(const ConnectionFile&, const ConnectionFile&) = default;
};

/// Why a connection file is refused.
class ConnectionFileError : public std::runtime_error
{
public:
    ConnectionFileError(std::string key, const std::string& message);

    /// For the client's texts: "connection_file." + missing, unreadable, syntax, version, incomplete or addresses.
    const std::string& key() const { return m_key; }

private:
    std::string m_key;
};

/// How an address is written.
enum class AddressKind { Ipv4, Ipv6, Name };

/// One address of a connection file taken apart.
struct ServerAddress
{
    AddressKind kind = AddressKind::Name;
    std::string host; ///< without the brackets of IPv6
    int port = 0;
};

/// Reads "host:port" or "[ipv6]:port"; throws ConnectionFileError "connection_file.addresses".
ServerAddress parseServerAddress(std::string_view text);
std::string formatServerAddress(const ServerAddress& address);

/// TOML with comments for the person who opens it. Throws ConnectionFileError as parseConnectionFile would for the
/// result.
std::string formatConnectionFile(const ConnectionFile& file);

/// `source` names the file in messages. Unknown keys are left alone, so that an older client reads a newer server's
/// file. Throws: ConnectionFileError.
ConnectionFile parseConnectionFile(std::string_view text, std::string_view source);

/// Throws: ConnectionFileError, also when there is no such file.
ConnectionFile readConnectionFile(const std::filesystem::path& path);

} // namespace banhang
