// Taking in a calendar file from a shell: what each entry is beside what is here, and what became of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/ctl/remote.h"
#include "client/ics/calendar_file.h"

namespace banhang::client {

struct CalendarImportOptions
{
    enum class Update {
        Nothing, ///< what is here stays as it is
        Older,   ///< what differs, unless it was changed here later than in the file
        All,
    };
    Update update = Update::Nothing;
    bool withPast = false; ///< also single entries whose time is over
    bool dryRun = false;
};

/// One entry, and its outcome.
struct CalendarImportRow
{
    enum class Outcome { Created, Updated, Same, Differs, Past, Impossible, Failed };
    int line = 0; ///< of the file; 0 = unknown
    std::string uid;
    std::string when; ///< "2026-11-20 09:00" in Viet Nam; empty for a task without a term
    std::string title;
    Outcome outcome = Outcome::Same;
    std::string note;
};

/// "created", "differs"; the same in both forms of the output.
std::string outcomeName(CalendarImportRow::Outcome outcome);

/// Compares all entries first, then takes in one after the other, each once by its UID: begun again, it goes on.
/// With `dryRun` nothing is stored, and the outcomes are those that would be. `today` in Viet Nam.
/// Throws: AppError when the server is away, or when nothing at all may be done; what was taken in stays.
std::vector<CalendarImportRow> importCalendar(Remote& remote, const ics::CalendarFile& file, const vn::Date& today,
                                              const CalendarImportOptions& options);

} // namespace banhang::client
