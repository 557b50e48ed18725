// The passwords that everybody guesses first.
#pragma once

#include <string_view>

namespace banhang::server {

/// Whether `password`, in lower case, stands on the list (data/common_passwords.txt; sources in the NOTICE beside it).
bool isCommonPassword(std::string_view password);

} // namespace banhang::server
