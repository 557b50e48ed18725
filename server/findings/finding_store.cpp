#include "server/findings/finding_store.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/customers/customer_access.h"

namespace banhang::server {

using nlohmann::json;

namespace {

/// Links of findings whose customers this caller may merge. $1 all, $2 leaves.
#define BANHANG_SEEN_LINKS                                                                                             \
    "FROM banhang.duplicate_link l"                                                                                    \
    " JOIN banhang.customer a ON a.id = l.low_id AND a.deleted_at IS NULL"                                             \
    " JOIN banhang.customer b ON b.id = l.high_id AND b.deleted_at IS NULL"                                            \
    " WHERE ($1 OR (l.low_unit_id = ANY ($2::bigint[]) AND l.high_unit_id = ANY ($2::bigint[]))) AND "

/// What was decided on link l, and still holds: until one of the two customers reads otherwise.
#define BANHANG_DECISION                                                                                               \
    "EXISTS (SELECT FROM banhang.duplicate_decision d WHERE d.low_id = l.low_id AND d.high_id = l.high_id"             \
    " AND (d.decided_at >= l.found_at OR (d.low_digest = l.low_digest AND d.high_digest = l.high_digest))"

/// The two kinds of links are statements of their own: the planner knows how many a condition leaves, but nothing of
/// one that a parameter turns round.
#define BANHANG_OPEN BANHANG_SEEN_LINKS "NOT " BANHANG_DECISION ") AND "
#define BANHANG_POSTPONED BANHANG_SEEN_LINKS BANHANG_DECISION " AND d.answer = 2) AND "

/// Planned anew for each caller: who sees little is served from their few customers, who sees all from the findings in
/// their order. One plan for both would walk through all findings for somebody who sees none: half a second at 40,000.
#define BANHANG_PAGE_OF(LINKS)                                                                                         \
    "SELECT f.id, f.probability, (extract(epoch FROM f.found_at) * 1000000)::bigint FROM banhang.duplicate_finding f"  \
    " WHERE (f.probability < $3::double precision OR (f.probability = $3 AND f.id > $4))"                              \
    " AND EXISTS (SELECT " LINKS "l.finding_id = f.id) ORDER BY f.probability DESC, f.id LIMIT $5"
#define BANHANG_COUNT_OF(LINKS)                                                                                        \
    "SELECT count(*) FROM (SELECT FROM banhang.duplicate_finding f"                                                    \
    " WHERE EXISTS (SELECT " LINKS "l.finding_id = f.id) LIMIT $3) AS counted"
#define BANHANG_LINKS_OF(LINKS)                                                                                        \
    "SELECT l.finding_id, l.low_id, l.high_id, l.probability " LINKS                                                   \
    "l.finding_id = ANY ($3::bigint[]) ORDER BY l.finding_id, l.probability DESC"

constexpr Statement kOpenPage{BANHANG_PAGE_OF(BANHANG_OPEN)};
constexpr Statement kOpenCount{BANHANG_COUNT_OF(BANHANG_OPEN)};
constexpr Statement kOpenLinks{BANHANG_LINKS_OF(BANHANG_OPEN)};
constexpr Statement kPostponedPage{BANHANG_PAGE_OF(BANHANG_POSTPONED)};
constexpr Statement kPostponedCount{BANHANG_COUNT_OF(BANHANG_POSTPONED)};
constexpr Statement kPostponedLinks{BANHANG_LINKS_OF(BANHANG_POSTPONED)};

constexpr Statement kDecide{
    "INSERT INTO banhang.duplicate_decision (low_id, high_id, answer, low_digest, high_digest, decided_by_id)"
    " SELECT w.low, w.high, $2::smallint, w.ld, w.hd, $3::bigint"
    " FROM jsonb_to_recordset($1::jsonb) AS w (low bigint, high bigint, ld text, hd text)"
    " ON CONFLICT (low_id, high_id) DO UPDATE SET answer = excluded.answer, low_digest = excluded.low_digest,"
    " high_digest = excluded.high_digest, decided_by_id = excluded.decided_by_id, decided_at = now()"};
constexpr Statement kReopen{
    "DELETE FROM banhang.duplicate_decision d USING jsonb_to_recordset($1::jsonb) AS w (low bigint, high bigint)"
    " WHERE d.low_id = w.low AND d.high_id = w.high"};

/// What may be seen, edited and deleted: what may be merged away.
UnitSet mergeable(const Caller& caller)
{
    UnitSet units = caller.units(kViewCustomer);
    for (const Right right : {kEditCustomer, kDeleteCustomer}) {
        const UnitSet& other = caller.units(right);
        if (other.all)
            continue;
        if (units.all) {
            units = other;
            continue;
        }
        std::erase_if(units.leaves, [&](std::int64_t leaf) { return !other.contains(leaf); });
    }
    return units;
}

std::string pairsJson(const std::vector<PairDecision>& pairs)
{
    json list = json::array();
    for (const PairDecision& pair : pairs)
        list.push_back({{"low", pair.lowId}, {"high", pair.highId}, {"ld", pair.lowDigest}, {"hd", pair.highDigest}});
    return list.dump();
}

} // namespace

std::vector<StoredFinding> findFindings(Call& call, bool postponed, const FindingPlace& after, int limit)
{
    const UnitSet units = mergeable(call.caller);
    std::vector<StoredFinding> findings;
    const Rows rows = call.tx.runOnce((postponed ? kPostponedPage : kOpenPage).sql,
                                      Params::of(units.all, units.leaves, after.probability, after.id, limit));
    for (const Row row : rows)
        findings.push_back({row.int64(0), row.real(1), row.int64(2)});
    return findings;
}

std::vector<StoredLink> linksOfFindings(Call& call, bool postponed, const std::vector<std::int64_t>& findingIds)
{
    const UnitSet units = mergeable(call.caller);
    std::vector<StoredLink> links;
    const Rows rows = call.tx.query(postponed ? kPostponedLinks : kOpenLinks, units.all, units.leaves, findingIds);
    for (const Row row : rows)
        links.push_back({row.int64(0), row.int64(1), row.int64(2), row.real(3)});
    return links;
}

std::int64_t countFindings(Call& call, bool postponed, int most)
{
    const UnitSet units = mergeable(call.caller);
    const Statement& count = postponed ? kPostponedCount : kOpenCount;
    return call.tx.runOnce(count.sql, Params::of(units.all, units.leaves, most)).front().int64(0);
}

void writeDecisions(Call& call, const std::vector<PairDecision>& pairs, int answer)
{
    call.tx.enqueue(kDecide, pairsJson(pairs), answer, call.caller.userId);
}

void dropDecisions(Call& call, const std::vector<PairDecision>& pairs)
{
    call.tx.enqueue(kReopen, pairsJson(pairs));
}

} // namespace banhang::server
