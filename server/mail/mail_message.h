// A mail in the form in which mail servers take it.
#pragma once

#include <string>
#include <string_view>

namespace banhang::server {

struct MailMessage
{
    std::string fromName;
    std::string from;
    std::string to;
    std::string subject;
    std::string body; ///< lines end with \n
    std::string date; ///< as RFC 5322 writes it: "Mon, 23 Nov 2026 07:00:00 +0700"; empty: the mail server adds it
    /// Without brackets. The same mail sent again has the same one, by which mailboxes drop the second.
    std::string messageId;
};

/// Plain text in UTF-8, wrapped in base64, so that every mail server passes it on as it is. Whatever stands in names
/// and subject ends up in no other header. Source: RFC 5322, RFC 2045, RFC 2047.
std::string formatted(const MailMessage& message);

std::string base64(std::string_view bytes);

} // namespace banhang::server
