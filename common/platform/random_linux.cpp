#include "common/platform/random.h"

#include <sys/random.h>
#include <vector>

#include "common/platform/posix_handle.h"

namespace banhang::platform {

void fillRandom(std::span<std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno != EINTR)
            throwErrno("getrandom");
        if (got > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

std::string randomHex(std::size_t byteCount)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::vector<std::byte> bytes(byteCount);
    fillRandom(bytes);
    std::string text;
    text.reserve(byteCount * 2);
    for (const std::byte byte : bytes) {
        text += kDigits[std::to_integer<unsigned>(byte) >> 4];
        text += kDigits[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

} // namespace banhang::platform
