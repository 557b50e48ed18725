// Notifications of the caller, and their making when colleagues change what is theirs too.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/notifications.pb.h"
#include "server/core/call/call.h"
#include "server/reminders/activity_news_rules.h"

namespace banhang::server {

class NotificationStore
{
public:
    /// Sent without waiting; nothing to people who have left.
    static void tell(Tx& tx, const std::vector<ActivityNews>& news);
    /// Tells who owns or shares a customer of the merge; to be called while each share stands on the customer that it
    /// was given for. Sent without waiting.
    static void notifyOfMerge(Tx& tx, std::int64_t mergeId, bool isUndone);

    /// Older than `beforeId`, newest first.
    static std::vector<v1::Notification> list(Call& call, bool isUnreadOnly, std::int64_t beforeId, int count);
    /// Those of the caller, in the order asked for.
    static std::vector<v1::Notification> byIds(Call& call, const std::vector<std::int64_t>& ids);
    /// At most 100.
    static int unreadCount(Call& call);
    static void markRead(Call& call, const std::vector<std::int64_t>& ids, std::int64_t upToId);
};

} // namespace banhang::server
