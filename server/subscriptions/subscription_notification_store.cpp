#include "server/subscriptions/subscription_notification_store.h"

#include <algorithm>

#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

namespace {

constexpr Statement kClaim{"SELECT pg_try_advisory_xact_lock(7014151016)"};
constexpr Statement kProgress{"SELECT xid::text, seq FROM banhang.subscription_progress WHERE epoch = $1"};
constexpr Statement kSetProgress{
    "UPDATE banhang.subscription_progress SET epoch = $1, xid = $2::text::xid8, seq = $3::bigint"};

#define BANHANG_SETTLED                                                                                                \
    "(l.xid, l.seq) > ($1::text::xid8, $2::bigint) AND l.xid < pg_snapshot_xmin(pg_current_snapshot())"

/// One statement, since what is settled differs from one to the next. The row of no entity is the end.
// sql-ok: who may know of a change is decided for each subscriber.
constexpr Statement kRead{
    "(SELECT " BANHANG_LOGGED_CHANGE " FROM banhang.change_log l WHERE " BANHANG_SETTLED
    "   AND l.entity IN ('customer', 'care_request', 'activity') ORDER BY l.xid, l.seq LIMIT $3::int)"
    " UNION ALL (SELECT l.xid::text, l.seq, 0, 0, '', '{}', 0, 0 FROM banhang.change_log l WHERE " BANHANG_SETTLED
    "   ORDER BY l.xid DESC, l.seq DESC LIMIT 1)"};

// The same as the policies say of a reader, for `member`. (Beneath them it could only be asked for one at a time.)
#define BANHANG_HOLDS(RESOURCE, UNITS)                                                                                 \
    "EXISTS (SELECT FROM banhang.visible_unit v WHERE v.user_id = member.user_id AND v.resource = " RESOURCE           \
    " AND v.action = 1" UNITS ")"
// Of a customer in the bin nothing is joined where it stands for others: nothing is seen through it.
#define BANHANG_SEES_CUSTOMER                                                                                          \
    "(c.id IS NOT NULL AND (" BANHANG_HOLDS("1", " AND v.unit_id IN (c.unit_id, 0)") " OR " BANHANG_HOLDS(             \
        "1", "") " AND EXISTS (SELECT FROM banhang.customer_share h"                                                   \
                 " WHERE h.user_id = member.user_id AND h.customer_id = c.id)))"

#define BANHANG_SEERS                                                                                                  \
    "WITH hit AS MATERIALIZED (SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])"                         \
    "   WITH ORDINALITY AS hit (subscription_id, entity_id, actor_id, place)),"                                        \
    " member AS MATERIALIZED (SELECT s.id AS subscription_id, u.id AS user_id FROM banhang.subscription s"             \
    "   JOIN banhang.app_user u ON u.active AND CASE WHEN s.unit_id IS NULL THEN u.id = s.owner_id ELSE"               \
    "     EXISTS (SELECT FROM banhang.org_unit leaf WHERE leaf.id = u.unit_id AND leaf.path @> ARRAY[s.unit_id]) END"  \
    "   WHERE s.id = ANY ($1::bigint[]) AND s.deleted_at IS NULL AND NOT EXISTS"                                       \
    "     (SELECT FROM banhang.subscription_mute m WHERE m.user_id = u.id AND m.subscription_id = s.id"                \
    "      AND m.until_at > clock_timestamp()))"                                                                       \
    " SELECT hit.place, member.user_id FROM hit JOIN member USING (subscription_id)"
#define BANHANG_SEERS_IN_ORDER " AND member.user_id <> hit.actor_id ORDER BY hit.place, member.user_id"

// sql-ok: as above.
constexpr Statement kSeersOfCustomers{BANHANG_SEERS " JOIN banhang.customer c ON c.id = hit.entity_id"
                                                    " WHERE " BANHANG_SEES_CUSTOMER BANHANG_SEERS_IN_ORDER};
// sql-ok: as above.
constexpr Statement kSeersOfCareRequests{
    BANHANG_SEERS " JOIN banhang.care_request q ON q.id = hit.entity_id"
                  " LEFT JOIN banhang.customer c ON c.id = q.customer_id AND c.deleted_at IS NULL"
                  " WHERE (" BANHANG_HOLDS("7", " AND v.unit_id IN (q.unit_id, 0)") " OR " BANHANG_HOLDS(
                      "7", "") " AND " BANHANG_SEES_CUSTOMER ")" BANHANG_SEERS_IN_ORDER};
// sql-ok: as above.
constexpr Statement kSeersOfActivities{
    BANHANG_SEERS
    " JOIN banhang.activity a ON a.id = hit.entity_id"
    " LEFT JOIN banhang.customer c ON c.id = a.customer_id AND c.deleted_at IS NULL"
    " WHERE " BANHANG_HOLDS("6", "") " AND (EXISTS (SELECT FROM banhang.activity_person p"
                                     "   WHERE p.user_id = member.user_id AND p.activity_id = a.id)"
                                     " OR (NOT a.tells_birthday OR NOT banhang.hides_field(member.user_id, 3))"
                                     " AND (" BANHANG_HOLDS(
                                         "6", " AND v.unit_id IN (a.unit_id, 0)") " OR " BANHANG_SEES_CUSTOMER
                                                                                  "))" BANHANG_SEERS_IN_ORDER};

constexpr Statement kRightsVersions{"SELECT id, rights_version FROM banhang.app_user WHERE id = ANY ($1::bigint[])"};

// sql-ok: as above.
constexpr Statement kOpen{
    "SELECT n.user_id, n.subscription_id, n.entity_id, n.created_at > clock_timestamp() - interval '10 minutes',"
    " n.event_at > clock_timestamp() - interval '10 minutes'"
    " FROM unnest($1::bigint[], $2::bigint[]) AS asked (user_id, subscription_id)"
    " JOIN banhang.notification n ON n.user_id = asked.user_id AND n.subscription_id = asked.subscription_id"
    "   AND n.subscription_id IS NOT NULL AND n.read_at IS NULL"};

#define BANHANG_TELL(OPEN, ACTOR)                                                                                      \
    "WITH told AS (INSERT INTO banhang.notification AS n"                                                              \
    "     (user_id, subscription_id, key, entity, entity_id, args, actor_id, event_at)"                                \
    "   SELECT user_id, subscription_id, key, CASE WHEN entity_id = 0 THEN '' ELSE $1 END, entity_id,"                 \
    "     jsonb_build_object('count', amount::text, 'entity', $1::text), actor_id, to_timestamp(micros / 1000000.0)"   \
    "   FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])"   \
    "     WITH ORDINALITY AS news (user_id, subscription_id, key, entity_id, amount, actor_id, micros, place)"         \
    "   WHERE entity_id " OPEN " 0 ORDER BY place"                                                                     \
    "   ON CONFLICT (user_id, subscription_id" ACTOR "   RETURNING id, version, user_id, subscription_id, entity_id)," \
    " feed AS (INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)"               \
    "   SELECT 'notification', id, version, CASE version WHEN 1 THEN 'create' ELSE 'update' END, ARRAY[user_id], 0"    \
    "   FROM told)"                                                                                                    \
    " SELECT told.id, told.user_id, told.subscription_id, told.entity_id,"                                             \
    "   (SELECT count(*) FROM banhang.notification_change k WHERE k.notification_id = told.id) FROM told"
#define BANHANG_ADD                                                                                                    \
    " DO UPDATE SET version = n.version + 1, event_at = excluded.event_at, key = CASE excluded.key"                    \
    "   WHEN 'notification.subscribed_change' THEN n.key ELSE excluded.key END, args = n.args || jsonb_build_object("  \
    "   'count', ((n.args ->> 'count')::bigint + (excluded.args ->> 'count')::bigint)::text), actor_id = "

// sql-ok: as above.
constexpr Statement kTellOfRecords{BANHANG_TELL("<>", ", entity_id) WHERE subscription_id IS NOT NULL"
                                                      " AND entity_id <> 0 AND read_at IS NULL" BANHANG_ADD
                                                      "excluded.actor_id")};
// sql-ok: as above.
constexpr Statement kTellOfMany{BANHANG_TELL("=", ") WHERE subscription_id IS NOT NULL"
                                                  " AND entity_id = 0 AND read_at IS NULL" BANHANG_ADD
                                                  "CASE n.actor_id WHEN excluded.actor_id THEN n.actor_id ELSE 0 END")};
// sql-ok: as above.
constexpr Statement kName{"INSERT INTO banhang.notification_change (notification_id, change_seq, fields)"
                          " SELECT notification_id, change_seq, string_to_array(fields, ',')"
                          " FROM unnest($1::bigint[], $2::bigint[], $3::text[])"
                          "   AS named (notification_id, change_seq, fields)"};

const Statement& seersStatement(v1::SubscribedEntity entity)
{
    switch (entity) {
    case v1::SUBSCRIBED_ENTITY_CARE_REQUEST:
        return kSeersOfCareRequests;
    case v1::SUBSCRIBED_ENTITY_ACTIVITY:
        return kSeersOfActivities;
    default:
        return kSeersOfCustomers;
    }
}

Params newsParams(v1::SubscribedEntity entity, const std::vector<News>& news)
{
    std::vector<std::int64_t> users;
    std::vector<std::int64_t> subscriptions;
    std::vector<std::string> keys;
    std::vector<std::int64_t> records;
    std::vector<std::int64_t> amounts;
    std::vector<std::int64_t> actors;
    std::vector<std::int64_t> times;
    for (const News& one : news) {
        users.push_back(one.subscriber.userId);
        subscriptions.push_back(one.subscriber.subscriptionId);
        keys.push_back(one.key);
        records.push_back(one.entityId);
        amounts.push_back(one.amount);
        actors.push_back(one.actorId);
        times.push_back(one.timeMicros);
    }
    return Params::of(std::string(entityName(entity)), users, subscriptions, keys, records, amounts, actors, times);
}

std::string joined(const FieldNames& fields)
{
    std::string text;
    for (const std::string& field : fields)
        text += (text.empty() ? "" : ",") + field;
    return text;
}

/// What has been collected for one insert.
struct NamedChanges
{
    std::vector<std::int64_t> notifications;
    std::vector<std::int64_t> sequences;
    std::vector<std::string> fields;

    void add(std::int64_t notificationId, const News& news, std::int64_t known)
    {
        const std::int64_t room = std::max<std::int64_t>(0, kMaxNamed - known);
        for (std::int64_t i = 0; i < std::min<std::int64_t>(room, std::ssize(news.named)); ++i) {
            const auto& [sequence, names] = news.named[static_cast<std::size_t>(i)];
            notifications.push_back(notificationId);
            sequences.push_back(sequence);
            fields.push_back(joined(names));
        }
    }
};

} // namespace

bool SubscriptionNotificationStore::claim(Tx& tx)
{
    return tx.query(kClaim).front().boolean(0);
}

std::optional<FeedPosition> SubscriptionNotificationStore::progress(Tx& tx, const std::string& epoch)
{
    const Rows rows = tx.query(kProgress, epoch);
    if (rows.empty())
        return std::nullopt;
    return FeedPosition{std::stoull(rows.front().string(0)), rows.front().int64(1)};
}

void SubscriptionNotificationStore::setProgress(Tx& tx, const FeedPoint& point)
{
    tx.enqueue(kSetProgress, point.epoch, std::to_string(point.position.xid), point.position.seq);
}

LogStretch SubscriptionNotificationStore::read(Tx& tx, const FeedPosition& after, int limit)
{
    LogStretch stretch;
    for (const Row row : tx.query(kRead, std::to_string(after.xid), after.seq, limit)) {
        LoggedChange change = changeIn(row);
        if (change.entity == v1::SUBSCRIBED_ENTITY_UNSPECIFIED)
            stretch.end = change.position;
        else
            stretch.changes.push_back(std::move(change));
    }
    return stretch;
}

std::vector<EligibleRecipient> SubscriptionNotificationStore::eligibleRecipients(Tx& tx, v1::SubscribedEntity entity,
                                                                                 const std::vector<AskedHit>& hits)
{
    std::vector<std::int64_t> subscriptions;
    std::vector<std::int64_t> records;
    std::vector<std::int64_t> actors;
    for (const AskedHit& hit : hits) {
        subscriptions.push_back(hit.subscriptionId);
        records.push_back(hit.entityId);
        actors.push_back(hit.actorId);
    }
    std::vector<EligibleRecipient> recipients;
    for (const Row row : tx.query(seersStatement(entity), subscriptions, records, actors))
        recipients.push_back({static_cast<std::size_t>(row.int64(0) - 1), row.int64(1)});
    return recipients;
}

std::map<std::int64_t, std::int64_t>
SubscriptionNotificationStore::rightsVersions(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    std::map<std::int64_t, std::int64_t> versions;
    for (const Row row : tx.query(kRightsVersions, userIds))
        versions.emplace(row.int64(0), row.int64(1));
    return versions;
}

std::map<Subscriber, OpenNews> SubscriptionNotificationStore::openNews(Tx& tx,
                                                                       const std::vector<Subscriber>& subscribers)
{
    std::vector<std::int64_t> users;
    std::vector<std::int64_t> subscriptions;
    for (const Subscriber& one : subscribers) {
        users.push_back(one.userId);
        subscriptions.push_back(one.subscriptionId);
    }
    std::map<Subscriber, OpenNews> open;
    for (const Row row : tx.query(kOpen, users, subscriptions)) {
        OpenNews& one = open[{row.int64(0), row.int64(1)}];
        if (row.int64(2) == 0) {
            one.isFlooded = row.boolean(4);
        } else {
            one.records.insert(row.int64(2));
            one.recentRecords += row.boolean(3) ? 1 : 0;
        }
    }
    return open;
}

void SubscriptionNotificationStore::notify(Tx& tx, v1::SubscribedEntity entity, const std::vector<News>& news)
{
    std::map<std::pair<Subscriber, std::int64_t>, const News*> planned;
    for (const News& one : news)
        planned.emplace(std::pair(one.subscriber, one.entityId), &one);
    const Params params = newsParams(entity, news);
    NamedChanges named;
    for (const Statement* statement : {&kTellOfRecords, &kTellOfMany})
        for (const Row row : tx.run(*statement, params))
            named.add(row.int64(0), *planned.at({{row.int64(1), row.int64(2)}, row.int64(3)}), row.int64(4));
    tx.enqueue(kName, named.notifications, named.sequences, named.fields);
}

} // namespace banhang::server
