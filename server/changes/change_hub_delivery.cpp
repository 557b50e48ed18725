// The hub's way out: what each stream is sent next, and how streams end.
#include "server/changes/change_hub.h"

#include <algorithm>

#include "common/status_codec.h"
#include "server/core/change_log/feed_token.h"
#include "server/core/telemetry/metrics.h"

namespace banhang::server {

void ChangeHub::deliver()
{
    const auto now = Clock::now();
    for (auto& subscriber : m_subscribers)
        deliverTo(*subscriber, now);
    std::erase_if(m_subscribers, [](const auto& subscriber) { return subscriber->done; });
}

void ChangeHub::deliverTo(Subscriber& subscriber, Clock::time_point now)
{
    if (subscriber.done)
        return;
    if (subscriber.stream->isGone()) {
        end(subscriber, grpc::Status::CANCELLED, true);
        return;
    }
    if (!subscriber.stream->canSend()) {
        if (now - subscriber.lastSent > m_options.stall)
            end(subscriber, toStatus(AppError(ErrorCode::Unavailable, "feed.stalled")), true);
        return;
    }
    if (!subscriber.joined)
        return;
    const auto silent = now - subscriber.lastSent;
    if (now - subscriber.opened > m_options.streamAge) {
        v1::WatchEvent event;
        event.mutable_going_away()->set_delay_ms(0);
        send(subscriber, std::move(event));
        end(subscriber, grpc::Status::OK, false);
    } else if (subscriber.heartbeatDue || (subscriber.pending.empty() && silent >= m_options.heartbeat)) {
        v1::WatchEvent event;
        event.mutable_heartbeat();
        send(subscriber, std::move(event));
        subscriber.heartbeatDue = false;
    } else if (!subscriber.pending.empty() && silent >= m_options.gather) {
        send(subscriber, subscriber.pending.take());
    } else if (!subscriber.presence.empty() && silent >= m_options.gather) {
        v1::WatchEvent event;
        *event.mutable_presence() = std::move(subscriber.presence.front());
        subscriber.presence.erase(subscriber.presence.begin());
        send(subscriber, std::move(event));
    }
}

void ChangeHub::send(Subscriber& subscriber, v1::WatchEvent event)
{
    if (event.has_resync())
        m_metrics.feedResyncs().Increment();
    // A heartbeat that leaves news waiting, or a farewell before the gap was read, must not let the client resume
    // behind what it does not know.
    if (subscriber.joined && subscriber.pending.empty()) {
        const Caller& caller = *subscriber.view.caller;
        const FeedPoint point{m_point.epoch, std::max(subscriber.position, m_point.position)};
        event.set_resume_token(toFeedToken(m_signer, caller.userId, {point, caller.rightsVersion}));
    }
    subscriber.lastSent = Clock::now();
    subscriber.stream->send(event);
}

void ChangeHub::end(Subscriber& subscriber, const grpc::Status& status, bool atOnce)
{
    if (std::exchange(subscriber.done, true))
        return;
    if (subscriber.joined)
        m_metrics.openStreams().Decrement();
    subscriber.stream->finish(status, atOnce);
}

void ChangeHub::sayGoodbye()
{
    std::optional<std::chrono::milliseconds> delay;
    {
        const std::lock_guard lock(m_mutex);
        delay = m_goAwayDelay;
    }
    if (!delay)
        return;
    for (auto& subscriber : m_subscribers) {
        if (subscriber->done || !subscriber->stream->canSend())
            continue;
        v1::WatchEvent event;
        event.mutable_going_away()->set_delay_ms(static_cast<int>(delay->count()));
        send(*subscriber, std::move(event));
    }
    endAll(toStatus(AppError(ErrorCode::Unavailable, "server.stopping")));
    {
        const std::lock_guard lock(m_mutex);
        m_allTold = true;
    }
    m_saidGoodbye.notify_all();
}

void ChangeHub::endAll(const grpc::Status& status)
{
    for (auto& subscriber : m_subscribers)
        end(*subscriber, status, false);
    m_subscribers.clear();
}

} // namespace banhang::server
