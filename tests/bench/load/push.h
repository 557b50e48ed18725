// How soon colleagues see what somebody saves.
#pragma once

#include <nlohmann/json.hpp>

#include "common/connection_file.h"
#include "tests/bench/load/measuring.h"

namespace banhang::bench {

struct PushPlan
{
    int clients = 100;
    double commitsPerSecond = 10;
    std::chrono::milliseconds length{10'000};
    int serverProcess = 0;
    /// Numbers of the saves; no two measurements of one run share any.
    std::size_t firstNumber = 0;
};

/// `clients` people of the office, each with a connection and an open stream of their own, while one seller saves: from
/// the answer to a save, which follows its commit, and from the call, to the news at each of those who see the
/// customer (the seller, leader, director, care and administrator among the connected). The first two clients are
/// the leader and the administrator.
/// Then all streams are broken at once and opened anew. {"after_answer": {...}, "after_call": {...}, "received",
/// "bytes_per_client_and_second", "server_kib_per_client", "reconnect_ms": {...}}
nlohmann::ordered_json measurePush(const ConnectionFile& file, const PushPlan& plan);

} // namespace banhang::bench
