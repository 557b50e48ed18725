// What readers ask for: single activities, lists, timelines.
#pragma once

#include "banhang/v1/activities.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

void getActivity(Call& call, const v1::GetActivityRequest& wanted, v1::Activity& reply);
void batchGetActivities(Call& call, const v1::BatchGetActivitiesRequest& wanted, v1::BatchGetActivitiesResponse& reply);
void listActivities(Call& call, const TokenSigner& signer, const v1::ListActivitiesRequest& wanted,
                    v1::ListActivitiesResponse& reply);

} // namespace banhang::server
