// Keeps the thin tables beside the customers true: what the search looks through, the tags, and
// the keys of the duplicate check.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// In the transaction that changes the customer; sent without waiting. `customer` is whole and unmasked.
void writeIndexes(Call& call, const v1::Customer& customer);

/// The search texts and the keys of the duplicate check alone: what this program reads from what was typed.
void writeReadings(Tx& tx, const v1::Customer& customer);

/// The tags alone, where nothing else was changed.
void writeTags(Call& call, const v1::Customer& customer);

/// For a customer that goes to the bin.
void dropIndexes(Call& call, std::int64_t customerId);

} // namespace banhang::server
