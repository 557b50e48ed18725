// Tells people of customers of theirs that nobody has worked with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/core/database/tx.h"

namespace banhang::server {

/// Today by the database's clock, "2026-11-18", if it is a working day in Viet Nam, past eight in the morning, and
/// nobody has told this day yet.
std::optional<std::string> untoldUntouchedDay(Tx& tx);

/// How far a round has come: the customer looked at last, by age.
struct UntouchedPlace
{
    std::string createdAt = "-infinity"; ///< as the database writes moments
    std::int64_t customerId = 0;
};

/// Notes who is to hear of the next `limit` customers that wait for longer than the office agreed on: once the owner,
/// and later once those who lead the owner. Several servers may do so at once, and a round that was cut off may begin
/// anew: nobody is noted twice. Where it ended; nothing when all were looked at, or once the day was told.
std::optional<UntouchedPlace> noteUntouched(Tx& tx, const std::string& day, const UntouchedPlace& behind, int limit);

/// What one day's round told.
struct UntouchedRound
{
    int people = 0;
    int customers = 0;
};

/// Ends the day: one notification for each person about all that was noted since the last day that was told. Nothing
/// when another server has ended it.
std::optional<UntouchedRound> notifyOfUntouched(Tx& tx, const std::string& day);

} // namespace banhang::server
