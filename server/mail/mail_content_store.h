// What stands in a mail, read as its recipient. For role banhang_app, in a transaction of that person.
#pragma once

#include <cstdint>
#include <optional>

#include "server/core/database/tx.h"
#include "server/mail/mail_text.h"

namespace banhang::server {

class MailContentStore
{
public:
    /// Nothing once the reminder was answered, or what it reminds of was closed.
    static std::optional<ReminderMail> reminder(Tx& tx, std::int64_t reminderId);
    /// Planned activities of the person: those of today, and those whose time was over before.
    static DigestMail digest(Tx& tx, std::int64_t userId);
};

} // namespace banhang::server
