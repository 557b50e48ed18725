// The thread that fires what is due.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"
#include "server/reminders/clock_watch.h"
#include "server/reminders/firing_rules.h"
#include "server/reminders/reminder_job_figures.h"

namespace banhang::server {

struct ReminderJobOptions
{
    /// Between two looks, so that what others made due is seen; shorter when the next one is due earlier.
    std::chrono::milliseconds maxSleep{1000};
    /// Fired in one transaction: as long as it runs, the feed of all clients waits.
    int batch = 500;
    /// In the transaction that fires them, with their ids: what else is to happen with it.
    std::function<void(Tx&, const std::vector<std::int64_t>&)> fired = [](Tx&, const auto&) {};
    /// After each transaction that changed something, on the scheduler's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
    /// Named places between the statements of a firing; a test ends its process there.
    std::function<void(std::string_view)> passed = [](std::string_view) {};
};

/// Any number of servers run one each, without a leader: a due row is locked by one of them, the others pass it by, and
/// firing, notification and feed row are one transaction. So whatever happens to a server, each reminder fires once.
/// Nothing but the database's clock counts. Thread: its own; the destructor ends it after the batch under way. Owner:
/// what it is made from must outlive it.
class ReminderJob
{
public:
    ReminderJob(DatabasePool& system, ReminderJobOptions options, prometheus::Registry& figures);

private:
    struct Batch
    {
        std::vector<std::int64_t> fire;
        std::vector<std::int64_t> later;
        std::vector<std::int64_t> laterMinutes;
        std::vector<std::int64_t> skipped;
        std::vector<std::string> skipReasons;
        std::vector<std::int64_t> missedBy; ///< people, once for each that goes into their summary
        std::vector<double> lateness;
    };

    std::chrono::milliseconds workOnce();
    /// How long nothing will be due.
    std::chrono::milliseconds untilNext();
    /// Settles what is due; true if a whole batch was, so that there may be more.
    bool settleSome();
    Batch settle(Tx& tx);
    void apply(Tx& tx, Batch& batch);

    DatabasePool& m_system;
    const ReminderJobOptions m_options;
    ReminderJobFigures m_figures;
    ClockWatch m_clockWatch;
    JobThread m_thread;
};

} // namespace banhang::server
