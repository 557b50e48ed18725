// Saving a customer: authorise, check, compare, write, record; each in one transaction.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"
#include "server/customers/rules/edit_mask.h"

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

/// `stored` with the named fields as `wanted` has them, prepared as an edit is; nothing is written. `issues` gets all
/// that is to say about these fields, and the caller refuses the errors and drops what is empty. Points to watch that
/// stand in `stored` keep their author. Throws: AppError Invalid for values too long to be looked at.
v1::Customer editedForm(Call& call, const v1::Customer& stored, const v1::Customer& wanted, const FieldNames& fields,
                        Issues& issues);

/// What is too much, to be asked before anything is read out of what was typed: taking texts of megabytes apart would
/// hold up a database thread, and everybody's feed with it.
Issues excess(v1::Customer typed);

/// Throws AppError Invalid "call.invalid" with the errors, if there are any.
void refuseErrors(const Issues& issues);

/// Why a customer is another than those like it, tidied. It is kept in the history for good and comes with every page
/// of it, so a long one is an error.
std::string checkedReason(const std::string& typed, Issues& issues);

/// Who may not see a field may not write it either. Throws AppError Denied "field.masked".
void refuseHiddenFields(const Caller& caller, const FieldNames& fields, const v1::Customer& wanted);

/// What saving would say about a customer that is still being typed; stores nothing. Throws: NotFound for an id out of
/// sight.
void checkTyped(Call& call, const v1::CheckCustomerRequest& wanted, v1::CheckCustomerResponse& reply);

/// The same for new customers, in their order; for imports. A few round trips, whatever their number.
std::vector<v1::CheckCustomerResponse> checkTypedOfAll(Call& call, const std::vector<v1::Customer>& typed);

} // namespace banhang::server
