// What an administrator does with care sequences, and what a sequence means.
#pragma once

#include "banhang/v1/sequences.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Throws: AppError Invalid with all issues, AlreadyExists "sequence.name_taken".
void saveNewSequence(Call& call, const v1::CreateSequenceRequest& wanted, v1::Sequence& reply);

/// Version: any change since `sequence.version` refuses the edit, whichever field it was: sequences are short and
/// seldom edited. Throws: as saveNewSequence; NotFound; Conflict "sequence.edit_conflict".
void saveSequenceChanges(Call& call, const v1::UpdateSequenceRequest& wanted, v1::Sequence& reply);

/// Scope: the occasions of a customer that the caller does not see, and birthdays hidden from the caller, are unknown.
void checkSequence(Call& call, const v1::CheckSequenceRequest& wanted, v1::CheckSequenceResponse& reply);

} // namespace banhang::server
