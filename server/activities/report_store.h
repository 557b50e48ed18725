// Counts of activities by person and day, for those who lead.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The people a report is of: those of `userIds` who exist, or everybody in the caller's view scope; by id, with their
/// leaves.
struct ReportPerson
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0;
};
std::vector<ReportPerson> reportPeople(Call& call, const std::vector<std::int64_t>& userIds, int limit);

/// What these people own, begun from `first` to before `end` (days, "2026-11-18").
std::vector<v1::ActivitySummary> summarize(Call& call, const std::vector<std::int64_t>& userIds,
                                           const std::string& first, const std::string& end);

} // namespace banhang::server
