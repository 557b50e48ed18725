// Days that the whole country keeps: statutory holidays, and days on which customers are greeted, as dated data.
#pragma once

#include "common/vn/date.h"

#include <string_view>
#include <vector>

namespace banhang::vn {

/// One stretch of days in one year. Lifetime of the texts: that of the program.
struct Holiday
{
    std::string_view key; ///< "tet", "teachers"
    Date first;
    int length = 1;
    bool isOff = false; ///< paid leave by the Labour Code; the others are only kept
    bool isLunar = false;
    std::string_view vietnamese;
    std::string_view english;
};

/// Those that touch the days from `first` to `last`, both included, by their first day. The second day of leave beside
/// the National Day is announced each year: it is there for the years whose announcement was known to this release.
std::vector<Holiday> holidaysBetween(const Date& first, const Date& last);

} // namespace banhang::vn
