// What notifications of subscriptions tell of, read anew under the caller's rights.
#pragma once

#include <vector>

#include "banhang/v1/notifications.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// Fills `changes` of those that are about one record. One round trip, and none where there are no such.
void addChanges(Call& call, std::vector<v1::Notification>& notifications);

/// Newest first. Throws: AppError NotFound "notification.not_found" for one of somebody else.
v1::NotificationChanges readNotificationChanges(Call& call, std::int64_t notificationId);

} // namespace banhang::server
