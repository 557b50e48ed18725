#include "common/match/learning.h"

#include <random>

#include <gtest/gtest.h>

namespace banhang::match {
namespace {

constexpr auto kPhone = static_cast<std::size_t>(Field::Phone);

Comparison drawn(const PairClass& pairs, std::mt19937& dice)
{
    Comparison comparison;
    comparison.isComparable = true;
    for (std::size_t field = 0; field < kFields; ++field) {
        if (static_cast<Field>(field) == Field::Part || static_cast<Field>(field) == Field::TaxCode)
            continue;
        std::discrete_distribution<int> level(pairs.chances[field].begin() + 1, pairs.chances[field].end());
        comparison.levels[field] = static_cast<Level>(level(dice) + 1);
    }
    return comparison;
}

/// Pairs drawn from a model whose people never share a phone are learnt from without being told which is which.
TEST(Learning, findsTheWeightsThatPairsWereDrawnFrom)
{
    Mixture truth = Model::builtin().of(Kind::Person).mixture;
    truth.front().share = 0.2;
    for (std::size_t i = 1; i < truth.size(); ++i)
        truth[i].share = 0.8 / static_cast<double>(truth.size() - 1);
    std::vector<double>& phone = truth.front().chances[kPhone];
    for (double& chance : phone)
        chance = 0.01;
    phone[static_cast<std::size_t>(ValueLevel::Near)] = 0.93;
    std::mt19937 dice(7);
    PatternCounts counts;
    for (int i = 0; i < 20'000; ++i)
        counts.add(drawn(truth[i % 5 == 0 ? 0 : 1 + static_cast<std::size_t>(i) % (truth.size() - 1)], dice));
    const Mixture learnt = learn(counts, Model::builtin().of(Kind::Person).mixture);
    EXPECT_NEAR(learnt.front().share, 0.2, 0.03);
    EXPECT_NEAR(learnt.front().chances[kPhone][static_cast<std::size_t>(ValueLevel::Near)], 0.93, 0.05);
}

TEST(Learning, startsFromPairsThatAreKnown)
{
    const Mixture truth = Model::builtin().of(Kind::Person).mixture;
    std::mt19937 dice(11);
    PatternCounts same;
    PatternCounts others;
    for (int i = 0; i < 2000; ++i) {
        same.add(drawn(truth.front(), dice));
        others.add(drawn(truth[1 + static_cast<std::size_t>(i) % (truth.size() - 1)], dice), 4);
    }
    const Mixture learnt = learnLabelled(same, others);
    ASSERT_EQ(learnt.size(), 7U);
    EXPECT_NEAR(learnt.front().share, 0.2, 1e-9);
    for (std::size_t level = 1; level < kLevels[kPhone]; ++level)
        EXPECT_NEAR(learnt.front().chances[kPhone][level], truth.front().chances[kPhone][level], 0.04);
    EXPECT_EQ(learnLabelled(same, others), learnt) << "the same to the last digit";
}

TEST(Learning, keepsItsStartForAHandfulOfPairs)
{
    PatternCounts counts;
    Comparison comparison;
    comparison.isComparable = true;
    counts.add(comparison, 3);
    EXPECT_EQ(learn(counts, Model::builtin().of(Kind::Person).mixture), Model::builtin().of(Kind::Person).mixture);
}

TEST(Learning, passesOverWhatIsSettledByDefinition)
{
    PatternCounts counts;
    Comparison branch;
    branch.isComparable = true;
    branch.levels[static_cast<std::size_t>(Field::TaxCode)] = static_cast<Level>(ValueLevel::Related);
    counts.add(branch);
    counts.add(Comparison());
    EXPECT_EQ(counts.pairs(), 0);
}

TEST(Learning, countsWordsOnceForEachCustomer)
{
    WordCounter counter(Kind::Person);
    for (int i = 0; i < 10; ++i)
        counter.add({"nguyen", "van", "van", "an"});
    for (int i = 0; i < 90; ++i)
        counter.add({"tran", "lan" + std::to_string(i)});
    const WordShares shares = counter.shares();
    EXPECT_DOUBLE_EQ(shares.of("van"), 0.1);
    EXPECT_DOUBLE_EQ(shares.of("tran"), 0.9);
    EXPECT_FALSE(shares.isListed("lan7"));
    EXPECT_FALSE(shares.isListed("nguyen van")) << "phrases are for organisations";
    EXPECT_DOUBLE_EQ(counter.shares(10).customers(), 1000);
}

TEST(Learning, countsPhrasesOfOrganisations)
{
    WordCounter counter(Kind::Organisation);
    for (int i = 0; i < 10; ++i)
        counter.add({"thuong", "mai", "sao" + std::to_string(i)});
    EXPECT_TRUE(counter.shares().isListed("thuong mai"));
}

} // namespace
} // namespace banhang::match
