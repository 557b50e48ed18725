#include "server/findings/scan_groups.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "common/match/model.h"

namespace banhang::server {

namespace {

std::size_t rootOf(std::vector<std::size_t>& parents, std::size_t at)
{
    while (parents[at] != at)
        at = parents[at] = parents[parents[at]];
    return at;
}

/// Joined by its strongest links first, the last one needed is the weakest.
double weakestNeeded(const match::Group& group)
{
    std::unordered_map<std::int64_t, std::size_t> places;
    for (const std::int64_t id : group.ids)
        places.emplace(id, places.size());
    std::vector<std::size_t> parents(places.size());
    std::iota(parents.begin(), parents.end(), std::size_t{0});
    double weakest = group.links.front().probability;
    for (const match::Link& link : group.links) {
        const std::size_t a = rootOf(parents, places.at(link.a));
        const std::size_t b = rootOf(parents, places.at(link.b));
        if (a == b)
            continue;
        parents[a] = b;
        weakest = link.probability;
    }
    return weakest;
}

} // namespace

std::vector<ScanGroup> scanGroups(const std::vector<match::Link>& links)
{
    std::vector<ScanGroup> found;
    std::unordered_map<std::int64_t, std::size_t> groupOf;
    for (const match::Group& group : match::groupsOf(links, match::kLikely)) {
        for (const std::int64_t id : group.ids)
            groupOf[id] = found.size() + 1;
        found.push_back({group.ids, weakestNeeded(group)});
    }
    for (const match::Link& link : links) {
        const bool isAcross = groupOf[link.a] == 0 || groupOf[link.a] != groupOf[link.b];
        if (isAcross && link.probability >= match::kLikely)
            found.push_back({{std::min(link.a, link.b), std::max(link.a, link.b)}, link.probability});
    }
    return found;
}

} // namespace banhang::server
