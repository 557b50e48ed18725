// Names of files that people give and that every system can store.
#pragma once

#include <string>
#include <string_view>

namespace banhang {

/// Units: characters.
constexpr int kMaxFileNameLength = 200;

/// Whether Windows, Linux and macOS store it under exactly this name in one folder, and whether it looks like what it
/// is: no folders, no control characters, none that turn the direction of writing around ("exe.fdp"), no device
/// ("CON"), no dot or space at either end.
bool isSafeFileName(std::string_view name);

/// The nearest safe name: what is forbidden becomes "_", the extension stays. "_" for what has nothing left.
std::string safeFileName(std::string_view name);

/// Small letters behind the last dot, without it; empty if there is none.
std::string fileExtension(std::string_view name);

} // namespace banhang
