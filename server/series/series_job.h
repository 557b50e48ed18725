// The worker that makes the occurrences of series as their days come near.
#pragma once

#include <chrono>
#include <functional>

#include "server/activities/activity_listener.h"
#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"

namespace banhang::server {

struct SeriesJobOptions
{
    /// How often it looks; what it makes is months ahead.
    std::chrono::milliseconds look{60'000};
    /// Series in one transaction: as long as it writes, the feed of all clients waits.
    int batch = 5;
    /// After each transaction that made something, on the job's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
};

/// Makes what is due, as banhang_system; the number of series that it worked on. Throws: DatabaseError.
int makeDueOccurrences(DatabasePool& system, const ActivityListeners& listeners, int batch);

/// Any number of servers run one each: a series is locked by one of them, the others pass it by, and an index lets each
/// day be made once. Thread: its own; the destructor ends it after the transaction under way. Owner: what it is made
/// from must outlive it.
class SeriesJob
{
public:
    SeriesJob(DatabasePool& system, ActivityListeners listeners, SeriesJobOptions options);

private:
    std::chrono::milliseconds workOnce();

    DatabasePool& m_system;
    const ActivityListeners m_listeners;
    const SeriesJobOptions m_options;
    JobThread m_thread;
};

} // namespace banhang::server
