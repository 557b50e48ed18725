#include "client/sheets/phone_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr std::size_t kMaxCharacters = 100; // of Phone.number, as the server holds it

using Words = std::vector<std::string_view>;

std::string textOf(const Words& words, std::size_t begin, std::size_t end)
{
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        text.append(i == begin ? "" : " ").append(words[i]);
    return text;
}

bool hasDigit(std::string_view word)
{
    return std::ranges::any_of(word, vn::isAsciiDigit);
}

/// Without what only held the two parts together.
std::string trimmedEnds(const std::string& text)
{
    constexpr std::string_view kJoints = " ,;-(";
    const auto begin = text.find_first_not_of(" ,;-)");
    const auto end = text.find_last_not_of(kJoints);
    return begin == std::string::npos || end == std::string::npos || end < begin ? std::string()
                                                                                 : text.substr(begin, end + 1 - begin);
}

std::string joined(const std::string& before, const std::string& behind)
{
    return before.empty() || behind.empty() ? before + behind : before + " … " + behind;
}

/// The digits stand too far apart for their field: the number as it was read, and all words.
FittedPhone asRead(const vn::Phone& phone)
{
    std::string number = phone.display;
    if (!phone.extension.empty())
        number += ", máy lẻ " + phone.extension;
    return {number, phone.note};
}

} // namespace

FittedPhone fitPhone(const std::string& written, const vn::Phone& phone)
{
    if (vn::characterCount(written) <= kMaxCharacters)
        return {written, {}};
    const Words words = vn::splitSpaces(written);
    const auto first = std::ranges::find_if(words, hasDigit);
    const auto last = std::find_if(words.rbegin(), words.rend(), hasDigit).base();
    if (first == words.end())
        return {written, {}};
    auto begin = static_cast<std::size_t>(first - words.begin());
    auto end = static_cast<std::size_t>(last - words.begin());
    std::size_t length = vn::characterCount(textOf(words, begin, end));
    if (length > kMaxCharacters) {
        if (phone.isValid())
            return asRead(phone);
        length = vn::characterCount(words[begin]);
        end = begin + 1;
    }
    const auto takes = [&](std::size_t at) {
        const std::size_t longer = length + 1 + vn::characterCount(words[at]);
        if (longer > kMaxCharacters)
            return false;
        length = longer;
        return true;
    };
    while (end < words.size() && takes(end))
        ++end;
    while (begin > 0 && takes(begin - 1))
        --begin;
    return {trimmedEnds(textOf(words, begin, end)),
            joined(trimmedEnds(textOf(words, 0, begin)), trimmedEnds(textOf(words, end, words.size())))};
}

} // namespace banhang::client
