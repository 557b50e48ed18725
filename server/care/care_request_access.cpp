#include "server/care/care_request_access.h"
#include "server/core/change_log/record_version.h"

#include "common/error.h"

namespace banhang::server {

void throwNoCareRequest()
{
    throw AppError(ErrorCode::NotFound, "care_request.not_found");
}

void refuseBinned(const v1::CareRequest& request)
{
    if (request.has_delete_time())
        throw AppError(ErrorCode::Refused, "care_request.in_bin");
}

void refuseOtherVersion(const v1::CareRequest& stored, std::int64_t readVersion)
{
    if (readVersion == 0 || readVersion == stored.version())
        return;
    throwEditConflict("care_request.edit_conflict", stored.version());
}

} // namespace banhang::server
