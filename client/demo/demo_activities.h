// The working days of the demo company: what was talked about, and what is planned.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/customer.pb.h"

namespace banhang::demo {

/// Activities around the day on which `customer` was stored: nothing for most, a few talks and a plan for some. The
/// same `number` gives the same ones.
std::vector<v1::Activity> activitiesWith(const v1::Customer& customer, std::uint64_t number);

/// What `userNumber` has to do for nobody in particular: tasks and meetings of the days around `today` (seconds since
/// 1970 UTC).
std::vector<v1::Activity> officeWork(std::int64_t today, std::uint64_t userNumber);

} // namespace banhang::demo
