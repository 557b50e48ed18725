// The owner of a customer that a merge or its undo gives to somebody else.
#pragma once

#include <cstdint>

#include "banhang/v1/customer.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Gives a locked customer to `ownerId` and fills owner, unit and version; nothing for who has it already. Its entry in
/// the history is that of an assignment.
/// Scope:  assign right on both leaves. Throws: AppError Denied; Invalid "customer.owner_unknown".
void assignOwner(Call& call, std::int64_t ownerId, v1::Customer& customer);

} // namespace banhang::server
