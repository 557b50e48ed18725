// Lists of care requests by keyset, and how many there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// A place in a list: the time as PostgreSQL writes it, and the id that breaks ties.
struct CarePlace
{
    std::string key;
    std::int64_t id = 0;
};

/// At most `limit` places behind `from`, or from the start on.
std::vector<CarePlace> listCarePlaces(Call& call, const v1::ListCareRequestsRequest& wanted,
                                      const std::optional<CarePlace>& from, int limit);

/// Each reads at most 100 entries of an index for each leaf in scope.
v1::CareCounts countCare(Call& call);

} // namespace banhang::server
