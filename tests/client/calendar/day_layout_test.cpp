// Blocks of a day over each other, and rows of what takes whole days.
#include "client/calendar/day_layout.h"

#include <gtest/gtest.h>

namespace banhang::client {
namespace {

TEST(Cascade, leavesAloneWhatDoesNotOverlap)
{
    EXPECT_EQ(cascade({{480, 540}, {540, 600}, {700, 730}}), (std::vector{0, 0, 0}));
}

TEST(Cascade, indentsWhatBeginsLater)
{
    EXPECT_EQ(cascade({{870, 960}, {900, 990}}), (std::vector{0, 1}));
    EXPECT_EQ(cascade({{900, 990}, {870, 960}}), (std::vector{1, 0}));
}

TEST(Cascade, putsTheLongestLowestOfThoseThatBeginTogether)
{
    EXPECT_EQ(cascade({{480, 510}, {480, 600}}), (std::vector{1, 0}));
}

TEST(Cascade, neverCoversWhatStillGoesOn)
{
    // The third begins after the first has ended, but within the second, which is indented already.
    EXPECT_EQ(cascade({{480, 540}, {500, 700}, {600, 660}}), (std::vector{0, 1, 2}));
}

TEST(Cascade, countsShortOnesAsLongAsTheyAreDrawn)
{
    EXPECT_EQ(cascade({{480, 480}, {490, 500}, {515, 530}}), (std::vector{0, 1, 2}));
    EXPECT_EQ(cascade({{480, 480}, {510, 510}}), (std::vector{0, 0}));
}

TEST(Cascade, stopsBeforeColumnsGetTooNarrow)
{
    const std::vector<DaySpan> crowd(9, DaySpan{480, 600});
    for (const int depth : cascade(crowd))
        EXPECT_LE(depth, kDeepest);
}

TEST(StackRows, usesAsFewAsPossible)
{
    EXPECT_EQ(stackRows({{0, 2}, {1, 1}, {3, 4}, {2, 3}}), (std::vector{0, 1, 0, 1}));
    EXPECT_EQ(stackRows({{0, 0}, {0, 0}, {0, 0}}), (std::vector{0, 1, 2}));
}

} // namespace
} // namespace banhang::client
