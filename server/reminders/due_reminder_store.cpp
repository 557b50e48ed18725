#include "server/reminders/due_reminder_store.h"

namespace banhang::server {

namespace {

// The clock stands in sub-selects, so that it is read once and can bound an index.
// sql-ok: the scheduler works for everybody.
constexpr Statement kClock{
    "SELECT (extract(epoch FROM clock.now) * 1000000)::bigint, extract(epoch FROM next.due_at - clock.now)::float8"
    " FROM (SELECT clock_timestamp() AS now) AS clock"
    " LEFT JOIN (SELECT min(due_at) AS due_at FROM banhang.reminder WHERE state = 1) AS next ON next.due_at IS NOT "
    "NULL"};

// sql-ok: the scheduler works for everybody.
constexpr Statement kClaim{
    "WITH due AS MATERIALIZED (SELECT r.* FROM banhang.reminder r"
    "   WHERE r.state = 1 AND r.due_at <= (SELECT clock_timestamp())"
    "   ORDER BY r.due_at LIMIT $1::int FOR UPDATE SKIP LOCKED)"
    " SELECT due.id, due.user_id, (extract(epoch FROM clock.now) * 1000000)::bigint,"
    " (extract(epoch FROM due.due_at) * 1000000)::bigint, (extract(epoch FROM due.event_at) * 1000000)::bigint,"
    " (extract(hour FROM clock.wall) * 60 + extract(minute FROM clock.wall))::int, due.fire_count, u.active,"
    " c.deleted_at IS NOT NULL, coalesce(s.quiet_from_minute, 0), coalesce(s.quiet_to_minute, 0),"
    " EXISTS (SELECT FROM banhang.reminder n WHERE n.series_id = due.series_id AND n.user_id = due.user_id"
    "   AND n.lead_minutes = due.lead_minutes AND n.event_at > due.event_at"
    "   AND (n.fired_at IS NOT NULL OR n.state = 1 AND n.due_at <= clock.now))"
    " FROM due CROSS JOIN LATERAL (SELECT clock_timestamp() AS now,"
    "   clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS wall) AS clock"
    " JOIN banhang.app_user u ON u.id = due.user_id"
    " LEFT JOIN banhang.notification_setting s ON s.user_id = due.user_id"
    " LEFT JOIN banhang.activity a ON due.entity = 'activity' AND a.id = due.entity_id"
    " LEFT JOIN banhang.care_request q ON due.entity = 'care_request' AND q.id = due.entity_id"
    " LEFT JOIN banhang.customer c ON c.id = coalesce(a.customer_id, q.customer_id)"};

// sql-ok: the scheduler works for everybody.
constexpr Statement kFire{
    "WITH fired AS (UPDATE banhang.reminder SET state = 2, fire_count = fire_count + 1, fired_at = clock_timestamp()"
    "   WHERE id = ANY ($1::bigint[]) AND state = 1"
    "   RETURNING id, user_id, entity, entity_id, event_at, due_at, fired_at, fire_count),"
    " told AS (INSERT INTO banhang.notification (user_id, key, entity, entity_id, event_at, reminder_id, fire_count)"
    "   SELECT user_id, 'notification.reminder', entity, entity_id, event_at, id, fire_count FROM fired"
    "   ORDER BY due_at, id RETURNING id, user_id),"
    " news AS (INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)"
    "   SELECT 'notification', id, 1, 'create', ARRAY[user_id], 0 FROM told)"
    " SELECT extract(epoch FROM fired_at - due_at)::float8 FROM fired"};

// sql-ok: the scheduler works for everybody.
constexpr Statement kPutOff{
    "UPDATE banhang.reminder r SET due_at = date_trunc('minute', clock_timestamp()) + make_interval(mins => "
    "late.minutes::int)"
    " FROM unnest($1::bigint[], $2::bigint[]) AS late (id, minutes) WHERE r.id = late.id AND r.state = 1"};

// Skipped for good are those that came too late; the others may be wanted again.
// sql-ok: the scheduler works for everybody.
constexpr Statement kSkip{
    "UPDATE banhang.reminder r SET state = 4, skip_reason = out.reason, ended_at = clock_timestamp(),"
    " is_current = out.reason IN ('newer', 'overdue')"
    " FROM unnest($1::bigint[], $2::text[]) AS out (id, reason) WHERE r.id = out.id AND r.state = 1"};

// sql-ok: the scheduler works for everybody.
constexpr Statement kSummarise{
    "WITH told AS (INSERT INTO banhang.notification AS n (user_id, key, args)"
    "   SELECT user_id, 'notification.overdue_summary', jsonb_build_object('count', count(*)::text)"
    "   FROM unnest($1::bigint[]) AS missed (user_id) GROUP BY user_id ORDER BY user_id"
    "   ON CONFLICT (user_id) WHERE key = 'notification.overdue_summary' AND read_at IS NULL DO UPDATE"
    "   SET version = n.version + 1, args = jsonb_build_object('count',"
    "     ((n.args ->> 'count')::bigint + (excluded.args ->> 'count')::bigint)::text)"
    "   RETURNING id, version, user_id)"
    " INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)"
    " SELECT 'notification', id, version, CASE WHEN version = 1 THEN 'create' ELSE 'update' END, ARRAY[user_id], 0"
    " FROM told"};

// sql-ok: figures of the server, without anything of what they are about.
constexpr Statement kTally{
    "SELECT (SELECT count(*) FROM banhang.reminder WHERE state = 1),"
    " (SELECT count(*) FROM banhang.reminder WHERE state = 1 AND due_at <= (SELECT clock_timestamp())),"
    " coalesce((SELECT extract(epoch FROM clock_timestamp() - min(due_at))::float8 FROM banhang.reminder"
    "   WHERE state = 1 AND due_at <= (SELECT clock_timestamp())), 0),"
    " (SELECT count(*) FROM banhang.reminder WHERE state = 2),"
    " (SELECT count(*) FROM banhang.notification WHERE reminder_id IS NOT NULL"
    "   AND created_at > (SELECT clock_timestamp() - interval '24 hours'))"};
// sql-ok: figures of the server, without anything of what they are about.
constexpr Statement kSkips{
    "SELECT skip_reason, count(*) FROM banhang.reminder WHERE state = 4"
    " AND ended_at > (SELECT clock_timestamp() - interval '24 hours') GROUP BY skip_reason ORDER BY skip_reason"};

// sql-ok: upkeep of the server.
constexpr Statement kDropNotifications{
    "DELETE FROM banhang.notification WHERE id IN (SELECT id FROM banhang.notification"
    " WHERE created_at < now() - make_interval(days => $1::int) ORDER BY created_at LIMIT $2::int)"};
// What mail or a notification still names goes when those have gone.
// sql-ok: upkeep of the server.
constexpr Statement kDropReminders{"DELETE FROM banhang.reminder WHERE id IN (SELECT r.id FROM banhang.reminder r"
                                   " WHERE r.state >= 3 AND r.ended_at < now() - make_interval(days => $1::int)"
                                   " AND NOT EXISTS (SELECT FROM banhang.notification n WHERE n.reminder_id = r.id)"
                                   " AND NOT EXISTS (SELECT FROM banhang.mail_outbox m WHERE m.reminder_id = r.id)"
                                   " ORDER BY r.ended_at LIMIT $2::int)"};

} // namespace

ReminderJobClock DueReminderStore::clock(Tx& tx)
{
    const Rows rows = tx.query(kClock);
    ReminderJobClock clock{.nowMicros = rows.front().int64(0), .secondsToNext = {}};
    if (!rows.front().isNull(1))
        clock.secondsToNext = rows.front().real(1);
    return clock;
}

std::vector<DueReminder> DueReminderStore::claim(Tx& tx, int limit)
{
    std::vector<DueReminder> due;
    for (const Row row : tx.query(kClaim, limit)) {
        DueReminder& reminder = due.emplace_back();
        reminder.id = row.int64(0);
        reminder.userId = row.int64(1);
        reminder.nowMicros = row.int64(2);
        reminder.dueMicros = row.int64(3);
        reminder.eventMicros = row.int64(4);
        reminder.minuteOfDay = row.int32(5);
        reminder.fireCount = row.int32(6);
        reminder.isActive = row.boolean(7);
        reminder.isHidden = row.boolean(8);
        reminder.quiet = {row.int32(9), row.int32(10)};
        reminder.hasNewer = row.boolean(11);
    }
    return due;
}

std::vector<double> DueReminderStore::fire(Tx& tx, const std::vector<std::int64_t>& reminderIds)
{
    std::vector<double> lateness;
    for (const Row row : tx.query(kFire, reminderIds))
        lateness.push_back(row.real(0));
    return lateness;
}

void DueReminderStore::putOff(Tx& tx, const std::vector<std::int64_t>& reminderIds,
                              const std::vector<std::int64_t>& minutes)
{
    tx.query(kPutOff, reminderIds, minutes);
}

void DueReminderStore::skip(Tx& tx, const std::vector<std::int64_t>& reminderIds,
                            const std::vector<std::string>& reasons)
{
    tx.query(kSkip, reminderIds, reasons);
}

void DueReminderStore::summarise(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    tx.query(kSummarise, userIds);
}

ReminderTally DueReminderStore::tally(Tx& tx)
{
    ReminderTally tally;
    const Rows rows = tx.query(kTally);
    const Row row = rows.front();
    tally.pending = row.int64(0);
    tally.due = row.int64(1);
    tally.oldestDueSeconds = row.real(2);
    tally.waiting = row.int64(3);
    tally.firedOfDay = row.int64(4);
    for (const Row skip : tx.query(kSkips))
        tally.skipsOfDay[skip.string(0)] = skip.int64(1);
    return tally;
}

std::int64_t DueReminderStore::dropOld(Tx& tx, int days, int limit)
{
    const std::int64_t notifications = tx.query(kDropNotifications, days, limit).affected();
    return notifications + tx.query(kDropReminders, days, limit).affected();
}

} // namespace banhang::server
