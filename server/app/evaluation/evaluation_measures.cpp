#include "server/app/evaluation/evaluation_measures.h"

#include <algorithm>
#include <array>

namespace banhang::server {

namespace {

Measures measuresOf(double threshold, std::size_t right, std::size_t found, std::size_t all)
{
    const auto part = [](std::size_t some, std::size_t whole) {
        return whole == 0 ? 0 : static_cast<double>(some) / static_cast<double>(whole);
    };
    Measures measures{threshold, part(right, found), part(right, all), 0};
    const double sum = measures.precision + measures.recall;
    measures.f1 = sum == 0 ? 0 : 2 * measures.precision * measures.recall / sum;
    return measures;
}

double firstFive(const std::vector<std::vector<std::size_t>>& proposals, const std::set<RecordPair>& truth)
{
    constexpr std::size_t kFirst = 5;
    std::size_t found = 0;
    const auto proposes = [&](std::size_t record, std::size_t other) {
        const auto& list = proposals[record];
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(kFirst, list.size()));
        return std::find(list.begin(), end, other) != end;
    };
    for (const auto& [a, b] : truth)
        found += static_cast<std::size_t>(proposes(a, b)) + static_cast<std::size_t>(proposes(b, a));
    return truth.empty() ? 0 : static_cast<double>(found) / (2.0 * static_cast<double>(truth.size()));
}

std::vector<CalibrationBin> calibrate(const std::vector<ScoredPair>& pairs, const std::set<RecordPair>& truth)
{
    static constexpr std::array kEdges = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0};
    std::vector<CalibrationBin> bins;
    for (std::size_t i = 0; i + 1 < kEdges.size(); ++i) {
        CalibrationBin bin{kEdges[i], kEdges[i + 1]};
        const bool isLast = i + 2 == kEdges.size();
        for (const ScoredPair& scored : pairs)
            if (scored.score >= bin.from && (scored.score < bin.to || isLast)) {
                ++bin.pairs;
                bin.meanScore += scored.score;
                bin.trueShare += truth.contains(scored.pair) ? 1 : 0;
            }
        if (bin.pairs > 0) {
            bin.meanScore /= static_cast<double>(bin.pairs);
            bin.trueShare /= static_cast<double>(bin.pairs);
        }
        bins.push_back(bin);
    }
    return bins;
}

} // namespace

Evaluation evaluate(std::vector<ScoredPair> pairs, const std::vector<std::vector<std::size_t>>& proposals,
                    const std::set<RecordPair>& truth, double threshold)
{
    std::ranges::sort(pairs, std::ranges::greater{}, &ScoredPair::score);
    Evaluation evaluation;
    evaluation.standard.threshold = threshold;
    std::size_t right = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        right += truth.contains(pairs[i].pair) ? 1 : 0;
        const bool isLastOfScore = i + 1 == pairs.size() || pairs[i + 1].score < pairs[i].score;
        if (!isLastOfScore)
            continue;
        const Measures here = measuresOf(pairs[i].score, right, i + 1, truth.size());
        if (here.f1 > evaluation.best.f1)
            evaluation.best = here;
        if (pairs[i].score >= threshold)
            evaluation.standard = measuresOf(threshold, right, i + 1, truth.size());
    }
    evaluation.firstFiveRecall = firstFive(proposals, truth);
    evaluation.calibration = calibrate(pairs, truth);
    return evaluation;
}

} // namespace banhang::server
