// Writes made customers into tables, beside all that the server's stores keep of each.
#pragma once

#include <cstdint>
#include <vector>

#include "server/core/database/connection.h"
#include "tests/bench/data/office.h"

namespace banhang::bench {

struct CustomerPlan
{
    std::uint64_t seed = 1;
    std::int64_t customers = 0;
    std::vector<Owner> owners;
};

/// Customers 1 to `customers` over the last five years, each with an owner, search texts, tags, duplicate keys and
/// contact persons, by two connections at once. `access`: as role banhang_owner.
void loadCustomers(const server::ConnectOptions& access, const CustomerPlan& plan);

} // namespace banhang::bench
