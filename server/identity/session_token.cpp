#include "server/identity/session_token.h"

#include <array>
#include <stdexcept>
#include <string_view>

#include <openssl/evp.h>
#include <openssl/rand.h>

namespace banhang::server {

namespace {

constexpr std::size_t kTokenBytes = 32;
// No 0 o 1 l i: 31 signs.
constexpr std::string_view kReadable = "23456789abcdefghjkmnpqrstuvwxyz";

template <std::size_t N>
std::array<unsigned char, N> randomBytes()
{
    std::array<unsigned char, N> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::runtime_error("no random bytes");
    return bytes;
}

/// Evenly distributed: bytes beyond the last full round of the alphabet are thrown away.
char readableSign()
{
    constexpr unsigned kUsable = 256 / kReadable.size() * kReadable.size();
    for (;;) {
        const unsigned char byte = randomBytes<1>()[0];
        if (byte < kUsable)
            return kReadable[byte % kReadable.size()];
    }
}

} // namespace

std::string makeSessionToken()
{
    const auto bytes = randomBytes<kTokenBytes>();
    std::array<unsigned char, 4 * ((kTokenBytes + 2) / 3) + 1> text{};
    const int length = EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
    std::string token(text.begin(), text.begin() + length);
    for (char& sign : token)
        sign = sign == '+' ? '-' : sign == '/' ? '_' : sign;
    token.resize(token.find('='));
    return token;
}

std::string makeFirstPassword()
{
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            password += '-';
        password += readableSign();
    }
    return password;
}

} // namespace banhang::server
