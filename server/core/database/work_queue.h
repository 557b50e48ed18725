// Who waits for a thread, who goes first, and who is turned away while there is time to come back.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "common/error.h"

namespace banhang::server {

struct QueueLimits
{
    /// What comes when so many wait is turned away at once.
    std::size_t most = 2000;
    /// A line that has not run empty for so long is no burst any more: more comes than can be done.
    std::chrono::milliseconds burst = std::chrono::hours(1);
    /// In such a line nobody waits longer than this.
    std::chrono::milliseconds standing = std::chrono::hours(1);
};

/// Throttled "server.busy"; arg "retry_ms" says when to come back.
AppError turnedAway();

/// First come, first served, as long as the line runs empty now and then: a burst is served whole. In a line that
/// stands the newest goes first: its answer comes hardly later than on a quiet day, while with the oldest in front all
/// would wait until shortly before they are turned away. Thread: none of its own, the owner's lock guards it.
template <typename Item>
class WorkQueue
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit WorkQueue(QueueLimits limits) : m_limits(limits) {}

    /// False if it is full; the item stays outside then.
    bool push(Item item, Moment now)
    {
        if (m_waiting.size() >= m_limits.most)
            return false;
        if (m_waiting.empty())
            m_begun = now;
        m_waiting.emplace_back(std::move(item), now);
        return true;
    }

    /// Whoever is next.
    std::optional<Item> pop(Moment now)
    {
        if (m_waiting.empty())
            return std::nullopt;
        if (!isStanding(now))
            return popFront();
        Item item = std::move(m_waiting.back().first);
        m_waiting.pop_back();
        return item;
    }

    /// Those that have waited for too long, to be turned away.
    std::vector<Item> takeLate(Moment now)
    {
        std::vector<Item> late;
        if (!isStanding(now))
            return late;
        while (!m_waiting.empty() && now - m_waiting.front().second > m_limits.standing)
            late.push_back(popFront());
        return late;
    }

    std::vector<Item> takeAll()
    {
        std::vector<Item> all;
        while (!m_waiting.empty())
            all.push_back(popFront());
        return all;
    }

    bool empty() const { return m_waiting.empty(); }
    std::size_t size() const { return m_waiting.size(); }

private:
    bool isStanding(Moment now) const { return !m_waiting.empty() && now - m_begun > m_limits.burst; }

    Item popFront()
    {
        Item item = std::move(m_waiting.front().first);
        m_waiting.pop_front();
        return item;
    }

    QueueLimits m_limits;
    std::deque<std::pair<Item, Moment>> m_waiting;
    Moment m_begun; ///< when it last was empty
};

} // namespace banhang::server
