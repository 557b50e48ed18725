#include "common/match/words.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::match {
namespace {

TEST(Words, areOneSlipApart)
{
    EXPECT_TRUE(isOneSlipApart("nguyen", "nguyen"));
    EXPECT_TRUE(isOneSlipApart("nguyen", "nguyn"));
    EXPECT_TRUE(isOneSlipApart("nguyen", "ngueyn"));
    EXPECT_TRUE(isOneSlipApart("nguyen", "nguyrn"));
    EXPECT_TRUE(isOneSlipApart("", "a"));
    EXPECT_FALSE(isOneSlipApart("nguyen", "nguy"));
    EXPECT_FALSE(isOneSlipApart("lan", "nal"));
}

TEST(Words, areTwoSlipsApart)
{
    EXPECT_TRUE(areTwoSlipsApart("stephenson", "stevphensn"));
    EXPECT_TRUE(areTwoSlipsApart("2089994", "20896998") == areTwoSlipsApart("20896998", "2089994"));
    EXPECT_FALSE(areTwoSlipsApart("stephenson", "petersen"));
    EXPECT_FALSE(areTwoSlipsApart("abc", ""));
}

RC_GTEST_PROP(WordsLaws, aSlipMadeIsASlipFound, (const std::string& text, char letter))
{
    RC_PRE(!text.empty());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    std::string typed = text;
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        typed.erase(at, 1);
        break;
    case 1:
        typed.insert(at, 1, letter);
        break;
    case 2:
        typed[at] = letter;
        break;
    default:
        if (at + 1 < typed.size())
            std::swap(typed[at], typed[at + 1]);
    }
    RC_ASSERT(isOneSlipApart(text, typed));
    RC_ASSERT(isOneSlipApart(typed, text));
    RC_ASSERT(areTwoSlipsApart(text, typed));
}

TEST(Words, pairUpEqualOnesFirst)
{
    const Alignment pairs = align({"van", "van", "an"}, {"van", "an", "van"}, {});
    EXPECT_EQ(pairs.equal, 3);
    EXPECT_FALSE(pairs.isOrdered);
    EXPECT_EQ(align({"nguyen", "van", "an"}, {"nguyen", "an"}, {}).mineLeft(), 1);
}

TEST(Words, tellASlipFromAnotherName)
{
    EXPECT_EQ(align({"nguyen"}, {"ngueyn"}, {}).slips, 1);
    EXPECT_EQ(align({"lan"}, {"loan"}, {}).doubtful, 1);
    EXPECT_EQ(align({"stephenson"}, {"stevphensn"}, {}).slips, 1) << "two slips in a long word";
}

TEST(Words, readInitials)
{
    EXPECT_EQ(align({"n", "v", "an"}, {"nguyen", "van", "an"}, {}).initials, 2);
    EXPECT_EQ(align({"ng", "an"}, {"nguyen", "an"}, {}).initials, 1);
    EXPECT_EQ(align({"ha"}, {"hanh"}, {}).initials, 0) << "a name of its own";
}

TEST(WordShares, takeUnlistedWordsForRare)
{
    const WordShares shares({{"nguyen", 0.3}}, 1000);
    EXPECT_DOUBLE_EQ(shares.of("nguyen"), 0.3);
    EXPECT_LT(shares.of("zung"), 0.002);
    EXPECT_GT(shares.of("zung"), 0);
}

} // namespace
} // namespace banhang::match
