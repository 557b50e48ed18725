#include "server/duplicates/candidates.h"

#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banhang::server {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr match::Key kRare = 1;
constexpr match::Key kUsual = 2;
constexpr match::Key kUsualToo = 3;
constexpr match::Key kOversized = 4;

std::vector<std::int64_t> ids(std::int64_t first, std::size_t count)
{
    std::vector<std::int64_t> list(count);
    std::iota(list.begin(), list.end(), first);
    return list;
}

TEST(Candidates, comeFromAKeyThatFewHave)
{
    EXPECT_THAT(candidatesOf({kRare}, {{kRare, {7, 8, 9}}}, 8), ElementsAre(7, 9));
}

TEST(Candidates, needTwoKeysThatManyHave)
{
    const HoldersByKey holders{{kUsual, ids(1000, kFewHolders + 1)}, {kUsualToo, ids(1050, kFewHolders + 1)}};
    EXPECT_THAT(candidatesOf({kUsual}, holders, 0), IsEmpty());
    const auto both = candidatesOf({kUsual, kUsualToo}, holders, 0);
    EXPECT_THAT(both, SizeIs(kFewHolders + 1 - 50));
    EXPECT_THAT(both, Contains(1050));
    EXPECT_THAT(both, Not(Contains(1049)));
}

/// What an oversized key means is still counted: it makes the value say little, it does not make it vanish.
TEST(Candidates, areNotFollowedUnderAnOversizedKey)
{
    const HoldersByKey holders{{kOversized, ids(1, kMaxHolders)}, {kRare, {5, 7000}}};
    EXPECT_THAT(candidatesOf({kRare, kOversized}, holders, 0), ElementsAre(5, 7000));
    EXPECT_EQ(countsOf({kOversized}, holders, 0).of(kOversized), static_cast<int>(kMaxHolders) + 1);
    EXPECT_EQ(countsOf({kOversized}, holders, 3).of(kOversized), static_cast<int>(kMaxHolders));
}

TEST(Candidates, stopWithTheRarestKeysFirst)
{
    HoldersByKey holders{{kRare, {9001, 9002}}};
    std::vector<match::Key> keys{kRare};
    for (match::Key key = 100; key < 110; ++key) {
        holders[key] = ids(key * 1000, 60);
        keys.push_back(key);
    }
    const auto found = candidatesOf(keys, holders, 0);
    EXPECT_THAT(found, SizeIs(kMaxCompared));
    EXPECT_EQ(found[0], 9001);
    EXPECT_EQ(found[1], 9002);
}

TEST(Candidates, areTheLaterOnesForWhoAsksForEachPairOnce)
{
    EXPECT_THAT(candidatesOf({kRare}, {{kRare, {7, 8, 9}}}, 8, true), ElementsAre(9));
}

} // namespace
} // namespace banhang::server
