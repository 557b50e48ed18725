// Entries that come again: which days the office takes over, and which rules it cannot have.
#include <gtest/gtest.h>

#include "client/ics/requests.h"
#include "server/series/recurrence_rules.h"
#include "tests/unit/ics/ics_support.h"

namespace banhang::ics {
namespace {

std::vector<std::string> leftOut(const Entry& entry)
{
    std::vector<std::string> days;
    for (const v1::Date& day : entry.series.left_out_days())
        days.push_back(vn::formatIsoDate(dateOf(day)));
    return days;
}

std::string until(const Entry& entry)
{
    return vn::formatIsoDate(dateOf(entry.series.recurrence().until_day()));
}

Entry readRule(const std::string& rule, const std::string& start = "20261201T100000")
{
    return readOne("SUMMARY:x\r\nDTSTART:" + start + "\r\nRRULE:" + rule + "\r\n");
}

TEST(RecurringEntry, beginsTodayWithWhatIsLeftOutAndWhatDiffers)
{
    const Entry entry = entryOf(readSample("google.ics"), "weekly0001@google.com");
    EXPECT_EQ(entry.obstacle, Obstacle::None);
    ASSERT_TRUE(entry.isSeries);
    EXPECT_TRUE(entry.remarks.contains(Remark::BeginsToday));
    EXPECT_EQ(at(entry.series.pattern()), "2026-11-19 08:30");
    EXPECT_EQ(entry.series.recurrence().frequency(), v1::FREQUENCY_WEEKLY);
    EXPECT_EQ(
        std::vector<int>(entry.series.recurrence().weekdays().begin(), entry.series.recurrence().weekdays().end()),
        (std::vector{1, 4}));
    EXPECT_EQ(leftOut(entry), std::vector<std::string>{"2026-11-26"});
    ASSERT_EQ(entry.series.exceptions_size(), 1);
    EXPECT_EQ(at(entry.series.exceptions(0)), "2026-12-01 14:00");
    EXPECT_EQ(vn::formatIsoDate(dateOf(entry.series.exceptions(0).series_slot())), "2026-11-30");
    EXPECT_EQ(entry.days.size(), 60);
    EXPECT_EQ(entry.series.ics_uid(), "weekly0001@google.com");
}

TEST(RecurringEntry, summerTimeElsewhereMovesItsHourHere)
{
    const Entry entry = entryOf(readSample("google.ics"), "newyork0001@google.com");
    EXPECT_EQ(entry.obstacle, Obstacle::None);
    // Thursday evening there is Friday morning here: 08:00 in winter, 07:00 in summer.
    EXPECT_EQ(at(entry.series.pattern()), "2026-11-20 08:00");
    EXPECT_EQ(entry.series.recurrence().weekdays(0), 5);
    ASSERT_GT(entry.series.exceptions_size(), 0);
    EXPECT_EQ(at(entry.series.exceptions(0)), "2027-03-19 07:00");
    EXPECT_TRUE(entry.remarks.contains(Remark::EndsEarly));
    EXPECT_TRUE(entry.series.recurrence().has_until_day());
}

TEST(RecurringEntry, theSecondTuesdayMayBeWrittenInTwoWays)
{
    const Entry outlook = entryOf(readSample("outlook.ics"), "040000008200E00074C5B7101A82E00800000000B0");
    EXPECT_EQ(outlook.series.recurrence().nth(), 2);
    EXPECT_EQ(outlook.series.recurrence().nth_weekday(), 2);
    EXPECT_EQ(outlook.series.recurrence().count(), 6);
    EXPECT_EQ(readRule("FREQ=MONTHLY;BYDAY=2TU", "20261208T090000").series.recurrence().nth(), 2);
}

TEST(RecurringEntry, countsOnlyWhatIsStillToCome)
{
    const Entry entry = readRule("FREQ=DAILY;COUNT=10", "20261115T100000");
    EXPECT_EQ(entry.series.recurrence().count(), 7); // 15, 16, 17 are over
    EXPECT_EQ(at(entry.series.pattern()), "2026-11-18 10:00");
    EXPECT_EQ(readRule("FREQ=DAILY;COUNT=3", "20261115T100000").obstacle, Obstacle::Over);
}

TEST(RecurringEntry, endsWithTheDayOfItsLastMoment)
{
    EXPECT_EQ(until(readRule("FREQ=DAILY;UNTIL=20261204T235959")), "2026-12-04");
    EXPECT_EQ(until(readRule("FREQ=DAILY;UNTIL=20261204T020000Z")), "2026-12-03"); // 09:00 here, before its hour
    EXPECT_EQ(until(readRule("FREQ=DAILY;UNTIL=20300101T000000Z")), "2029-12-31");
}

TEST(RecurringEntry, theLastDayOfTheMonthIsKept)
{
    const Entry entry = readRule("FREQ=MONTHLY;BYMONTHDAY=-1", "20261130T100000");
    EXPECT_EQ(entry.series.recurrence().month_day(), 31);
    EXPECT_TRUE(entry.series.recurrence().is_month_end_kept());
}

TEST(RecurringEntry, workingDaysAreAWeeklyRule)
{
    const Entry entry = readRule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR");
    EXPECT_EQ(entry.series.recurrence().frequency(), v1::FREQUENCY_WEEKLY);
    EXPECT_EQ(entry.series.recurrence().weekdays_size(), 5);
}

TEST(RecurringEntry, whatNoSeriesHasIsNotTakenHalf)
{
    EXPECT_EQ(entryOf(readSample("outlook.ics"), "040000008200E00074C5B7101A82E00800000000C0").obstacle,
              Obstacle::Rule);
    EXPECT_EQ(readRule("FREQ=HOURLY").obstacle, Obstacle::Rule);
    EXPECT_EQ(readRule("FREQ=MONTHLY;BYMONTHDAY=1,15").obstacle, Obstacle::Rule);
    EXPECT_EQ(readRule("FREQ=DAILY;COUNT=5000").obstacle, Obstacle::Rule);
    EXPECT_EQ(readOne("SUMMARY:x\r\nDTSTART:20261201T100000\r\nRRULE:FREQ=DAILY\r\nRDATE:20261205T120000\r\n").obstacle,
              Obstacle::ExtraDays);
}

/// What a server answers to the check of a rule.
v1::CheckSeriesResponse daysHere(const v1::CheckSeriesRequest& request)
{
    const vn::Date first = dateOf(request.first_day());
    const server::Repetition repetition{server::completedRecurrence(request.recurrence(), first), first, first};
    v1::CheckSeriesResponse days;
    for (const vn::Date& day :
         server::recurrenceDays(repetition, first, server::kLastRuleDay, static_cast<std::size_t>(request.day_count())))
        setDate(day, *days.add_days());
    return days;
}

TEST(RecurringEntry, isMeantSoHoweverManyDaysOfItAreKnown)
{
    for (const char* rule : {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=2",
                             "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=WEEKLY;COUNT=5", "FREQ=WEEKLY;COUNT=100",
                             "FREQ=DAILY;COUNT=60", "FREQ=WEEKLY;UNTIL=20300101T000000Z"}) {
        const Entry entry = readRule(rule);
        ASSERT_EQ(entry.obstacle, Obstacle::None) << rule;
        EXPECT_TRUE(isMeantSo(entry, daysHere(ruleCheck(entry)))) << rule;
    }
}

TEST(RecurringEntry, isNotMeantSoByARuleOfOtherDays)
{
    const Entry five = readRule("FREQ=WEEKLY;COUNT=5");
    EXPECT_FALSE(isMeantSo(five, daysHere(ruleCheck(readRule("FREQ=WEEKLY;COUNT=4")))));
    EXPECT_FALSE(isMeantSo(five, daysHere(ruleCheck(readRule("FREQ=WEEKLY;COUNT=6")))));
    const Entry endless = readRule("FREQ=WEEKLY");
    EXPECT_FALSE(isMeantSo(endless, daysHere(ruleCheck(readRule("FREQ=WEEKLY;COUNT=50")))));
    EXPECT_FALSE(isMeantSo(endless, daysHere(ruleCheck(readRule("FREQ=WEEKLY;INTERVAL=2")))));
}

TEST(RecurringEntry, aDaySentAloneIsAnEntryOfItsOwn)
{
    const Entry entry = readOne("SUMMARY:x\r\nDTSTART:20261201T100000\r\nRECURRENCE-ID:20261130T100000\r\n");
    EXPECT_EQ(entry.uid, "one/20261130T100000");
    EXPECT_FALSE(entry.isSeries);
    EXPECT_EQ(at(entry.activity), "2026-12-01 10:00");
}

TEST(RecurringEntry, oneThatNeverComesEnds)
{
    EXPECT_EQ(readRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").obstacle, Obstacle::Over);
}

} // namespace
} // namespace banhang::ics
