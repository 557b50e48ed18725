#include "server/reminders/firing_rules.h"

namespace banhang::server {

namespace {

constexpr std::int64_t kDayMicros = 24LL * 3600 * 1'000'000;

Fate skipped(const char* reason)
{
    return {.kind = Fate::Kind::Skip, .reason = reason};
}

} // namespace

Fate fateOf(const DueReminder& reminder)
{
    if (!reminder.isActive)
        return skipped("inactive");
    if (reminder.isHidden)
        return skipped("hidden");
    const bool hasBegun = reminder.eventMicros <= reminder.nowMicros;
    // Who put it off wants to hear of this very one.
    if (hasBegun && reminder.hasNewer && reminder.fireCount == 0)
        return skipped("newer");
    if (const auto minutes = minutesUntilEnd(reminder.quiet, reminder.minuteOfDay))
        return {.kind = Fate::Kind::PutOff, .minutes = *minutes};
    if (hasBegun && reminder.dueMicros < reminder.nowMicros - kDayMicros)
        return skipped(kOverdue);
    return {};
}

} // namespace banhang::server
