// When somebody has no time for a call.
#pragma once

#include <vector>

#include "server/activities/free_time_rules.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// What takes the time of this person within `stretch`. Scope: none; it says neither what nor with whom, and clashes
/// are told to everybody who plans for that person.
std::vector<Stretch> busyTimes(Call& call, std::int64_t userId, const Stretch& stretch);

} // namespace banhang::server
