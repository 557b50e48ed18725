// Merging customers: authorise, propose, write, move, record; each in one transaction.
#pragma once

#include "banhang/v1/merges.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Scope:  edit on all, delete on all but the survivor, by the caller's own grants.
/// Throws: NotFound for one out of sight; Denied; Invalid for too few or too many; Refused "customer.in_bin",
/// "merge.kinds_differ".
void previewMerge(Call& call, const v1::GetMergePreviewRequest& wanted, v1::MergePreview& reply);

/// As previewMerge, and assign right on both owners for another owner than the survivor's.
/// Version: all customers as the request read them, else Conflict "merge.stale".
void mergeCustomers(Call& call, const v1::MergeCustomersRequest& wanted, v1::MergeCustomersResponse& reply);

/// Scope: merges whose survivor the caller sees. `token` is the id to read on below.
void pageOfMerges(Call& call, const v1::ListMergesRequest& wanted, std::int64_t beforeId, v1::ListMergesResponse& reply,
                  std::int64_t& nextBeforeId);

} // namespace banhang::server
