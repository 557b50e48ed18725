// The worker that makes the steps of care sequences when their days come near.
#pragma once

#include <chrono>
#include <functional>

#include "server/activities/activity_listener.h"
#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"

namespace banhang::server {

struct SequenceJobOptions
{
    /// How often it looks: whoever puts a customer on a sequence waits for the first step.
    std::chrono::milliseconds look{1'000};
    /// Enrolments in one transaction: as long as it writes, the feed of all clients waits.
    int batch = 20;
    /// After each transaction that did something, on the job's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
};

/// Does what is due, as banhang_system: first what happened to enrolments, then those whose day has come. The number of
/// enrolments that it worked on. Throws: DatabaseError.
int reconcileDueEnrolments(DatabasePool& system, const ActivityListeners& listeners, int batch);

/// Any number of servers run one each: what one of them has in hand the others pass by, and the primary key of the
/// steps lets each be made once. Thread: its own; the destructor ends it after the transaction under way. Owner: what
/// it is made from must outlive it.
class SequenceJob
{
public:
    SequenceJob(DatabasePool& system, ActivityListeners listeners, SequenceJobOptions options);

private:
    std::chrono::milliseconds workOnce();

    DatabasePool& m_system;
    const ActivityListeners m_listeners;
    const SequenceJobOptions m_options;
    JobThread m_thread;
};

} // namespace banhang::server
