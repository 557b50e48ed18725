// Which changes are meant by which subscriptions.
#pragma once

#include <vector>

#include "server/subscriptions/matching_store.h"
#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

/// Pointers into what was given.
struct Match
{
    const LoggedChange* change = nullptr;
    const LiveSubscription* subscription = nullptr;
    Meant meant;
};

/// In the order of the changes. Of a record that is in the bin now only its going there is told, of any other all but
/// that; conditions are judged by the customer as it stands. One statement for each kind of record and for each
/// subscription with conditions that some change came to.
std::vector<Match> matchChanges(Tx& tx, const std::vector<LoggedChange>& changes,
                                const std::vector<LiveSubscription>& subscriptions);

} // namespace banhang::server
