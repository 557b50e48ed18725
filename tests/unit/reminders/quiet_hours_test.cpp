#include "server/reminders/quiet_hours_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::server {

namespace {

TEST(QuietHours, areNoneWhereBothEndsAreEqual)
{
    EXPECT_FALSE(minutesUntilEnd({480, 480}, 480));
    EXPECT_FALSE(minutesUntilEnd({}, 0));
}

TEST(QuietHours, spanMidnight)
{
    const QuietHours night{.fromMinute = 22 * 60, .toMinute = 6 * 60 + 30};
    EXPECT_EQ(minutesUntilEnd(night, 22 * 60), 8 * 60 + 30);
    EXPECT_EQ(minutesUntilEnd(night, 0), 6 * 60 + 30);
    EXPECT_EQ(minutesUntilEnd(night, 6 * 60 + 29), 1);
    EXPECT_FALSE(minutesUntilEnd(night, 6 * 60 + 30));
    EXPECT_FALSE(minutesUntilEnd(night, 12 * 60));
}

RC_GTEST_PROP(QuietHours, endAtTheirEndAndNotBefore, ())
{
    const QuietHours quiet{.fromMinute = *rc::gen::inRange(0, kMinutesOfDay),
                           .toMinute = *rc::gen::inRange(0, kMinutesOfDay)};
    const int minute = *rc::gen::inRange(0, kMinutesOfDay);
    // Walks the clock minute by minute, as somebody who only knows the two moments would.
    bool isQuiet = false;
    for (int at = quiet.fromMinute; at != quiet.toMinute; at = (at + 1) % kMinutesOfDay)
        isQuiet = isQuiet || at == minute;
    const auto rest = minutesUntilEnd(quiet, minute);
    RC_ASSERT(rest.has_value() == isQuiet);
    if (rest) {
        RC_ASSERT((minute + *rest) % kMinutesOfDay == quiet.toMinute);
        RC_ASSERT(*rest > 0 && *rest < kMinutesOfDay);
    }
}

} // namespace

} // namespace banhang::server
