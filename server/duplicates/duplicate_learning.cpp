#include "server/duplicates/duplicate_learning.h"

#include <algorithm>
#include <chrono>

#include "common/match/learning.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/duplicate_search.h"

namespace banhang::server {

namespace {

/// Enough for the shares of words down to one in ten thousand.
constexpr int kCountedNames = 60'000;
/// Each is compared with up to 150 others.
constexpr std::size_t kAskedCustomers = 10'000;
constexpr std::size_t kBatch = 100;

using match::Kind;

class Learning
{
public:
    explicit Learning(const Transact& transact) : m_transact(transact) {}

    Learnt run()
    {
        m_transact([&](Tx& tx) {
            m_sample = sampleOfStored(tx, kCountedNames);
            m_customers = storedCount(tx);
        });
        const match::Stock stock = countWords();
        keepAsked();
        comparePairs(stock);
        match::Model model(learnt(m_persons, Kind::Person), learnt(m_organisations, Kind::Organisation), stock);
        Learnt result{std::move(model), m_customers,
                      static_cast<std::int64_t>(m_persons.pairs() + m_organisations.pairs())};
        for (const Kind kind : {Kind::Person, Kind::Organisation})
            if (result.model.of(kind) == match::Model::builtin().of(kind))
                result.kept.push_back(kind);
        return result;
    }

private:
    /// Calibrating takes labelled pairs, so that of the program stays.
    static match::KindModel learnt(const match::PatternCounts& counts, Kind kind)
    {
        const match::KindModel& start = match::Model::builtin().of(kind);
        return {match::learn(counts, start.mixture), start.calibration};
    }

    match::Stock countWords() const
    {
        const double scale =
            m_sample.empty() ? 1 : static_cast<double>(m_customers) / static_cast<double>(m_sample.size());
        match::WordCounter persons(Kind::Person);
        match::WordCounter organisations(Kind::Organisation);
        for (const StoredRecord& stored : m_sample)
            (stored.record.kind == Kind::Person ? persons : organisations).add(stored.record.name);
        return {persons.shares(scale), organisations.shares(scale)};
    }

    /// Every n-th of the sample; the others have done their service.
    void keepAsked()
    {
        const std::size_t step = m_sample.size() / kAskedCustomers + 1;
        std::vector<StoredRecord> asked;
        for (std::size_t i = 0; i < m_sample.size(); i += step)
            asked.push_back(std::move(m_sample[i]));
        m_sample = std::move(asked);
    }

    /// In short transactions: the feed waits for the oldest one that runs.
    void comparePairs(const match::Stock& stock)
    {
        std::vector<Asked> batch;
        for (const StoredRecord& stored : m_sample) {
            batch.push_back({stored.record, stored.customerId});
            if (batch.size() == kBatch)
                compare(stock, std::exchange(batch, {}));
        }
        compare(stock, batch);
    }

    void compare(const match::Stock& stock, const std::vector<Asked>& batch)
    {
        std::vector<ComparedPair> pairs;
        m_transact([&](Tx& tx) { pairs = compareWithNeighbours(tx, stock, batch); });
        for (const ComparedPair& pair : pairs)
            (pair.comparison.kind == Kind::Person ? m_persons : m_organisations).add(pair.comparison);
    }

    const Transact& m_transact;
    std::vector<StoredRecord> m_sample;
    std::int64_t m_customers = 0;
    match::PatternCounts m_persons;
    match::PatternCounts m_organisations;
};

} // namespace

std::string keptText(const Learnt& learnt)
{
    std::string text;
    for (const Kind kind : learnt.kept)
        text += std::string(text.empty() ? "" : " ") + (kind == Kind::Person ? "persons" : "organisations");
    return text.empty() ? "-" : text;
}

Learnt learnFromStock(const Transact& transact)
{
    return Learning(transact).run();
}

bool isModelOld(Tx& tx)
{
    constexpr std::int64_t kMinCustomers = 500;
    constexpr std::chrono::days kWeek{7};
    const std::int64_t customers = storedCount(tx);
    if (customers < kMinCustomers)
        return false;
    const auto facts = currentModelFacts(tx);
    return !facts || facts->age >= kWeek || facts->customers * 3 < customers * 2;
}

Learnt refreshModel(const Transact& transact)
{
    Learnt learnt = learnFromStock(transact);
    transact([&](Tx& tx) { storeModel(tx, learnt.model, learnt.customers, learnt.pairs); });
    return learnt;
}

} // namespace banhang::server
