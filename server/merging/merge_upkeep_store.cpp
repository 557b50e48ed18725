#include "server/merging/merge_upkeep_store.h"

namespace banhang::server {

namespace {

// sql-ok: upkeep by the server itself
constexpr Statement kForgetRows{"DELETE FROM banhang.customer_merge_row r USING banhang.customer_merge m"
                                " WHERE m.id = r.merge_id AND m.undo_until <= now() AND m.survivor_before IS NOT NULL"};
// sql-ok: upkeep by the server itself
constexpr Statement kForget{"UPDATE banhang.customer_merge SET survivor_before = NULL"
                            " WHERE undo_until <= now() AND survivor_before IS NOT NULL"};

} // namespace

void forgetOldMerges(Tx& tx)
{
    tx.enqueue(kForgetRows);
    tx.enqueue(kForget);
}

} // namespace banhang::server
