// Calls planned for many customers at once: proposed, stored, taken back.
#pragma once

#include "banhang/v1/work_lists.pb.h"
#include "server/activities/activity_listener.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope:  customers in sight; talks of one's own, and of those whom the caller may assign activities to.
/// Throws: AppError Invalid with all issues.
void checkTalkPlan(Call& call, const v1::CheckTalkPlanRequest& wanted, v1::CheckTalkPlanResponse& reply);

/// As checkTalkPlan. What is wrong with all of them, an unknown channel, is refused; what is wrong with one leaves it
/// out.
void planTalks(Call& call, const ActivityListeners& listeners, const v1::PlanTalksRequest& wanted,
               v1::PlanTalksResponse& reply);

/// Scope: delete, for each.
void undoPlannedTalks(Call& call, const ActivityListeners& listeners, const v1::UndoPlannedTalksRequest& wanted,
                      v1::UndoPlannedTalksResponse& reply);

} // namespace banhang::server
