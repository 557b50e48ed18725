// What holds for every field of a record, whichever it is: texts tidy and not endless, choices known.
#pragma once

#include <cstddef>
#include <string_view>

#include <google/protobuf/message.h>

#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Code points, which is what limits on texts count.
std::size_t characterCount(std::string_view text);

/// Brings all texts of the message and of those inside it into the form in which they are stored: NFC, no control
/// characters (PostgreSQL takes no NUL), no spaces around; single-line fields lose line breaks too. Letters, case and
/// punctuation stay as typed.
void tidyTexts(google::protobuf::Message& message);

/// Errors "text.too_long" (arg "max", in characters), "list.too_long" (arg "max", in entries), "list.too_large" (arg
/// "max", in kilobytes with all that is in it) and "field.unknown_value" for a choice that does not exist, with paths.
void checkValues(const google::protobuf::Message& message, Issues& issues);

/// Only "field.unknown_value", in the message's own fields: for requests, whose lists have limits of their own.
void checkEnums(const google::protobuf::Message& message, Issues& issues);

} // namespace banhang::server
