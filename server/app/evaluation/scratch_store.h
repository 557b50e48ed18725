// Rows of a scratch office that only measurements need.
#pragma once

#include <cstdint>
#include <span>

#include "common/match/record.h"
#include "server/core/database/connection.h"
#include "server/core/database/tx.h"

namespace banhang::server {

class ScratchStore
{
public:
    /// Customers with nothing but kind and name for the records [first, end); ids are places plus one.
    static void putCustomers(Tx& tx, std::int64_t ownerId, std::int64_t unitId, std::span<const match::Record> records,
                             std::size_t first, std::size_t end);
    /// Tells PostgreSQL what the tables hold now, and that everybody may see it: a look-up of keys then reads the index
    /// alone. Outside of transactions.
    static void settle(Connection& connection);
};

} // namespace banhang::server
