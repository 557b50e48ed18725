// Entries that come again: their rule, the days left out, and those that differ.
#pragma once

#include <vector>

#include "client/ics/calendar_file.h"
#include "client/ics/entry_fields.h"

namespace banhang::ics {

/// Whether an entry has a rule or days beside it.
bool isRecurring(icalcomponent* master);

/// Makes a series of `entry`, whose activity and UID are read. `changed`: the components that change single days of it.
/// What is over before `today` is left out. Sets an obstacle for what no series has.
void fillSeries(icalcomponent* master, const std::vector<icalcomponent*>& changed, const Zones& zones,
                const Times& times, const vn::Date& today, Entry& entry);

} // namespace banhang::ics
