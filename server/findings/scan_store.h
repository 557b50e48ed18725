// The state of scans: one runs at a time in the whole database, on the server that holds its lease.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/scans.pb.h"
#include "server/core/database/tx.h"

namespace banhang::server {

class ConstraintErrors;

/// Two people who start a scan at the same moment.
void registerScanConstraints(ConstraintErrors& errors);

/// The scan that runs, or the last that ran; `weekly` tells when the next begins by itself.
v1::Scan findScan(Tx& tx, bool weekly);

/// Starts one for a person, or for the server (userId 0). False while one runs or pauses.
bool startScan(Tx& tx, std::int64_t userId, int loadPercent);
/// Starts one if none was started since the last Sunday, two o'clock in the morning in Vietnam.
bool startWeeklyScan(Tx& tx, int loadPercent);
/// Moves the scan that is in one of the states `from`. False if none is.
bool moveScan(Tx& tx, const std::vector<v1::ScanState>& from, v1::ScanState to);

/// A scan that this server works on.
struct LeasedScan
{
    std::int64_t id = 0;
    std::int64_t afterId = 0;
    int loadPercent = 100;
};
/// Takes the running scan up, or keeps it, for a minute; nothing if none runs or another server is at it.
std::optional<LeasedScan> leaseScan(Tx& tx, const std::string& holder);

/// Two customers that look alike.
struct FoundLink
{
    std::int64_t lowId = 0;
    std::int64_t highId = 0;
    double probability = 0;
    std::string lowDigest;
    std::string highDigest;
};
/// One step on: what was found, and how far the scan is. False, and nothing written, if the scan is not held or not
/// running any more.
struct ScanStep
{
    std::int64_t fromId = 0; ///< where it stood
    std::int64_t toId = 0;
    std::int64_t customers = 0;
    std::int64_t compared = 0;
    std::int64_t busyMs = 0;
    std::vector<FoundLink> links;
};
bool writeStep(Tx& tx, std::int64_t scanId, const std::string& holder, const ScanStep& step);

/// What this scan found, without what was decided to be different. Units: one link is 40 bytes.
std::vector<FoundLink> linksOf(Tx& tx, std::int64_t scanId);

struct FoundGroup
{
    std::vector<std::int64_t> ids; ///< ascending
    double probability = 0;
};
/// Stores groups, and returns how many of them were not known. Groups of earlier scans with the same members stay as
/// they are.
std::int64_t writeFindings(Tx& tx, std::int64_t scanId, const std::vector<FoundGroup>& groups);
/// Drops what earlier scans found and this one did not, and ends it. False as writeStep.
bool finishScan(Tx& tx, std::int64_t scanId, const std::string& holder, std::int64_t newFindings);

/// After an error; the fifth in a row ends the scan.
void noteFailure(Tx& tx, std::int64_t scanId);

} // namespace banhang::server
