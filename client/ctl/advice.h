// What to do about an error, from a shell.
#pragma once

#include <string>

#include "common/error.h"

namespace banhang::client {

/// A line of its own to put behind errorText(); empty where the error says enough.
std::string adviceText(const AppError& error);

} // namespace banhang::client
