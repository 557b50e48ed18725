// Reads calendar files (.ics): their syntax, escapes and zones are libical's business.
#pragma once

#include <atomic>
#include <stdexcept>
#include <string_view>

#include "client/ics/calendar_file.h"

namespace banhang::ics {

/// The file is not taken at all.
class FileError : public std::runtime_error
{
public:
    enum class Reason { NoCalendar, TooLarge, Stopped };
    explicit FileError(Reason reason) : std::runtime_error("no calendar"), m_reason(reason) {}
    Reason reason() const { return m_reason; }

private:
    Reason m_reason;
};

constexpr std::size_t kMaxFileBytes = 20UL * 1024 * 1024;
constexpr std::size_t kMaxEntries = 10'000;

/// `today` in Viet Nam: what comes again is taken from then on. Throws: FileError. Thread: any, one at a time in the
/// program; ends soon after `stop` becomes true.
CalendarFile readCalendar(std::string_view text, const vn::Date& today, const std::atomic_bool& stop);

} // namespace banhang::ics
