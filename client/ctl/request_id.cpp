#include "client/ctl/request_id.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace banhang::client {

namespace {

using Bytes = std::array<unsigned char, 16>;

// Name space of this program's derived ids (a random UUID, fixed for ever).
constexpr Bytes kNamespace = {0x6f, 0x1c, 0x3c, 0x5e, 0x0b, 0x2d, 0x4a, 0x71,
                              0x9d, 0x58, 0x27, 0xe4, 0xc1, 0x93, 0x55, 0xaa};

std::string uuidText(Bytes bytes, unsigned char version)
{
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += fmt::format("{:02x}", bytes[i]);
    }
    return text;
}

} // namespace

std::string randomRequestId()
{
    Bytes bytes;
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes to be had");
    return uuidText(bytes, 4);
}

std::string derivedRequestId(std::string_view name)
{
    std::string input(reinterpret_cast<const char*>(kNamespace.data()), kNamespace.size());
    input += name;
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(input.data()), input.size(), digest.data());
    Bytes bytes;
    std::copy_n(digest.begin(), bytes.size(), bytes.begin());
    return uuidText(bytes, 5);
}

} // namespace banhang::client
