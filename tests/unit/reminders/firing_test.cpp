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

Fate::Kind kindOf(const DueReminder& reminder)
{
    return fateOf(reminder).kind;
}

TEST(Firing, happensHoweverLateWithinADay)
{
    EXPECT_EQ(kindOf(dueSince(0)), Fate::Kind::Fire);
    EXPECT_EQ(kindOf(dueSince(23 * kHour)), Fate::Kind::Fire);
}

TEST(Firing, goesIntoTheSummaryAfterADayUnlessTheEventIsToCome)
{
    EXPECT_EQ(fateOf(dueSince(25 * kHour)).reason, kOverdue);
    DueReminder week = dueSince(25 * kHour);
    week.eventMicros = kNow + kHour;
    EXPECT_EQ(kindOf(week), Fate::Kind::Fire);
}

TEST(Firing, tellsOnlyTheNewestOfASeriesThatWasMissed)
{
    DueReminder missed = dueSince(2 * kHour);
    missed.hasNewer = true;
    EXPECT_EQ(fateOf(missed).reason, "newer");
    DueReminder toCome = missed;
    toCome.eventMicros = kNow + kHour;
    EXPECT_EQ(kindOf(toCome), Fate::Kind::Fire);
    DueReminder putOff = missed;
    putOff.fireCount = 1;
    EXPECT_EQ(kindOf(putOff), Fate::Kind::Fire);
}

TEST(Firing, waitsForTheEndOfQuietHours)
{
    DueReminder reminder = dueSince(0);
    reminder.quiet = {8 * 60, 10 * 60};
    const Fate fate = fateOf(reminder);
    EXPECT_EQ(fate.kind, Fate::Kind::PutOff);
    EXPECT_EQ(fate.minutes, 60);
}

TEST(Firing, tellsNobodyWhoLeftAndNothingOfTheBin)
{
    DueReminder left = dueSince(0);
    left.isActive = false;
    left.eventMicros = left.nowMicros;
    EXPECT_EQ(fateOf(left).reason, "inactive");
    DueReminder hidden = dueSince(0);
    hidden.isHidden = true;
    hidden.eventMicros = hidden.nowMicros;
    EXPECT_EQ(fateOf(hidden).reason, "hidden");
}

TEST(Firing, waitsForWhoMayComeBackBeforeItBegins)
{
    DueReminder left = dueSince(0);
    left.eventMicros = left.nowMicros + 1;
    left.isActive = false;
    EXPECT_EQ(kindOf(left), Fate::Kind::PutOff);
    EXPECT_EQ(fateOf(left).minutes, 15);
    DueReminder hidden = dueSince(0);
    hidden.eventMicros = hidden.nowMicros + 1;
    hidden.isHidden = true;
    EXPECT_EQ(kindOf(hidden), Fate::Kind::PutOff);
}

} // namespace

} // namespace banhang::server
