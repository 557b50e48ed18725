// Finds the customers that may be the one in question, among all of the company.
#pragma once

#include <cstdint>
#include <vector>

#include "server/core/database/tx.h"
#include "server/duplicates/similarity.h"

namespace banhang::server {

/// A customer to look for. `withoutId` is its own id when it is stored. `onlyLater`: only among those with a higher id,
/// for who asks for all in turn and wants each pair once.
struct Asked
{
    match::Record record;
    std::int64_t withoutId = 0;
    bool onlyLater = false;
};

/// A customer that looks like the one asked for. It may be out of the caller's sight: only duplicate_check may tell of
/// it.
struct DuplicateMatch
{
    std::int64_t customerId = 0;
    match::Record record; ///< whole
    Similarity similarity;
};

struct Matches
{
    std::vector<DuplicateMatch> found; ///< rank POSSIBLE at least, best first
    match::ValueCounts counts;         ///< of the values of the asked one
    int compared = 0;
};

/// In the order of `asked`. Two round trips, whatever their number; take up to 500 at a time.
/// Scope: the whole company, for callers of any role.
std::vector<Matches> findMatches(Tx& tx, const match::Model& model, const std::vector<Asked>& asked);

/// Two customers, compared and not judged.
struct ComparedPair
{
    std::int64_t askedId = 0;
    std::int64_t otherId = 0;
    match::Comparison comparison;
};

/// All pairs of the asked with what shares enough keys with them; for learning.
std::vector<ComparedPair> compareWithNeighbours(Tx& tx, const match::Stock& stock, const std::vector<Asked>& asked);

} // namespace banhang::server
