#include "server/ops/request_store.h"

#include "server/core/database/tx.h"

namespace banhang::server {

namespace {

constexpr Statement kDropOld{
    "WITH gone AS (DELETE FROM banhang.request_seen WHERE ctid = ANY (ARRAY(SELECT ctid FROM banhang.request_seen"
    " WHERE at < now() - make_interval(days => $1::int) ORDER BY at LIMIT $2::int)) RETURNING 1)"
    " SELECT count(*) FROM gone"};

} // namespace

int RequestStore::dropOld(Tx& tx, int days, int most)
{
    return tx.query(kDropOld, days, most).front().int32(0);
}

} // namespace banhang::server
