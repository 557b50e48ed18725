// Customers for callers who may see them but not all of them.
#pragma once

#include "banhang/v1/customer.pb.h"
#include "server/core/call/caller.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Errors "field.masked" for hidden parts of contact persons that carry a value: nobody writes what they may not see.
void checkHiddenParts(const Caller& caller, const v1::Customer& wanted, Issues& issues);

/// Gives the contact persons of `wanted` the hidden parts that they have in `stored`; without it an edit of a name
/// would lose the number.
void restoreHiddenParts(const Caller& caller, const v1::Customer& stored, v1::Customer& wanted);

/// Without what the caller's masks hide, of the contact persons too: rules that judge this copy cannot tell a hidden
/// value by what they say.
v1::Customer asSeenBy(const Caller& caller, const v1::Customer& customer);

} // namespace banhang::server
