// Who may merge, and take merges back.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/customer.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// These customers, whole and unmasked, in the order of `ids`, which must be two to ten, each once. With `lock` they
/// stay as they are until the end of the transaction. Throws: AppError Invalid "merge.too_few", "merge.too_many";
/// NotFound.
std::vector<v1::Customer> readMergeable(Call& call, const std::vector<std::int64_t>& ids, bool lock);

/// View and edit, and for a loser delete, through the caller's own grants: what a colleague shared is not merged away.
/// Throws: AppError Denied.
void demandMerge(const Caller& caller, const v1::Customer& customer, bool isLoser);

} // namespace banhang::server
