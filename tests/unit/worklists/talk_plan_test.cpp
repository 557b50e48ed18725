#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/worklists/talk_plan_rules.h"

namespace banhang::server {
namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

/// 09:00 to 11:00 of so many days; day 0 begins at moment 0.
std::vector<Stretch> mornings(int days)
{
    std::vector<Stretch> windows;
    for (int day = 0; day < days; ++day)
        windows.push_back({day * kDay + 9 * kHour, day * kDay + 11 * kHour});
    return windows;
}

TEST(TalkPlan, spreadsEvenlyOverTheDays)
{
    const auto begins = spreadTalks(5, mornings(2), {}, 15 * kMinute, 0);
    EXPECT_EQ(begins, (std::vector<std::int64_t>{9 * kHour, 9 * kHour + 15 * kMinute, 9 * kHour + 30 * kMinute,
                                                 kDay + 9 * kHour, kDay + 9 * kHour + 15 * kMinute}));
}

TEST(TalkPlan, passesByWhatIsBusyAndWhatIsOver)
{
    const std::vector<Stretch> busy{{9 * kHour + 20 * kMinute, 9 * kHour + 32 * kMinute}};
    EXPECT_EQ(spreadTalks(2, mornings(1), busy, 15 * kMinute, 0),
              (std::vector<std::int64_t>{9 * kHour, 9 * kHour + 35 * kMinute}));
    EXPECT_EQ(spreadTalks(1, mornings(1), busy, 15 * kMinute, 9 * kHour + 3 * kMinute),
              (std::vector<std::int64_t>{9 * kHour + 5 * kMinute}));
}

TEST(TalkPlan, whatADayHasNoRoomForGoesToTheOthers)
{
    const std::vector<Stretch> second{{kDay, 2 * kDay}};
    EXPECT_EQ(spreadTalks(6, mornings(2), second, 30 * kMinute, 0).size(), 4U) << "the first day alone holds four";
    EXPECT_TRUE(spreadTalks(6, mornings(2), {}, 3 * kHour, 0).empty());
    EXPECT_TRUE(spreadTalks(1, mornings(1), {}, 30 * kMinute, 2 * kDay).empty());
}

RC_GTEST_PROP(TalkPlan, neverClashesAndNeverLeavesItsWindows, ())
{
    const int count = *rc::gen::inRange(0, 60);
    const auto windows = mornings(*rc::gen::inRange(1, 6));
    const std::int64_t length = *rc::gen::inRange(5, 90) * kMinute;
    const std::int64_t now = *rc::gen::inRange<std::int64_t>(0, 2 * kDay / kMinute) * kMinute;
    std::vector<Stretch> busy;
    for (const int start : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5 * 24 * 60)))
        busy.push_back({start * kMinute, start * kMinute + *rc::gen::inRange(1, 120) * kMinute});
    const auto begins = spreadTalks(count, windows, busy, length, now);
    RC_ASSERT(static_cast<int>(begins.size()) <= count);
    RC_ASSERT(std::ranges::is_sorted(begins));
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const Stretch talk{begins[i], begins[i] + length};
        RC_ASSERT(talk.begin >= now);
        if (i > 0) // both sides of || are looked at in an assertion
            RC_ASSERT(begins[i - 1] + length <= talk.begin);
        RC_ASSERT(std::ranges::any_of(
            windows, [&](const Stretch& one) { return one.begin <= talk.begin && talk.end <= one.end; }));
        RC_ASSERT(std::ranges::none_of(
            busy, [&](const Stretch& one) { return one.begin < talk.end && talk.begin < one.end; }));
    }
}

} // namespace
} // namespace banhang::server
