// Saving a customer: authorise, check, compare, write, record; each in one transaction.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "server/core/call.h"

namespace banhang::server {

/// Scope:  the owner's leaf must be in the caller's create scope and in the view scope: nobody makes what they could
/// not see. Throws: AppError Denied, also for fields hidden from the caller; Invalid with all issues; Refused
/// "customer.duplicate_unconfirmed".
void saveNewCustomer(Call& call, const v1::CreateCustomerRequest& wanted, v1::CustomerChangeResponse& reply);

/// Scope:   edit scope, or a share for editing.
/// Version: fields changed by others since `customer.version` collide only where the request names them too, with
/// another value. Throws:  as saveNewCustomer; NotFound; Conflict "customer.edit_conflict" with the three values of
/// each colliding field; Refused
///          "customer.in_bin".
void saveChanges(Call& call, const v1::UpdateCustomerRequest& wanted, v1::CustomerChangeResponse& reply);

/// What saving would say about a customer that is still being typed; stores nothing. Throws: NotFound for an id out of
/// sight.
void checkTyped(Call& call, const v1::CheckCustomerRequest& wanted, v1::CheckCustomerResponse& reply);

} // namespace banhang::server
