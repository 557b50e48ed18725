// Whether a customer is in the book already, as far as the caller may know.
#pragma once

#include <string>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/duplicates.pb.h"
#include "server/core/call.h"

namespace banhang::server {

/// Visible ones by likeness, then hidden ones, each owner once; at most ten. A match that rests on a field hidden from
/// the caller is answered like a hidden customer. `customer` is prepared, whole and unmasked; its own id is left out.
std::vector<v1::DuplicateHit> findDuplicates(Call& call, const v1::Customer& customer);

/// The same inside a saving transaction, holding the keys of the customer against others who save at this moment.
/// `before` is the stored state of an edited customer: what was as alike before is no news. nullptr for a new one.
/// Returns `reason` if there was something to answer for, else an empty one. Throws AppError Refused
/// "customer.duplicate_unconfirmed" for LIKELY, CERTAIN or hidden matches without a reason.
std::string reasonForDuplicates(Call& call, const v1::Customer& customer, const v1::Customer* before,
                                const std::string& reason);

} // namespace banhang::server
