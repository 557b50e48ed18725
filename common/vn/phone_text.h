// The writing around phone numbers: separators, extensions and words in a cell. Used by phone.cpp alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

struct PhoneText
{
    std::string digits;    ///< of the number itself
    bool plus = false;     ///< written with a leading "+"
    std::string extension; ///< digits behind "máy lẻ", "ext" and the like
    std::string note;      ///< words that are neither
};

/// Takes one number apart.
PhoneText readPhoneText(std::string_view text);

/// The pieces of a cell, one number each (a piece may also hold words only).
std::vector<std::string> splitPhoneCell(std::string_view text);

} // namespace banhang::vn
