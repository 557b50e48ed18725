#include "common/vn/legacy_text.h"

#include <algorithm>
#include <array>

#include "common/vn/syllables.h"
#include "common/vn/utf8.h"

namespace banhang::vn {

namespace {

using namespace std::literals;

// Bytes A1 to FE; U+0020 where VN3 has no letter.
constexpr std::u32string_view kTcvn3 = U"ĂÂÊÔƠƯĐăâêôơưđ "  // A1
                                       U"     àảãáạ ằẳẵắ " // B0
                                       U"      ặầẩẫấậè ẻẽ" // C0
                                       U"éẹềểễếệìỉ   ĩíịò" // D0
                                       U" ỏõóọồổỗốộờởỡớợù" // E0
                                       U" ủũúụừửữứựỳỷỹýỵ"; // F0
constexpr char32_t kFirstTcvn3 = 0xA1;

struct VniMark
{
    char32_t character;
    std::u32string_view marks; ///< combining
};
// Small forms; the capital of each stands 0x20 before it.
constexpr std::array kVniMarks{
    VniMark{U'ù', U"\u0301"},       VniMark{U'ø', U"\u0300"},       VniMark{U'û', U"\u0309"},
    VniMark{U'õ', U"\u0303"},       VniMark{U'ï', U"\u0323"},       VniMark{U'â', U"\u0302"},
    VniMark{U'á', U"\u0302\u0301"}, VniMark{U'à', U"\u0302\u0300"}, VniMark{U'å', U"\u0302\u0309"},
    VniMark{U'ã', U"\u0302\u0303"}, VniMark{U'ä', U"\u0302\u0323"}, VniMark{U'ê', U"\u0306"},
    VniMark{U'é', U"\u0306\u0301"}, VniMark{U'è', U"\u0306\u0300"}, VniMark{U'ú', U"\u0306\u0309"},
    VniMark{U'ü', U"\u0306\u0303"}, VniMark{U'ë', U"\u0306\u0323"}};
struct VniLetter
{
    char32_t character;
    char32_t letter;
};
constexpr std::array kVniLetters{VniLetter{U'ô', U'ơ'}, VniLetter{U'ö', U'ư'}, VniLetter{U'ñ', U'đ'},
                                 VniLetter{U'í', U'í'}, VniLetter{U'ì', U'ì'}, VniLetter{U'æ', U'ỉ'},
                                 VniLetter{U'ó', U'ĩ'}, VniLetter{U'ò', U'ị'}, VniLetter{U'î', U'ỵ'}};
constexpr char32_t kCase = 0x20;

// Bytes 80 to 9F of Windows-1252; U+FFFD where there is none.
constexpr std::array<char32_t, 32> kWindowsHigh{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
struct CodePoint
{
    unsigned char byte;
    char32_t character;
};
// Where Windows-1258 is not Windows-1252.
constexpr std::array kWindows1258{CodePoint{0x8A, 0xFFFD}, CodePoint{0x8E, 0xFFFD}, CodePoint{0x9A, 0xFFFD},
                                  CodePoint{0x9E, 0xFFFD}, CodePoint{0xC3, 0x0102}, CodePoint{0xCC, 0x0300},
                                  CodePoint{0xD0, 0x0110}, CodePoint{0xD2, 0x0309}, CodePoint{0xD5, 0x01A0},
                                  CodePoint{0xDD, 0x01AF}, CodePoint{0xDE, 0x0303}, CodePoint{0xE3, 0x0103},
                                  CodePoint{0xEC, 0x0301}, CodePoint{0xF0, 0x0111}, CodePoint{0xF2, 0x0323},
                                  CodePoint{0xF5, 0x01A1}, CodePoint{0xFD, 0x01B0}, CodePoint{0xFE, 0x20AB}};

/// Fewer words than this prove nothing: one French name is no VNI font.
constexpr int kMinWords = 3;
constexpr std::size_t kMaxSampled = 64UL * 1024;

std::u32string codePoints(std::string_view text)
{
    std::u32string points;
    for (std::size_t at = 0; at < text.size();)
        points += nextCodePoint(text, at);
    return points;
}

std::string fromTcvn3(std::string_view text)
{
    std::string result;
    for (const char32_t c : codePoints(text)) {
        const bool isInTable = c >= kFirstTcvn3 && c < kFirstTcvn3 + kTcvn3.size();
        const char32_t letter = isInTable ? kTcvn3[c - kFirstTcvn3] : U' ';
        appendUtf8(result, letter == U' ' ? c : letter);
    }
    return toNfc(result);
}

bool bearsMarks(char32_t letter)
{
    return U"aAeEoOuUyYơƠưƯ"sv.find(letter) != std::u32string_view::npos;
}

std::string fromVni(std::string_view text)
{
    std::u32string result;
    for (const char32_t c : codePoints(text)) {
        const auto mark = std::ranges::find_if(
            kVniMarks, [&](const VniMark& one) { return c == one.character || c == one.character - kCase; });
        if (mark != kVniMarks.end() && !result.empty() && bearsMarks(result.back())) {
            result += mark->marks;
            continue;
        }
        const auto small = std::ranges::find_if(kVniLetters, [&](const VniLetter& one) { return c == one.character; });
        const auto capital =
            std::ranges::find_if(kVniLetters, [&](const VniLetter& one) { return c == one.character - kCase; });
        if (small != kVniLetters.end()) {
            result += small->letter;
        } else if (capital != kVniLetters.end()) {
            std::string upper;
            appendUtf8(upper, capital->letter);
            result += codePoints(toUpper(upper));
        } else {
            result += c;
        }
    }
    // Twice: the marks of a letter stand in the order of the font, which is not that of Unicode.
    return toNfc(composeNfc(std::move(result)));
}

bool isWordBreak(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ';' || c == '"' || c == '.' ||
           c == '/' || c == '-' || c == '(' || c == ')' || c == ':';
}

/// Calls `visit` with each word that has a character beyond ASCII.
template <typename Visit>
void forEachMarkedWord(std::string_view text, Visit&& visit)
{
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !isWordBreak(text[at]))
            continue;
        const std::string_view word = text.substr(start, at - start);
        if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            visit(word);
        start = at + 1;
    }
}

/// Words with marks, and those of them that are Vietnamese.
struct Evidence
{
    int words = 0;
    int syllables = 0;

    double share() const { return words == 0 ? 0 : static_cast<double>(syllables) / words; }
};

Evidence evidenceOf(std::string_view text)
{
    Evidence evidence;
    forEachMarkedWord(text, [&](std::string_view word) {
        ++evidence.words;
        evidence.syllables += isSyllable(word) ? 1 : 0;
    });
    return evidence;
}

/// Of a text read in each way, the way that makes most of it Vietnamese; the first one where they are equal.
template <typename Read>
LegacyEncoding likeliest(std::initializer_list<LegacyEncoding> encodings, Read&& read)
{
    LegacyEncoding best = *encodings.begin();
    double bestShare = -1;
    for (const LegacyEncoding encoding : encodings) {
        const Evidence evidence = evidenceOf(read(encoding));
        // A way of reading that leaves no marks at all explains them away.
        if (evidence.share() > bestShare) {
            best = encoding;
            bestShare = evidence.share();
        }
    }
    return best;
}

std::string decoded(std::string_view bytes, bool vietnamese)
{
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const auto own = std::ranges::find_if(kWindows1258, [&](const CodePoint& one) { return one.byte == byte; });
        if (vietnamese && own != kWindows1258.end())
            appendUtf8(text, own->character);
        else
            appendUtf8(text, byte >= 0x80 && byte < 0xA0 ? kWindowsHigh[byte - 0x80U] : byte);
    }
    return text;
}

} // namespace

std::string fromLegacyFont(LegacyEncoding encoding, std::string_view text)
{
    if (encoding == LegacyEncoding::Tcvn3)
        return fromTcvn3(text);
    return encoding == LegacyEncoding::Vni ? fromVni(text) : toNfc(text);
}

LegacyEncoding detectLegacyFont(const std::vector<std::string_view>& texts)
{
    std::string sample;
    for (const std::string_view text : texts) {
        // Letters that no old font has: this cell was written in Unicode.
        const auto points = codePoints(text);
        if (std::ranges::any_of(points, [](char32_t c) { return c >= 0x100 && c != 0x20AC; }))
            continue;
        sample.append(text).append("\n");
        if (sample.size() > kMaxSampled)
            break;
    }
    if (evidenceOf(sample).words < kMinWords)
        return LegacyEncoding::None;
    const LegacyEncoding best = likeliest({LegacyEncoding::None, LegacyEncoding::Tcvn3, LegacyEncoding::Vni},
                                          [&](LegacyEncoding encoding) { return fromLegacyFont(encoding, sample); });
    constexpr double kSure = 0.7;
    return evidenceOf(fromLegacyFont(best, sample)).share() >= kSure ? best : LegacyEncoding::None;
}

std::string fromBytes(LegacyEncoding encoding, std::string_view bytes)
{
    if (encoding == LegacyEncoding::Windows1258)
        return toNfc(decoded(bytes, true));
    return fromLegacyFont(encoding, decoded(bytes, false));
}

LegacyEncoding detectBytes(std::string_view bytes)
{
    const std::string_view sample = bytes.substr(0, kMaxSampled);
    return likeliest({LegacyEncoding::Windows1258, LegacyEncoding::Tcvn3, LegacyEncoding::Vni, LegacyEncoding::None},
                     [&](LegacyEncoding encoding) { return fromBytes(encoding, sample); });
}

std::string fromUtf16(std::string_view bytes, bool bigEndian)
{
    const auto unitAt = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(bigEndian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        char32_t c = unitAt(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unitAt(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        appendUtf8(text, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
    if (at < bytes.size())
        appendUtf8(text, 0xFFFD);
    return toNfc(text);
}

} // namespace banhang::vn
