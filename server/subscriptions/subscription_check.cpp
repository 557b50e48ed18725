#include "server/subscriptions/subscription_check.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "server/subscriptions/matching.h"
#include "server/subscriptions/recent_change_store.h"
#include "server/subscriptions/seen_fields.h"
#include "server/subscriptions/subscription_saving.h"
#include "server/subscriptions/subscription_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr std::int64_t kMaxCounted = 100;

} // namespace

void checkSubscription(Call& call, const v1::CheckSubscriptionRequest& wanted, v1::CheckSubscriptionResponse& reply)
{
    LiveSubscription asked{.subscription = tidiedSubscription(wanted.subscription())};
    v1::Subscription named = asked.subscription;
    named.set_name("-");
    demandSound(call, named);
    if (asked.subscription.watch_unit_id() != 0)
        asked.watchUnits = SubscriptionStore::unitAndBelow(call.tx, asked.subscription.watch_unit_id());
    const RecentChanges recent = recentChanges(call, asked.subscription.entity());
    const std::vector<LiveSubscription> subscriptions{asked};
    const std::vector<Match> matches = matchChanges(call.tx, recent.changes, subscriptions);
    const auto told = std::ranges::count_if(matches, [&call](const Match& match) {
        return match.meant.what != Happening::Changed || !seenFields(call.caller, match).empty();
    });
    reply.set_capped_count(static_cast<int>(std::min<std::int64_t>(told, kMaxCounted)));
    *reply.mutable_since_time() = TimeUtil::MicrosecondsToTimestamp(recent.sinceMicros);
}

} // namespace banhang::server
