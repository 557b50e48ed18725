// Rules by which entries come again: those of calendar files, and those of series.
#pragma once

#include <optional>
#include <string>

#include "banhang/v1/series.pb.h"
#include "client/ics/ical_handles.h"
#include "common/vn/date.h"

namespace banhang::ics {

/// The rule as a series has it, or nothing for what no series has. `first` is its first day in Viet Nam, `shift` by how
/// many days that differs from the day in the zone of the file. Without `count` and `until`, which the days decide.
/// That both mean the same days is likely, not certain: compare them.
std::optional<v1::Recurrence> recurrenceOf(const icalrecurrencetype& rule, const vn::Date& first, int shift);

/// "FREQ=WEEKLY;BYDAY=MO,WE" of a completed rule; nothing for lunar ones. `isDay`: of whole days. `end` in seconds of
/// the day at which an occurrence begins.
std::optional<std::string> ruleText(const v1::Recurrence& recurrence, const vn::Date& first, bool isDay,
                                    std::int64_t secondOfDay);

} // namespace banhang::ics
