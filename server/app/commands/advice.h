// What IT is told about an error beside its key.
#pragma once

#include <string>
#include <string_view>

namespace banhang::server {

/// An indented line with its end; empty where the key says enough.
std::string adviceFor(std::string_view key);

} // namespace banhang::server
