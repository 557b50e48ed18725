// The rights on activities, and the answers for those that the caller does not reach.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/caller.h"

namespace banhang::server {

/// As the protos name them. An owner's own leaf is in every scope, so a right in any scope covers what is one's own.
constexpr Right kViewActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW};
constexpr Right kCreateActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE};
constexpr Right kEditActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_EDIT};
constexpr Right kDeleteActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_DELETE};
constexpr Right kExportActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_EXPORT};
constexpr Right kAssignActivity{v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN};

/// The answer for what is absent or out of sight.
[[noreturn]] void throwNoActivity();

/// Throws AppError Refused "activity.in_bin".
void refuseBinned(const v1::Activity& activity);

/// An edit must not put an activity out of the editor's own sight: nobody could take it back. Throws AppError Denied
/// "call.denied".
void refuseOutOfSight(const Caller& caller, const v1::Activity& activity, bool seesCustomer);

} // namespace banhang::server
