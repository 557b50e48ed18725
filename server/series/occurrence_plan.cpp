#include "server/series/occurrence_plan.h"

#include <algorithm>
#include <set>

namespace banhang::server {

OccurrencePlan planOccurrences(std::vector<Occurrence> existing, const std::vector<vn::Date>& wanted)
{
    std::ranges::sort(existing, {}, &Occurrence::slot);
    std::set<vn::Date> open(wanted.begin(), wanted.end());
    std::erase_if(existing, [&open](const Occurrence& each) { return open.erase(each.slot) > 0; });

    OccurrencePlan plan;
    for (Occurrence each : existing) {
        if (!open.empty()) {
            each.slot = *open.begin();
            open.erase(open.begin());
            plan.moved.push_back(each);
        } else {
            (each.isFixed ? plan.released : plan.removed).push_back(each.id);
        }
    }
    plan.created.assign(open.begin(), open.end());
    return plan;
}

} // namespace banhang::server
