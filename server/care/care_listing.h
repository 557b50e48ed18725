// What readers ask for: single care requests, lists, counts.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

void getCareRequest(Call& call, const v1::GetCareRequestRequest& wanted, v1::CareRequest& reply);
void batchGetCareRequests(Call& call, const v1::BatchGetCareRequestsRequest& wanted,
                          v1::BatchGetCareRequestsResponse& reply);
void listCareRequests(Call& call, const TokenSigner& signer, const v1::ListCareRequestsRequest& wanted,
                      v1::ListCareRequestsResponse& reply);
void getCareCounts(Call& call, const v1::GetCareCountsRequest& wanted, v1::CareCounts& reply);

} // namespace banhang::server
