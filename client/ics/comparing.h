// What an entry of a calendar file is beside what the office has: new, the same, or another, and in what.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/calendar_entries.pb.h"
#include "client/ics/calendar_file.h"

namespace banhang::ics {

enum class Beside {
    New,        ///< not here
    Same,       ///< here, and the same
    Differs,    ///< here, and another in the file
    OtherKind,  ///< comes again in the file and not here, or the other way round
    Impossible, ///< not here, and no calendar of ours holds it
};

enum class Difference { Title, Text, Place, Time, Rule, Days };

struct Comparison
{
    Beside beside = Beside::New;
    std::set<Difference> differences{};
    int days = 0; ///< single days of a series that differ
    /// What is here was changed later than what the file says: by LAST-MODIFIED, of entries of our own by SEQUENCE.
    bool isNewerHere = false;
    /// Days of a series that were deleted here and not in the file, or changed here alone, while the file was changed
    /// later: as the file has them, by their day of the rule. They are among `days`.
    std::map<vn::Date, v1::Activity> givenBack{};
    std::vector<std::string> fields{}; ///< that an update of it names
    v1::Activity activity{};           ///< as it is here; id 0 without one
    v1::Series series{};               ///< as it is here; id 0 without one
};

/// `found`: the answer about this entry's UID among others. `today` in Viet Nam: what is over does not count. What was
/// made here and sent out is compared without its texts: in the file they stand among other words.
Comparison compare(const Entry& entry, const v1::CalendarEntries& found, const vn::Date& today);

} // namespace banhang::ics
