#include "common/vn/spelling.h"

#include "common/vn/utf8.h"

namespace banhang::vn {

namespace {

constexpr std::u32string_view kTones = U"\u0300\u0301\u0303\u0309\u0323";

bool isTone(char32_t c)
{
    return kTones.find(c) != std::u32string_view::npos;
}

bool isOneOf(char32_t c, std::u32string_view letters)
{
    return letters.find(c) != std::u32string_view::npos;
}

bool opensPair(char32_t first, char32_t second)
{
    return (isOneOf(first, U"oO") && isOneOf(second, U"aAeE")) || (isOneOf(first, U"uU") && isOneOf(second, U"yY"));
}

} // namespace

std::string houseSpelling(std::string_view text)
{
    std::u32string letters = toNfd(text);
    for (std::size_t i = 0; i + 2 < letters.size(); ++i) {
        const bool closed = i + 3 < letters.size() &&
                            (isLetter(letters[i + 3]) || (letters[i + 3] >= 0x300 && letters[i + 3] <= 0x36F));
        const bool afterQ = i > 0 && isOneOf(letters[i - 1], U"qQ");
        if (opensPair(letters[i], letters[i + 1]) && isTone(letters[i + 2]) && !closed && !afterQ) {
            std::swap(letters[i + 1], letters[i + 2]);
        }
    }
    return composeNfc(std::move(letters));
}

} // namespace banhang::vn
