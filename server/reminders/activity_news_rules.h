// Who is told what when somebody changes an activity that is theirs too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"

namespace banhang::server {

/// One notification to come.
struct ActivityNews
{
    std::int64_t userId = 0;
    std::string key;
    std::int64_t activityId = 0; ///< the one that begins first
    std::int64_t count = 1;      ///< how many there are

    friend bool operator==(const ActivityNews&, const ActivityNews&) = default;
};

/// An activity as it was (null for a new one) and as it is.
struct ActivityStep
{
    const v1::Activity* before = nullptr;
    const v1::Activity* after = nullptr;
};

/// Of all that one save did: one for each person and key, nothing for `actorId` itself, and nothing at all from the
/// server's own jobs (0).
std::vector<ActivityNews> newsOf(const std::vector<ActivityStep>& steps, std::int64_t actorId);

/// Whether reminders may have to follow.
bool concernsReminders(const ActivityStep& step);

} // namespace banhang::server
