// Calendar days without time zone: validity, arithmetic, and the Vietnamese way to write them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace banhang::vn {

/// A day of the Gregorian calendar. Year 0 means that only day and month are known (birthdays); such a date can be
/// shown and compared but not counted with.
struct Date
{
    int year = 0;
    int month = 0;
    int day = 0;

    friend auto operator<=>(const Date&, const Date&) = default;
};

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

bool isLeapYear(int year);
int daysInMonth(int year, int month);

/// A day that exists, of years 1 to 9999.
bool isValid(const Date& date);

/// isValid(), or year 0 with a day that some year has (29 February too).
bool isValidBirthday(const Date& date);

/// Days since 1970-01-01. The date must be valid.
std::int64_t toDays(const Date& date);
Date fromDays(std::int64_t days);

Date addDays(const Date& date, int days);

/// The same day `months` later (or earlier, if negative), or the last day of that month if it is shorter.
Date addMonths(const Date& date, int months);

/// ISO: 1 = Monday ... 7 = Sunday.
int weekday(const Date& date);

/// Completed years between a birthday with a year and `today`; negative if it lies ahead.
int ageOn(const Date& birthday, const Date& today);

/// "18/11/2026"; "18/11" when the year is 0; empty when the date is not valid.
std::string formatDate(const Date& date);

/// "T4 18/11" ("CN" for Sunday), for days near enough to do without the year.
std::string formatNearDate(const Date& date);

/// "2026-11-18"; empty when the date is not valid.
std::string formatIsoDate(const Date& date);

/// What formatIsoDate writes; nothing for any other text.
std::optional<Date> parseIsoDate(std::string_view text);

} // namespace banhang::vn
