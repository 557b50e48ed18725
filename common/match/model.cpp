#include "common/match/model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace banhang::match {

namespace {

constexpr double kRelatedTaxBits = -24;
constexpr double kOtherPartBits = -8;

double logChance(const PairClass& pairs, const Comparison& comparison)
{
    double sum = std::log(pairs.share);
    for (std::size_t field = 0; field < kFields; ++field)
        if (const Level level = comparison.levels[field]; level != kUnknown)
            sum += std::log(pairs.chances[field][level]);
    return sum;
}

} // namespace

double definitionBits(const Comparison& comparison)
{
    double bits = 0;
    if (comparison.level(Field::TaxCode) == static_cast<Level>(ValueLevel::Related))
        bits += kRelatedTaxBits;
    if (comparison.level(Field::Part) == static_cast<Level>(PartLevel::Different))
        bits += kOtherPartBits;
    return bits;
}

double evidenceBits(const Mixture& mixture, const Comparison& comparison)
{
    std::vector<double> others;
    for (std::size_t i = 1; i < mixture.size(); ++i)
        others.push_back(logChance(mixture[i], comparison));
    const double most = std::ranges::max(others);
    double sum = 0;
    for (const double other : others)
        sum += std::exp(other - most);
    return (logChance(mixture.front(), comparison) - most - std::log(sum)) / std::log(2.0);
}

Score Model::score(const Comparison& comparison) const
{
    if (!comparison.isComparable)
        return {0, -std::numeric_limits<double>::infinity()};
    const KindModel& kind = of(comparison.kind);
    const double bits = kind.calibration.bits(evidenceBits(kind.mixture, comparison)) + definitionBits(comparison);
    return {1 / (1 + std::exp2(-bits)), bits};
}

} // namespace banhang::match
