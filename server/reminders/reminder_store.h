// Reminders of the caller, and their upkeep when activities change.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <google/protobuf/timestamp.pb.h>

#include "banhang/v1/notifications.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class ReminderStore
{
public:
    /// Brings the reminders of these "activity" or "care_request" into line with them. Sent without waiting.
    static void keep(Tx& tx, std::string_view entity, const std::vector<std::int64_t>& ids);

    /// Those that fired and wait, oldest first, and the next `coming` ones.
    static v1::Reminders ofCaller(Call& call, int coming);
    /// Throws AppError NotFound "reminder.not_found", Refused "reminder.settled", Invalid for a moment that has passed
    /// or is more than 31 days away.
    static v1::Reminder snooze(Call& call, std::int64_t reminderId, const google::protobuf::Timestamp& until);
    /// Those of others, and those that have not fired, are passed over.
    static void dismiss(Call& call, const std::vector<std::int64_t>& reminderIds);
    /// After a change of the caller's quiet hours: what they put off comes up again at once.
    static void bringBack(Call& call);
};

} // namespace banhang::server
