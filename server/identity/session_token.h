// Secrets that the server hands out: session tokens and one-time passwords.
#pragma once

#include <string>

namespace banhang::server {

/// 256 random bits in URL-safe base64, 43 characters. Only its SHA-256 is stored or remembered.
std::string makeSessionToken();

/// A password to be changed at the first sign-in: four groups of four letters and digits that cannot be taken for each
/// other
/// ("k7mp-x3ft-9wqa-hd4r"), about 79 bits, easy to read out.
std::string makeFirstPassword();

} // namespace banhang::server
