// Numbers, addresses and birthdays of contact persons for callers who may see the persons but not those.
#pragma once

#include "banhang/v1/customer.pb.h"
#include "server/core/caller.h"
#include "server/customers/issue_rules.h"

namespace banhang::server {

/// Errors "field.masked" for hidden parts that carry a value: nobody writes what they may not see.
void checkHiddenParts(const Caller& caller, const v1::Customer& wanted, Issues& issues);

/// Gives the contact persons of `wanted` the hidden parts that they have in `stored`; without it an edit of a name
/// would lose the number.
void restoreHiddenParts(const Caller& caller, const v1::Customer& stored, v1::Customer& wanted);

} // namespace banhang::server
