// Whether a customer meets conditions, as far as a client can tell: for rows that change while they are shown.
#pragma once

#include "banhang/v1/customers.pb.h"

namespace banhang::client {

/// Units, days and places of the former list are passed over.
bool matches(const v1::CustomerFilter& filter, const v1::Customer& customer);

bool isOwnerWanted(const v1::CustomerFilter& filter, std::int64_t ownerUserId);

} // namespace banhang::client
