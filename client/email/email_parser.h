// Reads .eml files: MIME, encodings and character sets are GMime's business.
#pragma once

#include <stdexcept>
#include <string_view>

#include "client/email/email_message.h"

namespace banhang::email {

/// The file is no mail: it has neither a sender nor a date nor a subject.
class EmailParseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Takes at most 20,000 characters of text and 50 files. Throws: EmailParseError. Thread: any, one at a time in the
/// program.
EmailMessage parseEmailMessage(std::string_view eml);

} // namespace banhang::email
