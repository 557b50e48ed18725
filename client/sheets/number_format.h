// How numbers of a workbook are meant: which formats show days, and which day a number is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/vn/date.h"

namespace banhang::client {

/// Formats that every workbook has without saying so (ECMA-376 18.8.30, the East Asian ones included).
bool isBuiltInDayFormat(std::size_t id);

/// A code such as "dd/mm/yyyy" or "[$-42A]d mmmm yyyy;@" that shows a day; times alone and text in quotes do not count.
bool isDayFormat(std::string_view code);

/// The day of a serial number, whose fraction is the time of day. `origin` is day 0: 1899-12-30, or 1904-01-01 of old
/// files from Macs. All zero for numbers that are no day of the years 1900 to 9999.
vn::Date dayOfSerial(double serial, const vn::Date& origin = {1899, 12, 30});

/// The shortest digits that mean the number: "106697817", "0.1", without exponent below 10^15.
std::string numberText(double number);

} // namespace banhang::client
