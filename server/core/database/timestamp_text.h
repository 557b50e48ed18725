// Moments as PostgreSQL writes them in our sessions (DateStyle ISO, TimeZone UTC), and as it reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace banhang::server {

/// Microseconds since 1970 UTC of "2026-11-22 10:00:00.25+00". Much cheaper for the database than making the number
/// itself, which goes through numeric. Throws std::logic_error for anything else, infinity among it.
std::int64_t microsOfTimestamp(std::string_view text);

/// "2026-11-22T10:00:00.250Z", as a parameter of a statement.
std::string timestampOfMicros(std::int64_t micros);

} // namespace banhang::server
