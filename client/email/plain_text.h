// HTML of mails as plain text: what a reader would see, without what it looks like.
#pragma once

#include <string>
#include <string_view>

namespace banhang::email {

/// Lines as blocks and breaks make them, at most one empty line between them; styles, scripts and comments are left
/// out; entities become their characters. Never fails: what is no HTML is text.
std::string plainText(std::string_view html);

} // namespace banhang::email
