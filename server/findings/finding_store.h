// Reads the groups that wait for an answer, and writes the answers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/core/call/call.h"

namespace banhang::server {

/// Where a page of findings goes on.
struct FindingPlace
{
    double probability = 2; ///< above all
    std::int64_t id = 0;
};

struct StoredFinding
{
    std::int64_t id = 0;
    double probability = 0;
    std::int64_t foundMicros = 0;
};

struct StoredLink
{
    std::int64_t findingId = 0;
    std::int64_t lowId = 0;
    std::int64_t highId = 0;
    double probability = 0;
};

/// Scope of all: links whose two customers the caller may see, edit and delete by their own grants, and that are
/// neither in the bin nor merged. `postponed`: those that somebody put off, else those that nobody has answered; an
/// answer holds until one of the two changes.
std::vector<StoredFinding> findFindings(Call& call, bool postponed, const FindingPlace& after, int limit);
std::vector<StoredLink> linksOfFindings(Call& call, bool postponed, const std::vector<std::int64_t>& findingIds);
/// Up to `most`.
std::int64_t countFindings(Call& call, bool postponed, int most);

/// One pair and its answer.
struct PairDecision
{
    std::int64_t lowId = 0;
    std::int64_t highId = 0;
    std::string lowDigest;
    std::string highDigest;
};
/// `answer`: 1 = different, 2 = later.
void writeDecisions(Call& call, const std::vector<PairDecision>& pairs, int answer);
void dropDecisions(Call& call, const std::vector<PairDecision>& pairs);

} // namespace banhang::server
