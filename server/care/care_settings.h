// Reading and changing how soon answers are promised.
#pragma once

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

void getCareSettings(Call& call, const v1::GetCareSettingsRequest& wanted, v1::CareSettings& reply);
void updateCareSettings(Call& call, const v1::UpdateCareSettingsRequest& wanted, v1::CareSettings& reply);

} // namespace banhang::server
