#include "server/imports/row_match.h"

#include <algorithm>
#include <bit>

#include "common/match/keys.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_check.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/likeness.h"

namespace banhang::server {

namespace {

bool haveKeyInCommon(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
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

} // namespace

std::vector<std::uint64_t> matchKeys(const v1::Customer& prepared)
{
    std::vector<std::uint64_t> keys;
    for (const match::Key key : match::indexKeys(recordOf(prepared)))
        keys.push_back(std::bit_cast<std::uint64_t>(key));
    std::ranges::sort(keys);
    return keys;
}

std::vector<v1::TwinRow> twinsAmong(Call& call, const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows,
                                    const std::vector<v1::Customer>& prepared)
{
    const auto model = currentModel(call.tx);
    std::vector<match::Record> records;
    std::vector<std::vector<std::uint64_t>> keys;
    std::vector<v1::TwinRow> twins;
    for (std::size_t later = 0; later < prepared.size(); ++later) {
        hideFields(records.emplace_back(recordOf(prepared[later])), call.caller.masked);
        keys.push_back(matchKeys(prepared[later]));
        Likeness best;
        std::size_t bestRow = later;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!haveKeyInCommon(keys[earlier], keys[later]))
                continue;
            Likeness likeness = likenessOf(*model, records[later], records[earlier]);
            if (likeness.rank >= v1::DUPLICATE_RANK_LIKELY &&
                (bestRow == later || likeness.probability > best.probability)) {
                best = std::move(likeness);
                bestRow = earlier;
            }
        }
        if (bestRow == later)
            continue;
        v1::TwinRow& twin = twins.emplace_back();
        twin.set_number(rows[static_cast<int>(later)].number());
        twin.set_earlier_number(rows[static_cast<int>(bestRow)].number());
        twin.set_rank(best.rank);
        for (v1::DuplicateReason& reason : reasonsOf(*model, records[later], records[bestRow], best.comparison))
            *twin.add_reasons() = std::move(reason);
    }
    return twins;
}

void holdKeys(Call& call, const std::vector<v1::Customer>& prepared)
{
    holdKeysOf(call, prepared);
}

} // namespace banhang::server
