// This machine as others see it, and what it has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banhang::platform {

/// Short name, "may-chu-1".
std::string hostName();

/// The short name and, where the machine knows one, the full name; never empty.
std::vector<std::string> hostNames();

/// Numeric addresses of all interfaces that are up, without link-local ones; IPv4 first, loopback last within each
/// family.
std::vector<std::string> hostAddresses();

/// The address in its usual form, "::1" for "0:0::1"; nothing for what is no numeric address.
std::optional<std::string> normalAddress(const std::string& text);

bool isLoopbackAddress(const std::string& numericAddress);

/// Bytes of main memory; 0 if unknown.
std::uint64_t physicalMemory();

} // namespace banhang::platform
