#include "server/duplicates/duplicate_search.h"

#include <algorithm>

#include "server/duplicates/candidates.h"
#include "server/duplicates/duplicate_index_store.h"

namespace banhang::server {

namespace {

/// The customers around those asked for, read once for the whole batch.
class Neighbourhood
{
public:
    Neighbourhood(Tx& tx, const std::vector<Asked>& asked)
    {
        readHolders(tx, asked);
        std::vector<std::int64_t> wanted;
        for (std::size_t i = 0; i < asked.size(); ++i) {
            m_candidates.push_back(candidatesOf(m_keys[i], m_holders, asked[i].withoutId, asked[i].onlyLater));
            wanted.insert(wanted.end(), m_candidates.back().begin(), m_candidates.back().end());
        }
        std::ranges::sort(wanted);
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        m_records = storedRecords(tx, wanted);
    }

    match::ValueCounts counts(std::size_t i, std::int64_t withoutId) const
    {
        return countsOf(m_keys[i], m_holders, withoutId);
    }

    /// Calls use(stored) for each candidate of the i-th one asked for.
    template <typename Use>
    void each(std::size_t i, Use use) const
    {
        for (const std::int64_t id : m_candidates[i]) {
            const auto found = std::ranges::lower_bound(m_records, id, {}, &StoredRecord::customerId);
            if (found != m_records.end() && found->customerId == id)
                use(*found);
        }
    }

private:
    void readHolders(Tx& tx, const std::vector<Asked>& asked)
    {
        std::vector<match::Key> all;
        for (const Asked& one : asked) {
            m_keys.push_back(match::indexKeys(one.record));
            all.insert(all.end(), m_keys.back().begin(), m_keys.back().end());
        }
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        for (KeyHolders& holders : holdersOf(tx, all, static_cast<int>(kMaxHolders)))
            m_holders.emplace(holders.key, std::move(holders.customerIds));
    }

    std::vector<std::vector<match::Key>> m_keys;
    HoldersByKey m_holders;
    std::vector<std::vector<std::int64_t>> m_candidates;
    std::vector<StoredRecord> m_records;
};

} // namespace

std::vector<Matches> findMatches(Tx& tx, const match::Model& model, const std::vector<Asked>& asked)
{
    const Neighbourhood neighbourhood(tx, asked);
    std::vector<Matches> all;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        Matches& matches = all.emplace_back();
        matches.counts = neighbourhood.counts(i, asked[i].withoutId);
        neighbourhood.each(i, [&](const StoredRecord& stored) {
            ++matches.compared;
            const Similarity similarity = similarityOf(model, asked[i].record, stored.record, matches.counts);
            if (similarity.rank != v1::DUPLICATE_RANK_UNSPECIFIED)
                matches.found.push_back({stored.customerId, stored.record, similarity});
        });
        std::ranges::stable_sort(matches.found, std::ranges::greater{},
                                 [](const DuplicateMatch& match) { return match.similarity.probability; });
    }
    return all;
}

std::vector<ComparedPair> compareWithNeighbours(Tx& tx, const match::Stock& stock, const std::vector<Asked>& asked)
{
    const Neighbourhood neighbourhood(tx, asked);
    std::vector<ComparedPair> pairs;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const match::ValueCounts counts = neighbourhood.counts(i, asked[i].withoutId);
        neighbourhood.each(i, [&](const StoredRecord& stored) {
            pairs.push_back(
                {asked[i].withoutId, stored.customerId, match::compare(asked[i].record, stored.record, stock, counts)});
        });
    }
    return pairs;
}

} // namespace banhang::server
