// What the RPC library says, in our log and figures instead of raw on standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include <grpc/support/log.h>
#include <prometheus/counter.h>
#include <prometheus/registry.h>

namespace banhang::server {

/// Lets so many lines through in each window and counts the others: strangers on the network decide how often the
/// library complains, and must not fill the disk. Thread: belongs to one.
class LineLimit
{
public:
    using Clock = std::chrono::steady_clock;

    LineLimit(int most, Clock::duration window) : m_most(most), m_window(window) {}

    bool admits(Clock::time_point now);
    /// How many were not admitted since this was last asked.
    std::int64_t takeDropped();

private:
    int m_most;
    Clock::duration m_window;
    Clock::time_point m_begin;
    int m_admitted = 0;
    std::int64_t m_dropped = 0;
};

/// Takes the library's messages over as long as it lives; one at a time in a process. Failed handshakes are its errors
/// and our warnings, counted in banhang_rpc_library_errors_total.
class RpcLog
{
public:
    explicit RpcLog(prometheus::Registry& registry);
    ~RpcLog();
    RpcLog(const RpcLog&) = delete;
    RpcLog& operator=(const RpcLog&) = delete;

private:
    static void take(gpr_log_func_args* message);
    void write(std::string_view file, int line, bool isError, std::string_view text);

    prometheus::Counter& m_errors;
    LineLimit m_limit;
};

} // namespace banhang::server
