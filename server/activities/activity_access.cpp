#include "server/activities/activity_access.h"

#include <algorithm>

#include "common/error.h"
#include "server/core/call/right_demand.h"

namespace banhang::server {

void throwNoActivity()
{
    throw AppError(ErrorCode::NotFound, "activity.not_found");
}

void refuseBinned(const v1::Activity& activity)
{
    if (activity.has_delete_time())
        throw AppError(ErrorCode::Refused, "activity.in_bin");
}

void refuseOutOfSight(const Caller& caller, const v1::Activity& activity, bool seesCustomer)
{
    const auto& people = activity.participant_user_ids();
    const bool isSeen = seesCustomer || caller.units(kViewActivity).contains(activity.unit_id()) ||
                        activity.owner_user_id() == caller.userId ||
                        std::ranges::find(people, caller.userId) != people.end();
    if (!isSeen)
        throwDenied(kViewActivity);
}

} // namespace banhang::server
