// What customers of the demo company ask of it after the sale.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "banhang/v1/customer.pb.h"

namespace banhang::demo {

struct DemoCare
{
    v1::CareRequest request;
    /// Where it stands by now; NEW = nobody has begun.
    v1::CareState state = v1::CARE_STATE_NEW;
    std::string answer;
};

/// Of one customer, the `number`th of its seller; promised times count from when the customer was stored.
DemoCare careOf(const v1::Customer& customer, std::size_t number);

} // namespace banhang::demo
