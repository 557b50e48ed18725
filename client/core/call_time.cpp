#include "client/core/call_timeout.h"

#include <algorithm>

namespace banhang::client {

namespace {

std::chrono::milliseconds leastTime{0};

} // namespace

std::chrono::milliseconds callTimeout(std::chrono::milliseconds wanted)
{
    return std::max(wanted, leastTime);
}

void setLeastCallTime(std::chrono::milliseconds least)
{
    leastTime = least;
}

} // namespace banhang::client
