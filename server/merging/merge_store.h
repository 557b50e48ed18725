// Reads and writes what is kept of each merge.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "banhang/v1/merges.pb.h"
#include "server/core/call/call.h"
#include "server/merging/merge_rules.h"
#include "server/merging/participant.h"
#include "server/merging/undo_rules.h"

namespace banhang::server {

/// Units: days.
constexpr int kUndoDays = 90;

/// Locks these customers against each other's changes, in one order for everybody; those out of sight are passed over.
/// Sent without waiting; what is read afterwards stays true.
void lockCustomers(Call& call, std::vector<std::int64_t> ids);

/// Chains of parents above these customers, for those that exist. Spans the company: a ring through hidden rows is one
/// too.
Ancestors ancestorsOf(Call& call, const std::vector<std::int64_t>& ids);

struct NewMerge
{
    std::int64_t id = 0;
    std::int64_t undoEndMicros = 0;
};
/// Puts a merge on record before anything is changed by it. `survivor` is whole and unmasked.
NewMerge insertMerge(Call& call, const v1::Customer& survivor, const std::vector<v1::Customer>& losers,
                     const std::string& message);
/// `brought`: see broughtEntries.
void finishMerge(Call& call, std::int64_t mergeId, std::int64_t survivorVersion, const nlohmann::json& brought);

/// Sends a loser where its survivor is found under its code, and fills version and times.
void endCustomer(Call& call, v1::Customer& loser, std::int64_t survivorId);
/// The reverse; the time of its last change is that of before the merge again.
void bringBackCustomer(Call& call, v1::Customer& loser, std::int64_t mergeId);

/// Codes and last talk of the survivor, which are no fields of the form. Without a new version: sent before one is
/// made.
void writeInherited(Call& call, const v1::Customer& survivor);
/// The survivor was changed last when it was before this merge.
void resetUpdateTime(Call& call, std::int64_t mergeId, v1::Customer& survivor);

/// A merge and what its undo needs.
struct StoredMerge
{
    v1::Merge merge;
    VersionSpan span;
    bool isExpired = false;
    MergeSides sides() const;
};
/// Nothing for what is absent or whose survivor is out of sight. `lock` against a second undo at the same time.
std::optional<StoredMerge> findMerge(Call& call, std::int64_t mergeId, bool lock);

/// The survivor's past, as far back as anything of it may have to be told again.
struct SurvivorPast
{
    v1::Customer base;               ///< before the oldest merge that is still kept
    std::vector<PastChange> changes; ///< since, oldest first
    std::vector<VersionSpan> undone; ///< merges since that were taken back, and their undos
    v1::Customer beforeMerge;        ///< as the merge in question found it
};
/// Throws AppError Refused "merge.expired" if the past is not kept any more.
SurvivorPast pastOf(Call& call, const StoredMerge& merge);

void markUndone(Call& call, std::int64_t mergeId, std::int64_t versionBefore, std::int64_t versionAfter);

/// Newest first, before `beforeId` (0 = from the newest on).
std::vector<v1::Merge> listMerges(Call& call, const v1::ListMergesRequest& wanted, std::int64_t beforeId, int limit);

} // namespace banhang::server
