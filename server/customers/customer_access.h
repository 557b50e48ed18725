// What the caller may do with a stored customer, decided in memory: the first of the two walls.
#pragma once

#include "banhang/v1/customers.pb.h"
#include "server/core/call/caller.h"

namespace banhang::server {

/// The customer rights, as the protos name them.
constexpr Right kViewCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
constexpr Right kCreateCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE};
constexpr Right kEditCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT};
constexpr Right kDeleteCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE};
constexpr Right kExportCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_EXPORT};
constexpr Right kAssignCustomer{v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN};

/// As demandRight for editing, which a share for editing allows too.
void demandEdit(const Caller& caller, std::int64_t unitId, v1::ShareLevel share);

/// The answer for what is absent or out of sight.
[[noreturn]] void throwCustomerNotFound();

/// The mask that hides a top-level field of the customer from the caller; UNSPECIFIED if none does.
v1::SensitiveField hidingMask(const Caller& caller, const std::string& field);

} // namespace banhang::server
