#include "server/subscriptions/recent_change_store.h"

#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

namespace {

constexpr int kMostRows = 5000;

constexpr Statement kRecent{"SELECT " BANHANG_LOGGED_CHANGE " FROM banhang.change_log l"
                            " WHERE l.seq > (SELECT banhang.newest_change()) - $2::bigint AND l.entity = $1"
                            "   AND l.at > now() - interval '7 days' ORDER BY l.seq DESC"};
/// Rows that nobody may see are no matter: what is looked for is a time.
constexpr Statement kSince{"SELECT (extract(epoch FROM greatest(now() - interval '7 days',"
                           " banhang.change_time(banhang.newest_change() - $1::bigint))) * 1000000)::bigint"};

} // namespace

RecentChanges recentChanges(Call& call, v1::SubscribedEntity entity)
{
    RecentChanges recent;
    for (const Row row : call.tx.query(kRecent, std::string(entityName(entity)), kMostRows))
        recent.changes.push_back(changeIn(row));
    recent.sinceMicros = call.tx.query(kSince, kMostRows).front().int64(0);
    return recent;
}

} // namespace banhang::server
