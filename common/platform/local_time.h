// The clock on the wall where this machine stands.
#pragma once

#include <chrono>
#include <string>

namespace banhang::platform {

using WallTime = std::chrono::system_clock::time_point;

/// First moment after `moment` at which the local clock shows hour:minute. On the day when that time is skipped, the
/// moment that the clock jumps to.
WallTime nextLocalTime(WallTime moment, int hour, int minute);

/// "20261121-013000" in local time: names that sort by age.
std::string localTimeStamp(WallTime moment);

} // namespace banhang::platform
