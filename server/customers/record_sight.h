// Which records about customers a caller sees: those of whom the right reaches, and all of customers in sight.
#pragma once

#include "server/core/call/caller.h"
#include "server/core/database/database.h"

namespace banhang::server {

/// The first wall of such a record as places of a statement, behind `keys`: sees all customers, leaves whose customers
/// are seen, whose shares count, sees all records, leaves whose records are seen. Without `view` nothing is seen,
/// whatever customers are.
template <typename... Keys>
Params recordSeenBy(const Caller& caller, Right view, const Keys&... keys)
{
    static const UnitSet nowhere;
    constexpr Right kCustomers{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
    const bool looks = caller.may(view);
    const UnitSet& theirs = looks ? caller.units(kCustomers) : nowhere;
    const UnitSet& own = caller.units(view);
    const std::int64_t sharedWith = looks && caller.may(kCustomers) ? caller.userId : 0;
    return Params::of(keys..., theirs.all, theirs.leaves, sharedWith, own.all, own.leaves);
}

} // namespace banhang::server
