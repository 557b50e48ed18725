#include "server/mail/mail_content_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxLines = 50;

// sql-ok: the transaction is the recipient's own, so the policies decide what of these rows there is to read.
constexpr Statement kReminder{
    "SELECT a.kind, CASE WHEN a.starts_at IS NULL THEN ''"
    "   ELSE to_char(a.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI') END,"
    " a.title, coalesce(c.name, ''), a.place, to_char(r.event_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')"
    " FROM banhang.reminder r JOIN banhang.activity a ON r.entity = 'activity' AND a.id = r.entity_id"
    " LEFT JOIN banhang.customer c ON c.id = a.customer_id AND c.deleted_at IS NULL"
    " WHERE r.id = $1 AND r.state = 2"
    " UNION ALL SELECT 4, to_char(q.promised_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI'), q.subject,"
    " coalesce(c.name, ''), '', to_char(r.event_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')"
    " FROM banhang.reminder r JOIN banhang.care_request q ON r.entity = 'care_request' AND q.id = r.entity_id"
    " LEFT JOIN banhang.customer c ON c.id = q.customer_id AND c.deleted_at IS NULL"
    " WHERE r.id = $1 AND r.state = 2"};

#define BANHANG_DIGEST_ROWS                                                                                            \
    " FROM (SELECT clock_timestamp() AS now,"                                                                          \
    "   date_trunc('day', clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh' AS day)"  \
    "   AS today"                                                                                                      \
    " JOIN banhang.activity_person p ON p.user_id = $1 AND p.is_open AND NOT p.is_binned"                              \
    " JOIN banhang.activity a ON a.id = p.activity_id"                                                                 \
    " LEFT JOIN banhang.customer c ON c.id = a.customer_id AND c.deleted_at IS NULL"

// sql-ok: the transaction is the recipient's own.
constexpr Statement kToday{"SELECT a.kind, CASE WHEN a.starts_at IS NULL THEN ''"
                           "   ELSE to_char(a.starts_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI') END,"
                           " a.title, coalesce(c.name, ''), a.place" BANHANG_DIGEST_ROWS
                           " WHERE p.sort_at < today.day + interval '1 day' AND p.over_at > today.now"
                           " ORDER BY p.is_timed, p.sort_at, a.id LIMIT $2::int"};
// sql-ok: the transaction is the recipient's own.
constexpr Statement kOverdue{
    "SELECT a.kind, to_char(p.sort_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), a.title, coalesce(c.name, ''),"
    " a.place, count(*) OVER ()" BANHANG_DIGEST_ROWS " WHERE p.sort_at < today.now AND p.over_at <= today.now"
    " ORDER BY p.sort_at, a.id LIMIT $2::int"};
constexpr Statement kDay{"SELECT to_char(clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY')"};

MailActivity activityIn(const Row& row)
{
    return {.kind = row.int32(0),
            .when = row.string(1),
            .title = row.string(2),
            .customer = row.string(3),
            .place = row.string(4)};
}

} // namespace

std::optional<ReminderMail> MailContentStore::reminder(Tx& tx, std::int64_t reminderId)
{
    const Rows rows = tx.query(kReminder, reminderId);
    if (rows.empty())
        return std::nullopt;
    return ReminderMail{.activity = activityIn(rows.front()), .day = rows.front().string(5)};
}

DigestMail MailContentStore::digest(Tx& tx, std::int64_t userId)
{
    DigestMail mail;
    mail.day = tx.query(kDay).front().string(0);
    for (const Row row : tx.query(kToday, userId, kMaxLines))
        mail.today.push_back(activityIn(row));
    for (const Row row : tx.query(kOverdue, userId, kMaxLines)) {
        mail.overdue.push_back(activityIn(row));
        mail.moreOverdue = row.int32(5);
    }
    mail.moreOverdue -= static_cast<int>(mail.overdue.size());
    return mail;
}

} // namespace banhang::server
