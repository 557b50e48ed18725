#include "server/reminders/firing_rules.h"

namespace banhang::server {

namespace {

constexpr std::int64_t kDayMicros = 24LL * 3600 * 1'000'000;
/// After which it is looked at again whether there is somebody to tell, and something to tell of.
constexpr int kLookAgainMinutes = 15;

FiringDecision skipped(const char* reason)
{
    return {.kind = FiringDecision::Kind::Skip, .reason = reason};
}

} // namespace

FiringDecision decideFiring(const DueReminder& reminder)
{
    const bool hasBegun = reminder.eventMicros <= reminder.nowMicros;
    if (!reminder.isActive || reminder.isHidden) {
        if (hasBegun)
            return skipped(reminder.isActive ? "hidden" : "inactive");
        return {.kind = FiringDecision::Kind::PutOff, .minutes = kLookAgainMinutes};
    }
    // Who put it off wants to hear of this very one.
    if (hasBegun && reminder.hasNewer && reminder.fireCount == 0)
        return skipped("newer");
    // Before quiet hours, which would make it due anew: at their end all of them would fire, each by itself.
    if (hasBegun && reminder.dueMicros < reminder.nowMicros - kDayMicros)
        return skipped(kOverdue);
    if (const auto minutes = minutesUntilEnd(reminder.quiet, reminder.minuteOfDay))
        return {.kind = FiringDecision::Kind::PutOff, .minutes = *minutes};
    return {};
}

} // namespace banhang::server
