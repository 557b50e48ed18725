#include "common/vn/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace banhang::vn {

namespace {

template <typename... Args>
std::string printed(const char* format, Args... args)
{
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, args...);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

} // namespace

bool isLeapYear(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int daysInMonth(int year, int month)
{
    static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool isValid(const Date& date)
{
    return date.year >= kFirstYear && date.year <= kLastYear && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= daysInMonth(date.year, date.month);
}

bool isValidBirthday(const Date& date)
{
    constexpr int kSomeLeapYear = 2000;
    return isValid(date.year == 0 ? Date{kSomeLeapYear, date.month, date.day} : date);
}

// Both ways after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, eras of 400
// years.
std::int64_t toDays(const Date& date)
{
    const int year = date.month <= 2 ? date.year - 1 : date.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return static_cast<std::int64_t>(era) * 146097 + dayOfEra - 719468;
}

Date fromDays(std::int64_t days)
{
    const std::int64_t shifted = days + 719468;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int dayOfEra = static_cast<int>(shifted - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shiftedMonth = (5 * dayOfYear + 2) / 153;
    const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    const int year = yearOfEra + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1};
}

Date addDays(const Date& date, int days)
{
    return fromDays(toDays(date) + days);
}

Date addMonths(const Date& date, int months)
{
    const int count = date.year * 12 + date.month - 1 + months;
    const int year = count / 12;
    const int month = count % 12 + 1;
    return {year, month, std::min(date.day, daysInMonth(year, month))};
}

int weekday(const Date& date)
{
    // 1970-01-01 was a Thursday.
    const std::int64_t shifted = (toDays(date) + 3) % 7;
    return static_cast<int>(shifted < 0 ? shifted + 7 : shifted) + 1;
}

int ageOn(const Date& birthday, const Date& today)
{
    const bool ahead = std::pair(today.month, today.day) < std::pair(birthday.month, birthday.day);
    return today.year - birthday.year - (ahead ? 1 : 0);
}

std::string formatDate(const Date& date)
{
    if (!isValidBirthday(date)) {
        return {};
    }
    return date.year == 0 ? printed("%02d/%02d", date.day, date.month)
                          : printed("%02d/%02d/%04d", date.day, date.month, date.year);
}

std::string formatNearDate(const Date& date)
{
    if (!isValid(date)) {
        return {};
    }
    const int day = weekday(date);
    const std::string name = day == 7 ? "CN" : printed("T%d", day + 1);
    return name + printed(" %02d/%02d", date.day, date.month);
}

std::string formatIsoDate(const Date& date)
{
    return isValid(date) ? printed("%04d-%02d-%02d", date.year, date.month, date.day) : std::string();
}

std::optional<Date> parseIsoDate(std::string_view text)
{
    constexpr std::size_t kLength = 10;
    if (text.size() != kLength)
        return std::nullopt;
    Date date;
    const char* at = text.data();
    std::from_chars(at, at + 4, date.year);
    std::from_chars(at + 5, at + 7, date.month);
    std::from_chars(at + 8, at + 10, date.day);
    return formatIsoDate(date) == text ? std::optional(date) : std::nullopt;
}

} // namespace banhang::vn
