#include "common/match/syllable.h"

#include <algorithm>
#include <array>

namespace banhang::match {

namespace {

// Longest first, so that "ngh" is not taken for "n".
constexpr std::string_view kInitials[] = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu",
                                          "th",  "tr", "b",  "c",  "d",  "g",  "h",  "k",  "l",
                                          "m",   "n",  "p",  "r",  "s",  "t",  "v",  "x",  ""};

// Without marks, sorted.
constexpr auto kRhymes = std::to_array<std::string_view>(
    {"a",   "ac",   "ach",  "ai",  "am",   "an",   "ang",  "anh",  "ao",  "ap",  "at",   "au",   "ay",   "e",
     "ec",  "ech",  "em",   "en",  "eng",  "enh",  "eo",   "ep",   "et",  "eu",  "i",    "ia",   "ich",  "iec",
     "iem", "ien",  "ieng", "iep", "iet",  "ieu",  "im",   "in",   "inh", "ip",  "it",   "iu",   "o",    "oa",
     "oac", "oach", "oai",  "oam", "oan",  "oang", "oanh", "oao",  "oap", "oat", "oay",  "oc",   "oe",   "oen",
     "oeo", "oet",  "oi",   "om",  "on",   "ong",  "ooc",  "oong", "op",  "ot",  "u",    "ua",   "uan",  "uang",
     "uat", "uay",  "uc",   "ue",  "uech", "uenh", "ui",   "um",   "un",  "ung", "uo",   "uoc",  "uoi",  "uom",
     "uon", "uong", "uop",  "uot", "uou",  "up",   "ut",   "uu",   "uy",  "uya", "uych", "uyen", "uyet", "uynh",
     "uyt", "uyu",  "y",    "yem", "yen",  "yet",  "yeu"});
static_assert(std::ranges::is_sorted(kRhymes));

constexpr std::string_view kToneKeys = "sfrxjz";
constexpr std::string_view kVowels = "aeiouy";

/// Telex: "aa", "ee", "oo", "dd" and "w" make â, ê, ô, đ, ă, ơ, ư.
std::string withoutTelexMarks(std::string_view word)
{
    std::string result;
    for (const char c : word) {
        const bool isDoubled = !result.empty() && result.back() == c && (c == 'a' || c == 'e' || c == 'o' || c == 'd');
        if (!isDoubled && c != 'w')
            result += c;
    }
    return result;
}

/// The one letter of a tone that stands behind the first vowel, at the end or where it was typed.
std::string withoutToneKey(const std::string& word)
{
    const std::size_t vowel = word.find_first_of(kVowels);
    if (vowel == std::string::npos)
        return {};
    for (std::size_t at = word.size() - 1; at > vowel; --at) {
        if (kToneKeys.find(word[at]) == std::string_view::npos)
            continue;
        std::string rest = word.substr(0, at) + word.substr(at + 1);
        if (isSyllable(rest))
            return rest;
    }
    return {};
}

std::string fromTelex(std::string_view word)
{
    std::string plain = withoutTelexMarks(word);
    if (plain != word && isSyllable(plain))
        return plain;
    return withoutToneKey(plain);
}

std::string fromVni(std::string_view word)
{
    std::string letters;
    std::ranges::copy_if(word, std::back_inserter(letters), [](char c) { return c < '0' || c > '9'; });
    return isSyllable(letters) ? letters : std::string();
}

} // namespace

bool isSyllable(std::string_view folded)
{
    return std::ranges::any_of(kInitials, [folded](std::string_view initial) {
        return folded.starts_with(initial) && std::ranges::binary_search(kRhymes, folded.substr(initial.size()));
    });
}

std::string mendTyping(std::string_view folded)
{
    constexpr std::size_t kMinLength = 3;
    if (folded.size() < kMinLength || isSyllable(folded))
        return std::string(folded);
    const bool hasDigit = folded.find_first_of("0123456789") != std::string_view::npos;
    // A house style such as "A1" or "2S" is no typing error: VNI keys stand behind a letter.
    if (hasDigit && (folded.front() >= '0' && folded.front() <= '9'))
        return std::string(folded);
    std::string meant = hasDigit ? fromVni(folded) : fromTelex(folded);
    return meant.empty() ? std::string(folded) : meant;
}

} // namespace banhang::match
