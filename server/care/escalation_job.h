// The worker that tells leaders of promised times that have passed.
#pragma once

#include <chrono>
#include <functional>

#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"

namespace banhang::server {

struct EscalationJobOptions
{
    /// How often it looks: a promise is a matter of minutes at best.
    std::chrono::milliseconds look{5'000};
    /// Care requests in one transaction: as long as it writes, the feed of all clients waits.
    int batch = 100;
    /// After each transaction that told something, on the job's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
};

/// Any number of servers run one each: a row is locked by one of them, the others pass it by. What fell due while none
/// ran is told when one runs again. Thread: its own; the destructor ends it after the transaction under way. Owner:
/// what it is made from must outlive it.
class EscalationJob
{
public:
    EscalationJob(DatabasePool& system, EscalationJobOptions options);

private:
    std::chrono::milliseconds workOnce();

    DatabasePool& m_system;
    const EscalationJobOptions m_options;
    JobThread m_thread;
};

} // namespace banhang::server
