// Mail that waits to leave the house, and what became of the rest. For role banhang_system.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/core/database/tx.h"

namespace banhang::server {

/// Numbers as stored.
enum class MailKind { Reminder = 1, Digest = 2 };
enum class MailState { Waiting = 1, HandedOver = 2, GivenUp = 3, Moot = 4 };

/// A mail that this process alone may send until its lease ends.
struct LeasedMail
{
    std::int64_t id = 0;
    std::string key;
    std::int64_t userId = 0;
    MailKind kind = MailKind::Reminder;
    std::int64_t reminderId = 0;
    int attempts = 0;       ///< this one included
    bool isTooLate = false; ///< nobody wants it any more
    std::string to;         ///< empty: its person left, or wants no such mail any more
    std::string date;       ///< now, as RFC 5322 writes it
    std::string leaseToken;
};

struct MailTally
{
    std::int64_t waiting = 0;
    std::int64_t handedOverOfDay = 0; ///< in the last 24 hours
    std::int64_t givenUpOfDay = 0;
};

class OutboxStore
{
public:
    /// One for each of these reminders whose person wants mail and is signed in nowhere: no session was used within
    /// `sessionIdle`. Sent without waiting.
    static void addReminders(Tx& tx, const std::vector<std::int64_t>& reminderIds, std::chrono::seconds sessionIdle);
    /// The day's one for everybody who wants it, from `minuteOfDay` in Viet Nam until noon, outside of their quiet
    /// hours. Returns how many are new.
    static std::int64_t addDigests(Tx& tx, int minuteOfDay);

    /// The one that has waited longest. `token` is a UUID of this attempt.
    static std::optional<LeasedMail> lease(Tx& tx, const std::string& token, std::chrono::seconds time);
    /// False if the lease was lost: somebody else decides then.
    static bool finish(Tx& tx, const LeasedMail& mail, MailState state, const std::string& answer);
    static bool putOff(Tx& tx, const LeasedMail& mail, std::chrono::seconds time, const std::string& answer);

    static MailTally tally(Tx& tx);
    static std::int64_t dropOld(Tx& tx, int days, int limit);
};

} // namespace banhang::server
