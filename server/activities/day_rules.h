// The days of an office: where they begin, which is the next one of work, and on which of them a yearly day falls.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/vn/date.h"

namespace banhang::server {

/// Midnight in Viet Nam at the beginning of the day; microseconds since 1970 UTC.
std::int64_t beginOfDay(const vn::Date& day);
/// The day in Viet Nam on which a moment lies.
vn::Date dayOf(std::int64_t micros);

/// The first day after `today` from Monday to Friday.
vn::Date nextWorkingDay(const vn::Date& today);
/// The first day from `day` on that is a working day: Monday to Friday, and no public holiday.
vn::Date workingDayFrom(const vn::Date& day);

/// A birthday, or the day on which a company was founded.
struct YearlyDay
{
    vn::Date date; ///< year 0 = unknown; lunar dates give lunar month and day
    bool isLunar = false;
    bool isLeapMonth = false;
};

/// Keys under which customers and contact persons keep yearly days that may fall into the `days` days from `first` on:
/// month * 100 + day, of the lunar calendar 10,000 more. Some more than needed: nextOccurrence() decides.
std::vector<std::int64_t> yearlyKeys(const vn::Date& first, int days);

/// The first day from `from` on on which it is kept: 29 February on the 28th of common years, lunar days as
/// vn::nextLunarAnniversary says. Nothing for a day that no year has.
std::optional<vn::Date> nextOccurrence(const YearlyDay& yearly, const vn::Date& from);

} // namespace banhang::server
