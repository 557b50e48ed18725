#include "server/activities/free_time_rules.h"

#include <algorithm>
#include <cstdlib>

namespace banhang::server {

namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kStep = 15 * kMinute;
/// Viet Nam keeps UTC+7 all the year round.
constexpr std::int64_t kZone = 7 * kHour;

} // namespace

Stretch officeHours(std::int64_t moment)
{
    const std::int64_t local = moment + kZone;
    const std::int64_t midnight = local - ((local % kDay) + kDay) % kDay - kZone;
    return {midnight + 8 * kHour, midnight + 18 * kHour};
}

std::optional<std::int64_t> nearestFree(const std::vector<Stretch>& busy, const Stretch& hours, std::int64_t wanted,
                                        std::int64_t length)
{
    std::optional<std::int64_t> nearest;
    for (std::int64_t begin = hours.begin; begin + length <= hours.end; begin += kStep) {
        const bool isFree = std::ranges::none_of(
            busy, [&](const Stretch& other) { return other.begin < begin + length && begin < other.end; });
        if (isFree && (!nearest || std::abs(begin - wanted) <= std::abs(*nearest - wanted)))
            nearest = begin;
    }
    return nearest;
}

} // namespace banhang::server
