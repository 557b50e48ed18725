// The answer to who lacks a right.
#pragma once

#include <cstdint>

#include "server/core/call/caller.h"

namespace banhang::server {

/// Throws AppError Denied "call.denied" (arg "right").
[[noreturn]] void throwDenied(Right right);

/// As throwDenied unless the right reaches the unit. Only for records that the caller sees: of others must have been
/// answered that they are not there.
void demandRight(const Caller& caller, Right right, std::int64_t unitId);

} // namespace banhang::server
