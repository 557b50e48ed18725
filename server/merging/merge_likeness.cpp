#include "server/merging/merge_likeness.h"

#include "server/customers/duplicate_rules.h"

namespace banhang::server {

void addLikenesses(Call& call, const std::vector<v1::Customer>& customers, v1::MergePreview& reply)
{
    const ComparedCustomer survivor = comparedForm(customers.front());
    for (std::size_t i = 1; i < customers.size(); ++i) {
        DuplicateScore score = scoreDuplicate(comparedForm(customers[i]), survivor, call.caller.masked);
        v1::MergeLikeness& likeness = *reply.add_likenesses();
        likeness.set_customer_id(customers[i].id());
        likeness.set_rank(score.rank);
        for (v1::DuplicateReason& reason : score.reasons)
            *likeness.add_reasons() = std::move(reason);
    }
}

} // namespace banhang::server
