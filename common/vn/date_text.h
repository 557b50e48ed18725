// Reads days as people type them: 18/11, 18-11-26, 18112026, mai, t4, 3 ngày nữa.
#pragma once

#include "common/vn/date.h"
#include "common/vn/lunar.h"

#include <optional>
#include <string_view>

namespace banhang::vn {

/// What a missing or two-digit year means.
enum class YearHint {
    Near, ///< appointments: the year that brings the day nearest to today
    Past, ///< birthdays: a missing year stays unknown (0), two digits give the latest year not after today
};

/// Day before month always. Separators / - . or space or none (eight or six digits), ISO with the year first, and words
/// with or without marks: hôm nay, mai, mốt, hôm qua, hôm kia, t2 ... t7, thứ tư, cn (the next such day, never today),
/// "tuần sau" behind those, "N ngày|tuần|tháng nữa", cuối tháng, đầu tháng sau. Empty if it is none of these or no such
/// day exists. With YearHint::Past only written dates are read.
std::optional<Date> parseDate(std::string_view text, const Date& today, YearHint hint = YearHint::Near);

/// A year alone, "1985", of the last or this century: all that many lists know of a birthday.
std::optional<int> parseYear(std::string_view text);

/// A birthday of the lunar calendar, written as above; "nhuận" (or "n", "leap") anywhere in it makes it the leap month,
/// and "rằm", "tháng Giêng", "tháng Chạp" are days and months too. A missing year stays 0, two digits give the latest
/// year not after today's. Empty if it is none, or if that year has no such day or leap month.
std::optional<LunarDate> parseLunarDate(std::string_view text, const Date& today);

} // namespace banhang::vn
