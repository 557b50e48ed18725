// When there is room in a day.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace banhang::server {

/// From the one moment, the other excluded. Units: microseconds since 1970 UTC.
struct Stretch
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// 08:00 to 18:00 of the day in Viet Nam on which `moment` lies.
Stretch officeHours(std::int64_t moment);

/// The beginning nearest to `wanted` (the later of two), on a quarter of an hour, of a stretch of `length` within
/// `hours` that touches nothing busy. Nothing if there is none.
std::optional<std::int64_t> nearestFree(const std::vector<Stretch>& busy, const Stretch& hours, std::int64_t wanted,
                                        std::int64_t length);

} // namespace banhang::server
