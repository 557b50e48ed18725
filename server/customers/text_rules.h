// What holds for every text of a customer, whichever field it stands in: tidy, and not endless.
#pragma once

#include <cstddef>
#include <string_view>

#include <google/protobuf/message.h>

#include "server/customers/issue_rules.h"

namespace banhang::server {

/// Code points, which is what limits on texts count.
std::size_t characterCount(std::string_view text);

/// Brings all texts of the message and of those inside it into the form in which they are stored: NFC, no control
/// characters (PostgreSQL takes no NUL), no spaces around; single-line fields lose line breaks too. Letters, case and
/// punctuation stay as typed.
void tidyTexts(google::protobuf::Message& message);

/// Errors "text.too_long" (arg "max", in characters) and "list.too_long" (arg "max", in entries), with their paths.
void checkSizes(const google::protobuf::Message& message, Issues& issues);

} // namespace banhang::server
