#include "client/calendar/day_layout.h"

#include <algorithm>
#include <numeric>

namespace banhang::client {

namespace {

DaySpan shown(const DaySpan& span)
{
    return {span.start, std::max(span.end, span.start + kMinShownMinutes)};
}

} // namespace

std::vector<int> cascade(const std::vector<DaySpan>& spans)
{
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&spans](std::size_t a, std::size_t b) {
        return spans[a].start != spans[b].start ? spans[a].start < spans[b].start : spans[a].end > spans[b].end;
    });
    std::vector<int> depths(spans.size(), 0);
    std::vector<std::size_t> running;
    for (const std::size_t index : order) {
        const DaySpan span = shown(spans[index]);
        std::erase_if(running, [&](std::size_t other) { return shown(spans[other]).end <= span.start; });
        for (const std::size_t other : running)
            depths[index] = std::max(depths[index], depths[other] + 1);
        depths[index] = std::min(depths[index], kDeepest);
        running.push_back(index);
    }
    return depths;
}

std::vector<int> stackRows(const std::vector<DayRange>& ranges)
{
    std::vector<int> rows(ranges.size(), 0);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto collides = [&](std::size_t other) {
            return rows[other] == rows[i] && ranges[other].first <= ranges[i].last &&
                   ranges[i].first <= ranges[other].last;
        };
        for (std::size_t other = 0; other < i;) {
            if (collides(other)) {
                ++rows[i];
                other = 0;
            } else {
                ++other;
            }
        }
    }
    return rows;
}

} // namespace banhang::client
