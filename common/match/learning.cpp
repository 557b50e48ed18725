#include "common/match/learning.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace banhang::match {

namespace {

/// As many pairs does the starting point count for in each class.
constexpr double kStartPairs = 50;
constexpr double kFewestPairs = 100;
constexpr int kMostRounds = 60;
/// Of the log-likelihood, for each pair.
constexpr double kSettled = 1e-5;
constexpr int kBitsForLevel = 5;

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

    void startFrom(const Mixture& start)
    {
        for (std::size_t i = 0; i < start.size(); ++i) {
            m_sums[i].share = start[i].share * kStartPairs;
            for (std::size_t field = 0; field < kFields; ++field)
                std::ranges::transform(start[i].chances[field], m_sums[i].chances[field].begin(),
                                       [](double chance) { return chance * kStartPairs; });
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

    static void normalise(std::vector<double>& chances)
    {
        double sum = 0;
        for (std::size_t level = 1; level < chances.size(); ++level)
            sum += chances[level];
        for (std::size_t level = 1; level < chances.size(); ++level)
            chances[level] /= sum;
    }

    Mixture m_logs;
    Mixture m_sums;
    double m_likelihood = 0;
};

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
    if (counts.pairs() < kFewestPairs)
        return start;
    Mixture mixture = start;
    double before = -std::numeric_limits<double>::infinity();
    for (int round = 0; round < kMostRounds; ++round) {
        Round next(mixture);
        next.startFrom(start);
        counts.each([&](const std::array<Level, kFields>& levels, double times) { next.add(levels, times); });
        mixture = next.next();
        if (next.likelihood() - before < kSettled * counts.pairs())
            break;
        before = next.likelihood();
    }
    return mixture;
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
    constexpr double kFewestForWord = 3;
    constexpr double kFewestForPhrase = 5;
    constexpr double kPhraseShare = 0.004;
    // A list of a million customers' words must still fit in memory a few times; rarer ones count as rare anyway.
    constexpr double kWordShare = 2e-5;
    std::unordered_map<std::string, double> shares;
    const auto take = [&](const std::unordered_map<std::string, double>& counts, double fewest) {
        for (const auto& [word, count] : counts)
            if (count >= fewest)
                shares[word] = count / m_customers;
    };
    take(m_words, std::max(kFewestForWord, kWordShare * m_customers));
    take(m_phrases, std::max(kFewestForPhrase, kPhraseShare * m_customers));
    return {std::move(shares), m_customers * scale};
}

} // namespace banhang::match
