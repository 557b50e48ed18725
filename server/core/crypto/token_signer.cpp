#include "server/core/crypto/token_signer.h"

#include <cstdint>

#include <openssl/crypto.h>

#include "server/core/crypto/digest.h"

namespace banhang::server {

namespace {

/// 128 bits of the MAC; tokens travel with every page.
constexpr std::size_t kMacSize = 16;
constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string toBase64Url(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6)
            out += kAlphabet[(bits >> (count - 6)) & 63];
    }
    if (count > 0)
        out += kAlphabet[(bits << (6 - count)) & 63];
    return out;
}

std::optional<std::string> fromBase64Url(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>((bits >> count) & 255);
        }
    }
    return out;
}

} // namespace

std::string TokenSigner::mac(TokenPurpose purpose, std::string_view binding, std::string_view payload) const
{
    // The length keeps binding and payload apart.
    std::string text(1, static_cast<char>(purpose));
    text += std::to_string(binding.size());
    text += ':';
    text += binding;
    text += payload;
    return hmacSha256(m_key, text).substr(0, kMacSize);
}

std::string TokenSigner::keyFor(std::string_view binding) const
{
    return hmacSha256(m_key, std::string("key:").append(binding)); // no purpose of a token is called so
}

std::string TokenSigner::sign(TokenPurpose purpose, std::string_view binding, std::string_view payload) const
{
    return toBase64Url(mac(purpose, binding, payload).append(payload));
}

std::optional<std::string> TokenSigner::open(TokenPurpose purpose, std::string_view binding,
                                             std::string_view token) const
{
    const auto bytes = fromBase64Url(token);
    // A second spelling of the same bytes would be a second token.
    if (!bytes || bytes->size() < kMacSize || toBase64Url(*bytes) != token)
        return std::nullopt;
    std::string payload = bytes->substr(kMacSize);
    const std::string expected = mac(purpose, binding, payload);
    if (CRYPTO_memcmp(expected.data(), bytes->data(), kMacSize) != 0)
        return std::nullopt;
    return payload;
}

} // namespace banhang::server
