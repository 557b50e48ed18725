// Pages of a customer's timeline, read on in either direction.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Throws: NotFound "customer.not_found"; "activity.not_found" for a place to start at that is not there.
void listTimeline(Call& call, const TokenSigner& signer, const v1::ListTimelineRequest& wanted,
                  v1::ListTimelineResponse& reply);

} // namespace banhang::server
