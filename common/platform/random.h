// Random bytes that nobody can guess, from the operating system.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace banhang::platform {

/// Fills `bytes`. Throws: std::system_error.
void fillRandom(std::span<std::byte> bytes);

/// `byteCount` random bytes as lower-case hex digits: twice as many characters.
std::string randomHex(std::size_t byteCount);

} // namespace banhang::platform
