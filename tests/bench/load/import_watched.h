// A list is taken in while the whole office looks on.
#pragma once

#include <cstddef>

#include <nlohmann/json.hpp>

#include "common/connection_file.h"

namespace banhang::bench {

struct WatchedImport
{
    int clients = 500;
    int rows = 10'000;
    int serverProcess = 0;
    /// Numbers of the new customers; no two measurements of one run share any.
    std::size_t firstNumber = 0;
};

/// One seller saves `rows` new customers in batches, as the client does, each after the answer to the one before; each
/// of `clients` people looks on. {"clients", "rows", "rows_per_second", "batch_ms": {...}, "rejected",
/// "rows_nobody_saw", "after_answer": {...} (from the answer to a batch to each row's news at each who sees it),
/// "resyncs", "bytes_per_client", "server_peak_mib"}. The customers stay in the office.
nlohmann::ordered_json measureWatchedImport(const ConnectionFile& file, const WatchedImport& plan);

} // namespace banhang::bench
