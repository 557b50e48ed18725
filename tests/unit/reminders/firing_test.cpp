#include "server/reminders/firing_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {

namespace {

constexpr std::int64_t kNow = 1'800'000'000'000'000;
constexpr std::int64_t kHour = 3600LL * 1'000'000;

DueReminder dueSince(std::int64_t micros)
{
    DueReminder reminder;
    reminder.nowMicros = kNow;
    reminder.dueMicros = kNow - micros;
    reminder.eventMicros = kNow - micros;
    reminder.minuteOfDay = 9 * 60;
    return reminder;
}

FiringDecision::Kind kindOf(const DueReminder& reminder)
{
    return decideFiring(reminder).kind;
}

TEST(Firing, happensHoweverLateWithinADay)
{
    EXPECT_EQ(kindOf(dueSince(0)), FiringDecision::Kind::Fire);
    EXPECT_EQ(kindOf(dueSince(23 * kHour)), FiringDecision::Kind::Fire);
}

TEST(Firing, goesIntoTheSummaryAfterADayUnlessTheEventIsToCome)
{
    EXPECT_EQ(decideFiring(dueSince(25 * kHour)).reason, kOverdue);
    DueReminder week = dueSince(25 * kHour);
    week.eventMicros = kNow + kHour;
    EXPECT_EQ(kindOf(week), FiringDecision::Kind::Fire);
}

TEST(Firing, tellsOnlyTheNewestOfASeriesThatWasMissed)
{
    DueReminder missed = dueSince(2 * kHour);
    missed.hasNewer = true;
    EXPECT_EQ(decideFiring(missed).reason, "newer");
    DueReminder toCome = missed;
    toCome.eventMicros = kNow + kHour;
    EXPECT_EQ(kindOf(toCome), FiringDecision::Kind::Fire);
    DueReminder putOff = missed;
    putOff.fireCount = 1;
    EXPECT_EQ(kindOf(putOff), FiringDecision::Kind::Fire);
}

TEST(Firing, waitsForTheEndOfQuietHours)
{
    DueReminder reminder = dueSince(0);
    reminder.quiet = {8 * 60, 10 * 60};
    const FiringDecision decision = decideFiring(reminder);
    EXPECT_EQ(decision.kind, FiringDecision::Kind::PutOff);
    EXPECT_EQ(decision.minutes, 60);
}

TEST(Firing, goesIntoTheSummaryAfterADayInQuietHoursToo)
{
    DueReminder missed = dueSince(25 * kHour);
    missed.quiet = {8 * 60, 10 * 60};
    EXPECT_EQ(decideFiring(missed).reason, kOverdue);
    missed.eventMicros = kNow + kHour;
    EXPECT_EQ(kindOf(missed), FiringDecision::Kind::PutOff);
}

TEST(Firing, tellsNobodyWhoLeftAndNothingOfTheBin)
{
    DueReminder left = dueSince(0);
    left.isActive = false;
    left.eventMicros = left.nowMicros;
    EXPECT_EQ(decideFiring(left).reason, "inactive");
    DueReminder hidden = dueSince(0);
    hidden.isHidden = true;
    hidden.eventMicros = hidden.nowMicros;
    EXPECT_EQ(decideFiring(hidden).reason, "hidden");
}

TEST(Firing, waitsForWhoMayComeBackBeforeItBegins)
{
    DueReminder left = dueSince(0);
    left.eventMicros = left.nowMicros + 1;
    left.isActive = false;
    EXPECT_EQ(kindOf(left), FiringDecision::Kind::PutOff);
    EXPECT_EQ(decideFiring(left).minutes, 15);
    DueReminder hidden = dueSince(0);
    hidden.eventMicros = hidden.nowMicros + 1;
    hidden.isHidden = true;
    EXPECT_EQ(kindOf(hidden), FiringDecision::Kind::PutOff);
}

} // namespace

} // namespace banhang::server
