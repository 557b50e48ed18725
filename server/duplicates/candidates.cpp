#include "server/duplicates/candidates.h"

#include <algorithm>

namespace banhang::server {

namespace {

struct Standing
{
    double weight = 0; ///< the rarer the keys in common, the more
    int keys = 0;
    bool isUnderRareKey = false;
};

} // namespace

std::vector<std::int64_t> candidatesOf(const std::vector<match::Key>& keys, const HoldersByKey& holders,
                                       std::int64_t withoutId, bool onlyLater)
{
    std::unordered_map<std::int64_t, Standing> standings;
    for (const match::Key key : keys) {
        const auto found = holders.find(key);
        if (found == holders.end() || found->second.size() >= kMaxHolders)
            continue;
        const std::size_t size = found->second.size();
        for (const std::int64_t id : found->second) {
            if (onlyLater && id <= withoutId)
                continue;
            Standing& standing = standings[id];
            standing.weight += 1.0 / static_cast<double>(size);
            ++standing.keys;
            standing.isUnderRareKey = standing.isUnderRareKey || size <= kFewHolders;
        }
    }
    std::vector<std::pair<double, std::int64_t>> ranked;
    for (const auto& [id, standing] : standings)
        if (id != withoutId && (standing.isUnderRareKey || standing.keys > 1))
            ranked.emplace_back(-standing.weight, id);
    const std::size_t most = std::min(kMaxCompared, ranked.size());
    std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(most));
    std::vector<std::int64_t> ids;
    ids.reserve(most);
    for (std::size_t i = 0; i < most; ++i)
        ids.push_back(ranked[i].second);
    return ids;
}

match::ValueCounts countsOf(const std::vector<match::Key>& keys, const HoldersByKey& holders, std::int64_t withoutId)
{
    match::ValueCounts counts;
    for (const match::Key key : keys)
        if (const auto found = holders.find(key); found != holders.end()) {
            const bool isAmongThem = std::ranges::binary_search(found->second, withoutId);
            counts.set(key, static_cast<int>(found->second.size()) + (isAmongThem ? 0 : 1));
        }
    return counts;
}

} // namespace banhang::server
