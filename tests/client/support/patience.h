// How long the calls of tests wait.
#pragma once

#include "client/core/rpc_client.h"

namespace banhang::test {

/// None fails because the machine stood still for a while.
inline constexpr client::CallTiming kPatient{.leastMs = 60'000};

} // namespace banhang::test
