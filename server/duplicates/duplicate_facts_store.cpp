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

} // namespace banhang::server
