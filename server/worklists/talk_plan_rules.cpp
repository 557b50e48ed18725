#include "server/worklists/talk_plan_rules.h"

#include <algorithm>

namespace banhang::server {

namespace {

/// Nobody is called at 09:07: behind what is busy the next five minutes begin.
constexpr std::int64_t kStep = 5 * 60'000'000LL;

std::int64_t roundedUp(std::int64_t moment)
{
    return (moment + kStep - 1) / kStep * kStep;
}

/// What is left of one day.
class DayRoom
{
public:
    DayRoom(const Stretch& window, std::int64_t now) : m_next(std::max(window.begin, roundedUp(now))), m_end(window.end)
    {
    }

    /// Takes up to `count` talks; `busy` is ordered by its beginnings.
    int take(int count, const std::vector<Stretch>& busy, std::int64_t length, std::vector<std::int64_t>& begins)
    {
        int taken = 0;
        while (taken < count && m_next + length <= m_end) {
            const auto hindrance = std::ranges::find_if(
                busy, [&](const Stretch& other) { return other.begin < m_next + length && m_next < other.end; });
            if (hindrance != busy.end()) {
                m_next = roundedUp(hindrance->end);
                continue;
            }
            begins.push_back(m_next);
            m_next += length;
            ++taken;
        }
        return taken;
    }

private:
    std::int64_t m_next;
    std::int64_t m_end;
};

} // namespace

std::vector<std::int64_t> spreadTalks(int count, const std::vector<Stretch>& windows, std::vector<Stretch> busy,
                                      std::int64_t length, std::int64_t now)
{
    std::ranges::sort(busy, {}, &Stretch::begin);
    std::vector<DayRoom> days;
    days.reserve(windows.size());
    for (const Stretch& window : windows)
        days.emplace_back(window, now);
    std::vector<std::int64_t> begins;
    int left = count;
    for (std::size_t day = 0; day < days.size(); ++day) {
        const int daysLeft = static_cast<int>(days.size() - day);
        left -= days[day].take((left + daysLeft - 1) / daysLeft, busy, length, begins);
    }
    for (DayRoom& day : days)
        left -= day.take(left, busy, length, begins);
    std::ranges::sort(begins);
    return begins;
}

} // namespace banhang::server
