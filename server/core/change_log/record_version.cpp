#include "server/core/change_log/record_version.h"

#include "common/error.h"

namespace banhang::server {

void throwEditConflict(std::string_view key, std::int64_t stored)
{
    v1::ErrorDetail detail;
    detail.set_key(std::string(key));
    detail.set_current_version(stored);
    throw AppError(ErrorCode::Conflict, detail);
}

} // namespace banhang::server
