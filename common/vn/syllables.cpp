#include "common/vn/syllables.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/vn/utf8.h"

namespace banhang::vn {

namespace {

using namespace std::literals;

constexpr std::u32string_view kTones = U"\u0300\u0301\u0303\u0309\u0323";
constexpr std::u32string_view kStopTones = U"\u0301\u0323";

// Longest first, so that "ngh" is not taken for "n". Source: the table of âm đầu in the school grammar.
constexpr std::array kOnsets{"ngh"sv, "ch"sv, "gh"sv, "gi"sv, "kh"sv, "ng"sv, "nh"sv, "ph"sv, "qu"sv, "th"sv,
                             "tr"sv,  "b"sv,  "c"sv,  "d"sv,  "đ"sv,  "g"sv,  "h"sv,  "k"sv,  "l"sv,  "m"sv,
                             "n"sv,   "p"sv,  "r"sv,  "s"sv,  "t"sv,  "v"sv,  "x"sv,  ""sv};

// The rhymes (vần), without tone.
constexpr std::array kRhymes{
    "a"sv,    "ac"sv,   "ach"sv,  "ai"sv,   "am"sv,  "an"sv,   "ang"sv,  "anh"sv,  "ao"sv,   "ap"sv,   "at"sv,
    "au"sv,   "ay"sv,   "ăc"sv,   "ăm"sv,   "ăn"sv,  "ăng"sv,  "ăp"sv,   "ăt"sv,   "âc"sv,   "âm"sv,   "ân"sv,
    "âng"sv,  "âp"sv,   "ât"sv,   "âu"sv,   "ây"sv,  "e"sv,    "ec"sv,   "em"sv,   "en"sv,   "eng"sv,  "eo"sv,
    "ep"sv,   "et"sv,   "ê"sv,    "êch"sv,  "êm"sv,  "ên"sv,   "ênh"sv,  "êp"sv,   "êt"sv,   "êu"sv,   "i"sv,
    "ia"sv,   "ich"sv,  "iêc"sv,  "iêm"sv,  "iên"sv, "iêng"sv, "iêp"sv,  "iêt"sv,  "iêu"sv,  "im"sv,   "in"sv,
    "inh"sv,  "ip"sv,   "it"sv,   "iu"sv,   "o"sv,   "oa"sv,   "oac"sv,  "oach"sv, "oai"sv,  "oam"sv,  "oan"sv,
    "oang"sv, "oanh"sv, "oao"sv,  "oap"sv,  "oat"sv, "oay"sv,  "oăc"sv,  "oăm"sv,  "oăn"sv,  "oăng"sv, "oăt"sv,
    "oc"sv,   "oe"sv,   "oen"sv,  "oeo"sv,  "oet"sv, "oi"sv,   "om"sv,   "on"sv,   "ong"sv,  "ooc"sv,  "oong"sv,
    "op"sv,   "ot"sv,   "ô"sv,    "ôc"sv,   "ôi"sv,  "ôm"sv,   "ôn"sv,   "ông"sv,  "ôp"sv,   "ôt"sv,   "ơ"sv,
    "ơi"sv,   "ơm"sv,   "ơn"sv,   "ơp"sv,   "ơt"sv,  "u"sv,    "ua"sv,   "uân"sv,  "uâng"sv, "uât"sv,  "uây"sv,
    "uc"sv,   "uê"sv,   "uêch"sv, "uênh"sv, "ui"sv,  "um"sv,   "un"sv,   "ung"sv,  "uôc"sv,  "uôi"sv,  "uôm"sv,
    "uôn"sv,  "uông"sv, "uôt"sv,  "up"sv,   "ut"sv,  "uơ"sv,   "uy"sv,   "uya"sv,  "uych"sv, "uyên"sv, "uyêt"sv,
    "uynh"sv, "uyp"sv,  "uyt"sv,  "uyu"sv,  "ư"sv,   "ưa"sv,   "ưc"sv,   "ưi"sv,   "ưm"sv,   "ưn"sv,   "ưng"sv,
    "ưt"sv,   "ưu"sv,   "ươc"sv,  "ươi"sv,  "ươm"sv, "ươn"sv,  "ương"sv, "ươp"sv,  "ươt"sv,  "ươu"sv,  "y"sv,
    "yêm"sv,  "yên"sv,  "yêng"sv, "yêt"sv,  "yêu"sv, "ynh"sv,  "yt"sv};

/// The word without its tone; nothing left of it when it has several, or what is no letter.
std::string withoutTone(std::string_view word, char32_t& tone)
{
    std::u32string letters;
    for (const char32_t c : toNfd(toLower(word))) {
        if (kTones.find(c) != std::u32string_view::npos) {
            if (tone != 0)
                return {};
            tone = c;
            continue;
        }
        letters += c;
    }
    return composeNfc(std::move(letters));
}

bool isStopped(std::string_view rhyme)
{
    return rhyme.ends_with('c') || rhyme.ends_with("ch") || rhyme.ends_with('p') || rhyme.ends_with('t');
}

bool isRhyme(std::string_view rhyme, char32_t tone)
{
    if (std::ranges::find(kRhymes, rhyme) == kRhymes.end())
        return false;
    return !isStopped(rhyme) || kStopTones.find(tone) != std::u32string_view::npos;
}

} // namespace

bool isSyllable(std::string_view word)
{
    char32_t tone = 0;
    const std::string letters = withoutTone(word, tone);
    if (letters.empty())
        return false;
    const std::string_view text = letters;
    // "gi" is both an onset and g with the rhyme i.
    if (text == "gi" || text == "gin" || text == "giêng")
        return true;
    return std::ranges::any_of(kOnsets, [&](std::string_view onset) {
        return text.starts_with(onset) && isRhyme(text.substr(onset.size()), tone);
    });
}

} // namespace banhang::vn
