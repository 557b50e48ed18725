// What follows from each change of care requests: history, reminders, news for who was given one.
#pragma once

#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "banhang/v1/care_requests.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The change row of one that was written; `before` is null for a new one. One round trip.
void recordCareChange(Call& call, std::string_view operation, const v1::CareRequest* before,
                      const v1::CareRequest& after, const nlohmann::json& fields);

/// Tells the owner, unless that is the caller. Sent without waiting.
void notifyCareOwner(Call& call, std::int64_t ownerId, const std::vector<std::int64_t>& ids);

} // namespace banhang::server
