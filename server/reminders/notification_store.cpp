#include "server/reminders/notification_store.h"

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "server/reminders/notification_change_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

// Title and names come under the policies of activity, care request and customer: empty for who does not see them any
// more. $1 = caller. Each is looked up by its key, beneath an OFFSET that keeps the tables from being joined as a
// whole; whose survivor it is, is asked before, since beneath a policy a function keeps the key out of its index.
#define BANHANG_NOTIFICATION                                                                                           \
    "SELECT n.id, n.version, n.key, n.args, n.entity, n.entity_id,"                                                    \
    " coalesce(a.title, q.subject, CASE WHEN n.entity = 'customer' THEN c.name END, ''), coalesce(c.id, 0),"           \
    " coalesce(c.name, ''), n.actor_id, (extract(epoch FROM n.created_at) * 1000000)::bigint,"                         \
    " (extract(epoch FROM n.read_at) * 1000000)::bigint, coalesce(n.reminder_id, 0),"                                  \
    " coalesce(r.state = 2 AND r.fire_count = n.fire_count, false),"                                                   \
    " (extract(epoch FROM n.event_at) * 1000000)::bigint, coalesce(c.code, ''),"                                       \
    " coalesce(n.subscription_id, 0), coalesce(s.name, '')"                                                            \
    " FROM banhang.notification n"                                                                                     \
    " LEFT JOIN LATERAL (SELECT s.name FROM banhang.subscription s WHERE s.id = n.subscription_id OFFSET 0) AS s"      \
    " ON true"                                                                                                         \
    " LEFT JOIN LATERAL (SELECT r.state, r.fire_count FROM banhang.reminder r WHERE r.id = n.reminder_id OFFSET 0)"    \
    " AS r ON true"                                                                                                    \
    " LEFT JOIN LATERAL (SELECT a.title, a.customer_id FROM banhang.activity a WHERE a.id ="                           \
    " CASE n.entity WHEN 'activity' THEN n.entity_id END OFFSET 0) AS a ON true"                                       \
    " LEFT JOIN LATERAL (SELECT q.subject, q.customer_id FROM banhang.care_request q WHERE q.id ="                     \
    " CASE n.entity WHEN 'care_request' THEN n.entity_id END OFFSET 0) AS q ON true"                                   \
    " CROSS JOIN LATERAL (SELECT CASE n.entity WHEN 'customer' THEN banhang.survivor_of(n.entity_id)"                  \
    " ELSE coalesce(a.customer_id, q.customer_id) END AS id OFFSET 0) AS whose"                                        \
    " LEFT JOIN LATERAL (SELECT c.id, c.name, c.code FROM banhang.customer c WHERE c.id = whose.id"                    \
    " AND (c.deleted_at IS NULL OR n.key = 'notification.subscribed_binned') OFFSET 0) AS c ON true"                   \
    " WHERE n.user_id = $1"

constexpr Statement kTell{"SELECT banhang.tell_people($1::bigint[], $2::text[], $3::bigint[], $4::bigint[])"};
constexpr Statement kTellOfMerge{"SELECT banhang.tell_of_merge($1::bigint, $2::boolean)"};
constexpr Statement kList{BANHANG_NOTIFICATION " AND n.id < $2::bigint ORDER BY n.id DESC LIMIT $3::int"};
constexpr Statement kListUnread{BANHANG_NOTIFICATION
                                " AND n.read_at IS NULL AND n.id < $2::bigint ORDER BY n.id DESC LIMIT $3::int"};
constexpr Statement kByIds{BANHANG_NOTIFICATION
                           " AND n.id = ANY ($2::bigint[]) ORDER BY array_position($2::bigint[], n.id)"};
constexpr Statement kUnread{"SELECT count(*) FROM (SELECT FROM banhang.notification"
                            " WHERE user_id = $1 AND read_at IS NULL LIMIT 100) AS unread"};
constexpr Statement kMarkRead{
    "WITH read AS (UPDATE banhang.notification SET version = version + 1, read_at = clock_timestamp()"
    "   WHERE user_id = $1 AND read_at IS NULL AND (id = ANY ($2::bigint[]) OR id <= $3::bigint)"
    "   RETURNING id, version)"
    " INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id, machine_name, call_id)"
    " SELECT 'notification', id, version, 'update', ARRAY[$1::bigint], $1::bigint, $4, $5 FROM read"};

v1::Notification notificationIn(const Row& row)
{
    v1::Notification notification;
    notification.set_id(row.int64(0));
    notification.set_version(row.int64(1));
    notification.set_key(row.string(2));
    const nlohmann::json args = nlohmann::json::parse(row.text(3));
    for (const auto& [name, value] : args.items())
        (*notification.mutable_args())[name] = value.get<std::string>();
    notification.set_entity(row.string(4));
    notification.set_entity_id(row.int64(5));
    notification.set_title(row.string(6));
    notification.set_customer_id(row.int64(7));
    notification.set_customer_name(row.string(8));
    notification.set_actor_user_id(row.int64(9));
    *notification.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(10));
    if (const auto readAt = row.micros(11))
        *notification.mutable_read_time() = TimeUtil::MicrosecondsToTimestamp(*readAt);
    notification.set_reminder_id(row.int64(12));
    notification.set_is_waiting(row.boolean(13));
    if (const auto eventAt = row.micros(14))
        *notification.mutable_event_time() = TimeUtil::MicrosecondsToTimestamp(*eventAt);
    notification.set_customer_code(row.string(15));
    notification.set_subscription_id(row.int64(16));
    notification.set_subscription_name(row.string(17));
    return notification;
}

std::vector<v1::Notification> notificationsIn(Call& call, const Rows& rows)
{
    std::vector<v1::Notification> notifications;
    notifications.reserve(static_cast<std::size_t>(rows.size()));
    for (const Row row : rows)
        notifications.push_back(notificationIn(row));
    addChanges(call, notifications);
    return notifications;
}

} // namespace

void NotificationStore::tell(Tx& tx, const std::vector<ActivityNews>& news)
{
    std::vector<std::int64_t> people;
    std::vector<std::string> keys;
    std::vector<std::int64_t> activities;
    std::vector<std::int64_t> counts;
    for (const ActivityNews& one : news) {
        people.push_back(one.userId);
        keys.push_back(one.key);
        activities.push_back(one.activityId);
        counts.push_back(one.count);
    }
    tx.enqueue(kTell, people, keys, activities, counts);
}

void NotificationStore::notifyOfMerge(Tx& tx, std::int64_t mergeId, bool isUndone)
{
    tx.enqueue(kTellOfMerge, mergeId, isUndone);
}

std::vector<v1::Notification> NotificationStore::list(Call& call, bool isUnreadOnly, std::int64_t beforeId, int count)
{
    return notificationsIn(call,
                           call.tx.query(isUnreadOnly ? kListUnread : kList, call.caller.userId, beforeId, count));
}

std::vector<v1::Notification> NotificationStore::byIds(Call& call, const std::vector<std::int64_t>& ids)
{
    return notificationsIn(call, call.tx.query(kByIds, call.caller.userId, ids));
}

int NotificationStore::unreadCount(Call& call)
{
    return call.tx.query(kUnread, call.caller.userId).front().int32(0);
}

void NotificationStore::markRead(Call& call, const std::vector<std::int64_t>& ids, std::int64_t upToId)
{
    call.tx.enqueue(kMarkRead, call.caller.userId, ids, upToId, call.session.machineName, call.id);
}

} // namespace banhang::server
