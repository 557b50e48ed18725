// What a subscription would have told lately.
#pragma once

#include "banhang/v1/subscriptions.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

void checkSubscription(Call& call, const v1::CheckSubscriptionRequest& wanted, v1::CheckSubscriptionResponse& reply);

} // namespace banhang::server
