// The lists of common/vn/data as they were built into the program. Used by units.cpp and province_match.cpp alone.
#pragma once

#include <string_view>

namespace banhang::vn {

std::string_view builtinUnits();
std::string_view builtinProvinceAliases();

} // namespace banhang::vn
