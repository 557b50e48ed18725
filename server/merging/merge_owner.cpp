#include "server/merging/merge_owner.h"

#include <nlohmann/json.hpp>

#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/merging/merge_access.h"

namespace banhang::server {

void assignOwner(Call& call, std::int64_t ownerId, v1::Customer& customer)
{
    if (ownerId == customer.owner_user_id())
        return;
    demandOwner(call, ownerId, kAssignCustomer);
    demandRight(call.caller, kAssignCustomer, customer.unit_id());
    const std::vector<AssignedCustomer> assigned = assignOwner(call, {customer.id()}, ownerId);
    if (assigned.empty())
        throwDenied(kAssignCustomer);
    const AssignedCustomer& one = assigned.front();
    customer.set_owner_user_id(ownerId);
    customer.set_unit_id(one.unitAfter);
    customer.set_version(one.version);
    recordChange(call,
                 {.entity = "customer",
                  .entityId = one.id,
                  .version = one.version,
                  .operation = "assign",
                  .unitBefore = one.unitBefore,
                  .unitAfter = one.unitAfter},
                 {{"owner_user_id", {{"old", one.ownerBefore}, {"new", ownerId}}}});
}

} // namespace banhang::server
