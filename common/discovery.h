// How a client that knows its office, but not where the server stands now, asks the local network for the address.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banhang {

/// UDP port on which servers listen for the question.
constexpr int kDiscoveryPort = 7444;

/// What the question asks: "is somebody of these offices here?" An answer is a hint of an address and nothing more:
/// whether it is the office's server is decided by TLS with the connection file, so neither is signed.
struct DiscoveryQuestion
{
    std::string nonce; ///< 16 hex digits, given back by the answer
    std::vector<std::string> officeTags;
};

struct DiscoveryAnswer
{
    std::string nonce;
    std::string officeTag;
    int port = 0; ///< of the server, at the address that the answer came from
};

/// A short mark of each authority's certificate in a PEM text; no secret and no proof.
std::vector<std::string> officeTagsOf(std::string_view caCertificates);

/// Never shorter than an answer, so that nobody can be flooded by way of our servers.
std::string formatQuestion(const DiscoveryQuestion& question);
std::string formatAnswer(const DiscoveryAnswer& answer);
/// Nothing for anything else that arrives on the port.
std::optional<DiscoveryQuestion> parseQuestion(std::string_view datagram);
std::optional<DiscoveryAnswer> parseAnswer(std::string_view datagram);

} // namespace banhang
