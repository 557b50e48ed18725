#include "server/core/database/database_clock.h"

namespace banhang::server {

namespace {

constexpr Statement kNow{"SELECT (extract(epoch FROM now()) * 1000000)::bigint"};

} // namespace

std::int64_t presentMicros(Tx& tx)
{
    return tx.query(kNow).front().int64(0);
}

} // namespace banhang::server
