#include "server/imports/row_match.h"

#include <algorithm>

#include "common/match/keys.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/similarity.h"

namespace banhang::server {

namespace {

bool haveKeyInCommon(const std::vector<match::Key>& a, const std::vector<match::Key>& b)
{
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right)
            return true;
        if (*left < *right)
            ++left;
        else
            ++right;
    }
    return false;
}

/// A row as the engine sees it, without what is hidden from the caller.
struct RowForm
{
    match::Record record;
    std::vector<match::Key> keys;
};

RowForm formOf(const Caller& caller, const v1::Customer& prepared)
{
    RowForm form{recordOf(prepared), {}};
    hideFields(form.record, caller.masked);
    form.keys = match::indexKeys(form.record);
    return form;
}

} // namespace

std::vector<std::uint64_t> matchKeys(const v1::Customer& prepared)
{
    std::vector<std::uint64_t> keys;
    for (const match::Key key : match::indexKeys(recordOf(prepared)))
        keys.push_back(static_cast<std::uint64_t>(key));
    return keys;
}

std::vector<v1::DuplicateRow> duplicateRowsAmong(Call& call,
                                                 const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows,
                                                 const std::vector<v1::Customer>& prepared)
{
    const auto model = currentModel(call.tx);
    std::vector<RowForm> forms;
    std::vector<v1::DuplicateRow> duplicateRows;
    for (std::size_t later = 0; later < prepared.size(); ++later) {
        forms.push_back(formOf(call.caller, prepared[later]));
        Similarity best;
        std::size_t bestRow = later;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!haveKeyInCommon(forms[earlier].keys, forms[later].keys))
                continue;
            const Similarity similarity = similarityOf(*model, forms[later].record, forms[earlier].record);
            if (similarity.rank >= v1::DUPLICATE_RANK_LIKELY &&
                (bestRow == later || similarity.probability > best.probability)) {
                best = similarity;
                bestRow = earlier;
            }
        }
        if (bestRow == later)
            continue;
        v1::DuplicateRow& duplicateRow = duplicateRows.emplace_back();
        duplicateRow.set_number(rows[static_cast<int>(later)].number());
        duplicateRow.set_earlier_number(rows[static_cast<int>(bestRow)].number());
        duplicateRow.set_rank(best.rank);
        for (v1::DuplicateReason& reason :
             reasonsOf(*model, forms[later].record, forms[bestRow].record, best.comparison))
            *duplicateRow.add_reasons() = std::move(reason);
    }
    return duplicateRows;
}

} // namespace banhang::server
