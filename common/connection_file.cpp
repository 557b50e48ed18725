#include "common/connection_file.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

#include <toml++/toml.h>

namespace banhang {

namespace {

constexpr std::int64_t kFormat = 1;

[[noreturn]] void refuse(std::string_view reason, std::string_view source, const std::string& message)
{
    throw ConnectionFileError("connection_file." + std::string(reason), std::string(source) + ": " + message);
}

bool isIpv4(std::string_view host)
{
    int parts = 0;
    for (std::size_t at = 0; at <= host.size(); ++parts) {
        const std::size_t end = std::min(host.find('.', at), host.size());
        unsigned value = 0;
        const auto [stop, error] = std::from_chars(host.data() + at, host.data() + end, value);
        if (error != std::errc() || stop != host.data() + end || value > 255 || end - at > 3)
            return false;
        at = end + 1;
    }
    return parts == 4;
}

bool isHostName(std::string_view host)
{
    return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_';
    });
}

/// Only what can stand between three quotes in TOML without being changed on the way.
bool isPem(std::string_view text, std::string_view kind)
{
    return text.find("-----BEGIN " + std::string(kind)) != std::string_view::npos &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return c == '\n' || (c >= ' ' && c <= '~' && c != '"' && c != '\\'); });
}

void checkAddresses(const std::vector<std::string>& addresses, std::string_view source)
{
    if (addresses.empty())
        refuse("incomplete", source, "no server address");
    const AddressKind first = parseServerAddress(addresses.front()).kind;
    for (const std::string& text : addresses)
        if (const AddressKind kind = parseServerAddress(text).kind;
            kind != first || (kind == AddressKind::Name && addresses.size() > 1))
            refuse("addresses", source, "several addresses must all be numeric and of one family: " + text);
}

void check(const ConnectionFile& file, std::string_view source)
{
    checkAddresses(file.addresses, source);
    if (!isHostName(file.serverName))
        refuse("incomplete", source, "no server_name");
    if (!isPem(file.caCertificate, "CERTIFICATE") || !isPem(file.clientCertificate, "CERTIFICATE"))
        refuse("incomplete", source, "ca_certificate and client_certificate must be PEM certificates");
    if (file.discoveryPort < 0 || file.discoveryPort > 65535)
        refuse("addresses", source, "discovery_port must be a port, or 0");
    if (!isPem(file.clientKey, "PRIVATE KEY") && !isPem(file.clientKey, "EC PRIVATE KEY"))
        refuse("incomplete", source, "client_key must be a PEM private key");
}

std::string textAt(const toml::table& table, std::string_view key)
{
    return table[key].value_or(std::string());
}

} // namespace

ConnectionFileError::ConnectionFileError(std::string key, const std::string& message)
    : std::runtime_error(message), m_key(std::move(key))
{
}

ServerAddress parseServerAddress(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    ServerAddress address;
    std::string_view host = text.substr(0, colon);
    if (colon != std::string_view::npos) {
        const std::string_view port = text.substr(colon + 1);
        const auto [stop, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
        if (error != std::errc() || stop != port.data() + port.size())
            address.port = 0;
    }
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
        address.kind = AddressKind::Ipv6;
        if (host.find_first_not_of("0123456789abcdefABCDEF:.%") != std::string_view::npos)
            host = {};
    } else if (isIpv4(host)) {
        address.kind = AddressKind::Ipv4;
    } else if (!isHostName(host)) {
        host = {};
    }
    if (host.empty() || address.port < 1 || address.port > 65535)
        refuse("addresses", text, "not an address of the form host:port");
    address.host = host;
    return address;
}

std::string formatServerAddress(const ServerAddress& address)
{
    const bool isIpv6 = address.kind == AddressKind::Ipv6;
    return (isIpv6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
}

std::string formatConnectionFile(const ConnectionFile& file)
{
    check(file, "connection file");
    std::string addresses;
    for (const std::string& address : file.addresses)
        addresses += (addresses.empty() ? "\"" : ", \"") + address + "\"";
    const auto block = [](std::string_view key, std::string_view pem) {
        return std::string(key) + " = \"\"\"\n" + std::string(pem) + "\"\"\"\n";
    };
    return "# Lets the clients of one office reach their server. It holds a private key: pass it on as you would a "
           "password.\n"
           "format = " +
           std::to_string(kFormat) + "\n\n# Tried in order. Several: all numeric and of one family.\naddresses = [" +
           addresses + "]\n\n# The name in the server's certificate, whatever address was used.\nserver_name = \"" +
           file.serverName +
           "\"\n\n# UDP, asked on the local network when no address answers. 0: the server does not answer "
           "there.\ndiscovery_port = " +
           std::to_string(file.discoveryPort) + "\n\n" + block("ca_certificate", file.caCertificate) +
           block("client_certificate", file.clientCertificate) + block("client_key", file.clientKey);
}

ConnectionFile parseConnectionFile(std::string_view text, std::string_view source)
{
    toml::table table;
    try {
        table = toml::parse(text, source);
    } catch (const toml::parse_error& error) {
        refuse("syntax", source,
               "line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()));
    }
    if (table["format"].value_or(std::int64_t{0}) != kFormat)
        refuse("version", source, "this program reads connection files of format " + std::to_string(kFormat));
    ConnectionFile file;
    if (const toml::array* addresses = table["addresses"].as_array())
        for (const toml::node& address : *addresses)
            file.addresses.push_back(address.value_or(std::string()));
    file.serverName = textAt(table, "server_name");
    file.caCertificate = textAt(table, "ca_certificate");
    file.clientCertificate = textAt(table, "client_certificate");
    file.clientKey = textAt(table, "client_key");
    file.discoveryPort = static_cast<int>(
        std::clamp<std::int64_t>(table["discovery_port"].value_or(std::int64_t{kDiscoveryPort}), -1, 65536));
    check(file, source);
    return file;
}

ConnectionFile readConnectionFile(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        refuse("missing", path.string(), "no such file");
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream)
        refuse("unreadable", path.string(), "cannot be read");
    return parseConnectionFile(content.str(), path.string());
}

} // namespace banhang
