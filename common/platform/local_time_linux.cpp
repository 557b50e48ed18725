#include "common/platform/local_time.h"

#include <ctime>

namespace banhang::platform {

namespace {

std::tm localParts(WallTime moment)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm parts = {};
    ::localtime_r(&seconds, &parts);
    return parts;
}

} // namespace

WallTime nextLocalTime(WallTime moment, int hour, int minute)
{
    std::tm parts = localParts(moment);
    parts.tm_hour = hour;
    parts.tm_min = minute;
    parts.tm_sec = 0;
    for (;;) {
        std::tm wanted = parts;
        wanted.tm_isdst = -1; // mktime finds out; it also carries days into months
        const WallTime found = std::chrono::system_clock::from_time_t(std::mktime(&wanted));
        if (found > moment)
            return found;
        ++parts.tm_mday;
    }
}

std::string localTimeStamp(WallTime moment)
{
    const std::tm parts = localParts(moment);
    char text[32];
    const std::size_t size = std::strftime(text, sizeof text, "%Y%m%d-%H%M%S", &parts);
    return {text, size};
}

} // namespace banhang::platform
