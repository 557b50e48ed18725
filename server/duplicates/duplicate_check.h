// Whether a customer is in the book already, as far as the caller may know.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/duplicates.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Visible ones by similarity, then hidden ones, each owner once; at most ten. `customer` is prepared, whole and
/// unmasked; its own id is left out, and so is what somebody decided to be different from it. Fields hidden from the
/// caller take no part in anything: nothing is found, ranked, shown or confirmed through them.
std::vector<v1::DuplicateHit> findDuplicates(Call& call, const v1::Customer& customer);

/// The same for several at once, in their order; for imports.
std::vector<std::vector<v1::DuplicateHit>> findDuplicatesOfAll(Call& call, const std::vector<v1::Customer>& customers);

/// The same inside a saving transaction, holding the keys of the customer against others who save at this moment.
/// `before` is the stored state of an edited customer: what was as alike before is no news. nullptr for a new one, and
/// for one that comes back from the bin. Returns `reason` if there was something to answer for, else an empty one.
/// Throws AppError Refused "customer.duplicate_unconfirmed" for LIKELY, CERTAIN or hidden matches without a reason;
/// Invalid for a customer with too many numbers.
std::string reasonForDuplicates(Call& call, const v1::Customer& customer, const v1::Customer* before,
                                const std::string& reason);

/// Before a batch of saves in one transaction: holds the keys of all. Sent without waiting.
void lockKeysOf(Call& call, const std::vector<v1::Customer>& customers);

} // namespace banhang::server
