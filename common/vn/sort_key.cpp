#include "common/vn/sort_key.h"

#include "common/vn/company_name.h"
#include "common/vn/person_name.h"
#include "common/vn/utf8.h"

#include <utf8proc.h>

namespace banhang::vn {

namespace {

// Bytes of a key, in order: between parts of a name, tones (which also end a word), digits, letters.
constexpr char kPartEnd = ' ';
constexpr char kLevelTone = '!';
constexpr char kFirstLetter = 'A';
constexpr std::u32string_view kAlphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
static_assert(kAlphabet.size() == 33);

enum : char32_t {
    Grave = 0x300,
    Acute = 0x301,
    Circumflex = 0x302,
    Tilde = 0x303,
    Breve = 0x306,
    Hook = 0x309,
    Horn = 0x31B,
    DotBelow = 0x323
};

char toneOf(char32_t mark)
{
    switch (mark) {
    case Grave:
        return kLevelTone + 1;
    case Hook:
        return kLevelTone + 2;
    case Tilde:
        return kLevelTone + 3;
    case Acute:
        return kLevelTone + 4;
    case DotBelow:
        return kLevelTone + 5;
    default:
        return 0;
    }
}

char32_t withQuality(char32_t base, char32_t mark)
{
    switch (mark) {
    case Breve:
        return base == U'a' ? U'ă' : base;
    case Circumflex:
        return base == U'a' ? U'â' : base == U'e' ? U'ê' : base == U'o' ? U'ô' : base;
    case Horn:
        return base == U'o' ? U'ơ' : base == U'u' ? U'ư' : base;
    default:
        return base;
    }
}

bool isMark(char32_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

class KeyWriter
{
public:
    void letter(char32_t c)
    {
        const auto place = kAlphabet.find(c);
        if (place == std::u32string_view::npos) {
            appendUtf8(m_key, c); // another script: above every byte used here
        } else {
            m_key.push_back(static_cast<char>(kFirstLetter + static_cast<char>(place)));
        }
        m_inWord = true;
    }

    void number(std::u32string_view digits)
    {
        // The count of digits first, so that 9 comes before 32.
        digits.remove_prefix(std::min(digits.find_first_not_of(U'0'), digits.size() - 1));
        m_key.push_back(static_cast<char>('0' + static_cast<char>(std::min<std::size_t>(digits.size(), 9))));
        for (const char32_t d : digits) {
            m_key.push_back(static_cast<char>(d));
        }
        m_inWord = true;
    }

    void tone(char tone) { m_tones.push_back(tone); }

    void endWord()
    {
        if (m_inWord) {
            m_key += m_tones.empty() ? std::string(1, kLevelTone) : m_tones;
        }
        m_tones.clear();
        m_inWord = false;
    }

    std::string take()
    {
        endWord();
        return std::move(m_key);
    }

private:
    std::string m_key;
    std::string m_tones;
    bool m_inWord = false;
};

char32_t lowerLetter(char32_t c)
{
    const auto lower = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    return lower == 0xF0 || lower == 0x256 ? U'đ' : lower; // eth and African d stand for đ in old lists
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

} // namespace

std::string sortKey(std::string_view text)
{
    const std::u32string source = toNfd(text);
    KeyWriter key;
    for (std::size_t i = 0; i < source.size();) {
        if (isDigit(source[i])) {
            std::size_t end = i;
            while (end < source.size() && isDigit(source[end])) {
                ++end;
            }
            key.number(std::u32string_view(source).substr(i, end - i));
            i = end;
        } else if (isLetter(source[i])) {
            char32_t letter = lowerLetter(source[i]);
            for (++i; i < source.size() && isMark(source[i]); ++i) {
                letter = withQuality(letter, source[i]);
                if (const char tone = toneOf(source[i]); tone != 0) {
                    key.tone(tone);
                }
            }
            key.letter(letter);
        } else {
            if (!isMark(source[i])) {
                key.endWord();
            }
            ++i;
        }
    }
    return key.take();
}

std::string personSortKey(std::string_view name)
{
    const PersonName parts = parsePersonName(name);
    std::string key = sortKey(parts.given);
    for (const auto& rest : {parts.family, parts.middle}) {
        key.push_back(kPartEnd);
        key += sortKey(rest);
    }
    return key;
}

std::string companySortKey(std::string_view name)
{
    const CompanyName parts = parseCompanyName(name);
    return sortKey(parts.distinctive) + kPartEnd + sortKey(parts.legalShort);
}

} // namespace banhang::vn
