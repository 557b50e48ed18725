// A mail as a talk needs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace banhang::email {

/// A file that came with a mail.
struct EmailAttachment
{
    std::string name; ///< safe for every system
    std::string content;
};

/// All texts are UTF-8.
struct EmailMessage
{
    /// Addresses alone, in small letters.
    std::vector<std::string> from;
    std::vector<std::string> to; ///< also copies
    std::string subject;
    std::optional<std::int64_t> sentSeconds; ///< since 1970 UTC; nothing where the mail does not say
    std::string messageId;                   ///< without angle brackets; empty where the mail has none
    std::string body;                        ///< plain; made of the HTML where there is nothing else
    std::vector<EmailAttachment> files;
    bool isCut = false; ///< more text or files than are taken
};

/// Who began, as far as the addresses tell.
enum class EmailDirection { Unknown, FromUs, FromThem };

/// `theirs`: the customer's addresses, in any case. One that is on both sides tells nothing.
EmailDirection directionOf(const EmailMessage& email, const std::vector<std::string>& theirs);

} // namespace banhang::email
