#include "common/match/learning.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>
#include <set>
#include <utility>

#include "common/match/agreement_order.h"

namespace banhang::match {

namespace {

/// As many pairs does the starting point count for in each class.
constexpr double kStartPairs = 50;
constexpr double kMinPairs = 100;
/// As many of one customer's pairs may stand under names with next to nothing in common: renamed, or in English.
constexpr double kMostRenamed = 0.2;
/// Where nobody stands twice so far, the next one may: the share of one customer's pairs falls no lower than to this
/// part of the start's. Otherwise the same rare name alone would no longer be worth a word.
constexpr double kLeastOfShare = 0.1;
constexpr int kMaxRounds = 60;
/// Of the log-likelihood, for each pair.
constexpr double kSettled = 1e-5;
constexpr int kBitsForLevel = 5;

/// Of pairs that are not one customer.
constexpr std::size_t kOtherClasses = 6;
/// From how many random starts those are looked for; the likeliest end counts.
constexpr unsigned kTrials = 6;
/// How often each level is taken as seen beforehand, so that none is impossible.
constexpr double kSeenBefore = 0.1;

/// Over the levels but Unknown.
void normalise(std::vector<double>& chances)
{
    double sum = 0;
    for (std::size_t level = 1; level < chances.size(); ++level)
        sum += chances[level];
    for (std::size_t level = 1; level < chances.size(); ++level)
        chances[level] /= sum;
}

/// The chances of one round, as logarithms, and what the pairs say about the next ones.
class Round
{
public:
    explicit Round(const Mixture& mixture) : m_logs(mixture), m_sums(mixture)
    {
        for (std::size_t i = 0; i < mixture.size(); ++i) {
            m_logs[i].share = std::log(mixture[i].share);
            for (auto& chances : m_logs[i].chances)
                std::ranges::transform(chances, chances.begin(), [](double chance) { return std::log(chance); });
        }
    }

    /// As if `pairs` pairs of each class had been seen.
    void startFrom(const Mixture& prior, double pairs)
    {
        for (std::size_t i = 0; i < prior.size(); ++i) {
            m_sums[i].share = prior[i].share * pairs;
            for (std::size_t field = 0; field < kFields; ++field)
                std::ranges::transform(prior[i].chances[field], m_sums[i].chances[field].begin(),
                                       [pairs](double chance) { return chance * pairs; });
        }
    }

    void add(const std::array<Level, kFields>& levels, double times)
    {
        std::vector<double> parts;
        for (const PairClass& pairs : m_logs)
            parts.push_back(logChance(pairs, levels));
        const double most = std::ranges::max(parts);
        double sum = 0;
        for (double& part : parts)
            sum += part = std::exp(part - most);
        m_likelihood += times * (most + std::log(sum));
        for (std::size_t i = 0; i < m_sums.size(); ++i)
            addTo(m_sums[i], levels, times * parts[i] / sum);
    }

    double likelihood() const { return m_likelihood; }

    Mixture next() const
    {
        Mixture mixture = m_sums;
        double all = 0;
        for (const PairClass& pairs : mixture)
            all += pairs.share;
        for (PairClass& pairs : mixture) {
            pairs.share /= all;
            for (std::vector<double>& chances : pairs.chances)
                normalise(chances);
        }
        return mixture;
    }

private:
    static double logChance(const PairClass& logs, const std::array<Level, kFields>& levels)
    {
        double sum = logs.share;
        for (std::size_t field = 0; field < kFields; ++field)
            if (levels[field] != kUnknown)
                sum += logs.chances[field][levels[field]];
        return sum;
    }

    static void addTo(PairClass& sums, const std::array<Level, kFields>& levels, double times)
    {
        sums.share += times;
        for (std::size_t field = 0; field < kFields; ++field)
            if (levels[field] != kUnknown)
                sums.chances[field][levels[field]] += times;
    }

    Mixture m_logs;
    Mixture m_sums;
    double m_likelihood = 0;
};

struct Fit
{
    Mixture mixture;
    double likelihood = -std::numeric_limits<double>::infinity();
};

/// `keep` is what each round's mixture must still mean.
template <typename Keep>
Fit maximise(const PatternCounts& counts, Mixture start, const Mixture& prior, double priorPairs, Keep keep)
{
    Fit fit{std::move(start)};
    for (int round = 0; round < kMaxRounds; ++round) {
        Round next(fit.mixture);
        next.startFrom(prior, priorPairs);
        counts.each([&](const std::array<Level, kFields>& levels, double times) { next.add(levels, times); });
        fit.mixture = keep(next.next());
        const double before = std::exchange(fit.likelihood, next.likelihood());
        if (fit.likelihood - before < kSettled * counts.pairs())
            break;
    }
    return fit;
}

/// Classes of equal share, with what `chance` says for each level.
template <typename Chance>
Mixture madeOf(std::size_t classes, Chance chance)
{
    Mixture mixture(classes);
    for (PairClass& pairs : mixture) {
        pairs.share = 1 / static_cast<double>(classes);
        for (std::size_t field = 0; field < kFields; ++field)
            for (std::size_t level = 0; level < kLevels[field]; ++level)
                pairs.chances[field].push_back(level == kUnknown ? 0 : chance());
    }
    return mixture;
}

/// The classes that pairs fall apart into by themselves.
Mixture separate(const PatternCounts& counts, std::size_t classes)
{
    const Mixture seenBefore = madeOf(classes, [] { return 1.0; });
    Fit best;
    for (unsigned trial = 1; trial <= kTrials; ++trial) {
        std::mt19937 dice(trial);
        // Not a standard distribution: those differ between libraries.
        Mixture start =
            madeOf(classes, [&dice] { return 0.3 + static_cast<double>(dice()) / static_cast<double>(dice.max()); });
        for (PairClass& pairs : start)
            for (std::vector<double>& chances : pairs.chances)
                normalise(chances);
        Fit fit = maximise(counts, std::move(start), seenBefore, kSeenBefore, std::identity());
        if (fit.likelihood > best.likelihood)
            best = std::move(fit);
    }
    return best.mixture;
}

/// Where the first class fills with pairs under two names, it has become something else: one house, one brand.
bool isOfOneCustomer(const PairClass& pairs)
{
    const std::vector<double>& name = pairs.chances[static_cast<std::size_t>(Field::Name)];
    return name[static_cast<std::size_t>(NameLevel::Partly)] + name[static_cast<std::size_t>(NameLevel::Different)] <
           kMostRenamed;
}

Mixture withShareFrom(double least, Mixture mixture)
{
    const double share = mixture.front().share;
    if (share >= least)
        return mixture;
    for (PairClass& pairs : mixture)
        pairs.share *= (1 - least) / (1 - share);
    mixture.front().share = least;
    return mixture;
}

} // namespace

std::uint64_t PatternCounts::pack(const Levels& levels)
{
    std::uint64_t packed = 0;
    for (const Level level : levels)
        packed = (packed << kBitsForLevel) | level;
    return packed;
}

PatternCounts::Levels PatternCounts::unpack(std::uint64_t packed)
{
    Levels levels{};
    for (std::size_t field = kFields; field-- > 0; packed >>= kBitsForLevel)
        levels[field] = static_cast<Level>(packed & ((1U << kBitsForLevel) - 1));
    return levels;
}

void PatternCounts::add(const Comparison& comparison, double times)
{
    if (!comparison.isComparable || definitionBits(comparison) != 0)
        return;
    m_times[pack(comparison.levels)] += times;
    m_pairs += times;
}

Mixture learn(const PatternCounts& counts, const Mixture& start)
{
    if (counts.pairs() < kMinPairs)
        return start;
    Mixture learnt = maximise(counts, start, start, kStartPairs, inOrder).mixture;
    if (!isOfOneCustomer(learnt.front()))
        return start;
    return withShareFrom(kLeastOfShare * start.front().share, std::move(learnt));
}

Mixture learnLabelled(const PatternCounts& same, const PatternCounts& others)
{
    Mixture mixture = separate(same, 1);
    for (PairClass& pairs : separate(others, kOtherClasses))
        mixture.push_back(std::move(pairs));
    const double all = same.pairs() + others.pairs();
    if (all == 0)
        return separate(same, kOtherClasses + 1);
    for (std::size_t i = 0; i < mixture.size(); ++i)
        mixture[i].share *= (i == 0 ? same.pairs() : others.pairs()) / all;
    return inOrder(std::move(mixture));
}

void WordCounter::add(const Words& name)
{
    ++m_customers;
    for (const std::string& word : std::set<std::string>(name.begin(), name.end()))
        ++m_words[word];
    if (m_kind == Kind::Person)
        return;
    std::set<std::string> phrases;
    for (std::size_t i = 0; i + 1 < name.size(); ++i)
        phrases.insert(name[i] + " " + name[i + 1]);
    for (const std::string& phrase : phrases)
        ++m_phrases[phrase];
}

WordShares WordCounter::shares(double scale) const
{
    constexpr double kMinForWord = 3;
    constexpr double kMinForPhrase = 5;
    constexpr double kPhraseShare = 0.004;
    // A list of a million customers' words must still fit in memory a few times; rarer ones count as rare anyway.
    constexpr double kWordShare = 2e-5;
    std::unordered_map<std::string, double> shares;
    const auto take = [&](const std::unordered_map<std::string, double>& counts, double fewest) {
        for (const auto& [word, count] : counts)
            if (count >= fewest)
                shares[word] = count / m_customers;
    };
    take(m_words, std::max(kMinForWord, kWordShare * m_customers));
    take(m_phrases, std::max(kMinForPhrase, kPhraseShare * m_customers));
    return {std::move(shares), m_customers * scale};
}

} // namespace banhang::match
