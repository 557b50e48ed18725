#include "server/mail/outbox_store.h"

namespace banhang::server {

namespace {

// sql-ok: the server itself; whoever reads the mail sees the names in it under their own rights.
constexpr Statement kAddReminders{
    "INSERT INTO banhang.mail_outbox (mail_key, user_id, kind, reminder_id, good_until)"
    " SELECT 'reminder-' || r.id || '-' || r.fire_count, r.user_id, 1, r.id,"
    " greatest(r.event_at, clock_timestamp()) + interval '2 hours'"
    " FROM banhang.reminder r JOIN banhang.notification_setting s ON s.user_id = r.user_id"
    " WHERE r.id = ANY ($1::bigint[]) AND s.mail_reminders AND s.email <> ''"
    " AND NOT EXISTS (SELECT FROM banhang.session t WHERE t.user_id = r.user_id AND t.ended_at IS NULL"
    "   AND t.expires_at > clock_timestamp() AND t.last_seen_at > clock_timestamp() - make_interval(secs => "
    "$2::float8))"
    " ON CONFLICT (mail_key) DO NOTHING"};

// sql-ok: as above.
constexpr Statement kAddDigests{
    "INSERT INTO banhang.mail_outbox (mail_key, user_id, kind, good_until)"
    " SELECT 'digest-' || s.user_id || '-' || today.wall::date, s.user_id, 2,"
    " (today.wall::date + time '12:00') AT TIME ZONE 'Asia/Ho_Chi_Minh'"
    " FROM (SELECT wall, (extract(hour FROM wall) * 60 + extract(minute FROM wall))::int AS minute"
    "   FROM (SELECT clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS wall) AS clock) AS today"
    " CROSS JOIN banhang.notification_setting s JOIN banhang.app_user u ON u.id = s.user_id AND u.active"
    " WHERE today.minute >= $1::int AND today.minute < 720 AND s.mail_digest AND s.email <> ''"
    " AND (today.minute - s.quiet_from_minute + 1440) % 1440 >= (s.quiet_to_minute - s.quiet_from_minute + 1440) % 1440"
    " AND NOT EXISTS (SELECT FROM banhang.mail_outbox m"
    "   WHERE m.mail_key = 'digest-' || s.user_id || '-' || today.wall::date)"
    " ON CONFLICT (mail_key) DO NOTHING"};

// sql-ok: as above.
constexpr Statement kLease{
    "UPDATE banhang.mail_outbox m SET lease_token = $1::uuid, attempts = attempts + 1,"
    " lease_until = clock_timestamp() + make_interval(secs => $2::float8)"
    " FROM (SELECT w.id, u.active, s.email, s.mail_digest, s.mail_reminders FROM banhang.mail_outbox w"
    "   JOIN banhang.app_user u ON u.id = w.user_id"
    "   LEFT JOIN banhang.notification_setting s ON s.user_id = w.user_id"
    "   WHERE w.state = 1 AND w.not_before <= (SELECT clock_timestamp())"
    "   AND (w.lease_until IS NULL OR w.lease_until < (SELECT clock_timestamp()))"
    "   ORDER BY w.not_before LIMIT 1 FOR UPDATE OF w SKIP LOCKED) AS next"
    " WHERE m.id = next.id"
    " RETURNING m.id, m.mail_key, m.user_id, m.kind, coalesce(m.reminder_id, 0), m.attempts,"
    " m.good_until < clock_timestamp(),"
    " CASE WHEN next.active AND CASE m.kind WHEN 1 THEN next.mail_reminders ELSE next.mail_digest END"
    "   THEN next.email ELSE '' END,"
    " to_char(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'Dy, DD Mon YYYY HH24:MI:SS') || ' +0700'"};

constexpr Statement kFinish{"UPDATE banhang.mail_outbox SET state = $3, ended_at = clock_timestamp(), last_answer = $4,"
                            " lease_token = NULL, lease_until = NULL WHERE id = $1 AND lease_token = $2::uuid"};
constexpr Statement kPutOff{"UPDATE banhang.mail_outbox SET last_answer = $4, lease_token = NULL, lease_until = NULL,"
                            " not_before = clock_timestamp() + make_interval(secs => $3::float8)"
                            " WHERE id = $1 AND lease_token = $2::uuid"};
constexpr Statement kTally{
    "SELECT (SELECT count(*) FROM banhang.mail_outbox WHERE state = 1),"
    " count(*) FILTER (WHERE state = 2), count(*) FILTER (WHERE state = 3)"
    " FROM banhang.mail_outbox WHERE state > 1 AND ended_at > (SELECT clock_timestamp() - interval '24 hours')"};
constexpr Statement kDropOld{
    "DELETE FROM banhang.mail_outbox WHERE id IN (SELECT id FROM banhang.mail_outbox"
    " WHERE state > 1 AND ended_at < now() - make_interval(days => $1::int) ORDER BY ended_at LIMIT $2::int)"};

double secondsOf(std::chrono::seconds time)
{
    return static_cast<double>(time.count());
}

} // namespace

void OutboxStore::addReminders(Tx& tx, const std::vector<std::int64_t>& reminderIds, std::chrono::seconds sessionIdle)
{
    tx.enqueue(kAddReminders, reminderIds, secondsOf(sessionIdle));
}

std::int64_t OutboxStore::addDigests(Tx& tx, int minuteOfDay)
{
    return tx.query(kAddDigests, minuteOfDay).affected();
}

std::optional<LeasedMail> OutboxStore::lease(Tx& tx, const std::string& token, std::chrono::seconds time)
{
    const Rows rows = tx.query(kLease, token, secondsOf(time));
    if (rows.empty())
        return std::nullopt;
    const Row row = rows.front();
    LeasedMail mail;
    mail.id = row.int64(0);
    mail.key = row.string(1);
    mail.userId = row.int64(2);
    mail.kind = static_cast<MailKind>(row.int32(3));
    mail.reminderId = row.int64(4);
    mail.attempts = row.int32(5);
    mail.isTooLate = row.boolean(6);
    mail.to = row.string(7);
    mail.date = row.string(8);
    mail.leaseToken = token;
    return mail;
}

bool OutboxStore::finish(Tx& tx, const LeasedMail& mail, MailState state, const std::string& answer)
{
    return tx.query(kFinish, mail.id, mail.leaseToken, static_cast<int>(state), answer).affected() == 1;
}

bool OutboxStore::putOff(Tx& tx, const LeasedMail& mail, std::chrono::seconds time, const std::string& answer)
{
    return tx.query(kPutOff, mail.id, mail.leaseToken, secondsOf(time), answer).affected() == 1;
}

MailTally OutboxStore::tally(Tx& tx)
{
    const Rows rows = tx.query(kTally);
    return {rows.front().int64(0), rows.front().int64(1), rows.front().int64(2)};
}

std::int64_t OutboxStore::dropOld(Tx& tx, int days, int limit)
{
    return tx.query(kDropOld, days, limit).affected();
}

} // namespace banhang::server
