// Generators of Vietnamese text for properties.
#pragma once

#include "common/vn/utf8.h"
#include "tests/unit/vn/alphabet.h"

#include <rapidcheck.h>

#include <string>

namespace banhang::vn::test {

/// One letter, digit or sign of text as offices type it, now and then something stranger.
inline rc::Gen<std::string> letterGen()
{
    const auto marked = rc::gen::map(rc::gen::elementOf(markedLetters()),
                                     [](const MarkedLetter& letter) { return std::string(letter.small); });
    const auto capital = rc::gen::map(rc::gen::elementOf(markedLetters()),
                                      [](const MarkedLetter& letter) { return std::string(letter.capital); });
    const auto plain =
        rc::gen::map(rc::gen::inRange<int>(0x20, 0x7F), [](int c) { return std::string(1, static_cast<char>(c)); });
    const auto other = rc::gen::map(rc::gen::inRange<int>(0xA0, 0xD7FF), [](int c) {
        std::string text;
        appendUtf8(text, static_cast<char32_t>(c));
        return text;
    });
    return rc::gen::weightedOneOf<std::string>({{5, marked}, {2, capital}, {6, plain}, {1, other}});
}

inline rc::Gen<std::string> textGen()
{
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(letterGen()),
                        [](const std::vector<std::string>& letters) { return join(letters, ""); });
}

/// One word of Vietnamese letters.
inline rc::Gen<std::string> wordGen()
{
    const auto letter = rc::gen::oneOf(
        rc::gen::map(rc::gen::elementOf(markedLetters()), [](const MarkedLetter& l) { return std::string(l.small); }),
        rc::gen::map(rc::gen::inRange('a', static_cast<char>('z' + 1)), [](char c) { return std::string(1, c); }));
    return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(letter)),
                        [](const std::vector<std::string>& letters) { return join(letters, ""); });
}

inline std::string decomposed(std::string_view text)
{
    std::string result;
    for (const char32_t c : toNfd(text)) {
        appendUtf8(result, c);
    }
    return result;
}

} // namespace banhang::vn::test
