#include "server/reminders/notification_change_store.h"

#include <algorithm>
#include <map>

#include <google/protobuf/util/time_util.h>

#include "common/error.h"
#include "server/customers/customer_access.h"
#include "server/customers/history_store.h"
#include "server/reminders/net_change_rules.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr int kMaxFields = 4;
constexpr const char* kCustomer = "customer";

// The log comes under the policies of the records that it tells of.
constexpr Statement kOfRecords{
    "SELECT k.notification_id, l.entity, l.fields, k.fields FROM banhang.notification_change k"
    " JOIN banhang.change_log l ON l.seq = k.change_seq WHERE k.notification_id = ANY ($1::bigint[])"
    " AND k.fields <> '{}' ORDER BY k.notification_id, k.change_seq"};
constexpr Statement kIsOwn{"SELECT FROM banhang.notification WHERE id = $1 AND user_id = $2"};
// Each record is looked up by its key, for the reasons that BANHANG_NOTIFICATION tells.
constexpr Statement kAll{
    "SELECT l.entity, l.entity_id, coalesce(a.title, q.subject, c.name), coalesce(c.id, 0), coalesce(c.name, ''),"
    " l.operation, l.actor_id, (extract(epoch FROM l.at) * 1000000)::bigint, l.fields, k.fields"
    " FROM banhang.notification_change k JOIN banhang.change_log l ON l.seq = k.change_seq"
    " LEFT JOIN LATERAL (SELECT a.id, a.title, a.customer_id FROM banhang.activity a"
    "   WHERE a.id = CASE l.entity WHEN 'activity' THEN l.entity_id END"
    "   AND (a.deleted_at IS NULL OR l.operation = 'delete') OFFSET 0) AS a ON true"
    " LEFT JOIN LATERAL (SELECT q.id, q.subject, q.customer_id FROM banhang.care_request q"
    "   WHERE q.id = CASE l.entity WHEN 'care_request' THEN l.entity_id END"
    "   AND (q.deleted_at IS NULL OR l.operation = 'delete') OFFSET 0) AS q ON true"
    " CROSS JOIN LATERAL (SELECT CASE l.entity WHEN 'customer' THEN banhang.survivor_of(l.entity_id)"
    "   ELSE coalesce(a.customer_id, q.customer_id) END AS id OFFSET 0) AS whose"
    " LEFT JOIN LATERAL (SELECT c.id, c.name FROM banhang.customer c WHERE c.id = whose.id"
    "   AND (c.deleted_at IS NULL OR l.entity = 'customer' AND l.operation = 'delete') OFFSET 0) AS c ON true"
    " WHERE k.notification_id = $1 AND (a.id IS NOT NULL OR q.id IS NOT NULL"
    "   OR l.entity = 'customer' AND c.id IS NOT NULL) ORDER BY l.seq DESC"};

/// Adds what the caller may see of a row of the log, as far as it was told.
void addRow(const Caller& caller, const std::string& entity, const json& fields, const std::vector<std::string>& told,
            NetFieldChanges& changes)
{
    const bool isOfCustomer = entity == kCustomer;
    for (const std::string& field : told) {
        const auto change = fields.find(field);
        if (change == fields.end() || (isOfCustomer && hidingMask(caller, field) != v1::SENSITIVE_FIELD_UNSPECIFIED))
            continue;
        const auto value = [&](const char* side) {
            json whole = change->value(side, json());
            return isOfCustomer ? withoutHidden(caller, field, std::move(whole)) : whole;
        };
        changes.add(field, value("old"), value("new"));
    }
}

} // namespace

void addChanges(Call& call, std::vector<v1::Notification>& notifications)
{
    std::vector<std::int64_t> ids;
    for (const v1::Notification& notification : notifications)
        if (notification.subscription_id() != 0 && notification.entity_id() != 0)
            ids.push_back(notification.id());
    if (ids.empty())
        return;
    std::map<std::int64_t, NetFieldChanges> changes;
    for (const Row row : call.tx.query(kOfRecords, ids))
        addRow(call.caller, row.string(1), json::parse(row.text(2)), row.strings(3), changes[row.int64(0)]);
    for (v1::Notification& notification : notifications)
        if (const auto its = changes.find(notification.id()); its != changes.end())
            for (v1::FieldChange& change : its->second.shown(kMaxFields))
                *notification.add_changes() = std::move(change);
}

v1::NotificationChanges readNotificationChanges(Call& call, std::int64_t notificationId)
{
    if (call.tx.query(kIsOwn, notificationId, call.caller.userId).empty())
        throw AppError(ErrorCode::NotFound, "notification.not_found");
    v1::NotificationChanges read;
    for (const Row row : call.tx.query(kAll, notificationId)) {
        v1::NotificationChange& change = *read.add_changes();
        change.set_entity(row.string(0));
        change.set_entity_id(row.int64(1));
        change.set_title(row.string(2));
        change.set_customer_id(row.int64(3));
        change.set_customer_name(row.string(4));
        change.set_operation(row.string(5));
        change.set_actor_user_id(row.int64(6));
        *change.mutable_time() = google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(row.int64(7));
        NetFieldChanges fields;
        addRow(call.caller, change.entity(), json::parse(row.text(8)), row.strings(9), fields);
        for (v1::FieldChange& field : fields.shown(kMaxFields))
            *change.add_changes() = std::move(field);
    }
    return read;
}

} // namespace banhang::server
