// Tells people of customers of theirs that nobody has worked with.
#pragma once

#include <optional>
#include <string>

#include "server/core/database/tx.h"

namespace banhang::server {

/// Today by the database's clock, "2026-11-18", if it is a working day in Viet Nam, past eight in the morning, and no
/// other transaction tells this day: then this one must.
std::optional<std::string> claimUntouchedDay(Tx& tx);

/// What one day's round told.
struct UntouchedRound
{
    int people = 0;
    int customers = 0;
};

/// Tells of each customer that waits for longer than the office agreed on: once its owner, and later once those who
/// lead the owner; one notification for each person.
UntouchedRound tellOfUntouched(Tx& tx, const std::string& day);

} // namespace banhang::server
