#include "client/core/call_time.h"

#include <algorithm>

namespace banhang::client {

namespace {

std::chrono::milliseconds leastTime{0};

} // namespace

std::chrono::milliseconds callTime(std::chrono::milliseconds wanted)
{
    return std::max(wanted, leastTime);
}

void setLeastCallTime(std::chrono::milliseconds least)
{
    leastTime = least;
}

} // namespace banhang::client
