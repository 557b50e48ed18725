// Reads and writes rows of activities.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ConstraintErrors;

void registerActivitiesConstraints(ConstraintErrors& errors);

/// Nothing for what is absent or out of sight. Finds what is in the bin, too.
std::optional<v1::Activity> findActivity(Call& call, std::int64_t id);

/// As findActivity, for a change: the row is locked first, so that what is read stays true until the end of the
/// transaction. (A caller who may not change it gets it unlocked, to be told so.)
std::optional<v1::Activity> lockActivity(Call& call, std::int64_t id);

/// The talk with this customer that is this mail, 0 if there is none outside the bin; waits for others who are about to
/// store the same. For customers that the caller sees.
std::int64_t findTalkOfMessage(Call& call, std::int64_t customerId, const std::string& messageId);

/// What was made from this entry of a calendar file and is the caller's: made or owned, outside the bin, of no series.
/// 0 if there is none.
std::int64_t findActivityOfEntry(Call& call, const std::string& icsUid);

/// Locks those that the caller may give to somebody else, until the end of the transaction. Sent without waiting.
void lockActivities(Call& call, const std::vector<std::int64_t>& ids);

/// Those of `ids` that the caller sees and that are not in the bin (`binned`: are in it), in the order of `ids`. One
/// round trip.
std::vector<v1::Activity> readActivities(Call& call, const std::vector<std::int64_t>& ids, bool binned = false);

/// The writes below decide nothing: rights and rules are the business of who writes, jobs included.

/// Stores a new row and fills id, version and times. `seriesSlot`: the day of its series, "2026-11-18".
void insertActivity(Tx& tx, v1::Activity& activity, const std::optional<std::string>& seriesSlot = {});

/// Stores what a client writes, and the state, of a locked row; fills version and times.
/// Version: throws AppError Conflict "activity.edit_conflict" if the row was not locked and has another by now.
void updateActivity(Tx& tx, v1::Activity& activity);

/// Moves a locked row to the bin or out of it and fills version and times.
void setActivityBinned(Tx& tx, v1::Activity& activity, bool binned);

/// What the search of timelines looks through; sent without waiting. After the row was stored.
void writeSearchText(Tx& tx, const v1::Activity& activity);

/// Gives those of `activities` that are within the caller's assign scope to `ownerId`, within it too, and fills owner,
/// leaf, participants, version and time. Those that were not given away are taken out.
void assignActivityOwner(Call& call, std::vector<v1::Activity>& activities, std::int64_t ownerId, std::int64_t unitId);

} // namespace banhang::server
