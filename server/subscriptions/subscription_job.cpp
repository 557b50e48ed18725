#include "server/subscriptions/subscription_job.h"

#include <spdlog/spdlog.h>

namespace banhang::server {

SubscriptionJob::SubscriptionJob(DatabasePool& system, CallerSource& callers, SubscriptionJobOptions options)
    : m_notifier(system, callers, options.notifier),
      m_options(std::move(options)),
      m_thread("subscriptions", [this] { return workOnce(); })
{
}

std::chrono::milliseconds SubscriptionJob::workOnce()
{
    const NotificationBatchResult done = m_notifier.notifyBatch();
    if (done.notifications > 0) {
        m_options.committed();
        spdlog::info("event=subscriptions.told rows={} notifications={}", done.rows, done.notifications);
    }
    return done.isMore ? std::chrono::milliseconds(0) : m_options.look;
}

} // namespace banhang::server
