// Reads and writes rows of care requests.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "banhang/v1/care_requests.pb.h"
#include "server/care/care_request_rules.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ConstraintErrors;

void registerCareConstraints(ConstraintErrors& errors);

/// Nothing for what is absent or out of sight. Finds what is in the bin, too.
std::optional<v1::CareRequest> findCareRequest(Call& call, std::int64_t id);

/// As findCareRequest, for a change: the row is locked first, so that what is read stays true until the end of the
/// transaction. (A caller who may not change it gets it unlocked, to be told so.)
std::optional<v1::CareRequest> lockCareRequest(Call& call, std::int64_t id);

/// Locks those that the caller may give to somebody else, until the end of the transaction. Sent without waiting.
void lockCareRequests(Call& call, const std::vector<std::int64_t>& ids);

/// Those of `ids` that the caller sees and that are not in the bin (`binned`: are in it), in the order of `ids`. One
/// round trip.
std::vector<v1::CareRequest> readCareRequests(Call& call, const std::vector<std::int64_t>& ids, bool binned = false);

/// What the rules must be told. Fills the promised time by the settings where there is none.
CareFacts careFacts(Call& call, v1::CareRequest& request);

/// The writes below decide nothing: rights and rules are the business of who writes.

/// Stores a new row and fills id, version and code.
void insertCareRequest(Call& call, v1::CareRequest& request);

/// Stores what a client writes, and the state, of a locked row; fills the version.
/// Version: throws AppError Conflict "care_request.edit_conflict" if the row was not locked and has another by now.
void updateCareRequest(Call& call, v1::CareRequest& request);

/// Moves a locked row to the bin or out of it and fills the version.
void setCareRequestBinned(Call& call, v1::CareRequest& request, bool binned);

/// Gives those of `requests` that are within the caller's assign scope to `ownerId`, within it too, and fills owner,
/// leaf and version. Those that were not given away are taken out.
void assignCareOwner(Call& call, std::vector<v1::CareRequest>& requests, std::int64_t ownerId, std::int64_t unitId);

} // namespace banhang::server
