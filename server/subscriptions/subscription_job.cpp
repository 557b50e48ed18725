#include "server/subscriptions/subscription_job.h"

#include <spdlog/spdlog.h>

namespace banhang::server {

SubscriptionJob::SubscriptionJob(DatabasePool& system, CallerSource& callers, SubscriptionJobOptions options)
    : m_teller(system, callers, options.teller), m_options(std::move(options)), m_thread([this] { work(); })
{
}

SubscriptionJob::~SubscriptionJob()
{
    m_stop.stop();
    m_thread.join();
}

void SubscriptionJob::work()
{
    do {
        try {
            ToldRound done;
            do {
                done = m_teller.tellSome();
                if (done.notifications > 0) {
                    m_options.committed();
                    spdlog::info("event=subscriptions.told rows={} notifications={}", done.rows, done.notifications);
                }
            } while (done.isMore && !m_stop.waitFor(std::chrono::milliseconds(0)));
        } catch (const std::exception& error) {
            // A commit in doubt is no matter either: the next round begins where the log was told to.
            spdlog::warn("event=subscriptions.interrupted what={}", error.what());
        }
    } while (!m_stop.waitFor(m_options.look));
}

} // namespace banhang::server
