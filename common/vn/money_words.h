// Amounts in words, as they stand on quotes and contracts.
#pragma once

#include <cstdint>
#include <string>

namespace banhang::vn {

/// The company's choice of words; the defaults are those of the North.
struct WordStyle
{
    bool ngan = false; ///< "ngàn" for "nghìn"
    bool le = false;   ///< "lẻ" for "linh"
    bool tu = false;   ///< "hai mươi tư" for "hai mươi bốn"
};

/// "hai nghìn không trăm linh một" for 2001; units past a milliard repeat ("nghìn tỷ", "triệu tỷ").
/// Range: -10^15 to 10^15. Rules: mốt and lăm behind mươi, lăm behind mười, "không trăm" and "linh" inside a number.
std::string numberInWords(std::int64_t value, const WordStyle& style = {});

/// As a sentence: "Hai nghìn không trăm linh một đồng."
std::string moneyInWords(std::int64_t dong, const WordStyle& style = {});

} // namespace banhang::vn
