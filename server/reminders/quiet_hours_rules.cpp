#include "server/reminders/quiet_hours_rules.h"

namespace banhang::server {

std::optional<int> minutesUntilEnd(const QuietHours& quiet, int minuteOfDay)
{
    // Counted round the clock from the beginning, so that midnight is no special case.
    const auto since = [&quiet](int minute) { return (minute - quiet.fromMinute + kMinutesOfDay) % kMinutesOfDay; };
    const int length = since(quiet.toMinute);
    const int passed = since(minuteOfDay);
    if (passed >= length)
        return std::nullopt;
    return length - passed;
}

} // namespace banhang::server
