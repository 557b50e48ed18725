// The house spelling of tone marks: on the first vowel of open oa, oe, uy (hòa, khỏe, thủy).
#pragma once

#include <string>
#include <string_view>

namespace banhang::vn {

/// NFC of `text` with "hoà" as "hòa", "khoẻ" as "khỏe", "thuỷ" as "thủy"; "quý" and closed syllables (hoàn) stay. To
/// compare texts whose marks count; what a user typed is never changed by it.
std::string houseSpelling(std::string_view text);

} // namespace banhang::vn
