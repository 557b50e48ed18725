#include "server/findings/scan_store.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/database/constraint_errors.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;
using nlohmann::json;

namespace {

/// The last Sunday's two o'clock in the morning in Vietnam, when the fewest work.
#define BANHANG_LAST_SUNDAY                                                                                            \
    "((date_trunc('week', (now() AT TIME ZONE 'Asia/Ho_Chi_Minh') - interval '6 days 2 hours')"                        \
    " + interval '6 days 2 hours') AT TIME ZONE 'Asia/Ho_Chi_Minh')"

constexpr Statement kFind{
    "SELECT s.id, s.state, s.done, s.total, s.compared, s.busy_ms, s.new_findings, coalesce(s.started_by_id, 0),"
    " (extract(epoch FROM s.started_at) * 1000000)::bigint, (extract(epoch FROM s.ended_at) * 1000000)::bigint,"
    " (extract(epoch FROM " BANHANG_LAST_SUNDAY " + interval '7 days') * 1000000)::bigint"
    " FROM (SELECT) AS one LEFT JOIN (SELECT * FROM banhang.duplicate_scan ORDER BY id DESC LIMIT 1) AS s ON true"};

constexpr Statement kStart{"INSERT INTO banhang.duplicate_scan (load_percent, started_by_id, total)"
                           " SELECT $1::integer, NULLIF($2::bigint, 0), (SELECT count(*) FROM banhang.duplicate_form)"
                           " WHERE NOT EXISTS (SELECT FROM banhang.duplicate_scan WHERE state IN (1, 2))"};
constexpr Statement kStartWeekly{
    "INSERT INTO banhang.duplicate_scan (load_percent, total)"
    " SELECT $1::integer, (SELECT count(*) FROM banhang.duplicate_form)"
    " WHERE NOT EXISTS (SELECT FROM banhang.duplicate_scan WHERE state IN (1, 2) OR started_at >= " BANHANG_LAST_SUNDAY
    ")"
    " ON CONFLICT DO NOTHING"};
constexpr Statement kMove{"UPDATE banhang.duplicate_scan SET state = $2::smallint,"
                          " ended_at = CASE WHEN $2::smallint > 2 THEN now() END WHERE state = ANY ($1::smallint[])"};

constexpr Statement kHold{
    "UPDATE banhang.duplicate_scan SET lease_holder = $1::uuid, lease_until = now() + interval '1 minute'"
    " WHERE state = 1 AND (lease_holder = $1::uuid OR lease_until IS NULL OR lease_until < now())"
    " RETURNING id, after_id, load_percent"};
constexpr Statement kStep{"UPDATE banhang.duplicate_scan SET after_id = $4::bigint, done = done + $5::bigint, compared "
                          "= compared + $6::bigint,"
                          " busy_ms = busy_ms + $7::bigint, failures = 0, lease_until = now() + interval '1 minute'"
                          " WHERE id = $1 AND lease_holder = $2::uuid AND state = 1 AND after_id = $3"};
// sql-ok: the server itself, which tells nobody
constexpr Statement kLinks{
    "INSERT INTO banhang.duplicate_link AS l (low_id, high_id, probability, low_digest, high_digest, scan_id)"
    " SELECT w.low, w.high, w.p, w.ld, w.hd, $1::bigint FROM jsonb_to_recordset($2::jsonb)"
    " AS w (low bigint, high bigint, p double precision, ld text, hd text)"
    // A customer may have gone since it was read.
    " JOIN banhang.customer a ON a.id = w.low JOIN banhang.customer b ON b.id = w.high"
    " ON CONFLICT (low_id, high_id) DO UPDATE SET probability = excluded.probability, scan_id = excluded.scan_id,"
    " found_at = CASE WHEN (l.low_digest, l.high_digest) = (excluded.low_digest, excluded.high_digest)"
    " THEN l.found_at ELSE now() END, low_digest = excluded.low_digest, high_digest = excluded.high_digest"};
constexpr Statement kLinksOf{
    "SELECT l.low_id, l.high_id, l.probability FROM banhang.duplicate_link l WHERE l.scan_id = $1 AND NOT EXISTS"
    " (SELECT FROM banhang.duplicate_decision d WHERE d.low_id = l.low_id AND d.high_id = l.high_id AND d.answer = 1"
    " AND d.low_digest = l.low_digest AND d.high_digest = l.high_digest)"};
constexpr Statement kFindings{
    "WITH wanted AS MATERIALIZED (SELECT ARRAY(SELECT id::bigint FROM jsonb_array_elements_text(w.ids) AS id) AS "
    "members,"
    " w.p FROM jsonb_to_recordset($2::jsonb) AS w (ids jsonb, p double precision)),"
    " stored AS (INSERT INTO banhang.duplicate_finding AS f (members, probability, scan_id)"
    " SELECT members, p, $1::bigint FROM wanted ON CONFLICT (members) DO UPDATE SET probability = excluded.probability,"
    " scan_id = excluded.scan_id RETURNING f.id, f.members, f.xmax = 0 AS is_new),"
    " placed AS (UPDATE banhang.duplicate_link l SET finding_id = stored.id"
    " FROM stored CROSS JOIN LATERAL unnest(stored.members) AS m (id)"
    " WHERE l.low_id = m.id AND l.high_id = ANY (stored.members) AND l.scan_id = $1)"
    " SELECT count(*) FILTER (WHERE is_new) FROM stored"};
constexpr Statement kFinish{
    "UPDATE banhang.duplicate_scan SET state = 3, ended_at = now(), new_findings = $3, lease_until = NULL"
    " WHERE id = $1 AND lease_holder = $2::uuid AND state = 1"};
constexpr Statement kDropFindings{"DELETE FROM banhang.duplicate_finding WHERE scan_id < $1"};
constexpr Statement kDropLinks{"DELETE FROM banhang.duplicate_link WHERE scan_id < $1"};
constexpr Statement kFail{
    "UPDATE banhang.duplicate_scan SET failures = failures + 1, state = CASE WHEN failures >= 4 THEN 5 ELSE state END,"
    " ended_at = CASE WHEN failures >= 4 THEN now() END WHERE id = $1 AND state = 1"};

} // namespace

void registerScanConstraints(ConstraintErrors& errors)
{
    errors.add("duplicate_scan_single", ErrorCode::Refused, "scan.running");
}

v1::Scan findScan(Tx& tx, bool weekly)
{
    constexpr double kMsPerSecond = 1000;
    const Rows rows = tx.query(kFind);
    const Row row = rows.front();
    v1::Scan scan;
    if (weekly)
        *scan.mutable_next_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(10));
    if (row.isNull(0))
        return scan;
    scan.set_id(row.int64(0));
    scan.set_state(static_cast<v1::ScanState>(row.int32(1)));
    scan.set_done(row.int64(2));
    // Customers that came since the start are looked at too.
    scan.set_total(std::max(row.int64(3), row.int64(2)));
    scan.set_compared(row.int64(4));
    if (const std::int64_t busy = row.int64(5); busy > 0)
        scan.set_rate(static_cast<double>(scan.done()) * kMsPerSecond / static_cast<double>(busy));
    if (scan.rate() > 0 && scan.state() <= v1::SCAN_STATE_PAUSED)
        scan.set_seconds_left(static_cast<std::int64_t>(static_cast<double>(scan.total() - scan.done()) / scan.rate()) +
                              1);
    scan.set_new_findings(row.int64(6));
    scan.set_started_by_user_id(row.int64(7));
    *scan.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(8));
    if (const auto ended = row.micros(9))
        *scan.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(*ended);
    return scan;
}

bool startScan(Tx& tx, std::int64_t userId, int loadPercent)
{
    return tx.query(kStart, loadPercent, userId).affected() == 1;
}

bool startWeeklyScan(Tx& tx, int loadPercent)
{
    return tx.query(kStartWeekly, loadPercent).affected() == 1;
}

bool moveScan(Tx& tx, const std::vector<v1::ScanState>& from, v1::ScanState to)
{
    const std::vector<std::int64_t> states(from.begin(), from.end());
    return tx.query(kMove, states, static_cast<int>(to)).affected() == 1;
}

std::optional<LeasedScan> leaseScan(Tx& tx, const std::string& holder)
{
    const Rows rows = tx.query(kHold, holder);
    if (rows.empty())
        return std::nullopt;
    return LeasedScan{rows.front().int64(0), rows.front().int64(1), rows.front().int32(2)};
}

bool writeStep(Tx& tx, std::int64_t scanId, const std::string& holder, const ScanStep& step)
{
    const Rows moved =
        tx.query(kStep, scanId, holder, step.fromId, step.toId, step.customers, step.compared, step.busyMs);
    if (moved.affected() == 0)
        return false;
    json links = json::array();
    for (const FoundLink& link : step.links)
        links.push_back({{"low", link.lowId},
                         {"high", link.highId},
                         {"p", link.probability},
                         {"ld", link.lowDigest},
                         {"hd", link.highDigest}});
    if (!links.empty())
        tx.enqueue(kLinks, scanId, links.dump());
    return true;
}

std::vector<FoundLink> linksOf(Tx& tx, std::int64_t scanId)
{
    std::vector<FoundLink> links;
    const Rows rows = tx.query(kLinksOf, scanId);
    links.reserve(static_cast<std::size_t>(rows.size()));
    for (const Row row : rows)
        links.push_back({row.int64(0), row.int64(1), row.real(2), {}, {}});
    return links;
}

std::int64_t writeFindings(Tx& tx, std::int64_t scanId, const std::vector<FoundGroup>& groups)
{
    json wanted = json::array();
    for (const FoundGroup& group : groups)
        wanted.push_back({{"ids", group.ids}, {"p", group.probability}});
    return tx.query(kFindings, scanId, wanted.dump()).front().int64(0);
}

bool finishScan(Tx& tx, std::int64_t scanId, const std::string& holder, std::int64_t newFindings)
{
    if (tx.query(kFinish, scanId, holder, newFindings).affected() == 0)
        return false;
    tx.enqueue(kDropFindings, scanId);
    tx.enqueue(kDropLinks, scanId);
    return true;
}

void noteFailure(Tx& tx, std::int64_t scanId)
{
    tx.enqueue(kFail, scanId);
}

} // namespace banhang::server
