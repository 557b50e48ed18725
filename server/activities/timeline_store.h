// A customer's timeline by keyset: what is planned, soonest first, and behind it all that was, newest first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// A place in a timeline; two halves, each with an index of its own.
struct TimelinePlace
{
    bool isOpen = false;
    std::string key; ///< the time as PostgreSQL writes it
    std::int64_t id = 0;
};

/// At most `limit` places behind `from` in reading order (before it if `backwards`, nearest first), or from the start
/// on. `wanted` names a customer that the caller sees.
std::vector<TimelinePlace> timelinePlaces(Call& call, const v1::ListTimelineRequest& wanted,
                                          const std::optional<TimelinePlace>& from, bool backwards, int limit);

/// Where one activity of the customer stands; nothing if the caller does not see it there.
std::optional<TimelinePlace> timelinePlaceOf(Call& call, std::int64_t customerId, std::int64_t activityId);

/// The last talk in which something was agreed: a result, a goal, or a next step; 0 if there is none.
std::int64_t lastAgreedTalk(Call& call, std::int64_t customerId);

} // namespace banhang::server
