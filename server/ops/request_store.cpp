#include "server/ops/request_store.h"

#include "server/core/tx.h"

namespace banhang::server {

namespace {

constexpr Statement kDropOld{"DELETE FROM banhang.request_seen WHERE at < now() - make_interval(days => $1::int)"};

} // namespace

void RequestStore::dropOld(Tx& tx, int days)
{
    tx.enqueue(kDropOld, days);
}

} // namespace banhang::server
