// When somebody has no time for a call.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "server/activities/free_time_rules.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// What takes the time of these people within `stretch`, by user id; without those who are free. Scope: none; it says
/// neither what nor with whom, and clashes are told to everybody who plans for that person.
std::map<std::int64_t, std::vector<Stretch>> busyTimes(Call& call, const std::vector<std::int64_t>& userIds,
                                                       const Stretch& stretch);

} // namespace banhang::server
