// The verdict on two customers in the words of the API.
#pragma once

#include <vector>

#include "banhang/v1/duplicates.pb.h"
#include "common/match/model.h"

namespace banhang::server {

/// How alike two customers are, and why.
struct Similarity
{
    /// UNSPECIFIED: not worth a word.
    v1::DuplicateRank rank = v1::DUPLICATE_RANK_UNSPECIFIED;
    double probability = 0;
    /// Both have a phone, an e-mail or a code that next to nobody else has: worth a word even under two names.
    bool hasValueInCommon = false;
    match::Comparison comparison;
};
Similarity similarityOf(const match::Model& model, const match::Record& mine, const match::Record& theirs,
                        const match::ValueCounts& counts = {});

/// Strongest first.
std::vector<v1::DuplicateReason> reasonsOf(const match::Model& model, const match::Record& mine,
                                           const match::Record& theirs, const match::Comparison& comparison);

} // namespace banhang::server
