#include "server/customers/rules/date_rules.h"

#include <optional>

#include "common/day_message.h"
#include "common/vn/lunar.h"

namespace banhang::server {

namespace {

constexpr int kHighAge = 110;
constexpr int kLongestLunarMonth = 30;

/// A month or a year alone is worth keeping too ("about 1970"), so each part may be missing, but the day not without
/// its month.
bool canBeBirthday(const v1::Birthday& birthday)
{
    const vn::Date date = dateOf(birthday.date());
    if (date.year < 0 || date.year > vn::kLastYear || date.month < 0 || date.month > 12 || date.day < 0)
        return false;
    if (date.day == 0)
        return date.month != 0 || date.year != 0;
    if (date.month == 0)
        return false;
    return birthday.lunar() ? date.day <= kLongestLunarMonth : vn::isValidBirthday(date);
}

/// The day of birth, where all of it is known and it exists.
std::optional<vn::Date> solarDay(const v1::Birthday& birthday)
{
    const vn::Date date = dateOf(birthday.date());
    if (date.month == 0 || date.day == 0)
        return std::nullopt;
    if (birthday.lunar())
        return vn::toSolar({date.year, date.month, date.day, birthday.leap_month()});
    return vn::isValid(date) ? std::optional(date) : std::nullopt;
}

} // namespace

void checkBirthday(const v1::Birthday& birthday, std::string_view path, const vn::Date& today, Issues& issues)
{
    if (!canBeBirthday(birthday) || (birthday.leap_month() && (!birthday.lunar() || birthday.date().month() == 0)))
        return addError(issues, path, "date.impossible");
    const vn::Date date = dateOf(birthday.date());
    if (date.year == 0)
        return;
    const std::optional<vn::Date> day = solarDay(birthday);
    if (!day && date.month != 0 && date.day != 0)
        return addError(issues, path, "date.impossible");
    if (day ? *day > today : date.year > today.year)
        addError(issues, path, "birthday.in_future");
    else if (today.year - date.year > kHighAge)
        addWarning(issues, path, "birthday.very_old", {{"age", std::to_string(today.year - date.year)}});
}

void checkFoundedDate(const v1::Date& date, std::string_view path, const vn::Date& today, Issues& issues)
{
    const vn::Date day = dateOf(date);
    if (day.year == 0 || day.month == 0 || day.day == 0)
        addError(issues, path, "date.incomplete");
    else if (!vn::isValid(day))
        addError(issues, path, "date.impossible");
    else if (day > today)
        addError(issues, path, "founded_date.in_future");
}

} // namespace banhang::server
