#include "common/match/groups.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace banhang::match {
namespace {

using Ids = std::vector<std::int64_t>;

std::vector<Ids> idsOf(const std::vector<Group>& groups)
{
    std::vector<Ids> ids;
    for (const Group& group : groups)
        ids.push_back(group.ids);
    return ids;
}

TEST(Groups, putTransitivePairsTogether)
{
    EXPECT_EQ(idsOf(groupsOf({{1, 2, 0.9}, {2, 3, 0.8}, {7, 8, 0.99}}, 0.75)), (std::vector<Ids>{{7, 8}, {1, 2, 3}}));
}

TEST(Groups, leaveOutWeakLinks)
{
    EXPECT_EQ(idsOf(groupsOf({{1, 2, 0.9}, {2, 3, 0.6}}, 0.75)), (std::vector<Ids>{{1, 2}}));
    EXPECT_TRUE(groupsOf({{1, 2, 0.6}}, 0.75).empty());
}

TEST(Groups, splitWhereOneLinkStandsAgainstMany)
{
    // 3 and 4 look alike, but nobody else of the two families does.
    const std::vector<Link> links{{1, 2, 0.99}, {1, 3, 0.99}, {2, 3, 0.99}, {4, 5, 0.99}, {4, 6, 0.99},
                                  {5, 6, 0.99}, {3, 4, 0.8},  {1, 4, 0.01}, {2, 5, 0.01}, {3, 6, 0.01}};
    EXPECT_EQ(idsOf(groupsOf(links, 0.75)), (std::vector<Ids>{{1, 2, 3}, {4, 5, 6}}));
}

TEST(Groups, doNotDependOnTheOrderOfLinks)
{
    std::vector<Link> links{{1, 2, 0.9}, {2, 3, 0.8}, {3, 4, 0.95}, {9, 1, 0.2}};
    const auto first = idsOf(groupsOf(links, 0.75));
    std::ranges::reverse(links);
    EXPECT_EQ(idsOf(groupsOf(links, 0.75)), first);
}

TEST(Groups, chainIsAsSureAsItsLinksTogether)
{
    const Group group = groupsOf({{1, 2, 0.9}, {2, 3, 0.8}}, 0.75).front();
    const std::vector<Link> chains = chainsOf(group);
    ASSERT_EQ(chains.size(), 3U);
    EXPECT_EQ(chains[1].a, 1);
    EXPECT_EQ(chains[1].b, 3);
    EXPECT_NEAR(chains[1].probability, 0.72, 1e-9);
}

} // namespace
} // namespace banhang::match
