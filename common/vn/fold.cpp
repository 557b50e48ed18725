#include "common/vn/fold.h"

#include "common/vn/utf8.h"

#include <utf8proc.h>

#include <array>

namespace banhang::vn {

namespace {

constexpr char32_t kDropped = 0x110000; // no code point, so that U+0000 stays what it is

constexpr bool isMark(char32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

char32_t plain(char32_t c)
{
    switch (c) {
    case 0x111: // đ
    case 0xF0:  // ð
    case 0x256: // ɖ
        return 'd';
    case 0xF8: // ø
        return 'o';
    case 0x142: // ł
        return 'l';
    case 0x127: // ħ
        return 'h';
    case 0x167: // ŧ
        return 't';
    case 0x131: // ı
        return 'i';
    default:
        return c;
    }
}

std::u32string foldDecomposed(std::string_view text)
{
    std::u32string decomposed = toNfd(text);
    std::erase_if(decomposed, isMark);
    for (char32_t& c : decomposed) {
        c = plain(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
    }
    return decomposed;
}

// Latin letters fold one to one and never compose with each other, so a table answers for them; this keeps the
// general path away from nearly every name that the system meets.
constexpr char32_t kLatinEnd = 0x250;
constexpr char32_t kAdditionalBegin = 0x1E00;
constexpr char32_t kAdditionalEnd = 0x1F00;

class LatinTable
{
public:
    LatinTable()
    {
        for (char32_t c = 1; c < kLatinEnd; ++c) {
            m_low[c] = foldOne(c);
        }
        for (char32_t c = kAdditionalBegin; c < kAdditionalEnd; ++c) {
            m_additional[c - kAdditionalBegin] = foldOne(c);
        }
    }

    /// False when the general path must decide.
    bool find(char32_t c, char32_t& folded) const
    {
        if (c < kLatinEnd) {
            folded = m_low[c];
        } else if (c >= kAdditionalBegin && c < kAdditionalEnd) {
            folded = m_additional[c - kAdditionalBegin];
        } else if (isMark(c)) {
            folded = kDropped;
        } else {
            return false;
        }
        return true;
    }

private:
    static char32_t foldOne(char32_t c)
    {
        std::string text;
        appendUtf8(text, c);
        return foldDecomposed(text).front();
    }

    std::array<char32_t, kLatinEnd> m_low{};
    std::array<char32_t, kAdditionalEnd - kAdditionalBegin> m_additional{};
};

bool isWordCharacter(char32_t c)
{
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

} // namespace

std::string fold(std::string_view text)
{
    static const LatinTable table;
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        char32_t folded = kDropped;
        const char32_t c = nextCodePoint(text, at);
        if (!table.find(c, folded)) {
            return composeNfc(foldDecomposed(text));
        }
        if (folded != kDropped) {
            appendUtf8(result, folded);
        }
    }
    return result;
}

std::vector<std::string> foldWords(std::string_view text)
{
    const std::string folded = fold(text);
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = nextCodePoint(folded, at);
        if (!isWordCharacter(c)) {
            inside = false;
            continue;
        }
        if (!inside) {
            words.emplace_back();
            inside = true;
        }
        appendUtf8(words.back(), c);
    }
    return words;
}

std::string foldedName(std::string_view text)
{
    return join(foldWords(text), " ");
}

} // namespace banhang::vn
