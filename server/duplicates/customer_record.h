// Customers as the duplicate engine sees them.
#pragma once

#include <array>

#include "banhang/v1/customer.pb.h"
#include "banhang/v1/identity.pb.h"
#include "common/match/record.h"

namespace banhang::server {

/// `customer` is whole and unmasked. Phones and e-mails of contact persons count as the customer's.
match::Record recordOf(const v1::Customer& customer);

/// By SensitiveField: Caller::masked.
using HiddenFields = std::array<bool, v1::SensitiveField_ARRAYSIZE>;

/// Takes the values of hidden fields out, so that nothing can be found, told or confirmed through them.
void hideFields(match::Record& record, const HiddenFields& hidden);

} // namespace banhang::server
