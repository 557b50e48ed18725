// One part of an address line between two separators, and what it says it is. Used by address.cpp alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

enum class PartKind {
    Bare,
    Ward,
    District,
};

struct Part
{
    std::string text;
    PartKind kind = PartKind::Bare;
    std::string name; ///< without its kind: wardNameKey()
};

/// Separators are commas, semicolons, line breaks and " - "; empty parts are left out.
std::vector<std::string> splitAddress(std::string_view text);

/// "P. Cầu Giấy", "Q1", "Thị xã Sơn Tây".
Part readPart(const std::string& text);

} // namespace banhang::vn
