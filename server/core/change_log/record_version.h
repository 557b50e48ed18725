// Whether who edits a record has read it as it is now, and the answer if not.
#pragma once

#include <cstdint>
#include <string_view>

namespace banhang::server {

/// What 0 says in a request that names the version it has read.
enum class ZeroVersion {
    Any,   ///< whatever it is by now
    Other, ///< none that is stored: who edits has to say what was read
};

/// Throws AppError Conflict with this key and the stored version unless `read` is the stored one.
void demandVersion(std::int64_t stored, std::int64_t read, std::string_view key, ZeroVersion zero);

/// For edits that are kept beside those of others: any version that was ever stored will do. Throws AppError Invalid
/// with this key on "version".
void demandKnownVersion(std::int64_t stored, std::int64_t read, std::string_view key);

/// Throws AppError Conflict with this key and the stored version.
[[noreturn]] void throwEditConflict(std::string_view key, std::int64_t stored);

} // namespace banhang::server
