// Taking a merge back: what it brought goes home, what came since stays.
#pragma once

#include "banhang/v1/merges.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope:  as for the merge: edit on the survivor, edit and delete on the others, by the caller's own grants.
/// Throws: NotFound "merge.not_found" also for a survivor out of sight; Denied; Refused "merge.undone",
/// "merge.expired", "merge.survivor_merged", "merge.survivor_in_bin".
void previewUndo(Call& call, const v1::GetUndoPreviewRequest& wanted, v1::UndoPreview& reply);

/// Does what previewUndo says. Scope: also assign right where the owner goes back; an owner who is active no more stays
/// what the customer was before the undo. Version: the survivor's, 0 = whatever it is; else Conflict "merge.stale".
void undoMerge(Call& call, const v1::UndoMergeRequest& wanted, v1::UndoMergeResponse& reply);

} // namespace banhang::server
