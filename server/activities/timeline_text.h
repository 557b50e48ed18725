// The texts in which a timeline is searched, and the words of a query that look for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "banhang/v1/activities.pb.h"

namespace banhang::server {

/// One row of banhang.activity_search, whose columns say what each text holds.
struct TimelineText
{
    std::string marked;
    std::string folded;
};
TimelineText timelineText(const v1::Activity& activity);

/// LIKE patterns that must all match: words typed with marks look for them, words without look past them.
struct TimelineQuery
{
    std::vector<std::string> marked;
    std::vector<std::string> folded;

    bool empty() const { return marked.empty() && folded.empty(); }
};
TimelineQuery timelineQuery(std::string_view typed);

} // namespace banhang::server
