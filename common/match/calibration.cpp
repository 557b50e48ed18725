#include "common/match/calibration.h"

#include <algorithm>
#include <cmath>

namespace banhang::match {

namespace {

/// Beyond, any line is right, and one outlier would turn the whole of it.
constexpr double kMaxBits = 8;
constexpr double kMinPairs = 30;
constexpr int kMaxRounds = 50;
constexpr double kSettled = 1e-9;
/// A line flatter than this would no longer tell pairs apart.
constexpr double kFlattest = 0.1;

double probability(double bits)
{
    return 1 / (1 + std::exp2(-bits));
}

bool isWorthIt(const std::vector<JudgedPair>& pairs)
{
    double same = 0;
    double others = 0;
    for (const JudgedPair& pair : pairs)
        (pair.isSame ? same : others) += pair.times;
    return std::min(same, others) >= kMinPairs;
}

/// First and second derivatives of the likelihood.
struct Slopes
{
    double bySlope = 0;
    double byOffset = 0;
    double slopeSlope = 0;
    double slopeOffset = 0;
    double offsetOffset = 0;
};

Slopes slopesAt(const Calibration& line, const std::vector<JudgedPair>& pairs)
{
    Slopes sum;
    for (const JudgedPair& pair : pairs) {
        const double raw = pair.bits;
        const double chance = probability(line.bits(raw));
        const double miss = pair.times * ((pair.isSame ? 1 : 0) - chance);
        const double spread = pair.times * chance * (1 - chance);
        sum.bySlope += miss * raw;
        sum.byOffset += miss;
        sum.slopeSlope += spread * raw * raw;
        sum.slopeOffset += spread * raw;
        sum.offsetOffset += spread;
    }
    return sum;
}

} // namespace

Calibration calibrate(std::vector<JudgedPair> pairs)
{
    std::erase_if(pairs, [](const JudgedPair& pair) { return std::abs(pair.bits) > kMaxBits; });
    Calibration line;
    if (!isWorthIt(pairs))
        return line;
    for (int round = 0; round < kMaxRounds; ++round) {
        const Slopes at = slopesAt(line, pairs);
        const double determinant = at.slopeSlope * at.offsetOffset - at.slopeOffset * at.slopeOffset;
        if (determinant <= 0)
            break;
        const double nat = std::log(2.0);
        const double slopeStep = (at.bySlope * at.offsetOffset - at.byOffset * at.slopeOffset) / determinant / nat;
        const double offsetStep = (at.byOffset * at.slopeSlope - at.bySlope * at.slopeOffset) / determinant / nat;
        line.slope = std::max(kFlattest, line.slope + slopeStep);
        line.offset += offsetStep;
        if (std::abs(slopeStep) + std::abs(offsetStep) < kSettled)
            break;
    }
    return line;
}

} // namespace banhang::match
