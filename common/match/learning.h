// Learns the weights from the customers themselves, without being told which pairs are one customer.
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>

#include "common/match/model.h"

namespace banhang::match {

/// How often each combination of levels occurred among the compared pairs of one kind.
class PatternCounts
{
public:
    /// Pairs that are settled by definition are passed over.
    void add(const Comparison& comparison, double times = 1);
    double pairs() const { return m_pairs; }

    /// Calls use(levels, times) for each combination.
    template <typename Use>
    void each(Use use) const
    {
        for (const auto& [packed, times] : m_times)
            use(unpack(packed), times);
    }

private:
    using Levels = std::array<Level, kFields>;
    static std::uint64_t pack(const Levels& levels);
    static Levels unpack(std::uint64_t packed);

    /// In order, so that what is learnt from the same pairs is the same to the last digit.
    std::map<std::uint64_t, double> m_times;
    double m_pairs = 0;
};

/// Expectation maximisation (Dempster, Laird, Rubin 1977; for record linkage Winkler 1988) from `start`, which also
/// counts as a few dozen seen pairs of each class, so that a class keeps its meaning where the data say little.
/// No round may turn a field's levels round (agreement_order.h). `start` itself comes back for next to no pairs, and
/// where the first class would come to mean something else than one customer. Takes about a second for 100,000
/// combinations.
Mixture learn(const PatternCounts& counts, const Mixture& start);

/// Where learning starts from: the first class as the pairs of one customer are known to be, the others as `others`
/// fall apart into by themselves.
Mixture learnLabelled(const PatternCounts& same, const PatternCounts& others);

/// The words that more than two customers have, and of organisations the phrases of two words that many have.
class WordCounter
{
public:
    explicit WordCounter(Kind kind) : m_kind(kind) {}
    void add(const Words& name);
    /// `scale`: how many customers each counted one stands for, where only a sample was counted.
    WordShares shares(double scale = 1) const;

private:
    Kind m_kind;
    std::unordered_map<std::string, double> m_words;
    std::unordered_map<std::string, double> m_phrases;
    double m_customers = 0;
};

} // namespace banhang::match
