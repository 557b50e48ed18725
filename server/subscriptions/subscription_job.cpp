#include "server/subscriptions/subscription_job.h"

#include <spdlog/spdlog.h>

namespace banhang::server {

SubscriptionJob::SubscriptionJob(DatabasePool& system, CallerSource& callers, SubscriptionJobOptions options)
    : m_teller(system, callers, options.teller),
      m_options(std::move(options)),
      m_thread("subscriptions", [this] { return workOnce(); })
{
}

std::chrono::milliseconds SubscriptionJob::workOnce()
{
    const ToldRound done = m_teller.tellSome();
    if (done.notifications > 0) {
        m_options.committed();
        spdlog::info("event=subscriptions.told rows={} notifications={}", done.rows, done.notifications);
    }
    return done.isMore ? std::chrono::milliseconds(0) : m_options.look;
}

} // namespace banhang::server
