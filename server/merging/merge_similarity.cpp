#include "server/merging/merge_similarity.h"

#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/similarity.h"

namespace banhang::server {

void addSimilarities(Call& call, const std::vector<v1::Customer>& customers, v1::MergePreview& reply)
{
    const auto model = currentModel(call.tx);
    match::Record survivor = recordOf(customers.front());
    hideFields(survivor, call.caller.masked);
    for (std::size_t i = 1; i < customers.size(); ++i) {
        const match::Record other = recordOf(customers[i]);
        const Similarity similarity = similarityOf(*model, other, survivor);
        v1::MergeSimilarity& told = *reply.add_similarities();
        told.set_customer_id(customers[i].id());
        told.set_rank(similarity.rank);
        for (v1::DuplicateReason& reason : reasonsOf(*model, other, survivor, similarity.comparison))
            *told.add_reasons() = std::move(reason);
    }
}

} // namespace banhang::server
