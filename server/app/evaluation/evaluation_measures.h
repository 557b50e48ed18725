// How good found duplicates are, held against the known ones.
#pragma once

#include <vector>

#include "server/app/evaluation/evaluation_set.h"

namespace banhang::server {

struct ScoredPair
{
    RecordPair pair;
    double score = 0;
};

/// Of all pairs from a score on.
struct Measures
{
    double threshold = 0;
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// Pairs with a score in [from, to).
struct CalibrationBin
{
    double from = 0;
    double to = 0;
    std::size_t pairs = 0;
    double meanScore = 0;
    double trueShare = 0;
};

struct Evaluation
{
    Measures standard; ///< at the threshold that the product uses
    Measures best;     ///< at the threshold with the highest F1
    double firstFiveRecall = 0;
    std::vector<CalibrationBin> calibration;
};

/// `proposals[i]`: what the check proposes for record i, best first. A known pair counts twice for the recall among
/// the first five: once from each side.
Evaluation evaluate(std::vector<ScoredPair> pairs, const std::vector<std::vector<std::size_t>>& proposals,
                    const std::set<RecordPair>& truth, double threshold);

} // namespace banhang::server
