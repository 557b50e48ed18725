// Customers shown to single colleagues outside the scopes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The share of this customer that the user has now.
std::optional<v1::CustomerShare> findShare(Call& call, std::int64_t customerId, std::int64_t userId);

/// Those of the customers that are shared with the user for editing.
std::vector<std::int64_t> sharedForEditing(Call& call, const std::vector<std::int64_t>& customerIds,
                                           std::int64_t userId);

/// Makes it or replaces its level, and fills who shared it and when.
void upsertShare(Call& call, v1::CustomerShare& share);

/// Takes it back and makes the colleague's remembered rights stale at once.
void removeShare(Call& call, std::int64_t customerId, std::int64_t userId);

/// Oldest first, after the share of `afterUserId` made at `afterMicros`. Who sees the customer only through a share
/// sees that one alone: the policy beneath says so too.
std::vector<v1::CustomerShare> listShares(Call& call, std::int64_t customerId, std::int64_t afterMicros,
                                          std::int64_t afterUserId, bool ownOnly, int limit);

} // namespace banhang::server
