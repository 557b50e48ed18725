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
    /// A line whose first has waited for longer is watched; in one that stands nobody waits longer than this.
    std::chrono::milliseconds patience = std::chrono::hours(1);
    /// A watched line that is no shorter after so many were served is no burst being worked off: more comes than can be
    /// done.
    int watched = 32;
};

/// Throttled "server.busy"; arg "retry_ms" says when to come back.
AppError overloadedError();

/// First come, first served, as long as the line runs empty now and then or gets shorter: a burst is served whole. In a
/// line that stands, until it runs empty, the newest goes first: its answer comes hardly later than on a quiet day,
/// while with the oldest in front all would wait until shortly before they are turned away. Thread: none of its own,
/// the owner's lock guards it.
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
        m_waiting.emplace_back(std::move(item), now);
        return true;
    }

    /// Whoever is next.
    std::optional<Item> pop(Moment now)
    {
        if (m_waiting.empty())
            return std::nullopt;
        watch(now);
        ++m_served;
        return m_standing ? popBack() : popFront();
    }

    /// Those that have waited for too long, to be turned away.
    std::vector<Item> takeLate(Moment now)
    {
        std::vector<Item> late;
        watch(now);
        while (m_standing && isFrontLate(now))
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
    bool isFrontLate(Moment now) const
    {
        return !m_waiting.empty() && now - m_waiting.front().second > m_limits.patience;
    }

    void watch(Moment now)
    {
        if (m_standing || !isFrontLate(now))
            return;
        if (!m_watched)
            compareFromHere();
        if (m_served < m_limits.watched)
            return;
        m_standing = m_waiting.size() >= m_lengthThen;
        compareFromHere();
    }

    void compareFromHere()
    {
        m_watched = true;
        m_lengthThen = m_waiting.size();
        m_served = 0;
    }

    Item popFront()
    {
        Item item = std::move(m_waiting.front().first);
        m_waiting.pop_front();
        calmIfEmpty();
        return item;
    }

    Item popBack()
    {
        Item item = std::move(m_waiting.back().first);
        m_waiting.pop_back();
        calmIfEmpty();
        return item;
    }

    void calmIfEmpty()
    {
        if (!m_waiting.empty())
            return;
        m_standing = false;
        m_watched = false;
    }

    QueueLimits m_limits;
    std::deque<std::pair<Item, Moment>> m_waiting;
    bool m_standing = false;
    bool m_watched = false;
    std::size_t m_lengthThen = 0; ///< of the watched line, when the count of the served began
    int m_served = 0;
};

} // namespace banhang::server
