#include "server/duplicates/duplicate_facts_store.h"

namespace banhang::server {

namespace {

constexpr Statement kFacts{
    "SELECT f.customer_id, f.code, f.owner_id, f.unit_id, f.team_id, EXISTS (SELECT FROM banhang.customer_share s"
    " WHERE s.user_id = $2 AND s.customer_id = f.customer_id) FROM banhang.duplicate_owners($1::bigint[]) AS f"};

constexpr Statement kDecided{"SELECT high_id, low_digest, high_digest FROM banhang.duplicate_decision"
                             " WHERE low_id = $1 AND high_id = ANY ($2::bigint[]) AND answer = 1"
                             " UNION ALL SELECT low_id, high_digest, low_digest FROM banhang.duplicate_decision"
                             " WHERE high_id = $1 AND low_id = ANY ($2::bigint[]) AND answer = 1"};

#define BANHANG_RENEWED                                                                                                \
    " FROM unnest($1::bigint[], $2::text[], $3::text[]) AS renewed (id, before, present)"                              \
    " WHERE renewed.id = "

// sql-ok: the job of the server itself; nothing of it is shown to anybody.
constexpr Statement kKeepLow{"UPDATE banhang.duplicate_decision d SET low_digest = renewed.present" BANHANG_RENEWED
                             "d.low_id AND renewed.before = d.low_digest"};
// sql-ok: as above
constexpr Statement kKeepHigh{"UPDATE banhang.duplicate_decision d SET high_digest = renewed.present" BANHANG_RENEWED
                              "d.high_id AND renewed.before = d.high_digest"};
// sql-ok: as above
constexpr Statement kKeepLowOfLink{"UPDATE banhang.duplicate_link l SET low_digest = renewed.present" BANHANG_RENEWED
                                   "l.low_id AND renewed.before = l.low_digest"};
// sql-ok: as above
constexpr Statement kKeepHighOfLink{"UPDATE banhang.duplicate_link l SET high_digest = renewed.present" BANHANG_RENEWED
                                    "l.high_id AND renewed.before = l.high_digest"};

} // namespace

std::map<std::int64_t, CustomerFacts> customerFacts(Call& call, const std::vector<std::int64_t>& customerIds)
{
    std::map<std::int64_t, CustomerFacts> facts;
    const Rows rows = call.tx.query(kFacts, customerIds, call.caller.userId);
    for (const Row row : rows)
        facts[row.int64(0)] = {row.string(1), row.int64(2), row.int64(3), row.int64(4), row.boolean(5)};
    return facts;
}

std::vector<Decision> decidedDifferent(Call& call, std::int64_t customerId, const std::vector<std::int64_t>& otherIds)
{
    std::vector<Decision> decisions;
    const Rows rows = call.tx.query(kDecided, customerId, otherIds);
    for (const Row row : rows)
        decisions.push_back({row.int64(0), row.string(1), row.string(2)});
    return decisions;
}

void keepDecisions(Tx& tx, const std::map<std::int64_t, RenewedDigest>& renewed)
{
    if (renewed.empty())
        return;
    std::vector<std::int64_t> ids;
    std::vector<std::string> before;
    std::vector<std::string> now;
    for (const auto& [id, digest] : renewed) {
        ids.push_back(id);
        before.push_back(digest.before);
        now.push_back(digest.now);
    }
    for (const Statement& keep : {kKeepLow, kKeepHigh, kKeepLowOfLink, kKeepHighOfLink})
        tx.enqueue(keep, ids, before, now);
}

} // namespace banhang::server
