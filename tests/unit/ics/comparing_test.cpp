// Entries of a file beside what was taken from it before: what differs, and what is asked of the server then.
#include "client/ics/comparing.h"

#include <gtest/gtest.h>

#include "client/ics/requests.h"
#include "tests/unit/ics/ics_support.h"

namespace banhang::ics {
namespace {

constexpr const char* kSeries =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:w@x\r\nSUMMARY:Họp tuần\r\nLOCATION:Phòng 1\r\n"
    "LAST-MODIFIED:20261101T000000Z\r\nSEQUENCE:2\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=10\r\nDTSTART:20261118T020000Z\r\nDTEND:20261118T030000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:w@x\r\nRECURRENCE-ID:20261125T020000Z\r\nSUMMARY:Họp tuần\r\nLOCATION:Phòng 1\r\n"
    "LAST-MODIFIED:20261102T000000Z\r\nSEQUENCE:3\r\n"
    "DTSTART:20261126T020000Z\r\nDTEND:20261126T030000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

Entry only(const std::string& text)
{
    return read(text).entries.at(0);
}

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

/// As the server tells it after it was taken.
v1::CalendarEntries taken(const Entry& entry)
{
    v1::CalendarEntries found;
    if (entry.isSeries) {
        v1::Series& series = *found.add_series() = entry.series;
        series.set_id(5);
        series.set_version(4);
        series.mutable_update_time()->set_seconds(entry.modified);
    } else {
        v1::Activity& activity = *found.add_activities() = entry.activity;
        activity.set_id(6);
        activity.set_version(7);
        activity.mutable_update_time()->set_seconds(entry.modified);
    }
    return found;
}

Comparison compareLater(const std::string& before, const std::string& after)
{
    return compare(only(after), taken(only(before)), kToday);
}

TEST(Comparing, theSameFileOnceMoreIsTheSame)
{
    const Entry entry = only(kSeries);
    const Comparison same = compare(entry, taken(entry), kToday);
    EXPECT_EQ(same.beside, Beside::Same);
    EXPECT_TRUE(same.differences.empty());
    EXPECT_FALSE(same.isNewerHere);
    EXPECT_EQ(compare(entry, {}, kToday).beside, Beside::New);
}

TEST(Comparing, aSeriesDiffersInTextsPlaceAndTime)
{
    const auto moved = compareLater(kSeries, replaced(kSeries, "DTEND:20261118T030000Z", "DTEND:20261118T040000Z"));
    EXPECT_EQ(moved.beside, Beside::Differs);
    EXPECT_EQ(moved.differences, std::set{Difference::Time});
    const auto elsewhere = compareLater(kSeries, replaced(kSeries, "Phòng 1", "Phòng 2"));
    EXPECT_TRUE(elsewhere.differences.contains(Difference::Place));
}

TEST(Comparing, aSeriesDiffersInTheDaysOfItsRule)
{
    const auto shorter = compareLater(kSeries, replaced(kSeries, "COUNT=10", "COUNT=8"));
    EXPECT_EQ(shorter.differences, std::set{Difference::Rule});
    // Beyond the days that are compared one by one, the end still counts.
    const std::string daily = replaced(kSeries, "FREQ=WEEKLY;COUNT=10", "FREQ=DAILY;COUNT=300");
    EXPECT_EQ(compareLater(daily, replaced(daily, "COUNT=300", "COUNT=301")).differences, std::set{Difference::Rule});
    EXPECT_EQ(compareLater(daily, daily).beside, Beside::Same);
}

TEST(Comparing, whatIsOverDoesNotCount)
{
    // Taken weeks ago, from its first day on; the file is read again now.
    const Entry before = only(kSeries);
    auto found = taken(before);
    const vn::Date later{2026, 12, 9};
    const std::atomic_bool stop = false;
    const auto now = readCalendar(kSeries, later, stop).entries.at(0);
    EXPECT_EQ(compare(now, found, later).beside, Beside::Same);
}

TEST(Comparing, singleDaysAreCompared)
{
    const auto moved = compareLater(kSeries, replaced(kSeries, "DTSTART:20261126T020000Z", "DTSTART:20261126T010000Z"));
    EXPECT_EQ(moved.differences, std::set{Difference::Days});
    EXPECT_EQ(moved.days, 1);
    const auto leftOut = compareLater(kSeries, replaced(kSeries, "RRULE", "EXDATE:20261202T020000Z\r\nRRULE"));
    EXPECT_EQ(leftOut.differences, std::set{Difference::Days});
}

TEST(Comparing, aDayThatWasDeletedHereStaysDeleted)
{
    const Entry entry = only(kSeries);
    auto found = taken(entry);
    *found.mutable_series(0)->add_left_out_days() = entry.series.exceptions(0).series_slot();
    found.mutable_series(0)->clear_exceptions();
    EXPECT_EQ(compare(entry, found, kToday).beside, Beside::Same);
}

std::string modifiedLater()
{
    return replaced(kSeries, "LAST-MODIFIED:20261101T000000Z", "LAST-MODIFIED:20261105T000000Z");
}

TEST(Comparing, aFileChangedLaterGivesTheRuleItsDaysBack)
{
    const Entry now = only(modifiedLater());
    auto found = taken(only(kSeries));
    const v1::Date moved = now.series.exceptions(0).series_slot();
    v1::Date deleted = moved;
    deleted.set_month(12);
    deleted.set_day(9);
    *found.mutable_series(0)->add_left_out_days() = deleted;
    const auto here = compare(now, found, kToday);
    EXPECT_EQ(here.differences, std::set{Difference::Days});
    EXPECT_EQ(here.days, 1) << "the day that is moved in both is the same";
    const auto request = seriesReplacement(now, here, {"", "r-1"});
    ASSERT_EQ(request.series().exceptions_size(), 2);
    EXPECT_EQ(request.series().exceptions(1).series_slot().day(), 9);
    EXPECT_EQ(request.series().exceptions(1).start_time().seconds() % 86'400, 2 * 3600) << "at its usual time";

    std::string ordinary = modifiedLater();
    ordinary.erase(ordinary.find("BEGIN:VEVENT", ordinary.find("END:VEVENT")));
    const Entry without = only(ordinary + "END:VCALENDAR\r\n");
    ASSERT_EQ(without.series.exceptions_size(), 0);
    EXPECT_EQ(compare(without, taken(only(kSeries)), kToday).givenBack.size(), 1)
        << "no exception in the file any more";
}

TEST(Comparing, aDayThatWasDeletedHereStaysSoWhateverElseIsTaken)
{
    const Entry entry = only(replaced(kSeries, "SUMMARY:Họp tuần", "SUMMARY:Họp"));
    auto found = taken(only(kSeries));
    *found.mutable_series(0)->add_left_out_days() = entry.series.exceptions(0).series_slot();
    found.mutable_series(0)->clear_exceptions();
    const auto here = compare(entry, found, kToday);
    EXPECT_EQ(here.beside, Beside::Differs);
    EXPECT_EQ(seriesReplacement(entry, here, {"", "r-1"}).series().exceptions_size(), 0);
}

TEST(Comparing, theLaterWordIsKnownByLastModified)
{
    const Entry entry = only(replaced(kSeries, "Họp tuần", "Họp"));
    EXPECT_EQ(entry.modified, 1'793'577'600) << "that of the latest of its days";
    auto found = taken(only(kSeries));
    EXPECT_FALSE(compare(entry, found, kToday).isNewerHere);
    found.mutable_series(0)->mutable_update_time()->set_seconds(entry.modified + 60);
    EXPECT_TRUE(compare(entry, found, kToday).isNewerHere);
}

TEST(Comparing, ofOurOwnTheVersionSaysWhichIsLater)
{
    std::string own = kSeries;
    for (int i = 0; i < 2; ++i)
        own = replaced(own, "w@x", "series-5@office.banhang");
    const Entry entry = only(replaced(own, "SUMMARY:Họp tuần", "SUMMARY:Họp tuần · Sao Mai"));
    EXPECT_EQ(entry.sequence, 3);
    auto found = taken(only(own));
    EXPECT_EQ(compare(entry, found, kToday).beside, Beside::Same) << "sent out with other words";
    EXPECT_TRUE(compare(entry, found, kToday).isNewerHere) << "version 4 is here";
    found.mutable_series(0)->set_version(3);
    EXPECT_FALSE(compare(entry, found, kToday).isNewerHere);
}

TEST(Comparing, whatCameOnceAndComesAgainNowIsToldApart)
{
    const Entry once = only(replaced(kSeries, "RRULE:FREQ=WEEKLY;COUNT=10\r\n", ""));
    EXPECT_EQ(compare(once, taken(only(kSeries)), kToday).beside, Beside::OtherKind) << "the days of it are many";
    auto found = taken(once);
    found.mutable_activities(0)->set_state(v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(compare(only(kSeries), found, kToday).beside, Beside::OtherKind);
}

TEST(Comparing, whatComesAgainNowBeginsWithWhatStandsHere)
{
    const Entry entry = only(kSeries);
    auto found = taken(only(replaced(kSeries, "RRULE:FREQ=WEEKLY;COUNT=10\r\n", "")));
    found.mutable_activities(0)->set_customer_id(9);
    found.mutable_activities(0)->set_place("Phòng cũ");
    const auto here = compare(entry, found, kToday);
    EXPECT_EQ(here.beside, Beside::Differs);
    EXPECT_EQ(here.differences, std::set{Difference::Rule});
    const auto request = seriesBeginning(entry, here, {"", "r-1"});
    EXPECT_EQ(request.activity_id(), 6);
    EXPECT_EQ(request.series().ics_uid(), "");
    EXPECT_EQ(request.series().pattern().customer_id(), 9) << "what files know nothing of stays";
    EXPECT_EQ(request.series().pattern().place(), "Phòng 1");
    EXPECT_EQ(request.series().exceptions_size(), 1);
    EXPECT_EQ(request.series().recurrence().count(), 10);
}

TEST(Comparing, aReplacementNamesWhatWasReadAndAllThatFilesSay)
{
    const Entry entry = only(replaced(kSeries, "SUMMARY:Họp tuần", "SUMMARY:"));
    const auto here = compare(entry, taken(only(kSeries)), kToday);
    const auto request = seriesReplacement(entry, here, {"(không tên)", "r-1"});
    EXPECT_EQ(request.series().id(), 5);
    EXPECT_EQ(request.series().version(), 4);
    EXPECT_EQ(request.series().pattern().title(), "(không tên)");
    EXPECT_EQ(request.update_mask().paths_size(), 7);
    EXPECT_EQ(request.request_id(), "r-1");
}

TEST(Comparing, entriesKnowTheirLine)
{
    const auto entries = read(kSeries).entries;
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].line, 2);
}

} // namespace
} // namespace banhang::ics
