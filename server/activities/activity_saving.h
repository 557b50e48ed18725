// Saving an activity: authorise, check, compare, write, record; each in one transaction.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/activities/activity_listener.h"
#include "server/activities/activity_writer.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope:  one's own; for a colleague, the assign scope. A customer must be seen by the caller.
/// Throws: AppError Invalid with all issues; Denied.
void saveNewActivity(Call& call, const ActivityListeners& listeners, const v1::CreateActivityRequest& wanted,
                     v1::ActivityChangeResponse& reply);

/// One of many that are written in one transaction: checked as saveNewActivity does, and handed to `writer`, whose
/// finish() is the caller's business.
v1::Activity insertNew(Call& call, ActivityWriter& writer, const v1::Activity& typed);

/// Scope:   edit scope.
/// Version: fields changed by others since `activity.version` collide only where the request names them too, with
/// another value. Throws: as saveNewActivity; NotFound; Conflict "activity.edit_conflict" with the three values of each
/// colliding field; Refused "activity.in_bin".
void saveActivityChanges(Call& call, const ActivityListeners& listeners, const v1::UpdateActivityRequest& wanted,
                         v1::ActivityChangeResponse& reply);

/// As saveActivityChanges, and ends what was planned; the next step is stored with it.
/// Throws: also Refused "activity.closed".
void closeActivity(Call& call, const ActivityListeners& listeners, const v1::CloseActivityRequest& wanted,
                   v1::ActivityChangeResponse& reply);

/// What saving would say about an activity that is still being typed; stores nothing. Throws: NotFound for an id out of
/// sight.
void checkTypedActivity(Call& call, const v1::CheckActivityRequest& wanted, v1::CheckActivityResponse& reply);

} // namespace banhang::server
