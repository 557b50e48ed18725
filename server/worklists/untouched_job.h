// The worker that tells of customers whom nobody has worked with.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <prometheus/registry.h>

#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"

namespace prometheus {
class Counter;
}

namespace banhang::server {

struct UntouchedJobOptions
{
    /// How often it looks whether a new day has begun.
    std::chrono::milliseconds look{60'000};
    /// So many customers are looked at in one transaction: after an import of many thousands none is long.
    int batch = 1000;
    /// After a round that told something, on the job's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
};

/// Any number of servers run one each: the day is a row that one of them writes once all customers were looked at. A
/// server that was down at eight tells when it is up again. Thread: its own; the destructor ends it after the
/// transaction under way. Owner: what it is made from must outlive it.
class UntouchedJob
{
public:
    UntouchedJob(DatabasePool& system, UntouchedJobOptions options, prometheus::Registry& figures);

private:
    std::chrono::milliseconds workOnce();
    /// False when the server stopped before its end.
    bool noteAll(const std::string& day);

    DatabasePool& m_system;
    const UntouchedJobOptions m_options;
    prometheus::Counter& m_told;
    JobThread m_thread;
};

} // namespace banhang::server
