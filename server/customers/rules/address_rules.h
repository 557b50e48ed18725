// What the written place of a customer means today: units found by name, those of the list before 2025-07-01 carried
// over.
#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/repeated_ptr_field.h>

#include "banhang/v1/customer.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Fills the codes that text and other codes tell, and never changes what was typed or chosen. A ward that was divided
/// keeps an empty `ward_code`: only a person can tell which part is meant.
void fillUnitCodes(v1::Address& address);

/// Whether the address is in a province of the list before 2025-07-01, as far as its codes tell: one of a merged
/// province alone may be in any of its parts.
bool mayLieIn(const v1::Address& address, std::string_view oldProvince);

/// Code of the province of the list before 2025-07-01 that the address lies in: as written, or the one that its ward
/// (its whole province) came from; empty where that leaves a choice.
std::string formerProvince(const v1::Address& address);

/// Errors: codes of no unit, or a ward outside its province. Warnings: units that are no more, with their successor as
/// suggestion. Expects the codes filled.
void checkAddresses(const google::protobuf::RepeatedPtrField<v1::Address>& addresses, std::string_view path,
                    Issues& issues);

} // namespace banhang::server
