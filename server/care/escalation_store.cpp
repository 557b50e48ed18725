#include "server/care/escalation_store.h"

namespace banhang::server {

namespace {

// The nearest are those who share the longest way down the organisation with the owner: a team's leader before the
// branch's, a branch's before the company's.
// sql-ok: the server tells leaders by itself; who is told is decided by their rights.
constexpr Statement kEscalate{
    "WITH due AS MATERIALIZED (SELECT q.id, q.owner_id, q.unit_id, q.promised_at, c.owner_id AS watcher_id"
    "   FROM banhang.care_request q JOIN banhang.customer c ON c.id = q.customer_id AND c.deleted_at IS NULL"
    "   WHERE q.deleted_at IS NULL AND q.state <= 3 AND q.escalated_for IS DISTINCT FROM q.promised_at"
    "   AND q.promised_at <= (SELECT clock_timestamp())"
    "   ORDER BY q.promised_at LIMIT $1::int FOR UPDATE OF q SKIP LOCKED),"
    " settled AS (UPDATE banhang.care_request q SET escalated_for = q.promised_at, escalated_at = clock_timestamp(),"
    "   version = q.version + 1 FROM due WHERE q.id = due.id RETURNING q.id, q.version, q.unit_id,"
    "   ARRAY[q.owner_id, due.watcher_id] AS people),"
    " leader AS (SELECT due.id, due.promised_at, u.id AS user_id, rank() OVER (PARTITION BY due.id ORDER BY"
    "     (SELECT count(*) FROM unnest(theirs.path) AS step (unit) WHERE step.unit = ANY (leaf.path)) DESC) AS distance"
    "   FROM due JOIN banhang.org_unit leaf ON leaf.id = due.unit_id"
    "   JOIN banhang.visible_unit v ON v.resource = 7 AND v.action = 7 AND v.unit_id IN (due.unit_id, 0)"
    "   JOIN banhang.app_user u ON u.id = v.user_id AND u.active AND u.id <> due.owner_id"
    "   JOIN banhang.org_unit theirs ON theirs.id = u.unit_id"
    "   WHERE EXISTS (SELECT FROM banhang.visible_unit w WHERE w.user_id = u.id AND w.resource = 7 AND w.action = 1"
    "     AND w.unit_id IN (due.unit_id, 0))),"
    " told AS (INSERT INTO banhang.notification (user_id, key, entity, entity_id, event_at)"
    "   SELECT DISTINCT user_id, 'notification.care_overdue', 'care_request', id, promised_at FROM leader"
    "   WHERE distance = 1 ORDER BY promised_at, id, user_id"
    "   ON CONFLICT (user_id, entity_id, event_at) WHERE key = 'notification.care_overdue' DO NOTHING"
    "   RETURNING id, user_id),"
    " news AS (INSERT INTO banhang.change_log (entity, entity_id, version, operation, people, actor_id)"
    "   SELECT 'notification', id, 1, 'create', ARRAY[user_id], 0 FROM told),"
    " history AS (INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_before, unit_after, "
    "people,"
    "   actor_id)"
    "   SELECT 'care_request', id, version, 'escalate', unit_id, unit_id, people, 0 FROM settled)"
    " SELECT (SELECT count(*) FROM settled), (SELECT count(*) FROM told)"};

} // namespace

Escalated escalateDueCareRequests(Tx& tx, int limit)
{
    const Rows rows = tx.query(kEscalate, limit);
    return {rows.front().int32(0), rows.front().int32(1)};
}

} // namespace banhang::server
