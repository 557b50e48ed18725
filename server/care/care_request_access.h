// The rights on care requests, and the answers for those that the caller does not reach.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/caller.h"

namespace banhang::server {

/// As the protos name them. An owner's own leaf is in every scope, so a right in any scope covers what is one's own.
constexpr Right kViewCareRequest{v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW};
constexpr Right kEditCareRequest{v1::RESOURCE_CARE_REQUEST, v1::ACTION_EDIT};
constexpr Right kDeleteCareRequest{v1::RESOURCE_CARE_REQUEST, v1::ACTION_DELETE};
constexpr Right kAssignCareRequest{v1::RESOURCE_CARE_REQUEST, v1::ACTION_ASSIGN};

/// The answer for what is absent or out of sight.
[[noreturn]] void throwNoCareRequest();

/// Throws AppError Refused "care_request.in_bin".
void refuseBinned(const v1::CareRequest& request);

} // namespace banhang::server
