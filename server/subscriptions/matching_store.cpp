#include "server/subscriptions/matching_store.h"

#include <charconv>

#include "server/core/database/composed_query.h"
#include "server/customers/list/customer_filter_store.h"
#include "server/subscriptions/subscription_store.h"

namespace banhang::server {

namespace {

// sql-ok: the server looks for whom a change is meant; who may know of it is decided for each of them.
constexpr Statement kLive{
    "SELECT s.id, s.entity, s.wish, (extract(epoch FROM s.told_from) * 1000000)::bigint,"
    " ARRAY(SELECT o.id FROM banhang.org_unit o WHERE o.path @> ARRAY[(s.wish ->> 'watch_unit_id')::bigint]),"
    " CASE WHEN s.unit_id IS NULL THEN 1 ELSE (SELECT count(*) FROM banhang.org_unit leaf"
    "   JOIN banhang.app_user u ON u.unit_id = leaf.id AND u.active WHERE leaf.path @> ARRAY[s.unit_id]) END"
    " FROM banhang.subscription s WHERE s.deleted_at IS NULL"};

// sql-ok: as above.
constexpr Statement kCustomers{"SELECT c.id, c.deleted_at IS NOT NULL, c.id, 0 FROM banhang.customer c"
                               " WHERE c.id = ANY ($1::bigint[])"};
// sql-ok: as above.
constexpr Statement kCareRequests{"SELECT q.id, q.deleted_at IS NOT NULL, q.customer_id, 0 FROM banhang.care_request q"
                                  " WHERE q.id = ANY ($1::bigint[])"};
// sql-ok: as above.
constexpr Statement kActivities{"SELECT a.id, a.deleted_at IS NOT NULL, coalesce(a.customer_id, 0), a.kind"
                                " FROM banhang.activity a WHERE a.id = ANY ($1::bigint[])"};

const Statement& statementFor(v1::SubscribedEntity entity)
{
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return kCareRequests;
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return kActivities;
    default:
        return kCustomers;
    }
}

/// Owners and units that are wanted: for lists they are the scope, here conditions like the others.
std::string ownedBy(ComposedQuery& query, const v1::CustomerFilter& filter)
{
    std::string sql;
    if (const auto owners = given(filter.owner_user_ids()))
        sql += " AND c.owner_id = ANY (" + query.bind(*owners, "bigint[]") + ")";
    if (const auto units = given(filter.unit_ids()))
        sql += " AND EXISTS (SELECT FROM banhang.org_unit o WHERE o.id = c.unit_id AND o.path && " +
               query.bind(*units, "bigint[]") + ")";
    return sql;
}

} // namespace

LoggedChange changeIn(const Row& row)
{
    LoggedChange change;
    const std::string_view xid = row.text(0);
    std::from_chars(xid.data(), xid.data() + xid.size(), change.position.xid);
    change.position.seq = row.int64(1);
    change.entity = static_cast<v1::SubscribedEntity>(row.int32(2));
    change.entityId = row.int64(3);
    change.operation = row.string(4);
    change.fields = nlohmann::json::parse(row.text(5));
    change.actorId = row.int64(6);
    change.timeMicros = row.int64(7);
    return change;
}

std::vector<LiveSubscription> liveSubscriptions(Tx& tx)
{
    std::vector<LiveSubscription> live;
    for (const Row row : tx.query(kLive)) {
        LiveSubscription& one = live.emplace_back();
        one.subscription = wishIn(row.string(2));
        one.subscription.set_id(row.int64(0));
        one.subscription.set_entity(static_cast<v1::SubscribedEntity>(row.int32(1)));
        one.toldFromMicros = row.int64(3);
        one.watchUnits = row.int64s(4);
        one.audience = row.int32(5);
    }
    return live;
}

std::vector<ConcernedRecord> concernedRecords(Tx& tx, v1::SubscribedEntity entity, const std::vector<std::int64_t>& ids)
{
    std::vector<ConcernedRecord> records;
    for (const Row row : tx.query(statementFor(entity), ids))
        records.push_back({row.int64(0), row.boolean(1), row.int64(2), static_cast<v1::ActivityKind>(row.int32(3))});
    return records;
}

std::set<std::int64_t> customersMeeting(Tx& tx, const v1::CustomerFilter& filter, const std::vector<std::int64_t>& ids)
{
    ComposedQuery query;
    // sql-ok: as above.
    const std::string sql = "SELECT c.id FROM banhang.customer c WHERE c.id = ANY (" + query.bind(ids, "bigint[]") +
                            ")" + ownedBy(query, filter) + filterConditions(query, filter);
    std::set<std::int64_t> meeting;
    for (const Row row : query.run(tx, sql))
        meeting.insert(row.int64(0));
    return meeting;
}

} // namespace banhang::server
