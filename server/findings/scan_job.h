// The worker behind the scan: one thread that looks for a scan, weights to learn or customers to read anew, and does it
// bit by bit.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/core/database/database_pool.h"
#include "server/core/jobs/job_thread.h"
#include "server/findings/scan_store.h"

namespace banhang::server {

struct ScanJobOptions
{
    /// Starts a scan by itself each week.
    bool weekly = true;
    /// Of a scan that it starts by itself: share of the time in which it works, in per cent.
    int loadPercent = 50;
    /// How often it looks whether there is something to do.
    std::chrono::milliseconds look{2000};
    /// Customers in one step. Each is a short transaction, so that the scan is stopped and colleagues go on within it.
    int step = 250;
};

/// Several servers may have one each: the lease in the database lets only one work. It reads as the system role, writes
/// in short transactions, and rests between them as long as the load says.
/// Thread: its own; the destructor ends it after the step under way.
class ScanJob
{
public:
    ScanJob(DatabasePool& system, ScanJobOptions options);

private:
    std::chrono::milliseconds workOnce();
    bool startIfDue();
    /// A step of the scan under way, and how long to rest after it; nothing if there is none.
    std::optional<std::chrono::milliseconds> doSome();
    bool step(const LeasedScan& scan);
    /// Some of the customers that an earlier version of the program read otherwise, and how long to rest after it;
    /// nothing once all are as this one reads them.
    std::optional<std::chrono::milliseconds> renewSome();
    void learnIfAsked();
    void refreshWeights();
    void learn();
    void finish(const LeasedScan& scan);

    DatabasePool& m_system;
    const ScanJobOptions m_options;
    const std::string m_holder; ///< a UUID
    bool m_isRenewed = false;
    int m_failedRenewals = 0;
    JobThread m_thread;
};

} // namespace banhang::server
