#include "server/customers/rules/period_rules.h"

#include "common/day_message.h"

namespace banhang::server {

namespace {

DayBound daysFromToday(int days)
{
    return {.unit = "day", .offset = days};
}

/// One whose next day can be written too.
bool isDay(const v1::Date& date)
{
    return vn::isValid(dateOf(date)) && date.year() < vn::kLastYear;
}

/// The day itself, or the one behind it.
DayBound calendarDay(const v1::Date& date, int daysLater)
{
    return {.day = vn::formatIsoDate(vn::addDays(dateOf(date), daysLater))};
}

} // namespace

DayRange dayRange(const v1::Period& period)
{
    DayRange range;
    switch (period.kind()) {
    case v1::PERIOD_KIND_TODAY:
        range.from = daysFromToday(0);
        break;
    case v1::PERIOD_KIND_YESTERDAY:
        range.from = daysFromToday(-1);
        range.until = daysFromToday(0);
        break;
    case v1::PERIOD_KIND_THIS_WEEK:
        range.from = {.unit = "week"};
        break;
    case v1::PERIOD_KIND_THIS_MONTH:
        range.from = {.unit = "month"};
        break;
    case v1::PERIOD_KIND_WITHIN_DAYS:
        range.from = daysFromToday(1 - period.days());
        break;
    case v1::PERIOD_KIND_OLDER_THAN_DAYS:
        range.until = daysFromToday(-period.days());
        range.orNever = period.or_never();
        break;
    case v1::PERIOD_KIND_NEVER:
        range.isNever = true;
        break;
    case v1::PERIOD_KIND_BETWEEN:
        if (period.has_first_day())
            range.from = calendarDay(period.first_day(), 0);
        if (period.has_last_day())
            range.until = calendarDay(period.last_day(), 1);
        break;
    default:
        break;
    }
    return range;
}

DayRange dayRangeAhead(const v1::Period& period)
{
    DayRange range = dayRange(period);
    switch (period.kind()) {
    case v1::PERIOD_KIND_TODAY:
        range.until = daysFromToday(1);
        break;
    case v1::PERIOD_KIND_THIS_WEEK:
        range.until = {.unit = "week", .offset = 7};
        break;
    case v1::PERIOD_KIND_THIS_MONTH:
        range.until = {.unit = "month", .months = 1};
        break;
    case v1::PERIOD_KIND_WITHIN_DAYS:
        range.from = daysFromToday(0);
        range.until = daysFromToday(period.days());
        break;
    default:
        break;
    }
    return range;
}

void checkPeriod(const v1::Period& period, std::string_view path, Issues& issues)
{
    const bool hasDays =
        period.kind() == v1::PERIOD_KIND_WITHIN_DAYS || period.kind() == v1::PERIOD_KIND_OLDER_THAN_DAYS;
    if (hasDays && (period.days() < 1 || period.days() > kMaxDays))
        addError(issues, std::string(path) + ".days", "period.days", {{"max", std::to_string(kMaxDays)}});
    if (period.has_first_day() && !isDay(period.first_day()))
        addError(issues, std::string(path) + ".first_day", "date.impossible");
    if (period.has_last_day() && !isDay(period.last_day()))
        addError(issues, std::string(path) + ".last_day", "date.impossible");
}

} // namespace banhang::server
