// The groups that links make: transitive, but not at any price.
#include "server/findings/scan_groups.h"

#include <gtest/gtest.h>

#include "common/match/model.h"

namespace banhang::server {
namespace {

/// Enough to be asked about, and no more.
constexpr double kWeak = match::kLikely + 0.01;

std::string text(const std::vector<ScanGroup>& groups)
{
    std::string all;
    for (const ScanGroup& group : groups) {
        all += all.empty() ? "" : " | ";
        for (const std::int64_t id : group.ids)
            all += std::to_string(id);
    }
    return all;
}

TEST(ScanGroups, areTransitive)
{
    const auto groups = scanGroups({{1, 2, 0.99}, {2, 3, 0.97}, {7, 8, kWeak}});
    EXPECT_EQ(text(groups), "123 | 78");
    EXPECT_DOUBLE_EQ(groups[0].probability, 0.97) << "the weakest link that is needed";
}

TEST(ScanGroups, doNotNeedTheirWeakestLink)
{
    EXPECT_DOUBLE_EQ(scanGroups({{1, 2, 0.99}, {2, 3, 0.97}, {1, 3, 0.2}})[0].probability, 0.97);
}

TEST(ScanGroups, aPairThatSplitsAGroupIsStillAsked)
{
    // 2 and 3 hang two families together, and the rest across them speaks against it.
    const auto groups =
        scanGroups({{1, 2, 0.99}, {3, 4, 0.99}, {2, 3, kWeak}, {1, 3, 0.12}, {1, 4, 0.11}, {2, 4, 0.11}});
    EXPECT_EQ(text(groups), "12 | 34 | 23");
}

TEST(ScanGroups, leaveOutWhatIsOnlyPossible)
{
    EXPECT_EQ(text(scanGroups({{1, 2, 0.3}})), "");
    EXPECT_EQ(text(scanGroups({})), "");
}

} // namespace
} // namespace banhang::server
