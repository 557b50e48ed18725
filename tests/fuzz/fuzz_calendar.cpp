// Any bytes as a calendar file: refused or read, never more; and what was read stays within what the calendar holds.
#include <atomic>

#include "client/ics/file_reading.h"
#include "tests/fuzz/fuzz_check.h"

using namespace banhang;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr vn::Date kToday{2026, 11, 22};
    const std::atomic_bool stop = false;
    try {
        const ics::CalendarFile file = ics::readCalendar(fuzz::asText(data, size), kToday, stop);
        fuzz::require(file.entries.size() <= ics::kMaxEntries, "no more entries than are read");
        for (const ics::Entry& entry : file.entries) {
            fuzz::require(entry.days.size() <= 60, "at most 60 days of a rule are worked out");
            fuzz::require(entry.obstacle != ics::Obstacle::None || entry.isSeries || entry.days.empty(),
                          "what does not come again has no days of a rule");
        }
    } catch (const ics::FileError&) {
        return 0;
    }
    return 0;
}
