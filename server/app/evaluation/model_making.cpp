#include "server/app/evaluation/model_making.h"

#include <algorithm>

#include "common/match/learning.h"
#include "server/app/evaluation/scratch_office.h"
#include "server/duplicates/duplicate_search.h"

namespace banhang::server {

namespace {

using match::Kind;

constexpr std::size_t kBatch = 100;
/// For the calibration, each part is judged by what the others taught.
constexpr std::size_t kParts = 5;
/// Rarer words are counted anew in each office; what comes with the program stays small.
constexpr double kMinShare = 0.001;
/// Of each kind, in the office that starts with these weights: whether a name is rare depends on it.
constexpr double kUsualCustomers = 10'000;

match::WordShares sharesOf(const std::vector<EvaluationSet>& sets, Kind kind)
{
    match::WordCounter counter(kind);
    for (const EvaluationSet& set : sets)
        for (const match::Record& record : set.records)
            if (record.kind == kind)
                counter.add(record.name);
    return counter.shares();
}

match::WordShares shipped(const match::WordShares& shares)
{
    std::unordered_map<std::string, double> usual = shares.all();
    std::erase_if(usual, [](const auto& word) { return word.second < kMinShare; });
    return {std::move(usual), kUsualCustomers};
}

/// A pair as the index brought it together.
struct LabelledPair
{
    match::Comparison comparison;
    bool isSame = false;
    std::size_t part = 0;
};

std::vector<LabelledPair> comparePairs(const EvaluationSet& set, const match::Stock& stock)
{
    ScratchOffice office;
    office.store(set.records);
    std::vector<LabelledPair> pairs;
    for (std::size_t first = 0; first < set.records.size(); first += kBatch) {
        std::vector<Asked> asked;
        for (std::size_t i = first; i < std::min(set.records.size(), first + kBatch); ++i)
            asked.push_back({set.records[i], static_cast<std::int64_t>(i) + 1, true});
        const auto compared = office.app().inTransaction(
            {}, Tx::Mode::ReadOnly, [&](Tx& tx) { return compareWithNeighbours(tx, stock, asked); });
        for (const ComparedPair& pair : compared) {
            const RecordPair places(static_cast<std::size_t>(pair.askedId) - 1,
                                    static_cast<std::size_t>(pair.otherId) - 1);
            pairs.push_back({pair.comparison, set.truth.contains(places), places.first % kParts});
        }
    }
    return pairs;
}

/// What one kind's pairs say, those of one part left out.
class Evidence
{
public:
    Evidence(const std::vector<LabelledPair>& pairs, Kind kind, std::size_t withoutPart)
    {
        for (const LabelledPair& pair : pairs)
            if (pair.comparison.kind == kind && pair.part != withoutPart) {
                (pair.isSame ? m_same : m_others).add(pair.comparison);
                m_all.add(pair.comparison);
            }
    }

    match::Mixture mixture() const { return match::learnLabelled(m_same, m_others); }
    /// As an office's weights become that learns without labels from there.
    match::Mixture refreshed() const { return match::learn(m_all, mixture()); }

private:
    match::PatternCounts m_same;
    match::PatternCounts m_others;
    match::PatternCounts m_all;
};

/// The scores of each part are those of a model that has not seen it. One line for both kinds: of organisations too few
/// pairs are in doubt.
match::Calibration calibrated(const std::vector<LabelledPair>& pairs)
{
    std::vector<match::JudgedPair> judged;
    for (std::size_t part = 0; part < kParts; ++part)
        for (const Kind kind : {Kind::Person, Kind::Organisation}) {
            const match::Mixture mixture = Evidence(pairs, kind, part).refreshed();
            for (const LabelledPair& pair : pairs)
                if (pair.comparison.kind == kind && pair.part == part && pair.comparison.isComparable &&
                    match::definitionBits(pair.comparison) == 0)
                    judged.push_back({match::evidenceBits(mixture, pair.comparison), pair.isSame});
        }
    return match::calibrate(std::move(judged));
}

} // namespace

match::Model makeModel(const std::vector<EvaluationSet>& sets)
{
    const match::Stock stock{sharesOf(sets, Kind::Person), sharesOf(sets, Kind::Organisation)};
    std::vector<LabelledPair> pairs;
    for (const EvaluationSet& set : sets) {
        if (!set.hasLabels)
            throw EvaluationError("weights are learnt from sets with pairs.csv");
        std::ranges::move(comparePairs(set, stock), std::back_inserter(pairs));
    }
    const match::Calibration calibration = calibrated(pairs);
    const auto kindOf = [&](Kind kind) {
        return match::KindModel{Evidence(pairs, kind, kParts).mixture(), calibration};
    };
    return {kindOf(Kind::Person), kindOf(Kind::Organisation), {shipped(stock.persons), shipped(stock.organisations)}};
}

} // namespace banhang::server
