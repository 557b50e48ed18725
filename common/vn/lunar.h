// The Vietnamese lunar calendar (âm lịch) by Hồ Ngọc Đức's rules, in the time zone UTC+7.
#pragma once

#include "common/vn/date.h"

#include <optional>
#include <string>

namespace banhang::vn {

/// Year is the Gregorian year in which the lunar year begins.
struct LunarDate
{
    int year = 0;
    int month = 0;
    int day = 0;
    bool leap = false; ///< of the month that follows the month of the same number

    friend bool operator==(const LunarDate&, const LunarDate&) = default;
};

/// Source: Hồ Ngọc Đức, "Thuật toán tính âm lịch" (2004), with the series of Jean Meeus, Astronomical Algorithms
/// (1998): a month begins on the day of a new moon, month 11 holds the winter solstice, and of thirteen months between
/// two such months the first without a principal term is the leap one. Before 1968 the calendars printed in the North
/// went by Beijing, so printed dates may differ there. The series hold for 1800 to 2199.
LunarDate toLunar(const Date& date);

/// Empty if there is no such day: a leap month that the year lacks, a 30th in a short month.
std::optional<Date> toSolar(const LunarDate& date);

/// 29 or 30; 0 if the year has no such month.
int lunarMonthDays(int year, int month, bool leap);

/// The number of the month that is repeated in `year`; 0 if none is.
int leapMonthOf(int year);

/// The first day of the first month.
Date tetOf(int year);

/// The first day from `from` on that a lunar birthday or anniversary is kept: without its leap month it falls into
/// the common month of that number, the 30th of a short month on the 29th. Month 1 to 12, day 1 to 30.
Date nextLunarAnniversary(int month, int day, bool leap, const Date& from);

/// "Bính Ngọ" for 2026.
std::string canChiOf(int year);

/// "mồng 10 tháng Mười", "rằm tháng Giêng", "23 tháng Chạp", "mồng 2 tháng Sáu nhuận".
std::string lunarDayName(const LunarDate& date);

/// "10/10", "2/6 nhuận": for calendars, without the year.
std::string formatLunarShort(const LunarDate& date);

} // namespace banhang::vn
