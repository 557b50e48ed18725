#include "server/customers/saving/reading_renewal_store.h"

#include <map>
#include <vector>

#include "server/customers/customer_row.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/duplicates/duplicate_facts_store.h"
#include "server/duplicates/duplicate_index_store.h"

namespace banhang::server {

namespace {

/// Servers that begin at once take turns. A walk for another version does not count.
constexpr Statement kTakeTurn{
    "UPDATE banhang.customer_reading SET walked = $1, after_id = CASE WHEN walked = $1 THEN after_id ELSE 0 END"
    " WHERE version < $1 RETURNING after_id"};
constexpr Statement kNote{"UPDATE banhang.customer_reading SET after_id = $1"};
constexpr Statement kFinish{"UPDATE banhang.customer_reading SET version = walked, after_id = 0"};

// sql-ok: the job of the server itself; nothing of it is shown to anybody.
constexpr Statement kNext{"SELECT c.id FROM banhang.customer c WHERE c.id > $1 AND c.deleted_at IS NULL"
                          " ORDER BY c.id LIMIT $2::integer"};
// sql-ok: as above
constexpr Statement kRead{"SELECT " BANHANG_FULL_COLUMNS " FROM banhang.customer c"
                          " WHERE c.id = ANY ($1::bigint[]) AND c.deleted_at IS NULL"};

/// Those of which the duplicate check has another form than before.
std::map<std::int64_t, RenewedDigest> differing(const std::map<std::int64_t, std::string>& before,
                                                const std::map<std::int64_t, std::string>& now)
{
    std::map<std::int64_t, RenewedDigest> renewed;
    for (const auto& [id, digest] : before)
        if (const auto present = now.find(id); present != now.end() && present->second != digest)
            renewed[id] = {digest, present->second};
    return renewed;
}

} // namespace

std::optional<int> renewReadings(Tx& tx, int version, int most)
{
    const Rows turn = tx.query(kTakeTurn, version);
    if (turn.empty())
        return std::nullopt;
    std::vector<std::int64_t> ids;
    const Rows next = tx.query(kNext, turn.front().int64(0), most);
    for (const Row row : next)
        ids.push_back(row.int64(0));
    if (ids.empty()) {
        tx.enqueue(kFinish);
        return 0;
    }
    // Whoever saves one of them at this moment comes before or after.
    lockMergeSurvivors(tx, ids);
    const auto before = storedDigests(tx, ids);
    const Rows stored = tx.query(kRead, ids);
    for (const Row row : stored) {
        v1::Customer customer = readFull(row);
        prepareCustomer(customer);
        writeReadings(tx, customer);
    }
    keepDecisions(tx, differing(before, storedDigests(tx, ids)));
    tx.enqueue(kNote, ids.back());
    return static_cast<int>(ids.size());
}

} // namespace banhang::server
