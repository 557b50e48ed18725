#include "server/core/change_log/record_version.h"

#include "common/error.h"

namespace banhang::server {

void demandVersion(std::int64_t stored, std::int64_t read, std::string_view key, ZeroVersion zero)
{
    const bool isAny = read == 0 && zero == ZeroVersion::Any;
    if (!isAny && read != stored)
        throwEditConflict(key, stored);
}

void demandKnownVersion(std::int64_t stored, std::int64_t read, std::string_view key)
{
    if (read <= 0 || read > stored)
        throwInvalidField("version", key);
}

void throwEditConflict(std::string_view key, std::int64_t stored)
{
    v1::ErrorDetail detail;
    detail.set_key(std::string(key));
    detail.set_current_version(stored);
    throw AppError(ErrorCode::Conflict, detail);
}

} // namespace banhang::server
