#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/activities/day_rules.h"

namespace banhang::server {
namespace {

constexpr std::int64_t kHour = 3'600'000'000;

TEST(DayRules, aDayBeginsAtMidnightInVietNam)
{
    const vn::Date day{2026, 11, 23};
    EXPECT_EQ(dayOf(beginOfDay(day)), day);
    EXPECT_EQ(dayOf(beginOfDay(day) - 1), (vn::Date{2026, 11, 22}));
    EXPECT_EQ(beginOfDay({1970, 1, 1}), -7 * kHour);
}

TEST(DayRules, workGoesOnAfterTheWeekend)
{
    EXPECT_EQ(nextWorkingDay({2026, 11, 23}), (vn::Date{2026, 11, 24}));
    EXPECT_EQ(nextWorkingDay({2026, 11, 27}), (vn::Date{2026, 11, 30}));
    EXPECT_EQ(nextWorkingDay({2026, 11, 28}), (vn::Date{2026, 11, 30}));
}

TEST(DayRules, workIsDoneOnNoPublicHoliday)
{
    EXPECT_EQ(workingDayFrom({2026, 11, 27}), (vn::Date{2026, 11, 27}));
    EXPECT_EQ(workingDayFrom({2026, 11, 28}), (vn::Date{2026, 11, 30}));
    EXPECT_EQ(workingDayFrom({2027, 1, 1}), (vn::Date{2027, 1, 4}));
    EXPECT_EQ(workingDayFrom({2099, 4, 30}), (vn::Date{2099, 5, 4}));
}

TEST(DayRules, theLeapDayIsKeptOnTheDayBefore)
{
    EXPECT_EQ(nextOccurrence({{2000, 2, 29}}, {2027, 1, 1}), (vn::Date{2027, 2, 28}));
    EXPECT_EQ(nextOccurrence({{2000, 2, 29}}, {2028, 1, 1}), (vn::Date{2028, 2, 29}));
    EXPECT_EQ(nextOccurrence({{1990, 1, 5}}, {2026, 12, 30}), (vn::Date{2027, 1, 5}));
}

TEST(DayRules, lunarDaysGoByTheMoon)
{
    // Rằm tháng Giêng of Bính Ngọ.
    EXPECT_EQ(nextOccurrence({{0, 1, 15}, true}, {2026, 1, 1}), (vn::Date{2026, 3, 3}));
}

TEST(DayRules, daysThatNoYearHasAreKeptOnNone)
{
    EXPECT_FALSE(nextOccurrence({{0, 4, 31}}, {2026, 1, 1}));
    EXPECT_FALSE(nextOccurrence({{0, 13, 1}}, {2026, 1, 1}));
    EXPECT_FALSE(nextOccurrence({{0, 1, 31}, true}, {2026, 1, 1}));
}

RC_GTEST_PROP(DayRules, noOccasionOfTheFortnightIsMissedByItsKey, ())
{
    const vn::Date first = vn::fromDays(*rc::gen::inRange<std::int64_t>(10957, 47482));
    const bool isLunar = *rc::gen::arbitrary<bool>();
    const YearlyDay yearly{{0, *rc::gen::inRange(1, 13), *rc::gen::inRange(1, isLunar ? 31 : 29)},
                           isLunar,
                           isLunar && *rc::gen::arbitrary<bool>()};
    const auto day = nextOccurrence(yearly, first);
    RC_ASSERT(day.has_value());
    const vn::Date today = vn::addDays(day.value(), -*rc::gen::inRange(0, 14));
    const std::int64_t key = yearly.date.month * 100 + yearly.date.day + (isLunar ? 10'000 : 0);
    const auto keys = yearlyKeys(today, 14);
    RC_ASSERT(std::ranges::find(keys, key) != keys.end());
}

} // namespace
} // namespace banhang::server
