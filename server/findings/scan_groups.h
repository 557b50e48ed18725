// The groups that a scan's links make, as they are put before people.
#pragma once

#include <vector>

#include "common/match/groups.h"

namespace banhang::server {

/// A group to review.
struct ScanGroup
{
    std::vector<std::int64_t> ids; ///< ascending
    double probability = 0;        ///< of the weakest link that holds it together
};

/// Groups of customers that are likely one. Where a group was split because one weak link held it together, the two
/// ends of that link are a pair of their own: the question is still asked.
std::vector<ScanGroup> scanGroups(const std::vector<match::Link>& links);

} // namespace banhang::server
