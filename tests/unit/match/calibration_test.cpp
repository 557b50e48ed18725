#include "common/match/calibration.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace banhang::match {
namespace {

double probability(double bits)
{
    return 1 / (1 + std::exp2(-bits));
}

/// Pairs of which as many are the same as the line says, spread over -10 to 10 bits.
std::vector<JudgedPair> pairsOn(const Calibration& line)
{
    std::vector<JudgedPair> pairs;
    for (int step = -40; step <= 40; ++step) {
        const double bits = 0.25 * step;
        const double same = probability(line.bits(bits));
        pairs.push_back({bits, true, 100 * same});
        pairs.push_back({bits, false, 100 * (1 - same)});
    }
    return pairs;
}

TEST(Calibration, findsTheLineThatTheTruthLiesOn)
{
    const Calibration found = calibrate(pairsOn({1.5, -2}));
    EXPECT_NEAR(found.slope, 1.5, 0.001);
    EXPECT_NEAR(found.offset, -2, 0.001);
}

TEST(Calibration, leavesGoodScoresAlone)
{
    const Calibration found = calibrate(pairsOn({1, 0}));
    EXPECT_NEAR(found.slope, 1, 0.001);
    EXPECT_NEAR(found.offset, 0, 0.001);
}

TEST(Calibration, isNotTurnedByPairsFarFromTheMiddle)
{
    std::vector<JudgedPair> pairs = pairsOn({1.5, -2});
    pairs.push_back({40, false, 5000});
    EXPECT_NEAR(calibrate(pairs).slope, 1.5, 0.001);
}

TEST(Calibration, changesNothingWhereItKnowsTooLittle)
{
    EXPECT_EQ(calibrate({}), Calibration());
    EXPECT_EQ(calibrate({{1, true, 10}, {2, false, 10}}), Calibration());
    EXPECT_EQ(calibrate({{1, true, 1000}}), Calibration());
}

/// Scores that say nothing turn into the share of the same pairs, in the same order.
TEST(Calibration, keepsTheOrderOfScores)
{
    std::mt19937 dice(5);
    std::vector<JudgedPair> pairs;
    for (int i = 0; i < 2000; ++i)
        pairs.push_back({static_cast<double>(dice() % 1600) / 100 - 8, dice() % 4 == 0});
    const Calibration found = calibrate(pairs);
    EXPECT_GT(found.slope, 0);
    EXPECT_NEAR(probability(found.bits(0)), 0.25, 0.05);
}

} // namespace
} // namespace banhang::match
