// Bin, owner and second thoughts about activities.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope: edit. Throws: NotFound, Denied, Conflict "activity.edit_conflict", Refused "activity.planned" and
/// "activity.in_bin".
void reopenActivity(Call& call, const ActivityListeners& listeners, const v1::ReopenActivityRequest& wanted,
                    v1::ActivityChangeResponse& reply);

/// All or none. Scope: assign right over every activity and over the new owner. Throws: NotFound if one is out of sight
/// or in the bin, Denied, Invalid for an unknown or inactive owner.
void assignActivities(Call& call, const ActivityListeners& listeners, const v1::AssignActivitiesRequest& wanted,
                      v1::AssignActivitiesResponse& reply);

/// Scope: delete. Version: 0 = whatever it is. Throws: NotFound, Denied, Conflict "activity.edit_conflict".
void binActivity(Call& call, const ActivityListeners& listeners, const v1::DeleteActivityRequest& wanted,
                 v1::Activity& reply);
void unbinActivity(Call& call, const ActivityListeners& listeners, const v1::UndeleteActivityRequest& wanted,
                   v1::Activity& reply);

} // namespace banhang::server
