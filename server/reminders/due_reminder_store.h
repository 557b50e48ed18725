// What the scheduler asks of the table of reminders. For role banhang_system.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/core/database/tx.h"
#include "server/reminders/firing_rules.h"

namespace banhang::server {

/// What the scheduler sleeps by, all of the database's clock.
struct ReminderJobClock
{
    std::int64_t nowMicros = 0;
    /// Until the next one is due, less than zero if it is over; nothing if none is pending.
    std::optional<double> secondsToNext;
};

/// How reminders stand, for who looks after the server.
struct ReminderTally
{
    std::int64_t pending = 0;
    std::int64_t due = 0;
    double oldestDueSeconds = 0;
    std::int64_t waiting = 0;
    std::int64_t firedOfDay = 0;                    ///< in the last 24 hours
    std::map<std::string, std::int64_t> skipsOfDay; ///< the same, by reason
};

class DueReminderStore
{
public:
    static ReminderJobClock clock(Tx& tx);
    /// The longest due ones that no other server holds, locked until the transaction ends.
    static std::vector<DueReminder> claim(Tx& tx, int limit);
    /// Marks them fired and tells their people: notification and feed row in one statement. Returns the lateness of
    /// each in seconds.
    static std::vector<double> fire(Tx& tx, const std::vector<std::int64_t>& reminderIds);
    static void putOff(Tx& tx, const std::vector<std::int64_t>& reminderIds, const std::vector<std::int64_t>& minutes);
    static void skip(Tx& tx, const std::vector<std::int64_t>& reminderIds, const std::vector<std::string>& reasons);
    /// Adds to the one unread summary of each person, as often as they are named.
    static void summarise(Tx& tx, const std::vector<std::int64_t>& userIds);
    static ReminderTally tally(Tx& tx);
    /// Drops notifications that came, and reminders that ended, more than `days` ago; at most `limit` of each. Returns
    /// how many went.
    static std::int64_t dropOld(Tx& tx, int days, int limit);
};

} // namespace banhang::server
