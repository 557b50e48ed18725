// What one VEVENT or VTODO says of itself: times, texts, reminders.
#pragma once

#include <cstdint>
#include <optional>

#include "client/ics/calendar_file.h"
#include "client/ics/moments.h"

namespace banhang::ics {

/// When it is, as far as one day of it goes.
struct Times
{
    Moment begin{};
    /// Seconds, or days after the first one; 0 = it has no end of its own.
    std::int64_t length = 0;
    /// As the file has the beginning, for its rule.
    icaltimetype local{};
    icaltimezone* zone = nullptr;
};

/// Nothing without a beginning that is a moment. Remarks go into `entry`.
std::optional<Times> timesOf(icalcomponent* component, const Zones& zones, Entry& entry);

/// More than a month: longer than an appointment may be.
bool isTooLong(const Times& times);

/// Puts an activity to `begin`.
void setTimes(const Times& times, const Moment& begin, v1::Activity& activity);

/// With texts, reminders and times. Remarks go into `entry`.
v1::Activity activityOf(icalcomponent* component, const Times& times, Entry& entry);

} // namespace banhang::ics
