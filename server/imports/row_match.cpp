#include "server/imports/row_match.h"

#include <algorithm>
#include <functional>
#include <set>

#include "server/customers/duplicate_keys.h"
#include "server/customers/duplicate_rules.h"
#include "server/customers/duplicate_store.h"

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
    for (const std::string& key : duplicateKeys(comparedForm(prepared)))
        keys.push_back(std::hash<std::string>()(key));
    std::ranges::sort(keys);
    return keys;
}

std::vector<v1::TwinRow> twinsAmong(Call& call, const google::protobuf::RepeatedPtrField<v1::ImportRow>& rows,
                                    const std::vector<v1::Customer>& prepared)
{
    std::vector<ComparedCustomer> forms;
    std::vector<std::vector<std::uint64_t>> keys;
    std::vector<v1::TwinRow> twins;
    for (std::size_t later = 0; later < prepared.size(); ++later) {
        forms.push_back(comparedForm(prepared[later]));
        keys.push_back(matchKeys(prepared[later]));
        DuplicateScore best;
        std::size_t bestRow = later;
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!haveKeyInCommon(keys[earlier], keys[later]))
                continue;
            DuplicateScore score = scoreDuplicate(forms[later], forms[earlier], call.caller.masked);
            if (score.rank >= v1::DUPLICATE_RANK_LIKELY && (bestRow == later || score.bits > best.bits)) {
                best = std::move(score);
                bestRow = earlier;
            }
        }
        if (bestRow == later)
            continue;
        v1::TwinRow& twin = twins.emplace_back();
        twin.set_number(rows[static_cast<int>(later)].number());
        twin.set_earlier_number(rows[static_cast<int>(bestRow)].number());
        twin.set_rank(best.rank);
        for (v1::DuplicateReason& reason : best.reasons)
            *twin.add_reasons() = std::move(reason);
    }
    return twins;
}

void holdKeys(Call& call, const std::vector<v1::Customer>& prepared)
{
    std::set<std::string> keys;
    for (const v1::Customer& customer : prepared)
        for (std::string& key : duplicateKeys(comparedForm(customer)))
            keys.insert(std::move(key));
    lockDuplicateKeys(call, {keys.begin(), keys.end()});
}

} // namespace banhang::server
