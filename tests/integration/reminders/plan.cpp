#include "plan.h"

namespace banhang::test {

std::vector<std::int64_t> plan(SqlSession& sql, const Plan& wanted)
{
    std::string participants;
    for (const TestUser& participant : wanted.participants)
        participants += (participants.empty() ? "" : ",") + std::to_string(participant.id);
    if (wanted.seriesId != 0)
        sql.run(
            "INSERT INTO banhang.series (id, owner_id, unit_id, creator_id, rule, pattern, anchor_day, first_day,"
            "   made_until) OVERRIDING SYSTEM VALUE"
            " VALUES ($1::bigint, $2::bigint, $3::bigint, $2::bigint, '{}', '{}', now(), now(), now())"
            " ON CONFLICT (id) DO NOTHING",
            {std::to_string(wanted.seriesId), std::to_string(wanted.owner.id), std::to_string(wanted.owner.unitId)});
    const server::Rows rows = sql.run(
        "WITH made AS (INSERT INTO banhang.activity (kind, title, owner_id, unit_id, creator_id, participant_ids,"
        "   starts_at, ends_at, reminder_leads, series_id, series_slot, customer_id)"
        "   SELECT 2, 'Cuộc hẹn', $1::bigint, $2::bigint, $1::bigint, $3::bigint[], now() + $4::interval,"
        "   now() + $4::interval + interval '30 minutes', $5::integer[], nullif($6::bigint, 0),"
        "   CASE WHEN $6::bigint <> 0 THEN date '2026-01-01' + (SELECT count(*)::int FROM banhang.activity"
        "     WHERE series_id = $6::bigint) END, nullif($7::bigint, 0)"
        "   FROM generate_series(1, $8::int) RETURNING id)"
        " SELECT array_agg(id ORDER BY id) FROM made",
        {std::to_string(wanted.owner.id), std::to_string(wanted.owner.unitId), "{" + participants + "}", wanted.begins,
         wanted.leads, std::to_string(wanted.seriesId), std::to_string(wanted.customerId),
         std::to_string(wanted.count)});
    std::vector<std::int64_t> ids = rows.front().int64s(0);
    // A statement of its own: the people of an activity stand in a table that its trigger fills.
    sql.run("SELECT banhang.keep_reminders('activity', $1::bigint[])", {rows.front().string(0)});
    return ids;
}

void keepReminders(SqlSession& sql, std::int64_t activityId)
{
    sql.run("SELECT banhang.keep_reminders('activity', ARRAY[$1::bigint])", {std::to_string(activityId)});
}

void timePasses(SqlSession& sql, const std::string& interval)
{
    sql.run("BEGIN");
    sql.run("UPDATE banhang.activity SET starts_at = starts_at - $1::interval, ends_at = ends_at - $1::interval,"
            " updated_at = updated_at - $1::interval"
            " WHERE id IN (SELECT entity_id FROM banhang.reminder WHERE state = 1)",
            {interval});
    sql.run("UPDATE banhang.reminder SET event_at = event_at - $1::interval,"
            " due_at = CASE WHEN state = 1 THEN due_at - $1::interval ELSE due_at END"
            " WHERE entity_id IN (SELECT entity_id FROM banhang.reminder WHERE state = 1)",
            {interval});
    sql.run("COMMIT");
}

} // namespace banhang::test
