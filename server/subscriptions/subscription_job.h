// The worker that tells subscribers.
#pragma once

#include <chrono>
#include <functional>

#include "server/core/jobs/job_thread.h"
#include "server/subscriptions/subscription_notifier.h"

namespace banhang::server {

struct SubscriptionJobOptions
{
    /// How often it looks at the log.
    std::chrono::milliseconds look{500};
    SubscriptionNotifierOptions notifier = {};
    /// After each transaction that told something, on the job's thread: ChangeHub::wake.
    std::function<void()> committed = [] {};
};

/// Any number of servers run one each. What happened while none ran is told when one runs again. Thread: its own; the
/// destructor ends it after the transaction under way. Owner: what it is made from must outlive it.
class SubscriptionJob
{
public:
    SubscriptionJob(DatabasePool& system, CallerSource& callers, SubscriptionJobOptions options);

private:
    std::chrono::milliseconds workOnce();

    SubscriptionNotifier m_notifier;
    const SubscriptionJobOptions m_options;
    JobThread m_thread;
};

} // namespace banhang::server
