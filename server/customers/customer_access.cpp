#include "server/customers/customer_access.h"

#include "common/error.h"
#include "server/core/call/masking.h"
#include "server/core/call/right_demand.h"

namespace banhang::server {

void demandEdit(const Caller& caller, std::int64_t unitId, v1::ShareLevel share)
{
    if (share != v1::SHARE_LEVEL_EDIT)
        demandRight(caller, kEditCustomer, unitId);
}

void throwCustomerNotFound()
{
    throw AppError(ErrorCode::NotFound, "customer.not_found");
}

v1::SensitiveField hidingMask(const Caller& caller, const std::string& field)
{
    const auto* top = v1::Customer::descriptor()->FindFieldByName(field);
    if (top == nullptr)
        return v1::SENSITIVE_FIELD_UNSPECIFIED;
    std::optional<v1::SensitiveField> mask = maskOf(*top);
    // A phone or an e-mail is hidden by its text; contact persons are more than their numbers, so they stay open as a
    // whole.
    if (!mask && top->message_type() == v1::Phone::descriptor())
        mask = v1::SENSITIVE_FIELD_PHONE;
    if (!mask && top->message_type() == v1::Email::descriptor())
        mask = v1::SENSITIVE_FIELD_EMAIL;
    return mask && caller.isMasked(*mask) ? *mask : v1::SENSITIVE_FIELD_UNSPECIFIED;
}

} // namespace banhang::server
