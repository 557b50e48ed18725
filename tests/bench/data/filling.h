// An office with its work, written into an empty database.
#pragma once

#include <cstdint>
#include <functional>

#include "server/core/database/connection.h"

namespace banhang::bench {

struct FillPlan
{
    std::int64_t customers = 10'000;
    std::int64_t activities = 100'000;
    std::uint64_t seed = 1;
    /// So many of the customers are made, and copied with other numbers until there are enough: quick, for tests that
    /// want many rather than different ones. Must divide `customers`; 0 = all are made.
    std::int64_t made = 0;
};

/// Founds the office and fills it. `owner`: how to sign in as role banhang_owner, to a database that went through the
/// migrations and holds nothing. The rows are written by the server's own stores and functions, into tables without
/// secondary indexes and references, which are built and checked at the end: so what a save keeps true is true here.
/// `tell` gets the name of each step and the seconds that it took. Throws: server::DatabaseError, AppError.
void fillOffice(const server::ConnectOptions& owner, const FillPlan& plan,
                const std::function<void(const char* step, double seconds)>& tell);

} // namespace banhang::bench
