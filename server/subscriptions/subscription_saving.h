// Writing subscriptions: authorise, check, write; each in one transaction.
#pragma once

#include "banhang/v1/subscriptions.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The caller may change and delete it: their own, or everyone below its unit is in their subscription.edit scope.
bool mayEditSubscription(Call& call, const v1::Subscription& subscription);

void saveNewSubscription(Call& call, const v1::CreateSubscriptionRequest& wanted, v1::Subscription& reply);
void saveSubscriptionChanges(Call& call, const v1::UpdateSubscriptionRequest& wanted, v1::Subscription& reply);
void deleteSubscription(Call& call, const v1::DeleteSubscriptionRequest& wanted, v1::Subscription& reply);
void undeleteSubscription(Call& call, const v1::UndeleteSubscriptionRequest& wanted, v1::Subscription& reply);
void muteSubscription(Call& call, const v1::MuteSubscriptionRequest& wanted, v1::Subscription& reply);

/// Throws AppError Invalid with all that is wrong, the unit of points to watch included.
void demandSound(Call& call, const v1::Subscription& subscription);

} // namespace banhang::server
