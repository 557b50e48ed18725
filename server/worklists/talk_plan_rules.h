// How many calls of one person spread over windows of several days.
#pragma once

#include <cstdint>
#include <vector>

#include "server/activities/free_time_rules.h"

namespace banhang::server {

/// Beginnings of at most `count` talks of `length`, ascending: as many on each day as on the others, from the beginning
/// of its window on, one after the other, in no stretch of `busy`, and none before `now`. What a day has no room for
/// goes to the days behind it, then to those before. Fewer than `count` where all windows are full.
/// Units: microseconds since 1970 UTC; `length` > 0.
std::vector<std::int64_t> spreadTalks(int count, const std::vector<Stretch>& windows, std::vector<Stretch> busy,
                                      std::int64_t length, std::int64_t now);

} // namespace banhang::server
