// Writing care requests: authorise, check, compare, write, record; each in one transaction.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

void saveNewCareRequest(Call& call, const v1::CreateCareRequestRequest& wanted, v1::CareRequest& reply);
void saveCareChanges(Call& call, const v1::UpdateCareRequestRequest& wanted, v1::CareRequest& reply);
void moveCareRequest(Call& call, const v1::MoveCareRequestRequest& wanted, v1::CareRequest& reply);
void assignCareRequests(Call& call, const v1::AssignCareRequestsRequest& wanted, v1::AssignCareRequestsResponse& reply);
void binCareRequest(Call& call, const v1::DeleteCareRequestRequest& wanted, v1::CareRequest& reply);
void unbinCareRequest(Call& call, const v1::UndeleteCareRequestRequest& wanted, v1::CareRequest& reply);

} // namespace banhang::server
