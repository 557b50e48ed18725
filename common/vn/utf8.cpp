#include "common/vn/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace banhang::vn {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isInvisible(char32_t c)
{
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF;
}

template <typename Map>
std::string mapEach(std::string_view text, Map map)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        appendUtf8(result, map(nextCodePoint(text, at)));
    }
    return result;
}

char32_t lowerOf(char32_t c)
{
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t upperOf(char32_t c)
{
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c)));
}

} // namespace

char32_t nextCodePoint(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    utf8proc_int32_t codePoint = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &codePoint);
    if (length <= 0) {
        ++at;
        return kReplacement;
    }
    at += static_cast<std::size_t>(length);
    return static_cast<char32_t>(codePoint);
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    if (codePoint < 0x80) {
        text.push_back(static_cast<char>(codePoint));
        return;
    }
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::u32string toNfd(std::string_view text)
{
    std::u32string source;
    source.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        source.push_back(nextCodePoint(text, at));
    }
    std::u32string result;
    result.reserve(source.size() * 2);
    // A canonical decomposition has at most four code points.
    utf8proc_int32_t parts[8];
    for (const char32_t c : source) {
        if (c < 0xC0) {
            result.push_back(c);
            continue;
        }
        int boundary = 0;
        const auto count =
            utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
        for (utf8proc_ssize_t i = 0; i < count; ++i) {
            result.push_back(static_cast<char32_t>(parts[i]));
        }
    }
    // Canonical order: marks after a base sort by combining class, stably.
    const auto combiningClass = [](char32_t c) {
        return c < 0x300 ? 0 : utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class;
    };
    for (auto begin = result.begin(); begin != result.end();) {
        if (combiningClass(*begin) == 0) {
            ++begin;
            continue;
        }
        const auto end = std::find_if(begin, result.end(), [&](char32_t c) { return combiningClass(c) == 0; });
        std::stable_sort(begin, end, [&](char32_t a, char32_t b) { return combiningClass(a) < combiningClass(b); });
        begin = end;
    }
    return result;
}

std::string composeNfc(std::u32string codePoints)
{
    static_assert(sizeof(char32_t) == sizeof(utf8proc_int32_t));
    std::vector<utf8proc_int32_t> buffer(codePoints.begin(), codePoints.end());
    // NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange): the C library combines its options this way
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    const auto length = utf8proc_normalize_utf32(buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), options);
    std::string result;
    result.reserve(buffer.size() * 2);
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        appendUtf8(result, static_cast<char32_t>(buffer[static_cast<std::size_t>(i)]));
    }
    return result;
}

std::string toNfc(std::string_view text)
{
    return isAscii(text) ? std::string(text) : composeNfc(toNfd(text));
}

std::string tidy(std::string_view text)
{
    const std::string composed = toNfc(text);
    std::string result;
    result.reserve(composed.size());
    bool gap = false;
    bool dropped = false;
    for (std::size_t at = 0; at < composed.size();) {
        const char32_t c = nextCodePoint(composed, at);
        if (isSpace(c)) {
            gap = true;
        } else if (isInvisible(c)) {
            dropped = true;
        } else {
            if (gap && !result.empty()) {
                result.push_back(' ');
            }
            gap = false;
            appendUtf8(result, c);
        }
    }
    // A letter and the mark behind what was dropped between them are neighbours now.
    return dropped ? toNfc(result) : result;
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool isLetter(char32_t codePoint)
{
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(codePoint));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool isSpace(char32_t codePoint)
{
    if (codePoint == ' ' || (codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85) {
        return true;
    }
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(codePoint));
    return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

std::string toLower(std::string_view text)
{
    return mapEach(text, lowerOf);
}

std::string toUpper(std::string_view text)
{
    return mapEach(text, upperOf);
}

std::string toTitle(std::string_view text)
{
    bool inside = false;
    return mapEach(text, [&inside](char32_t c) {
        const bool starts = !inside && isLetter(c);
        inside = !isSpace(c) && c != '-' && (inside || isLetter(c));
        return starts ? upperOf(c) : lowerOf(c);
    });
}

std::vector<std::string_view> splitSpaces(std::string_view text)
{
    std::vector<std::string_view> words;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        if (isSpace(nextCodePoint(text, at))) {
            if (before > start) {
                words.push_back(text.substr(start, before - start));
            }
            start = at;
        }
    }
    if (start < text.size()) {
        words.push_back(text.substr(start));
    }
    return words;
}

std::string_view trim(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string join(const std::vector<std::string>& parts, std::string_view between)
{
    std::string result;
    for (const auto& part : parts) {
        if (!result.empty()) {
            result += between;
        }
        result += part;
    }
    return result;
}

std::string digitsOf(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isAsciiDigit);
    return digits;
}

} // namespace banhang::vn
