#include "common/match/groups.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace banhang::match {

namespace {

/// Log odds of a pair, held within bounds so that one exact duplicate cannot outvote everything.
double evidence(double probability)
{
    constexpr double kMaxEvidence = 6;
    constexpr double kMinProbability = 1e-9;
    const double p = std::clamp(probability, kMinProbability, 1 - kMinProbability);
    return std::clamp(std::log(p / (1 - p)), -kMaxEvidence, kMaxEvidence);
}

/// Disjoint sets, which know the evidence between them.
class Gathering
{
public:
    explicit Gathering(const std::vector<Link>& links)
    {
        for (const Link& link : links) {
            const std::size_t a = numberOf(link.a);
            const std::size_t b = numberOf(link.b);
            m_between[a][b] += evidence(link.probability);
            m_between[b][a] += evidence(link.probability);
        }
        m_parent.resize(m_ids.size());
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    /// Joins the groups of the two unless the pairs across them speak against it.
    void join(const Link& link)
    {
        std::size_t a = root(m_numbers.at(link.a));
        std::size_t b = root(m_numbers.at(link.b));
        if (a == b || m_between[a][b] <= 0)
            return;
        if (m_between[a].size() < m_between[b].size())
            std::swap(a, b);
        m_parent[b] = a;
        for (const auto& [other, sum] : m_between[b]) {
            m_between[other].erase(b);
            if (other == a)
                continue;
            m_between[a][other] += sum;
            m_between[other][a] += sum;
        }
        m_between.erase(b);
    }

    std::int64_t group(std::int64_t id) { return m_ids[root(m_numbers.at(id))]; }

private:
    std::size_t numberOf(std::int64_t id)
    {
        const auto [at, isNew] = m_numbers.try_emplace(id, m_ids.size());
        if (isNew)
            m_ids.push_back(id);
        return at->second;
    }

    std::size_t root(std::size_t at)
    {
        while (m_parent[at] != at)
            at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }

    std::unordered_map<std::int64_t, std::size_t> m_numbers;
    std::vector<std::int64_t> m_ids;
    std::vector<std::size_t> m_parent;
    std::unordered_map<std::size_t, std::unordered_map<std::size_t, double>> m_between;
};

} // namespace

std::vector<Group> groupsOf(std::vector<Link> links, double least)
{
    std::ranges::stable_sort(links, std::ranges::greater{}, &Link::probability);
    Gathering gathering(links);
    for (const Link& link : links)
        if (link.probability >= least)
            gathering.join(link);
    std::map<std::int64_t, Group> groups;
    for (const Link& link : links)
        if (const std::int64_t group = gathering.group(link.a); group == gathering.group(link.b)) {
            groups[group].links.push_back(link);
            groups[group].ids.push_back(link.a);
            groups[group].ids.push_back(link.b);
        }
    std::vector<Group> result;
    for (auto& [root, group] : groups) {
        std::ranges::sort(group.ids);
        group.ids.erase(std::unique(group.ids.begin(), group.ids.end()), group.ids.end());
        result.push_back(std::move(group));
    }
    std::ranges::stable_sort(result, std::ranges::greater{},
                             [](const Group& group) { return group.links.front().probability; });
    return result;
}

std::vector<Link> chainsOf(const Group& group)
{
    const std::size_t size = group.ids.size();
    const auto place = [&](std::int64_t id) {
        return static_cast<std::size_t>(std::ranges::lower_bound(group.ids, id) - group.ids.begin());
    };
    // Floyd and Warshall, with the product of probabilities in the place of the sum of lengths.
    std::vector<double> best(size * size, 0);
    for (const Link& link : group.links) {
        best[place(link.a) * size + place(link.b)] = link.probability;
        best[place(link.b) * size + place(link.a)] = link.probability;
    }
    for (std::size_t by = 0; by < size; ++by)
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j < size; ++j)
                best[i * size + j] = std::max(best[i * size + j], best[i * size + by] * best[by * size + j]);
    std::vector<Link> chains;
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = i + 1; j < size; ++j)
            chains.push_back({group.ids[i], group.ids[j], best[i * size + j]});
    return chains;
}

} // namespace banhang::match
