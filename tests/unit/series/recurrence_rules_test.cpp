// Days of a rule, against known calendars and against a brute force that looks at each day by itself.
#include "server/series/recurrence_rules.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "common/vn/lunar.h"

namespace banhang::server {
namespace {

using vn::Date;

v1::Recurrence rule(v1::Frequency frequency, int interval = 1)
{
    v1::Recurrence made;
    made.set_frequency(frequency);
    made.set_interval(interval);
    return made;
}

Repetition from(const v1::Recurrence& made, const Date& first)
{
    return {completedRecurrence(made, first), first, first};
}

std::string days(const Repetition& repetition, std::size_t count)
{
    std::string text;
    for (const Date& day : recurrenceDays(repetition, repetition.begin, {2099, 12, 31}, count))
        text += (text.empty() ? "" : " ") + vn::formatIsoDate(day);
    return text;
}

std::string keys(const v1::Recurrence& made, const Date& first)
{
    std::string text;
    for (const auto& issue : recurrenceIssues(made, first))
        text += issue.path() + "=" + issue.key() + " ";
    return text;
}

TEST(Recurrence, comesOnSeveralDaysOfEachSecondWeek)
{
    auto made = rule(v1::FREQUENCY_WEEKLY, 2);
    for (const int weekday : {5, 1, 3, 3})
        made.add_weekdays(weekday);
    // A Wednesday: the Monday before it is not one of its days.
    EXPECT_EQ(days(from(made, {2026, 11, 18}), 5), "2026-11-18 2026-11-20 2026-11-30 2026-12-02 2026-12-04");
}

TEST(Recurrence, passesOverMonthsWithoutThe31st)
{
    EXPECT_EQ(days(from(rule(v1::FREQUENCY_MONTHLY), {2026, 10, 31}), 4),
              "2026-10-31 2026-12-31 2027-01-31 2027-03-31");
    EXPECT_EQ(keys(rule(v1::FREQUENCY_MONTHLY), {2026, 10, 31}), "recurrence.month_day=series.months_passed_over ");
}

TEST(Recurrence, takesTheLastDayWhereAskedTo)
{
    auto made = rule(v1::FREQUENCY_MONTHLY);
    made.set_is_month_end_kept(true);
    EXPECT_EQ(days(from(made, {2027, 10, 31}), 6), "2027-10-31 2027-11-30 2027-12-31 2028-01-31 2028-02-29 2028-03-31");
    EXPECT_EQ(keys(made, {2027, 10, 31}), "");
}

TEST(Recurrence, knowsThatTheTwentyNinthOfFebruaryIsRare)
{
    EXPECT_EQ(days(from(rule(v1::FREQUENCY_YEARLY), {2028, 2, 29}), 3), "2028-02-29 2032-02-29 2036-02-29");
    auto made = rule(v1::FREQUENCY_YEARLY);
    made.set_is_month_end_kept(true);
    EXPECT_EQ(days(from(made, {2028, 2, 29}), 3), "2028-02-29 2029-02-28 2030-02-28");
}

TEST(Recurrence, findsTheLastFridayAndTheFifthOne)
{
    auto made = rule(v1::FREQUENCY_MONTHLY);
    made.set_nth(-1);
    made.set_nth_weekday(5);
    EXPECT_EQ(days(from(made, {2026, 11, 1}), 3), "2026-11-27 2026-12-25 2027-01-29");
    made.set_nth(5);
    EXPECT_EQ(days(from(made, {2026, 11, 1}), 3), "2027-01-29 2027-04-30 2027-07-30");
    EXPECT_EQ(keys(made, {2026, 11, 1}), "recurrence.nth=series.fifth_passed_over ");
}

TEST(Recurrence, keepsLunarYears)
{
    auto made = rule(v1::FREQUENCY_YEARLY);
    made.set_is_lunar(true);
    // Giỗ tổ: mồng 10 tháng Ba.
    EXPECT_EQ(days(from(made, {2026, 4, 26}), 3), "2026-04-26 2027-04-16 2028-04-04");
    // The 30th of tháng Chạp, in years that end on the 29th: the 29th.
    EXPECT_EQ(days(from(made, vn::toSolar({2025, 12, 29, false}).value()), 1), "2026-02-16");
}

TEST(Recurrence, keepsADayOfALeapMonthInTheCommonOne)
{
    auto made = rule(v1::FREQUENCY_YEARLY);
    made.set_is_lunar(true);
    // Leap month 6 of 2025; 2026 has none, and 2036 repeats month 6 again.
    const auto found =
        recurrenceDays(from(made, vn::toSolar({2025, 6, 10, true}).value()), {2025, 1, 1}, {2036, 12, 31}, 20);
    ASSERT_EQ(found.size(), 12U);
    EXPECT_EQ(vn::toLunar(found[1]), (vn::LunarDate{2026, 6, 10, false}));
    EXPECT_EQ(vn::toLunar(found[11]), (vn::LunarDate{2036, 6, 10, vn::leapMonthOf(2036) == 6}));
}

TEST(Recurrence, countsLeapMonthsAsMonths)
{
    auto made = rule(v1::FREQUENCY_MONTHLY);
    made.set_is_lunar(true);
    made.set_month_day(15);
    // Rằm of months 5, 6, 6 nhuận, 7 of 2025.
    EXPECT_EQ(days(from(made, {2025, 6, 1}), 4), "2025-06-10 2025-07-09 2025-08-08 2025-09-06");
}

TEST(Recurrence, endsByNumberOrByDay)
{
    auto made = rule(v1::FREQUENCY_DAILY, 3);
    made.set_count(2);
    EXPECT_EQ(days(from(made, {2026, 11, 18}), 9), "2026-11-18 2026-11-21");
    made.set_count(0);
    made.mutable_until_day()->set_year(2026);
    made.mutable_until_day()->set_month(11);
    made.mutable_until_day()->set_day(24);
    EXPECT_EQ(days(from(made, {2026, 11, 18}), 9), "2026-11-18 2026-11-21 2026-11-24");
}

TEST(Recurrence, refusesWhatMakesNoSense)
{
    const Date first{2026, 11, 18};
    EXPECT_EQ(keys({}, first), "recurrence.frequency=field.required ");
    EXPECT_EQ(keys(rule(v1::FREQUENCY_DAILY, 100), first), "recurrence.interval=series.interval_wrong ");
    auto made = rule(v1::FREQUENCY_WEEKLY);
    made.set_is_lunar(true);
    EXPECT_EQ(keys(made, first), "recurrence.is_lunar=series.lunar_frequency ");
    made = rule(v1::FREQUENCY_MONTHLY);
    made.set_is_lunar(true);
    made.set_month_day(31);
    EXPECT_EQ(keys(made, first), "recurrence.month_day=series.month_day_wrong ");
    made = rule(v1::FREQUENCY_YEARLY);
    made.set_month_day(30);
    EXPECT_EQ(keys(made, {2027, 2, 1}), "recurrence.frequency=series.no_day ");
    made = rule(v1::FREQUENCY_DAILY);
    made.set_count(3);
    made.mutable_until_day()->set_year(2026);
    made.mutable_until_day()->set_month(2);
    made.mutable_until_day()->set_day(30);
    EXPECT_EQ(keys(made, first), "recurrence.until_day=series.two_ends recurrence.until_day=date.impossible ");
}

TEST(Recurrence, hasADayBeforeRulesEnd)
{
    auto made = rule(v1::FREQUENCY_YEARLY);
    made.set_month_day(29);
    EXPECT_EQ(keys(made, {2096, 2, 1}), "");
    EXPECT_EQ(keys(made, {2097, 2, 1}), "recurrence.frequency=series.no_day ") << "2100 is no leap year";
    made.set_interval(75);
    EXPECT_EQ(keys(made, {2029, 2, 1}), "recurrence.frequency=series.no_day ") << "2104 is one, but too late";
}

TEST(Recurrence, movesWithOneOfItsDays)
{
    auto made = rule(v1::FREQUENCY_WEEKLY);
    made.add_weekdays(3);
    made.add_weekdays(7);
    const auto weekly = movedRepetition(from(made, {2026, 11, 18}), {2026, 11, 18}, {2026, 11, 19});
    EXPECT_EQ(days(weekly, 3), "2026-11-19 2026-11-23 2026-11-26");
    const auto monthly =
        movedRepetition(from(rule(v1::FREQUENCY_MONTHLY), {2026, 11, 18}), {2026, 12, 18}, {2026, 12, 20});
    EXPECT_EQ(days(monthly, 2), "2026-11-20 2026-12-20");
    auto nth = rule(v1::FREQUENCY_MONTHLY);
    nth.set_nth(3);
    nth.set_nth_weekday(3);
    EXPECT_EQ(days(movedRepetition(from(nth, {2026, 11, 18}), {2026, 11, 18}, {2026, 11, 26}), 2),
              "2026-11-26 2026-12-24");
}

TEST(Recurrence, countsWhatIsLeftWhenItIsCut)
{
    auto made = rule(v1::FREQUENCY_WEEKLY);
    made.set_count(5);
    const auto rest = followingRepetition(from(made, {2026, 11, 18}), {2026, 12, 2});
    EXPECT_EQ(days(rest, 9), "2026-12-02 2026-12-09 2026-12-16");
}

/// Looks at one day alone, without walking periods. Only the numbering of lunar months is counted up by the caller.
class BruteForce
{
public:
    BruteForce(const Repetition& repetition)
        : m_rule(repetition.rule), m_anchor(repetition.anchor), m_begin(repetition.begin)
    {
    }

    std::vector<Date> daysUntil(const Date& last) const
    {
        std::vector<Date> found;
        int lunarMonths = 0;
        for (Date day = m_anchor; day > m_begin; day = vn::addDays(day, -1))
            lunarMonths -= vn::toLunar(day).day == 1 ? 1 : 0;
        for (Date day = std::min(m_anchor, m_begin); day <= last; day = vn::addDays(day, 1)) {
            if (day != std::min(m_anchor, m_begin) && vn::toLunar(day).day == 1)
                ++lunarMonths;
            const bool isOver = m_rule.count() > 0 && static_cast<int>(found.size()) == m_rule.count();
            if (day >= m_begin && !isOver && matches(day, lunarMonths))
                found.push_back(day);
        }
        return found;
    }

private:
    bool matches(const Date& day, int lunarMonths) const
    {
        const auto distance = vn::toDays(day) - vn::toDays(m_anchor);
        switch (m_rule.frequency()) {
        case v1::FREQUENCY_DAILY:
            return distance % m_rule.interval() == 0;
        case v1::FREQUENCY_WEEKLY:
            return (week(day) - week(m_anchor)) % m_rule.interval() == 0 &&
                   std::ranges::count(m_rule.weekdays(), vn::weekday(day)) == 1;
        case v1::FREQUENCY_MONTHLY: {
            const int months =
                m_rule.is_lunar() ? lunarMonths : 12 * (day.year - m_anchor.year) + day.month - m_anchor.month;
            return months % m_rule.interval() == 0 && isDay(day);
        }
        default:
            return isYear(day) && isDay(day);
        }
    }
    static std::int64_t week(const Date& day) { return (vn::toDays(day) + 3) / 7; }
    bool isYear(const Date& day) const
    {
        if (!m_rule.is_lunar())
            return (day.year - m_anchor.year) % m_rule.interval() == 0 && day.month == m_anchor.month;
        const auto lunar = vn::toLunar(day);
        const auto anchor = vn::toLunar(m_anchor);
        const bool isLeapYear = anchor.leap && vn::leapMonthOf(lunar.year) == anchor.month;
        return (lunar.year - anchor.year) % m_rule.interval() == 0 && lunar.month == anchor.month &&
               lunar.leap == isLeapYear;
    }
    bool isDay(const Date& day) const
    {
        if (m_rule.nth() != 0) {
            const bool isLast = vn::addDays(day, 7).month != day.month;
            const bool isNth = m_rule.nth() == -1 ? isLast : (day.day - 1) / 7 == m_rule.nth() - 1;
            return isNth && vn::weekday(day) == m_rule.nth_weekday();
        }
        const int number = m_rule.is_lunar() ? vn::toLunar(day).day : day.day;
        const Date next = vn::addDays(day, 1);
        const bool isLast = (m_rule.is_lunar() ? vn::toLunar(next).day : next.day) == 1;
        const bool isKept = m_rule.is_lunar() || m_rule.is_month_end_kept();
        return number == m_rule.month_day() || (isKept && isLast && number < m_rule.month_day());
    }

    v1::Recurrence m_rule;
    Date m_anchor;
    Date m_begin;
};

v1::Recurrence anyRule()
{
    auto made = rule(static_cast<v1::Frequency>(*rc::gen::inRange(1, 5)), *rc::gen::inRange(1, 5));
    if (made.frequency() == v1::FREQUENCY_WEEKLY)
        for (const int weekday : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 8)))
            made.add_weekdays(weekday);
    if (made.frequency() >= v1::FREQUENCY_MONTHLY) {
        made.set_is_lunar(*rc::gen::arbitrary<bool>());
        made.set_is_month_end_kept(*rc::gen::arbitrary<bool>());
        made.set_month_day(*rc::gen::inRange(0, 31));
        if (!made.is_lunar() && *rc::gen::arbitrary<bool>()) {
            made.set_nth(*rc::gen::element(-1, 1, 2, 3, 4, 5));
            made.set_nth_weekday(*rc::gen::inRange(1, 8));
        }
    }
    made.set_count(*rc::gen::element(0, 0, 1, 7));
    return made;
}

Date anyDay()
{
    return vn::addDays({2024, 1, 1}, *rc::gen::inRange(0, 4000));
}

RC_GTEST_PROP(Recurrence, hasTheDaysThatABruteForceFinds, ())
{
    Repetition repetition = from(anyRule(), anyDay());
    repetition.begin = vn::addDays(repetition.anchor, *rc::gen::inRange(-500, 500));
    const Date last = vn::addDays(repetition.begin, *rc::gen::inRange(0, 1500));
    RC_ASSERT(recurrenceDays(repetition, repetition.begin, last, 10'000) == BruteForce(repetition).daysUntil(last));
}

RC_GTEST_PROP(Recurrence, isTheSameInTwoPartsAsInOne, ())
{
    const Repetition whole = from(anyRule(), anyDay());
    const Date last = vn::addDays(whole.begin, 1200);
    const auto days = recurrenceDays(whole, whole.begin, last, 200);
    RC_PRE(!days.empty());
    const std::size_t cut = *rc::gen::inRange<std::size_t>(0, days.size());
    const auto rest = recurrenceDays(followingRepetition(whole, days[cut]), days[cut], last, 200 - cut);
    RC_ASSERT(rest == std::vector<Date>(days.begin() + static_cast<std::ptrdiff_t>(cut), days.end()));
}

RC_GTEST_PROP(Recurrence, completesARuleOnce, ())
{
    const Date first = anyDay();
    const auto once = completedRecurrence(anyRule(), first);
    RC_ASSERT(completedRecurrence(once, first).SerializeAsString() == once.SerializeAsString());
}

RC_GTEST_PROP(Recurrence, comesOnTheDayToWhichItWasMoved, ())
{
    const Repetition whole = from(anyRule(), anyDay());
    const auto days = recurrenceDays(whole, whole.begin, vn::addDays(whole.begin, 1200), 20);
    RC_PRE(!days.empty());
    // Where days of a week go into the next one, a rule that ends by number may end elsewhere than before.
    const Date before = whole.rule.count() == 0 ? *rc::gen::elementOf(days) : days.front();
    const Date after = vn::addDays(before, *rc::gen::inRange(-6, 7));
    const auto moved = movedRepetition(whole, before, after);
    RC_ASSERT(!recurrenceDays(moved, after, after, 1).empty());
}

} // namespace
} // namespace banhang::server
