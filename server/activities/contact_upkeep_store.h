// What customers owe to their activities: last and next contact, and how the last one judged them.
#pragma once

#include <cstdint>
#include <vector>

#include "server/core/change_recorder.h"
#include "server/core/tx.h"

namespace banhang::server {

/// Brings these customers up to date and puts on record what changed of them, at least that their activities did
/// (pseudo field "activities"). Locks them, so it comes last in a transaction: others write talks with them too.
void followContacts(Tx& tx, const ChangeActor& actor, const std::vector<std::int64_t>& customerIds);

} // namespace banhang::server
