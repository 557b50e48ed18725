#include "server/duplicates/similarity.h"

#include <algorithm>
#include <array>

namespace banhang::server {

namespace {

bool isOwnValueInCommon(const match::Comparison& comparison)
{
    static constexpr std::array kValues = {match::Field::Phone, match::Field::Email, match::Field::TaxCode,
                                           match::Field::NationalId};
    return comparison.isComparable && std::ranges::any_of(kValues, [&](match::Field field) {
               return comparison.level(field) == static_cast<match::Level>(match::ValueLevel::SameOwn);
           });
}

v1::DuplicateRank rankOf(double probability, bool hasValueInCommon)
{
    if (probability >= match::kCertain)
        return v1::DUPLICATE_RANK_CERTAIN;
    if (probability >= match::kLikely)
        return v1::DUPLICATE_RANK_LIKELY;
    return probability >= match::kPossible || hasValueInCommon ? v1::DUPLICATE_RANK_POSSIBLE
                                                               : v1::DUPLICATE_RANK_UNSPECIFIED;
}

} // namespace

Similarity similarityOf(const match::Model& model, const match::Record& mine, const match::Record& theirs,
                        const match::ValueCounts& counts)
{
    Similarity similarity;
    similarity.comparison = match::compare(mine, theirs, model.stock(), counts);
    similarity.probability = model.score(similarity.comparison).probability;
    similarity.hasValueInCommon = isOwnValueInCommon(similarity.comparison);
    similarity.rank = rankOf(similarity.probability, similarity.hasValueInCommon);
    return similarity;
}

std::vector<v1::DuplicateReason> reasonsOf(const match::Model& model, const match::Record& mine,
                                           const match::Record& theirs, const match::Comparison& comparison)
{
    std::vector<v1::DuplicateReason> reasons;
    for (const match::Reason& found : model.explain(mine, theirs, comparison)) {
        v1::DuplicateReason& reason = reasons.emplace_back();
        reason.set_field(std::string(found.field));
        reason.set_key(std::string(found.key));
        if (!found.mine.empty())
            (*reason.mutable_args())["mine"] = found.mine;
        if (!found.theirs.empty())
            (*reason.mutable_args())["theirs"] = found.theirs;
        reason.set_agrees(found.bits > 0);
        reason.set_weight(found.bits);
    }
    return reasons;
}

} // namespace banhang::server
