// The clock that counts: the database's, which all servers share.
#pragma once

#include <cstdint>

#include "server/core/database/tx.h"

namespace banhang::server {

/// The moment of the transaction, in microseconds since 1970, UTC.
std::int64_t presentMicros(Tx& tx);

} // namespace banhang::server
