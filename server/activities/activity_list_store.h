// Lists of activities by keyset: by people, each of whom is one range of an index, or by the caller's scope.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// A place in a list: the time as PostgreSQL writes it, and the id that breaks ties.
struct ActivityPlace
{
    std::string key;
    std::int64_t id = 0;
};

/// At most `limit` places behind `from`, or from the start on.
std::vector<ActivityPlace> listActivityPlaces(Call& call, const v1::ActivityFilter& filter, bool descending,
                                              const std::optional<ActivityPlace>& from, int limit);

} // namespace banhang::server
