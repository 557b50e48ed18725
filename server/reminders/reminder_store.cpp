#include "server/reminders/reminder_store.h"

#include <google/protobuf/util/time_util.h>

#include "common/error.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr int kMaxWaiting = 200;

// Title and name come under the policies of activity, care request and customer: empty for who does not see them any
// more. Each is looked up by its key, beneath an OFFSET that keeps the tables from being joined as a whole;
// beneath a policy a coalesce would keep the customer's out of its index.
#define BANHANG_REMINDER                                                                                               \
    "SELECT r.id, r.entity, r.entity_id, coalesce(a.title, q.subject, ''), coalesce(c.name, ''), r.state, "            \
    "r.lead_minutes,"                                                                                                  \
    " (extract(epoch FROM r.due_at) * 1000000)::bigint, (extract(epoch FROM r.event_at) * 1000000)::bigint,"           \
    " (extract(epoch FROM r.fired_at) * 1000000)::bigint"                                                              \
    " FROM banhang.reminder r"                                                                                         \
    " LEFT JOIN LATERAL (SELECT a.title, a.customer_id FROM banhang.activity a WHERE a.id ="                           \
    " CASE r.entity WHEN 'activity' THEN r.entity_id END OFFSET 0) AS a ON true"                                       \
    " LEFT JOIN LATERAL (SELECT q.subject, q.customer_id FROM banhang.care_request q WHERE q.id ="                     \
    " CASE r.entity WHEN 'care_request' THEN r.entity_id END OFFSET 0) AS q ON true"                                   \
    " CROSS JOIN LATERAL (SELECT coalesce(a.customer_id, q.customer_id) AS id OFFSET 0) AS whose"                      \
    " LEFT JOIN LATERAL (SELECT c.name FROM banhang.customer c"                                                        \
    " WHERE c.id = whose.id AND c.deleted_at IS NULL OFFSET 0) AS c ON true"

constexpr Statement kKeep{"SELECT banhang.keep_reminders($1, $2::bigint[])"};
constexpr Statement kWaiting{BANHANG_REMINDER
                             " WHERE r.user_id = $1 AND r.state = 2 ORDER BY r.fired_at, r.id LIMIT $2::int"};
constexpr Statement kComing{BANHANG_REMINDER
                            " WHERE r.user_id = $1 AND r.state = 1 ORDER BY r.due_at, r.id LIMIT $2::int"};
constexpr Statement kFind{BANHANG_REMINDER " WHERE r.user_id = $1 AND r.id = $2"};
constexpr Statement kLock{"SELECT r.state FROM banhang.reminder r WHERE r.user_id = $1 AND r.id = ANY ($2::bigint[])"
                          " ORDER BY r.id FOR UPDATE"};
constexpr Statement kIsWithin{
    "SELECT $1::timestamptz BETWEEN clock_timestamp() AND clock_timestamp() + interval '31 days'"};
// The notification of an answered reminder is read, on all machines of its person. Behind: WITH answered AS (...
// RETURNING id, fire_count)
#define BANHANG_TELL_ANSWERED                                                                                          \
    ", told AS (UPDATE banhang.notification n"                                                                         \
    "   SET version = n.version + 1, read_at = coalesce(n.read_at, clock_timestamp()) FROM answered"                   \
    "   WHERE n.user_id = $1 AND n.reminder_id = answered.id AND n.fire_count = answered.fire_count"                   \
    "   RETURNING n.id, n.version)"                                                                                    \
    " INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id, machine_name, call_id)" \
    " SELECT 'notification', id, version, 'update', ARRAY[$1::bigint], $1::bigint, $2, $3 FROM told"
constexpr Statement kSnooze{
    "WITH answered AS (UPDATE banhang.reminder SET state = 1, due_at = $5::timestamptz"
    " WHERE user_id = $1 AND id = $4 AND state <= 2 RETURNING id, fire_count)" BANHANG_TELL_ANSWERED};
constexpr Statement kDismiss{
    "WITH answered AS (UPDATE banhang.reminder SET state = 3, ended_at = clock_timestamp()"
    " WHERE user_id = $1 AND id = ANY ($4::bigint[])"
    " AND (state = 2 OR state = 1 AND fire_count > 0) RETURNING id, fire_count)" BANHANG_TELL_ANSWERED};
constexpr Statement kBringBack{
    "UPDATE banhang.reminder SET due_at = clock_timestamp() WHERE user_id = $1 AND state = 1 AND fire_count = 0"
    " AND due_at > clock_timestamp() AND event_at - make_interval(mins => lead_minutes) <= clock_timestamp()"};

void putMoment(google::protobuf::Timestamp* place, const Row& row, int column)
{
    *place = TimeUtil::MicrosecondsToTimestamp(row.int64(column));
}

v1::Reminder reminderIn(const Row& row)
{
    v1::Reminder reminder;
    reminder.set_id(row.int64(0));
    reminder.set_entity(row.string(1));
    reminder.set_entity_id(row.int64(2));
    reminder.set_title(row.string(3));
    reminder.set_customer_name(row.string(4));
    reminder.set_state(static_cast<v1::ReminderState>(row.int32(5)));
    reminder.set_lead_minutes(row.int32(6));
    putMoment(reminder.mutable_due_time(), row, 7);
    putMoment(reminder.mutable_event_time(), row, 8);
    if (!row.isNull(9))
        putMoment(reminder.mutable_fire_time(), row, 9);
    return reminder;
}

} // namespace

void ReminderStore::keep(Tx& tx, std::string_view entity, const std::vector<std::int64_t>& ids)
{
    tx.enqueue(kKeep, entity, ids);
}

v1::Reminders ReminderStore::ofCaller(Call& call, int coming)
{
    v1::Reminders reminders;
    for (const Row row : call.tx.query(kWaiting, call.caller.userId, kMaxWaiting))
        *reminders.add_waiting() = reminderIn(row);
    for (const Row row : call.tx.query(kComing, call.caller.userId, coming))
        *reminders.add_coming() = reminderIn(row);
    return reminders;
}

v1::Reminder ReminderStore::snooze(Call& call, std::int64_t reminderId, const google::protobuf::Timestamp& until)
{
    const std::int64_t me = call.caller.userId;
    const std::string moment = TimeUtil::ToString(until);
    const Rows found = call.tx.query(kLock, me, std::vector<std::int64_t>{reminderId});
    if (found.empty())
        throw AppError(ErrorCode::NotFound, "reminder.not_found");
    if (found.front().int32(0) > v1::REMINDER_STATE_FIRED)
        throw AppError(ErrorCode::Refused, "reminder.settled");
    if (!call.tx.query(kIsWithin, moment).front().boolean(0))
        throwInvalidField("until_time", "reminder.until");
    call.tx.enqueue(kSnooze, me, call.session.machineName, call.id, reminderId, moment);
    return reminderIn(call.tx.query(kFind, me, reminderId).front());
}

void ReminderStore::dismiss(Call& call, const std::vector<std::int64_t>& reminderIds)
{
    call.tx.enqueue(kLock, call.caller.userId, reminderIds);
    call.tx.enqueue(kDismiss, call.caller.userId, call.session.machineName, call.id, reminderIds);
}

void ReminderStore::bringBack(Call& call)
{
    call.tx.enqueue(kBringBack, call.caller.userId);
}

} // namespace banhang::server
