// What becomes of a reminder whose time has come.
#pragma once

#include <cstdint>
#include <string>

#include "server/reminders/quiet_hours_rules.h"

namespace banhang::server {

/// A reminder that is due, and what decides over it. Moments in microseconds, all by the database's clock.
struct DueReminder
{
    std::int64_t id = 0;
    std::int64_t userId = 0;
    std::int64_t nowMicros = 0;
    std::int64_t dueMicros = 0;
    std::int64_t eventMicros = 0;
    int minuteOfDay = 0; ///< of now, in Viet Nam
    int fireCount = 0;   ///< more than 0: put off by its person
    bool isActive = true;
    bool isHidden = false; ///< what it is about hangs on a customer in the bin
    bool hasNewer = false; ///< a later one of its series has come due too, or has fired
    QuietHours quiet;
};

struct FiringDecision
{
    enum class Kind { Fire, PutOff, Skip } kind = Kind::Fire;
    int minutes = 0;         ///< PutOff: so long
    std::string reason = {}; ///< Skip: as the table names it
};

/// Skipped for "overdue", a reminder is counted in its person's one summary.
constexpr const char* kOverdue = "overdue";

/// Whatever is late fires all the same, with two exceptions once its event has begun: of a series only the newest is
/// told, and what has been due for more than a day goes into one summary. While its person is gone or its customer in
/// the bin it waits for them to come back, until its event begins.
FiringDecision decideFiring(const DueReminder& reminder);

} // namespace banhang::server
