#include "server/series/recurrence_rules.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/day_message.h"
#include "common/error.h"
#include "common/vn/lunar.h"
#include "server/series/period_days.h"

namespace banhang::server {

namespace {

constexpr int kMaxInterval = 99;
constexpr int kMaxOccurrences = 1000;
constexpr int kShortestMonth = 28;
constexpr int kLongestLunarMonth = 30;

using Issues = std::vector<v1::FieldIssue>;

void error(Issues& issues, std::string_view field, std::string_view key, const ErrorArgs& args = {})
{
    issues.push_back(fieldIssue(v1::SEVERITY_ERROR, "recurrence." + std::string(field), key, args));
}

void warning(Issues& issues, std::string_view field, std::string_view key, const ErrorArgs& args)
{
    issues.push_back(fieldIssue(v1::SEVERITY_WARNING, "recurrence." + std::string(field), key, args));
}

bool goesByMonth(const v1::Recurrence& rule)
{
    return rule.frequency() == v1::FREQUENCY_MONTHLY || rule.frequency() == v1::FREQUENCY_YEARLY;
}

bool isWeekday(int day)
{
    return day >= 1 && day <= 7;
}

void checkDays(const v1::Recurrence& rule, Issues& issues)
{
    if (!std::ranges::all_of(rule.weekdays(), isWeekday))
        error(issues, "weekdays", "series.weekday_wrong");
    if (rule.nth() != 0) {
        if (rule.nth() < -1 || rule.nth() > 5)
            error(issues, "nth", "series.nth_wrong");
        if (!isWeekday(rule.nth_weekday()))
            error(issues, "nth_weekday", "series.weekday_wrong");
        if (rule.is_lunar())
            error(issues, "nth", "series.lunar_weekday");
        return;
    }
    const int longest = rule.is_lunar() ? kLongestLunarMonth : 31;
    if (rule.month_day() < 0 || rule.month_day() > longest)
        error(issues, "month_day", "series.month_day_wrong", {{"max", std::to_string(longest)}});
}

void checkEnd(const v1::Recurrence& rule, const vn::Date& first, Issues& issues)
{
    if (rule.count() < 0 || rule.count() > kMaxOccurrences)
        error(issues, "count", "series.count_wrong", {{"max", std::to_string(kMaxOccurrences)}});
    if (!rule.has_until_day())
        return;
    if (rule.count() != 0)
        error(issues, "until_day", "series.two_ends");
    if (!vn::isValid(dateOf(rule.until_day())))
        error(issues, "until_day", "date.impossible");
    else if (dateOf(rule.until_day()) < first)
        error(issues, "until_day", "series.ends_before_it_begins");
}

/// A day that not every period has: said, because people forget it.
void warnOfGaps(const v1::Recurrence& rule, Issues& issues)
{
    if (!goesByMonth(rule) || rule.is_month_end_kept())
        return;
    if (rule.nth() == 5)
        return warning(issues, "nth", "series.fifth_passed_over", {});
    if (rule.nth() != 0 || rule.is_lunar() || rule.month_day() <= kShortestMonth)
        return;
    if (rule.frequency() == v1::FREQUENCY_MONTHLY)
        warning(issues, "month_day", "series.months_passed_over", {{"day", std::to_string(rule.month_day())}});
}

std::optional<vn::Date> untilOf(const v1::Recurrence& rule)
{
    return rule.has_until_day() ? std::optional(dateOf(rule.until_day())) : std::nullopt;
}

/// Calls `visit` with each day from the beginning to `to`, in order, until it says false.
template <typename Visit>
void walk(const Repetition& repetition, const vn::Date& to, Visit visit)
{
    const auto until = untilOf(repetition.rule);
    const vn::Date last = until ? std::min(*until, to) : to;
    int left = repetition.rule.count() == 0 ? -1 : repetition.rule.count();
    PeriodDays periods(repetition.rule, repetition.anchor, repetition.begin);
    for (; left != 0 && periods.start() <= last; periods.advance())
        for (const vn::Date& day : periods.days()) {
            if (day < repetition.begin)
                continue;
            if (day > last || left == 0 || !visit(day))
                return;
            --left;
        }
}

int dayOfMonth(const v1::Recurrence& rule, const vn::Date& day)
{
    return rule.is_lunar() ? vn::toLunar(day).day : day.day;
}

bool isFirst(const Repetition& repetition, const vn::Date& day)
{
    bool isFirst = false;
    walk(repetition, day, [&](const vn::Date& each) {
        isFirst = each == day;
        return false;
    });
    return isFirst;
}

bool isInLastWeek(const vn::Date& day)
{
    return day.day + 7 > vn::daysInMonth(day.year, day.month);
}

} // namespace

std::vector<v1::FieldIssue> recurrenceIssues(const v1::Recurrence& rule, const vn::Date& first)
{
    Issues issues;
    if (rule.frequency() < v1::FREQUENCY_DAILY || rule.frequency() > v1::FREQUENCY_YEARLY)
        error(issues, "frequency", "field.required");
    if (rule.interval() < 0 || rule.interval() > kMaxInterval)
        error(issues, "interval", "series.interval_wrong", {{"max", std::to_string(kMaxInterval)}});
    if (rule.is_lunar() && !goesByMonth(rule))
        error(issues, "is_lunar", "series.lunar_frequency");
    checkDays(rule, issues);
    checkEnd(rule, first, issues);
    if (!issues.empty())
        return issues;
    const Repetition repetition{completedRecurrence(rule, first), first, first};
    // "30 February": a rule without a day is none.
    if (recurrenceDays(repetition, first, kLastRuleDay, 1).empty())
        error(issues, "frequency", "series.no_day");
    warnOfGaps(repetition.rule, issues);
    return issues;
}

v1::Recurrence completedRecurrence(const v1::Recurrence& rule, const vn::Date& first)
{
    v1::Recurrence whole;
    whole.set_frequency(rule.frequency());
    whole.set_interval(std::max(rule.interval(), 1));
    whole.set_count(rule.count());
    if (rule.has_until_day())
        *whole.mutable_until_day() = rule.until_day();
    if (rule.frequency() == v1::FREQUENCY_WEEKLY) {
        for (const int day : std::set<int>(rule.weekdays().begin(), rule.weekdays().end()))
            whole.add_weekdays(day);
        if (rule.weekdays().empty())
            whole.add_weekdays(vn::weekday(first));
    }
    if (!goesByMonth(rule))
        return whole;
    whole.set_is_lunar(rule.is_lunar());
    if (rule.nth() != 0) {
        whole.set_nth(rule.nth());
        whole.set_nth_weekday(rule.nth_weekday());
        return whole;
    }
    whole.set_month_day(rule.month_day() != 0 ? rule.month_day() : dayOfMonth(rule, first));
    whole.set_is_month_end_kept(rule.is_month_end_kept() && !rule.is_lunar() && whole.month_day() > kShortestMonth);
    return whole;
}

std::vector<vn::Date> recurrenceDays(const Repetition& repetition, const vn::Date& from, const vn::Date& to,
                                     std::size_t limit)
{
    std::vector<vn::Date> days;
    walk(repetition, to, [&](const vn::Date& day) {
        if (day >= from && days.size() < limit)
            days.push_back(day);
        return days.size() < limit;
    });
    return days;
}

Repetition movedRepetition(const Repetition& repetition, const vn::Date& before, const vn::Date& after)
{
    const auto shift = static_cast<int>(vn::toDays(after) - vn::toDays(before));
    Repetition moved = repetition;
    v1::Recurrence& rule = moved.rule;
    moved.begin = isFirst(repetition, before) ? after : vn::addDays(repetition.begin, shift);
    if (!goesByMonth(rule)) {
        // The week to which it was moved is one of those that the interval hits.
        const bool isWeekly = rule.frequency() == v1::FREQUENCY_WEEKLY;
        const int weeks = vn::weekday(before) - vn::weekday(after) + shift;
        moved.anchor = vn::addDays(repetition.anchor, isWeekly ? weeks : shift);
        std::set<int> weekdays;
        for (const int day : rule.weekdays())
            weekdays.insert(((day - 1 + shift) % 7 + 7) % 7 + 1);
        rule.clear_weekdays();
        for (const int day : weekdays)
            rule.add_weekdays(day);
        return moved;
    }
    moved.anchor = after;
    if (rule.nth() != 0) {
        rule.set_nth(rule.nth() == -1 && isInLastWeek(after) ? -1 : (after.day - 1) / 7 + 1);
        rule.set_nth_weekday(vn::weekday(after));
    } else {
        rule.set_month_day(dayOfMonth(rule, after));
        rule.set_is_month_end_kept(rule.is_month_end_kept() && rule.month_day() > kShortestMonth);
    }
    return moved;
}

Repetition followingRepetition(const Repetition& repetition, const vn::Date& day)
{
    Repetition rest = repetition;
    rest.begin = day;
    if (repetition.rule.count() == 0)
        return rest;
    int before = 0;
    walk(repetition, day, [&](const vn::Date& earlier) {
        before += earlier < day ? 1 : 0;
        return true;
    });
    rest.rule.set_count(std::max(repetition.rule.count() - before, 1));
    return rest;
}

} // namespace banhang::server
