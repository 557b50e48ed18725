// Reads what reminders and notifications came to, by statements of its own that know nothing of the code that wrote
// them.
#pragma once

#include <string>
#include <vector>

#include "tests/support/sql_session.h"

namespace banhang::test {

/// What does not add up, a line each; empty if nothing was lost and nothing told twice.
std::vector<std::string> ledgerFaults(SqlSession& sql);

/// Reminders that are due and have not been settled.
std::int64_t dueReminders(SqlSession& sql);

} // namespace banhang::test
