#include "server/worklists/untouched_store.h"

#include "server/activities/day_rules.h"

namespace banhang::server {

namespace {

/// Until the end of the transaction, so that nothing is noted for a day while it is being told.
constexpr Statement kTakeTurn{"SELECT pg_advisory_xact_lock(7014151018)"};

constexpr Statement kUntoldDay{"SELECT clock.wall::date"
                               " FROM (SELECT clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS wall) AS clock"
                               " WHERE clock.wall::time >= time '08:00'"
                               "   AND NOT EXISTS (SELECT FROM banhang.untouched_round r"
                               "     WHERE r.day = clock.wall::date)"};

/// Leaders are those who may give the owner's customers away; who may do so in the whole company only where there is
/// nobody nearer.
// sql-ok: tells everybody of what is theirs.
constexpr Statement kNote{
    "WITH waiting AS MATERIALIZED (SELECT c.id, c.owner_id, c.unit_id, c.created_at, c.created_at <"
    "     (SELECT now() - make_interval(days => untouched_leader_days) FROM banhang.work_list_setting) AS is_old"
    "   FROM banhang.customer c"
    "   WHERE c.deleted_at IS NULL AND c.last_contact_at IS NULL AND c.next_contact_at IS NULL"
    "     AND c.created_at < (SELECT now() - make_interval(days => untouched_days) FROM banhang.work_list_setting)"
    "     AND (c.created_at, c.id) > ($2::timestamptz, $3::bigint)"
    "     AND NOT EXISTS (SELECT FROM banhang.untouched_round r WHERE r.day = $1::date)"
    "   ORDER BY c.created_at, c.id LIMIT $4::bigint),"
    " near AS MATERIALIZED (SELECT place.unit_id, v.user_id FROM (SELECT DISTINCT unit_id FROM waiting WHERE is_old)"
    "   AS place JOIN banhang.visible_unit v ON v.resource = 1 AND v.action = 6 AND v.unit_id = place.unit_id"
    "   JOIN banhang.app_user u ON u.id = v.user_id AND u.unit_id <> place.unit_id),"
    " leader AS (SELECT unit_id, user_id FROM near UNION ALL"
    "   SELECT place.unit_id, v.user_id FROM (SELECT DISTINCT unit_id FROM waiting WHERE is_old) AS place"
    "   JOIN banhang.visible_unit v ON v.resource = 1 AND v.action = 6 AND v.unit_id = 0"
    "   WHERE NOT EXISTS (SELECT FROM near WHERE near.unit_id = place.unit_id)),"
    " due AS (SELECT w.id, w.owner_id AS user_id, 1 AS stage FROM waiting w"
    "   UNION SELECT w.id, l.user_id, 2 FROM waiting w JOIN leader l ON l.unit_id = w.unit_id"
    "   WHERE w.is_old AND l.user_id <> w.owner_id),"
    " noted AS (INSERT INTO banhang.untouched_notice (customer_id, user_id, stage, day)"
    "   SELECT d.id, d.user_id, d.stage, $1::date FROM due d"
    "   JOIN banhang.app_user u ON u.id = d.user_id AND u.active"
    "   WHERE NOT EXISTS (SELECT FROM banhang.untouched_notice n WHERE n.customer_id = d.id AND n.user_id = d.user_id"
    "     AND n.stage = d.stage) ON CONFLICT DO NOTHING)"
    " SELECT count(*) OVER (), created_at::text, id FROM waiting ORDER BY created_at DESC, id DESC LIMIT 1"};

/// Days that were noted but not told, since a server ended in between, are told with the next one.
// sql-ok: tells everybody of what is theirs.
constexpr Statement kTell{
    "WITH ended AS (INSERT INTO banhang.untouched_round (day) SELECT $1::date WHERE NOT EXISTS"
    "   (SELECT FROM banhang.untouched_round later WHERE later.day > $1::date) ON CONFLICT (day) DO NOTHING"
    "   RETURNING day),"
    " noted AS (SELECT n.user_id, n.stage FROM ended, banhang.untouched_notice n WHERE n.day <= ended.day"
    "   AND n.day > coalesce((SELECT max(r.day) FROM banhang.untouched_round r WHERE r.day < $1::date), '-infinity')),"
    " told AS (INSERT INTO banhang.notification (user_id, key, args)"
    "   SELECT user_id, CASE WHEN count(*) FILTER (WHERE stage = 1) > 0 THEN 'notification.untouched_summary'"
    "       ELSE 'notification.untouched_team_summary' END,"
    "     jsonb_build_object('count', (count(*) FILTER (WHERE stage = 1))::text,"
    "       'team', (count(*) FILTER (WHERE stage = 2))::text)"
    "   FROM noted GROUP BY user_id ORDER BY user_id RETURNING id, user_id),"
    " news AS (INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)"
    "   SELECT 'notification', id, 1, 'create', ARRAY[user_id], 0 FROM told)"
    " SELECT (SELECT count(*) FROM told), (SELECT count(*) FROM noted) FROM ended"};

} // namespace

std::optional<std::string> untoldUntouchedDay(Tx& tx)
{
    const Rows rows = tx.query(kUntoldDay);
    if (rows.empty())
        return std::nullopt;
    const auto day = vn::parseIsoDate(rows.front().string(0));
    return day && workingDayFrom(*day) == *day ? std::optional(rows.front().string(0)) : std::nullopt;
}

std::optional<UntouchedPlace> noteUntouched(Tx& tx, const std::string& day, const UntouchedPlace& behind, int limit)
{
    tx.enqueue(kTakeTurn);
    const Rows last = tx.query(kNote, day, behind.createdAt, behind.customerId, limit);
    if (last.empty() || last.front().int32(0) < limit)
        return std::nullopt;
    return UntouchedPlace{.createdAt = last.front().string(1), .customerId = last.front().int64(2)};
}

std::optional<UntouchedRound> notifyOfUntouched(Tx& tx, const std::string& day)
{
    tx.enqueue(kTakeTurn);
    const Rows told = tx.query(kTell, day);
    if (told.empty())
        return std::nullopt;
    return UntouchedRound{.people = told.front().int32(0), .customers = told.front().int32(1)};
}

} // namespace banhang::server
