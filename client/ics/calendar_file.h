// A calendar file as the office's calendar can take it in: its entries, and what stands against each.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "banhang/v1/series.pb.h"
#include "common/vn/date.h"

namespace banhang::ics {

/// Why an entry cannot be taken in.
enum class Obstacle {
    None,
    Damaged,   ///< without a beginning, or with one that is no moment
    Cancelled, ///< called off by who sent it
    Done,      ///< a task that is ticked off
    TooLong,   ///< lasts longer than a month
    Rule,      ///< comes again in a way that series do not have
    ExtraDays, ///< days beside the rule
    Over,      ///< comes again, but no more
};

/// What is taken in otherwise than it stands in the file, or should be known beforehand.
enum class Remark {
    Untitled,
    Cut,           ///< texts longer than is kept
    ZoneUnknown,   ///< taken as time of the office
    Past,          ///< a single one whose time is over
    BeginsToday,   ///< what came before today is left out
    EndsEarly,     ///< the office keeps no summer time: only the days that are known to the hour
    AlarmsLeftOut, ///< more reminders than are kept, or after the beginning
};

/// One VEVENT or VTODO with all that changes single days of it.
struct Entry
{
    std::string uid;
    Obstacle obstacle = Obstacle::None;
    std::set<Remark> remarks;
    /// An appointment or a task, planned; of one that comes again its first day from today on. Texts are NFC, moments
    /// exact, days those of Viet Nam.
    v1::Activity activity;
    bool isSeries = false;
    /// With `activity` as its pattern, days left out and days that differ.
    v1::Series series;
    /// The first days of the rule as the file means them, at most 60: whether the office's own rule means the same is
    /// for the server to say.
    std::vector<vn::Date> days;
    bool hasMoreDays = false; ///< the rule goes on beyond `days`
    /// How often its author has changed it, and when last (seconds since 1970), the days that differ too; 0 = unsaid.
    std::int64_t sequence = 0;
    std::int64_t modified = 0;
    int line = 0;         ///< of the file, on which it begins; 0 = unknown
    int damagedLines = 0; ///< of it, passed over
};

struct CalendarFile
{
    std::string name; ///< as its program calls it; may be empty
    std::vector<Entry> entries;
    bool isCut = false;      ///< ends within an entry
    int damagedLines = 0;    ///< passed over
    int otherComponents = 0; ///< journals and busy times
};

} // namespace banhang::ics
