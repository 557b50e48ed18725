// What the scan found, as far as the caller may know and act on it.
#pragma once

#include "banhang/v1/findings.pb.h"
#include "server/core/call/call.h"
#include "server/findings/finding_store.h"

namespace banhang::server {

/// Scope: groups with two customers that the caller may see, edit and delete. Fields hidden from the caller take no
/// part in what is shown: a pair that looks alike only by them is left out. `next` is where to read on; id 0 at the
/// end.
void pageOfFindings(Call& call, const v1::ListFindingsRequest& wanted, const FindingPlace& after,
                    v1::ListFindingsResponse& reply, FindingPlace& next);

/// Throws: AppError Invalid for one customer, too many, or no answer; NotFound; Denied.
void decideFinding(Call& call, const v1::DecideFindingRequest& wanted);

} // namespace banhang::server
