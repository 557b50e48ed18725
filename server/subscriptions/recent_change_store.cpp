#include "server/subscriptions/recent_change_store.h"

#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxRows = 5000;

/// Rows that nobody may see are no matter: what is looked for is a place and a time.
constexpr Statement kSince{"SELECT newest.seq - $1::bigint, (extract(epoch FROM greatest(now() - interval '7 days',"
                           " banhang.change_time(newest.seq - $1::bigint))) * 1000000)::bigint"
                           " FROM (SELECT coalesce(banhang.newest_change(), 0) AS seq) AS newest"};
/// Planned with the values at hand: of a place that it does not know the planner expects a third of the log behind it.
constexpr Statement kRecent{"SELECT " BANHANG_LOGGED_CHANGE " FROM banhang.change_log l"
                            " WHERE l.seq > $2::bigint AND l.entity = $1"
                            "   AND l.at > now() - interval '7 days' ORDER BY l.seq DESC"};

} // namespace

RecentChanges recentChanges(Call& call, v1::SubscribedEntity entity)
{
    RecentChanges recent;
    const Rows since = call.tx.query(kSince, kMaxRows);
    recent.sinceMicros = since.front().int64(1);
    const Rows rows = call.tx.runOnce(kRecent.sql, Params::of(std::string(entityName(entity)), since.front().int64(0)));
    for (const Row row : rows)
        recent.changes.push_back(changeIn(row));
    return recent;
}

} // namespace banhang::server
