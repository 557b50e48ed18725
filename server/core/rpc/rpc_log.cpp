#include "server/core/rpc/rpc_log.h"

#include <mutex>
#include <string>
#include <utility>

#include <spdlog/spdlog.h>

namespace banhang::server {

namespace {

constexpr int kMaxLines = 10;
constexpr std::chrono::minutes kWindow{1};

std::string_view nameOf(std::string_view path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// The library knows a function, not an object.
struct Current
{
    std::mutex mutex;
    RpcLog* log = nullptr;
};

Current& current()
{
    static Current one;
    return one;
}

/// One value of one line, whatever a stranger made the library quote.
std::string quotable(std::string_view text)
{
    std::string one(text);
    for (char& c : one)
        if (static_cast<unsigned char>(c) < ' ' || c == '"')
            c = '\'';
    return one;
}

} // namespace

bool LineLimit::admits(Clock::time_point now)
{
    if (m_begin == Clock::time_point() || now - m_begin >= m_window) {
        m_begin = now;
        m_admitted = 0;
    }
    if (m_admitted < m_most) {
        ++m_admitted;
        return true;
    }
    ++m_dropped;
    return false;
}

std::int64_t LineLimit::takeDropped()
{
    return std::exchange(m_dropped, 0);
}

RpcLog::RpcLog(prometheus::Registry& registry)
    : m_errors(prometheus::BuildCounter()
                   .Name("banhang_rpc_library_errors_total")
                   .Help("Errors that the RPC library reported, such as failed handshakes")
                   .Register(registry)
                   .Add({})),
      m_limit(kMaxLines, kWindow)
{
    const std::lock_guard lock(current().mutex);
    current().log = this;
    gpr_set_log_function(&RpcLog::take);
}

RpcLog::~RpcLog()
{
    const std::lock_guard lock(current().mutex);
    current().log = nullptr;
    gpr_set_log_function(nullptr);
}

void RpcLog::take(gpr_log_func_args* message)
{
    const std::lock_guard lock(current().mutex);
    if (current().log != nullptr)
        current().log->write(message->file, message->line, message->severity == GPR_LOG_SEVERITY_ERROR,
                             message->message);
}

void RpcLog::write(std::string_view file, int line, bool isError, std::string_view text)
{
    if (!isError) {
        spdlog::debug("event=rpc.library file={} line={} text=\"{}\"", nameOf(file), line, quotable(text));
        return;
    }
    m_errors.Increment();
    if (m_limit.admits(LineLimit::Clock::now()))
        spdlog::warn("event=rpc.library file={} line={} text=\"{}\" dropped={}", nameOf(file), line, quotable(text),
                     m_limit.takeDropped());
}

} // namespace banhang::server
