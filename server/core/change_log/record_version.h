// The answer to who edits a record that somebody else has changed since it was read.
#pragma once

#include <cstdint>
#include <string_view>

namespace banhang::server {

/// Throws AppError Conflict with this key and the stored version.
[[noreturn]] void throwEditConflict(std::string_view key, std::int64_t stored);

} // namespace banhang::server
