// The words of mails. Everything else that people read is put into words by the client; a mail has none.
#pragma once

#include <string>
#include <vector>

namespace banhang::server {

enum class MailLanguage { Vietnamese, English };

/// Names may be empty: then its recipient does not see what they name.
struct MailActivity
{
    int kind = 0;     ///< number of ActivityKind; 4 = a care request
    std::string when; ///< "08:30", "23/11/2026"; empty = no term
    std::string title;
    std::string customer;
    std::string place;
};

struct ReminderMail
{
    MailActivity activity;
    std::string day; ///< "23/11/2026"
};

struct DigestMail
{
    std::string day; ///< today
    std::vector<MailActivity> overdue;
    std::vector<MailActivity> today;
    /// Overdue ones that are not listed.
    int moreOverdue = 0;

    bool isEmpty() const { return overdue.empty() && today.empty(); }
};

struct MailText
{
    std::string subject;
    std::string body;
};

MailText textOf(const ReminderMail& mail, MailLanguage language);
MailText textOf(const DigestMail& mail, MailLanguage language);

} // namespace banhang::server
