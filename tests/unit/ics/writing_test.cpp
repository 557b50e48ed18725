// Calendar files that are written: what goes out comes back the same, and a rule means the days that it means here.
#include "client/ics/file_writing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/vn/utf8.h"
#include "server/series/recurrence_rules.h"
#include "tests/unit/ics/ics_support.h"

namespace banhang::ics {
namespace {

std::string write(const std::vector<v1::Activity>& activities, const std::vector<v1::Series>& series = {})
{
    FileWriter writer("Lịch của Lan", 1'795'000'000, {});
    for (const v1::Activity& each : activities)
        writer.add(each);
    for (const v1::Series& each : series)
        writer.add(each);
    return writer.text();
}

v1::Activity appointment(const vn::Date& day, int minute, int length)
{
    v1::Activity activity;
    activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_title("Gặp khách");
    activity.set_ics_uid("activity-1@x.banhang");
    const std::int64_t begin = Moment{false, day, std::int64_t{minute} * 60}.epoch();
    setTimestamp(begin, *activity.mutable_start_time());
    if (length > 0)
        setTimestamp(begin + std::int64_t{length} * 60, *activity.mutable_end_time());
    return activity;
}

std::string someText(std::size_t most)
{
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Nguyễn", "đường", " ", "\n", ",", ";", "\\", "\\n", ":", "\"", "ẵ", "e\xCC\x81", "😀", "a", "=", "\t"));
    std::string text;
    for (const std::string& piece : pieces)
        if (text.size() + piece.size() <= most)
            text += piece;
    return std::string(vn::trim(vn::toNfc(text)));
}

v1::Activity someActivity()
{
    const vn::Date day = vn::addDays(kToday, *rc::gen::inRange(1, 300));
    v1::Activity activity = appointment(day, *rc::gen::inRange(0, 24 * 60), *rc::gen::inRange(0, 900));
    activity.set_title("x" + vn::tidy(someText(150)));
    activity.set_place(vn::tidy(someText(250)));
    activity.set_preparation(someText(3000));
    if (*rc::gen::arbitrary<bool>()) {
        activity.clear_start_time();
        activity.clear_end_time();
        setDate(day, *activity.mutable_day());
        if (const int days = *rc::gen::inRange(0, 30); days > 0)
            setDate(vn::addDays(day, days), *activity.mutable_last_day());
    }
    for (const int lead : *rc::gen::container<std::set<int>>(rc::gen::inRange(0, 40'320)))
        if (activity.reminder_lead_minutes_size() < 5)
            activity.add_reminder_lead_minutes(lead);
    if (*rc::gen::inRange(0, 3) == 0) {
        activity.set_kind(v1::ACTIVITY_KIND_TASK);
        activity.clear_last_day();
        activity.clear_end_time();
        activity.set_priority(
            *rc::gen::element(v1::PRIORITY_UNSPECIFIED, v1::PRIORITY_LOW, v1::PRIORITY_NORMAL, v1::PRIORITY_HIGH));
    }
    return activity;
}

v1::Recurrence someRule()
{
    v1::Recurrence rule;
    rule.set_frequency(
        *rc::gen::element(v1::FREQUENCY_DAILY, v1::FREQUENCY_WEEKLY, v1::FREQUENCY_MONTHLY, v1::FREQUENCY_YEARLY));
    rule.set_interval(*rc::gen::inRange(1, 5));
    if (rule.frequency() == v1::FREQUENCY_WEEKLY)
        for (const int weekday : *rc::gen::container<std::set<int>>(rc::gen::inRange(1, 8)))
            rule.add_weekdays(weekday);
    if (rule.frequency() == v1::FREQUENCY_MONTHLY && *rc::gen::arbitrary<bool>()) {
        rule.set_nth(*rc::gen::element(-1, 1, 2, 3, 4, 5));
        rule.set_nth_weekday(*rc::gen::inRange(1, 8));
    } else if (rule.frequency() >= v1::FREQUENCY_MONTHLY) {
        rule.set_is_month_end_kept(*rc::gen::arbitrary<bool>());
    }
    if (*rc::gen::arbitrary<bool>())
        rule.set_count(*rc::gen::inRange(1, 100));
    else if (*rc::gen::arbitrary<bool>())
        setDate(vn::addDays(kToday, *rc::gen::inRange(300, 900)), *rule.mutable_until_day());
    return rule;
}

std::string shown(const v1::Activity& activity)
{
    return activity.ShortDebugString();
}

TEST(CalendarFileWriter, longLinesAreFoldedBetweenLetters)
{
    v1::Activity activity = appointment({2026, 11, 20}, 540, 60);
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "đường Nguyễn Huệ ";
    activity.set_preparation(std::string(vn::trim(text)));
    const std::string file = write({activity});
    for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = file.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 75);
        EXPECT_NE(static_cast<unsigned char>(file[end + 2 < file.size() ? end + 2 : 0]) & 0xC0, 0x80);
        EXPECT_EQ(vn::toNfc(file.substr(at, end - at)).find("\xEF\xBF\xBD"), std::string::npos);
        at = end + 2;
    }
    EXPECT_EQ(read(file).entries.at(0).activity.preparation(), activity.preparation());
}

TEST(CalendarFileWriter, timesStandByTheClockOfTheOffice)
{
    const std::string file = write({appointment({2026, 11, 20}, 540, 60)});
    EXPECT_NE(file.find("TZID:Asia/Ho_Chi_Minh"), std::string::npos);
    EXPECT_NE(file.find("DTSTART;TZID=Asia/Ho_Chi_Minh:20261120T090000\r\n"), std::string::npos);
    EXPECT_NE(file.find("DTEND;TZID=Asia/Ho_Chi_Minh:20261120T100000\r\n"), std::string::npos);
    EXPECT_NE(file.find("X-WR-CALNAME:Lịch của Lan\r\n"), std::string::npos);
}

TEST(CalendarFileWriter, aSeriesGoesInOnce)
{
    v1::Series series;
    series.set_ics_uid("series-7@x.banhang");
    series.mutable_recurrence()->set_frequency(v1::FREQUENCY_DAILY);
    *series.mutable_pattern() = appointment({2026, 11, 20}, 540, 60);
    const std::string file = write({}, {series, series});
    EXPECT_EQ(read(file).entries.size(), 1);
}

TEST(CalendarFileWriter, countsOnlyWhatIsWritten)
{
    v1::Series byTheMoon;
    byTheMoon.set_ics_uid("series-7@x.banhang");
    byTheMoon.mutable_recurrence()->set_frequency(v1::FREQUENCY_MONTHLY);
    byTheMoon.mutable_recurrence()->set_is_lunar(true);
    *byTheMoon.mutable_pattern() = appointment({2026, 11, 20}, 540, 60);
    FileWriter writer("Lịch của Lan", 1'795'000'000, {});
    writer.add(byTheMoon);
    EXPECT_EQ(writer.count(), 0);
    writer.add(byTheMoon.pattern());
    EXPECT_EQ(writer.count(), 1);
    EXPECT_EQ(read(writer.text()).entries.size(), 1);
}

TEST(CalendarFileWriter, whatWasCalledOffIsTold)
{
    v1::Activity activity = appointment({2026, 11, 20}, 540, 60);
    activity.set_state(v1::ACTIVITY_STATE_CANCELLED);
    EXPECT_EQ(read(write({activity})).entries.at(0).obstacle, Obstacle::Cancelled);
}

RC_GTEST_PROP(CalendarFileWriter, activitiesComeBackAsTheyWere, ())
{
    const v1::Activity activity = someActivity();
    const CalendarFile file = read(write({activity}));
    RC_ASSERT(file.entries.size() == 1U);
    RC_ASSERT(file.damagedLines == 0);
    RC_ASSERT(file.entries[0].obstacle == Obstacle::None);
    RC_ASSERT(shown(file.entries[0].activity) == shown(activity));
}

RC_GTEST_PROP(CalendarFileWriter, rulesMeanTheDaysThatTheyMeanHere, ())
{
    v1::Series series;
    series.set_ics_uid("series-1@x.banhang");
    const vn::Date wanted = vn::addDays(kToday, *rc::gen::inRange(0, 400));
    const v1::Recurrence rule = server::completedRecurrence(someRule(), wanted);
    const auto days = server::recurrenceDays({rule, wanted, wanted}, wanted, vn::addDays(wanted, 20'000), 60);
    RC_PRE(!days.empty());
    *series.mutable_recurrence() = rule;
    *series.mutable_pattern() = appointment(days.front(), *rc::gen::inRange(0, 24 * 60), 30);
    if (days.front() != wanted && rule.interval() > 1)
        RC_DISCARD("counted from a day that is none of the rule");
    const auto leftOut = *rc::gen::element(days.front(), days.back(), days[days.size() / 2]);
    setDate(leftOut, *series.add_left_out_days());
    const CalendarFile file = read(write({}, {series}));
    RC_ASSERT(file.entries.size() == 1U);
    const Entry& entry = file.entries[0];
    if (days.size() == 1) {
        RC_ASSERT(entry.obstacle == Obstacle::Over);
        return;
    }
    RC_ASSERT(entry.obstacle == Obstacle::None);
    const std::size_t common = std::min(days.size(), entry.days.size());
    RC_ASSERT(std::equal(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(common), entry.days.begin()));
    // What is read means the same as what was written.
    const v1::Recurrence back = server::completedRecurrence(entry.series.recurrence(), entry.days.front());
    const auto again = server::recurrenceDays({back, entry.days.front(), entry.days.front()}, entry.days.front(),
                                              vn::addDays(wanted, 20'000), 60);
    RC_ASSERT(again == days);
}

RC_GTEST_PROP(CalendarFileWriter, daysThatDifferComeBackOnTheirDays, ())
{
    v1::Series series;
    series.set_ics_uid("series-1@x.banhang");
    series.mutable_recurrence()->set_frequency(v1::FREQUENCY_WEEKLY);
    series.mutable_recurrence()->set_interval(1);
    series.mutable_recurrence()->add_weekdays(4);
    const vn::Date first{2026, 11, 19};
    *series.mutable_pattern() = appointment(first, *rc::gen::inRange(0, 24 * 60), 30);
    v1::Activity& exception = *series.add_exceptions() = someActivity();
    exception.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    exception.clear_priority();
    exception.clear_ics_uid();
    setDate(vn::addDays(first, 7 * *rc::gen::inRange(0, 50)), *exception.mutable_series_slot());
    const Entry entry = read(write({}, {series})).entries.at(0);
    RC_ASSERT(entry.obstacle == Obstacle::None);
    RC_ASSERT(entry.series.exceptions_size() == 1);
    RC_ASSERT(shown(entry.series.exceptions(0)) == shown(exception));
}

} // namespace
} // namespace banhang::ics
