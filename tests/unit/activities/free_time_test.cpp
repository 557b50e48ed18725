#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/activities/free_time_rules.h"

namespace banhang::server {
namespace {

constexpr std::int64_t kHour = 3'600'000'000;
constexpr std::int64_t kQuarter = kHour / 4;

TEST(FreeTime, officeHoursAreThoseOfTheDayInVietNam)
{
    // 2026-11-22T20:00Z is the 23rd, 03:00.
    const std::int64_t moment = 1'795'377'600'000'000;
    const Stretch hours = officeHours(moment);
    EXPECT_EQ(hours.begin - moment, 5 * kHour);
    EXPECT_EQ(hours.end - hours.begin, 10 * kHour);
}

TEST(FreeTime, findsTheNearestGapThatIsLongEnough)
{
    const Stretch hours{0, 10 * kHour};
    const std::vector<Stretch> busy{{2 * kHour, 3 * kHour}, {3 * kHour + kQuarter, 5 * kHour}};
    EXPECT_EQ(nearestFree(busy, hours, 2 * kHour, kQuarter), 2 * kHour - kQuarter);
    EXPECT_EQ(nearestFree(busy, hours, 2 * kHour, kHour), kHour);
    EXPECT_EQ(nearestFree(busy, hours, 4 * kHour, kHour), 5 * kHour);
    EXPECT_FALSE(nearestFree({{0, 10 * kHour}}, hours, 0, kHour));
    EXPECT_FALSE(nearestFree({}, hours, 0, 11 * kHour));
}

RC_GTEST_PROP(FreeTime, whatIsFreeTouchesNothingBusyAndStaysWithinTheHours, ())
{
    const Stretch hours{0, 40 * kQuarter};
    std::vector<Stretch> busy;
    for (const int begin : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-4, 44)))
        busy.push_back({begin * kQuarter, (begin + *rc::gen::inRange(1, 8)) * kQuarter});
    const std::int64_t length = *rc::gen::inRange(1, 12) * kQuarter;
    const auto free = nearestFree(busy, hours, *rc::gen::inRange(0, 40) * kQuarter, length);
    if (!free)
        return;
    RC_ASSERT(*free >= hours.begin);
    RC_ASSERT(*free + length <= hours.end);
    for (const Stretch& other : busy)
        RC_ASSERT(other.end <= *free || other.begin >= *free + length);
}

} // namespace
} // namespace banhang::server
