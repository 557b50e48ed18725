// Bin, owner and shares of customers: who serves them and who sees them.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope: delete right on a visible customer. Version: 0 = whatever it is. Throws: NotFound, Denied, Conflict
/// "customer.edit_conflict".
void moveToBin(Call& call, const v1::DeleteCustomerRequest& wanted, v1::Customer& reply);
void takeOutOfBin(Call& call, const v1::UndeleteCustomerRequest& wanted, v1::Customer& reply);

/// All or none. Scope: assign right on every customer and on the new owner. Throws: NotFound if one is out of sight or
/// in the bin, Denied, Invalid for an unknown or inactive owner.
void assignCustomers(Call& call, const v1::AssignCustomersRequest& wanted, v1::AssignCustomersResponse& reply);

/// Scope: edit right through the caller's own grants: what was shared is not shared on.
void shareWithColleague(Call& call, const v1::ShareCustomerRequest& wanted, v1::CustomerShare& reply);
void takeShareBack(Call& call, const v1::UnshareCustomerRequest& wanted);

} // namespace banhang::server
