// The newest changes that the caller may see.
#pragma once

#include <vector>

#include "server/core/call/call.h"
#include "server/subscriptions/matching_store.h"

namespace banhang::server {

struct RecentChanges
{
    std::vector<LoggedChange> changes; ///< newest first
    std::int64_t sinceMicros = 0;      ///< nothing after it was passed over
};

/// Of the last seven days, among the last rows of the whole office: a bound on the cost, whatever happened.
RecentChanges recentChanges(Call& call, v1::SubscribedEntity entity);

} // namespace banhang::server
