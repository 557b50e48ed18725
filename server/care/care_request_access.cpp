#include "server/care/care_request_access.h"

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

} // namespace banhang::server
