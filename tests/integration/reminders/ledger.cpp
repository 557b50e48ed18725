#include "ledger.h"

namespace banhang::test {

namespace {

struct Check
{
    const char* claim;
    const char* exceptions;
};

/// Each selects the ids for which its claim does not hold.
constexpr Check kChecks[] = {
    {"one live reminder for each event, person and lead time",
     "SELECT min(id) FROM banhang.reminder WHERE state IN (1, 2)"
     " GROUP BY entity, entity_id, user_id, lead_minutes HAVING count(*) > 1"},
    {"a reminder is told as often as it fired",
     "SELECT r.id FROM banhang.reminder r LEFT JOIN banhang.notification n ON n.reminder_id = r.id"
     " GROUP BY r.id HAVING r.fire_count <> count(n.id)"},
    {"each firing is told once", "SELECT min(id) FROM banhang.notification WHERE reminder_id IS NOT NULL"
                                 " GROUP BY reminder_id, fire_count HAVING count(*) > 1"},
    {"a notification is for the person of its reminder",
     "SELECT n.id FROM banhang.notification n JOIN banhang.reminder r ON r.id = n.reminder_id"
     " WHERE n.user_id <> r.user_id OR n.entity_id <> r.entity_id"},
    {"each version of a notification is in the feed once, for its person",
     "SELECT n.id FROM banhang.notification n LEFT JOIN banhang.change_log l"
     "   ON l.entity = 'notification' AND l.entity_id = n.id AND l.people = ARRAY[n.user_id]"
     " GROUP BY n.id HAVING count(l.seq) <> n.version OR count(DISTINCT l.version) <> n.version"
     "   OR max(l.version) <> n.version"},
    {"the feed tells of no notification that is not there",
     "SELECT l.seq FROM banhang.change_log l WHERE l.entity = 'notification'"
     " AND NOT EXISTS (SELECT FROM banhang.notification n WHERE n.id = l.entity_id)"},
    {"the summaries count what was missed",
     "SELECT u.id FROM banhang.app_user u"
     " WHERE (SELECT count(*) FROM banhang.reminder r WHERE r.user_id = u.id AND r.skip_reason = 'overdue')"
     "   <> (SELECT coalesce(sum((n.args ->> 'count')::bigint), 0) FROM banhang.notification n"
     "       WHERE n.user_id = u.id AND n.key = 'notification.overdue_summary')"},
    {"one summary for each person",
     "SELECT min(id) FROM banhang.notification WHERE key = 'notification.overdue_summary' AND read_at IS NULL"
     " GROUP BY user_id HAVING count(*) > 1"},
    {"nothing that is due is left", "SELECT id FROM banhang.reminder WHERE state = 1 AND due_at <= clock_timestamp()"},
    {"what was planned while it was to come is promised for its time to everybody in it",
     "SELECT a.id FROM banhang.activity a CROSS JOIN unnest(a.participant_ids || a.owner_id) AS person (id)"
     " CROSS JOIN unnest(a.reminder_leads) AS lead (minutes)"
     " WHERE a.state = 1 AND a.deleted_at IS NULL AND a.updated_at < a.over_at"
     " AND NOT EXISTS (SELECT FROM banhang.reminder r"
     "   WHERE r.entity_id = a.id AND r.user_id = person.id AND r.lead_minutes = lead.minutes"
     "   AND (r.event_at = a.starts_at AND (r.state < 4 OR r.skip_reason IN ('overdue', 'newer'))"
     "        OR r.skip_reason IN ('inactive', 'hidden') AND r.ended_at >= r.event_at))"},
    {"what does not take place any more reminds nobody",
     "SELECT r.id FROM banhang.reminder r JOIN banhang.activity a ON a.id = r.entity_id"
     " WHERE r.state IN (1, 2) AND (a.state <> 1 OR a.deleted_at IS NOT NULL)"},
    {"a live reminder is of somebody who takes part, for a lead time that is asked for, at the event's time",
     "SELECT r.id FROM banhang.reminder r JOIN banhang.activity a ON a.id = r.entity_id WHERE r.state IN (1, 2)"
     " AND (r.user_id <> ALL (a.participant_ids || a.owner_id) OR r.lead_minutes <> ALL (a.reminder_leads)"
     "   OR r.event_at <> a.starts_at)"},
};

} // namespace

std::vector<std::string> ledgerFaults(SqlSession& sql)
{
    std::vector<std::string> faults;
    for (const Check& check : kChecks) {
        const server::Rows rows = sql.run(check.exceptions);
        if (rows.empty())
            continue;
        faults.push_back(std::string(check.claim) + ": not so for " + std::to_string(rows.size()) + ", the first is " +
                         rows.front().string(0));
    }
    return faults;
}

std::int64_t dueReminders(SqlSession& sql)
{
    return sql.number("SELECT count(*) FROM banhang.reminder WHERE state = 1 AND due_at <= clock_timestamp()");
}

} // namespace banhang::test
