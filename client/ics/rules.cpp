#include "client/ics/rules.h"

#include <algorithm>
#include <array>
#include <vector>

#include "client/ics/moments.h"

namespace banhang::ics {

namespace {

constexpr std::array kWeekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int kLongestMonth = 31;
constexpr int kSureDays = 28; ///< each month has these

template <std::size_t Size>
std::vector<int> valuesOf(const short (&values)[Size])
{
    std::vector<int> list;
    for (const short value : values) {
        if (value == ICAL_RECURRENCE_ARRAY_MAX)
            break;
        list.push_back(value);
    }
    return list;
}

struct Weekday
{
    int day = 0;      ///< 1 = Monday
    int position = 0; ///< 0 = each
};

/// What the lists of a rule say.
struct Lists
{
    explicit Lists(const icalrecurrencetype& rule)
        : monthDays(valuesOf(rule.by_month_day)), months(valuesOf(rule.by_month)), positions(valuesOf(rule.by_set_pos))
    {
        for (const int value : valuesOf(rule.by_day)) {
            const int day = icalrecurrencetype_day_day_of_week(static_cast<short>(value)); // 1 = Sunday
            days.push_back({day == 1 ? 7 : day - 1, icalrecurrencetype_day_position(static_cast<short>(value))});
        }
    }

    bool hasPlainDays() const
    {
        return std::ranges::all_of(days, [](const Weekday& each) { return each.position == 0; });
    }

    std::vector<Weekday> days;
    std::vector<int> monthDays;
    std::vector<int> months;
    std::vector<int> positions;
};

bool hasOtherLists(const icalrecurrencetype& rule)
{
    return !valuesOf(rule.by_second).empty() || !valuesOf(rule.by_minute).empty() || !valuesOf(rule.by_hour).empty() ||
           !valuesOf(rule.by_year_day).empty() || !valuesOf(rule.by_week_no).empty();
}

int shifted(int weekday, int days)
{
    return (weekday - 1 + days + 7) % 7 + 1;
}

bool takeWeekdays(const Lists& lists, int shift, v1::Recurrence& recurrence)
{
    if (!lists.hasPlainDays() || !lists.monthDays.empty() || !lists.months.empty() || !lists.positions.empty())
        return false;
    for (const Weekday& each : lists.days)
        recurrence.add_weekdays(shifted(each.day, shift));
    std::ranges::sort(*recurrence.mutable_weekdays());
    return true;
}

/// "28, 29, 30, the last of these": the 30th, or the last day of months that lack it.
bool isMonthEnd(const Lists& lists)
{
    if (lists.positions != std::vector{-1} || lists.monthDays.empty() || lists.monthDays.front() != kSureDays)
        return false;
    for (std::size_t i = 1; i < lists.monthDays.size(); ++i)
        if (lists.monthDays[i] != lists.monthDays[i - 1] + 1)
            return false;
    return true;
}

/// The second Tuesday, written either as "2TU" or as "TU, the second of these".
bool takeNth(const Lists& lists, v1::Recurrence& recurrence)
{
    if (lists.days.size() != 1 || !lists.monthDays.empty() || lists.positions.size() > 1)
        return false;
    const int position = lists.days.front().position;
    if ((position != 0) == !lists.positions.empty())
        return false;
    const int nth = position != 0 ? position : lists.positions.front();
    if (nth < -1 || nth > 5)
        return false;
    recurrence.set_nth(nth);
    recurrence.set_nth_weekday(lists.days.front().day);
    return true;
}

bool takeMonthDay(const Lists& lists, const vn::Date& first, v1::Recurrence& recurrence)
{
    if (!lists.days.empty())
        return takeNth(lists, recurrence);
    if (isMonthEnd(lists)) {
        recurrence.set_month_day(lists.monthDays.back());
        recurrence.set_is_month_end_kept(true);
        return true;
    }
    if (lists.monthDays.size() > 1 || !lists.positions.empty())
        return false;
    const int day = lists.monthDays.empty() ? first.day : lists.monthDays.front();
    if (day == -1) {
        recurrence.set_month_day(kLongestMonth);
        recurrence.set_is_month_end_kept(true);
        return true;
    }
    recurrence.set_month_day(first.day);
    return day > 0;
}

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

std::string weekdaysText(const v1::Recurrence& recurrence)
{
    std::string text;
    for (const int day : recurrence.weekdays())
        text += std::string(text.empty() ? ";BYDAY=" : ",") + kWeekdays.at(static_cast<std::size_t>(day - 1));
    return text;
}

std::string monthDayText(const v1::Recurrence& recurrence, const vn::Date& first)
{
    if (recurrence.nth() != 0)
        return ";BYDAY=" + number(recurrence.nth()) +
               kWeekdays.at(static_cast<std::size_t>(recurrence.nth_weekday() - 1));
    const int day = recurrence.month_day() == 0 ? first.day : recurrence.month_day();
    if (!recurrence.is_month_end_kept() || day <= kSureDays)
        return ";BYMONTHDAY=" + number(day);
    if (day == kLongestMonth)
        return ";BYMONTHDAY=-1";
    std::string text = ";BYMONTHDAY=" + number(kSureDays);
    for (int each = kSureDays + 1; each <= day; ++each)
        text += "," + number(each);
    return text + ";BYSETPOS=-1";
}

std::string endText(const v1::Recurrence& recurrence, bool isDay, std::int64_t secondOfDay)
{
    if (recurrence.count() > 0)
        return ";COUNT=" + number(recurrence.count());
    if (!recurrence.has_until_day())
        return {};
    const Moment last{isDay, dateOf(recurrence.until_day()), secondOfDay};
    return std::string(";UNTIL=") + icaltime_as_ical_string(isDay ? toIcal(last) : toIcalUtc(last.epoch()));
}

} // namespace

std::optional<v1::Recurrence> recurrenceOf(const icalrecurrencetype& rule, const vn::Date& first, int shift)
{
    const Lists lists(rule);
    if (hasOtherLists(rule) || rule.interval < 1 || rule.interval > 99)
        return std::nullopt;
    v1::Recurrence recurrence;
    recurrence.set_interval(rule.interval);
    bool isTaken = false;
    switch (rule.freq) {
    case ICAL_DAILY_RECURRENCE:
        // "Each working day" is a weekly rule in other words.
        recurrence.set_frequency(lists.days.empty() ? v1::FREQUENCY_DAILY : v1::FREQUENCY_WEEKLY);
        isTaken = takeWeekdays(lists, shift, recurrence) && (lists.days.empty() || rule.interval == 1);
        break;
    case ICAL_WEEKLY_RECURRENCE:
        recurrence.set_frequency(v1::FREQUENCY_WEEKLY);
        isTaken = takeWeekdays(lists, shift, recurrence);
        break;
    case ICAL_MONTHLY_RECURRENCE:
        recurrence.set_frequency(v1::FREQUENCY_MONTHLY);
        isTaken = lists.months.empty() && takeMonthDay(lists, first, recurrence);
        break;
    case ICAL_YEARLY_RECURRENCE:
        recurrence.set_frequency(v1::FREQUENCY_YEARLY);
        isTaken = lists.months.size() <= 1 && takeMonthDay(lists, first, recurrence);
        break;
    default:
        break;
    }
    return isTaken ? std::optional(recurrence) : std::nullopt;
}

std::optional<std::string> ruleText(const v1::Recurrence& recurrence, const vn::Date& first, bool isDay,
                                    std::int64_t secondOfDay)
{
    if (recurrence.is_lunar())
        return std::nullopt;
    std::string text;
    switch (recurrence.frequency()) {
    case v1::FREQUENCY_DAILY:
        text = "FREQ=DAILY";
        break;
    case v1::FREQUENCY_WEEKLY:
        text = "FREQ=WEEKLY" + weekdaysText(recurrence);
        break;
    case v1::FREQUENCY_MONTHLY:
        text = "FREQ=MONTHLY" + monthDayText(recurrence, first);
        break;
    case v1::FREQUENCY_YEARLY:
        text = "FREQ=YEARLY;BYMONTH=" + number(first.month) + monthDayText(recurrence, first);
        break;
    default:
        return std::nullopt;
    }
    if (recurrence.interval() > 1)
        text += ";INTERVAL=" + number(recurrence.interval());
    return text + endText(recurrence, isDay, secondOfDay);
}

} // namespace banhang::ics
