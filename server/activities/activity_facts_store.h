// What is known of that which an activity names: customer, contact person, channel, people.
#pragma once

#include "server/activities/activity_rules.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// One round trip. Puts nothing into the activity.
ActivityFacts activityFacts(Call& call, const v1::Activity& activity);

} // namespace banhang::server
