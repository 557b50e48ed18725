// UTF-8 text as code points, the ground of every other file of this folder.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::vn {

/// Reads the code point at `at` and moves `at` behind it; a malformed byte gives U+FFFD and moves by one.
char32_t nextCodePoint(std::string_view text, std::size_t& at);

void appendUtf8(std::string& text, char32_t codePoint);

/// Canonical decomposition (NFD); malformed bytes become U+FFFD.
std::u32string toNfd(std::string_view text);

/// Composes `codePoints` in place (NFC) and encodes them.
std::string composeNfc(std::u32string codePoints);

/// NFC of `text`, nothing else changed except that malformed bytes become U+FFFD.
std::string toNfc(std::string_view text);

/// What a person meant to type: NFC, no invisible or control characters, each run of white space (line breaks and
/// no-break spaces included) one space, none at either end.
std::string tidy(std::string_view text);

/// Units: code points, so a letter with composed marks is one.
std::size_t characterCount(std::string_view text);

bool isLetter(char32_t codePoint);
bool isSpace(char32_t codePoint);

/// Simple (one to one) case mapping; marks are kept.
std::string toLower(std::string_view text);
std::string toUpper(std::string_view text);

/// Each word with a capital first letter, the rest small.
std::string toTitle(std::string_view text);

/// The parts of `text` between white space; views into `text`.
std::vector<std::string_view> splitSpaces(std::string_view text);

std::string_view trim(std::string_view text);
std::string join(const std::vector<std::string>& parts, std::string_view between);

constexpr bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Only the ASCII digits of `text`.
std::string digitsOf(std::string_view text);

} // namespace banhang::vn
