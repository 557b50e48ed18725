#include "server/core/call/right_demand.h"

#include "common/error.h"

namespace banhang::server {

void throwDenied(Right right)
{
    throw AppError(ErrorCode::Denied, "call.denied", {{"right", rightName(right)}});
}

void demandRight(const Caller& caller, Right right, std::int64_t unitId)
{
    if (!caller.units(right).contains(unitId))
        throwDenied(right);
}

} // namespace banhang::server
