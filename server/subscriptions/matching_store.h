// What must be known of changes and subscriptions to bring them together. In a call the policies narrow it to what the
// caller sees; for role banhang_system it is everything.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "banhang/v1/subscriptions.pb.h"
#include "server/core/change_log/feed_token.h"
#include "server/core/database/tx.h"

namespace banhang::server {

/// A row of the log.
struct LoggedChange
{
    FeedPosition position;
    v1::SubscribedEntity entity = v1::SUBSCRIBED_ENTITY_UNSPECIFIED; ///< of something that nobody subscribes to
    std::int64_t entityId = 0;
    std::string operation;
    nlohmann::json fields; ///< {"name": {"old": …, "new": …}}
    std::int64_t actorId = 0;
    std::int64_t timeMicros = 0;
};

struct LiveSubscription
{
    v1::Subscription subscription;
    std::int64_t toldFromMicros = 0;
    std::vector<std::int64_t> watchUnits = {}; ///< whose points to watch are asked for; empty for any
    int audience = 1;                          ///< people whom it is for
};

/// A record as it stands.
struct ConcernedRecord
{
    std::int64_t id = 0;
    bool isBinned = false;
    std::int64_t customerId = 0; ///< 0 = none
    v1::ActivityKind kind = v1::ACTIVITY_KIND_UNSPECIFIED;
};

/// Columns of `banhang.change_log l` for changeIn.
#define BANHANG_LOGGED_CHANGE                                                                                          \
    "l.xid::text, l.seq, CASE l.entity WHEN 'customer' THEN 1 WHEN 'care_request' THEN 2 WHEN 'activity' THEN 3"       \
    " ELSE 0 END, l.entity_id, l.operation, l.fields::text, l.actor_id, (extract(epoch FROM l.at) * 1000000)::bigint"

LoggedChange changeIn(const Row& row);

std::vector<LiveSubscription> liveSubscriptions(Tx& tx);

/// In no order.
std::vector<ConcernedRecord> concernedRecords(Tx& tx, v1::SubscribedEntity entity,
                                              const std::vector<std::int64_t>& ids);

/// Of the customers, those that meet the conditions now, in the bin or not.
std::set<std::int64_t> customersMeeting(Tx& tx, const v1::CustomerFilter& filter, const std::vector<std::int64_t>& ids);

} // namespace banhang::server
