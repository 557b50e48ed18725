// How many calls a second go through, and how many could.
#pragma once

#include <string>
#include <vector>

#include <grpcpp/channel.h>
#include <nlohmann/json.hpp>

#include "tests/bench/call_times.h"

namespace banhang::bench {

struct ThroughputOptions
{
    int calls = 20'000; ///< of each kind
    int atOnce = 32;    ///< under way at a time, spread over the connections
    /// libpq's connection string of the application's role, to measure the reading alone; empty leaves it out.
    std::string database;
};

/// Reads of single customers of the seller's own, of an empty call (a health check) over the same connections, and of
/// the same rows with the same identity straight from the database. "share_of_limit" compares the first with what the
/// other two leave possible, 1 / (1/empty + 1/read); "share_of_whole_limit" with the same, where the reading
/// ("whole_read") is all that a get asks the database.
nlohmann::ordered_json getsPerSecond(const std::vector<std::shared_ptr<grpc::Channel>>& channels, Person& seller,
                                     const ThroughputOptions& options);

} // namespace banhang::bench
