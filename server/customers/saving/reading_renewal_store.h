// Search texts and keys of the duplicate check of customers that were saved by a program that read them otherwise.
#pragma once

#include <optional>

#include "server/core/database/tx.h"

namespace banhang::server {

/// One more with each change of what is made of names, phones, e-mails, addresses or codes (common/vn, common/match,
/// search_text.h): what is stored for customers of before then follows by itself. Sort keys stand in the rows of the
/// customers too and need a migration.
constexpr int kReadingVersion = 1;

/// Reads the next customers once more, as their next save would, in the order of their ids, and notes how far it came;
/// their rows and histories stay as they are. How many, 0 when it found no further one and all are up to date by now;
/// nothing when they were before. `version`: kReadingVersion.
std::optional<int> renewReadings(Tx& tx, int version, int most);

} // namespace banhang::server
