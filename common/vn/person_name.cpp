#include "common/vn/person_name.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace banhang::vn {

namespace {

using Words = std::vector<std::string>;

// Folded. Source: family names of vietnamese-name-generator and vietnamese-namedb (MIT, see data/NOTICE.md).
constexpr std::string_view kFamilies[] = {
    "au",    "bach",   "ban",   "be",    "bien",   "bo",    "bui",   "ca",    "cam",   "canh",  "cao",    "che",
    "chau",  "chiem",  "chu",   "chung", "co",     "cu",    "cung",  "dam",   "dang",  "danh",  "dao",    "dau",
    "diep",  "dinh",   "do",    "doan",  "du",     "duong", "giang", "giap",  "ha",    "ham",   "han",    "hoang",
    "ho",    "hua",    "huynh", "kha",   "khong",  "khuat", "khuc",  "kieu",  "kim",   "la",    "lac",    "lai",
    "lam",   "le",     "lieu",  "lo",    "lu",     "luc",   "luong", "luu",   "ly",    "ma",    "mac",    "mach",
    "mai",   "nghiem", "ngo",   "nguy",  "nguyen", "nhu",   "ninh",  "nong",  "on",    "ong",   "pham",   "phan",
    "phi",   "pho",    "phu",   "phung", "quach",  "quan",  "sam",   "su",    "ta",    "tang",  "thach",  "thai",
    "than",  "thieu",  "tieu",  "to",    "ton",    "tong",  "tran",  "trang", "trieu", "trinh", "truong", "tu",
    "tuong", "ung",    "uong",  "van",   "vi",     "vien",  "vo",    "vu",    "vuong", "xa",    "yen",    "quang",
    "dong",  "luyen",  "cai",   "hau",   "hang",   "sung"};

// Small letters; the longer first. Without marks only where that is no other pair of common words.
constexpr std::string_view kCompoundFamilies[] = {
    "công tằng tôn nữ", "công huyền tôn nữ", "huyền tôn nữ", "công tôn nữ", "tôn thất",
    "tôn nữ",           "hoàng phủ",         "thượng quan",  "âu dương",    "gia cát",
    "hạ hầu",           "tây môn",           "tư mã",        "tư đồ",       "ton that",
    "ton nu",           "au duong",          "gia cat",      "hoang phủ",   "cong tang ton nu"};

// A lone word of these is never a given name.
constexpr std::array<std::string_view, 10> kOnlyFamilies = {"nguyễn", "nguyen", "huỳnh", "huynh",  "phạm",
                                                            "trần",   "đặng",   "bùi",   "trương", "phan"};

constexpr std::array<std::string_view, 16> kTitles = {"dr",  "ts", "ths", "bs",  "gs",   "pgs",    "ks",    "ls",
                                                      "kts", "cn", "ds",  "ncs", "prof", "ths.bs", "gs.ts", "pgs.ts"};

struct HonorificWord
{
    std::string_view word;
    Honorific honorific;
};

constexpr std::array<HonorificWord, 13> kHonorifics = {{{"ông", Honorific::Ong},
                                                        {"bà", Honorific::Ba},
                                                        {"anh", Honorific::Anh},
                                                        {"chị", Honorific::Chi},
                                                        {"em", Honorific::Em},
                                                        {"cô", Honorific::Co},
                                                        {"chú", Honorific::Chu},
                                                        {"bác", Honorific::Bac},
                                                        {"mr", Honorific::Ong},
                                                        {"mrs", Honorific::Ba},
                                                        {"ms", Honorific::Ba},
                                                        {"miss", Honorific::Chi},
                                                        {"chi", Honorific::Chi}}};

constexpr std::array<HonorificWord, 4> kShortHonorifics = {
    {{"a", Honorific::Anh}, {"c", Honorific::Chi}, {"ô", Honorific::Ong}, {"b", Honorific::Ba}}};

std::string withoutBrackets(std::string_view text)
{
    std::string result;
    int depth = 0;
    for (const char c : text) {
        depth += c == '(' || c == '[' ? 1 : 0;
        if (depth == 0) {
            result.push_back(c);
        }
        depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
    }
    return result;
}

std::string bare(std::string_view word)
{
    std::string lower = toLower(word);
    while (!lower.empty() && (lower.back() == '.' || lower.back() == ',' || lower.back() == ':')) {
        lower.pop_back();
    }
    return lower;
}

bool isTitle(std::string_view word)
{
    return std::ranges::find(kTitles, bare(word)) != kTitles.end();
}

/// These begin names of shops, places and people too: "Bà Nà Hills", "Cô Ba Sài Gòn", "Ông Ích Khiêm".
bool alsoBeginsNames(std::string_view word)
{
    static constexpr std::array<std::string_view, 6> kWords = {"ông", "bà", "cô", "chú", "bác", "em"};
    return std::ranges::find(kWords, word) != kWords.end();
}

/// Places, streets, people of history and shops that bear such a word in their names.
bool isKnownName(const Words& words)
{
    static constexpr std::array<std::string_view, 13> kNames = {
        "bà nà",    "bà rịa", "bà đen", "bà triệu", "bà chiểu", "bà điểm", "bà hom",
        "bà trưng", "cô ba",  "cô tô",  "cô giang", "chú ba",   "ông lãnh"};
    static constexpr std::array<std::string_view, 6> kShops = {"shop", "store", "spa", "mart", "cafe", "coffee"};
    return std::ranges::find(kNames, bare(words[0]) + " " + bare(words[1])) != kNames.end() ||
           std::ranges::any_of(words,
                               [](const auto& word) { return std::ranges::find(kShops, bare(word)) != kShops.end(); });
}

/// The first word stands before a name of one or two words that is none together with it ("Cô Ngọc Lan"), before a
/// family name, or in small letters before a capital. "Ông" itself is a family name before what begins no other name:
/// "Ông Văn Tùng".
bool addressesWhatFollows(const Words& words)
{
    static constexpr std::array<std::string_view, 3> kMiddles = {"ich", "van", "thi"};
    if (words[0] == toLower(words[0]) && words[1] != toLower(words[1])) {
        return true;
    }
    const bool isOngFamily =
        words.size() >= 3 && bare(words[0]) == "ông" && std::ranges::find(kMiddles, fold(words[1])) != kMiddles.end();
    constexpr std::size_t kWithGivenNames = 3;
    return !isOngFamily && !isKnownName(words) &&
           (words.size() <= kWithGivenNames || isFamilyName(words[1]) || isTitle(words[1]));
}

/// Words that also begin names ("Anh Thư", unmarked "chi") and single letters count only before a family name.
std::optional<Honorific> honorificAt(const Words& words)
{
    const std::string first = bare(words[0]);
    const bool beforeFamily = words.size() >= 3 && isFamilyName(words[1]);
    const bool dotted = words[0].ends_with('.');
    if (dotted && beforeFamily) {
        const auto it = std::ranges::find(kShortHonorifics, first, &HonorificWord::word);
        if (it != kShortHonorifics.end()) {
            return it->honorific;
        }
    }
    const auto it = std::ranges::find(kHonorifics, first, &HonorificWord::word);
    if (it == kHonorifics.end() || ((first == "anh" || first == "chi") && !beforeFamily)) {
        return std::nullopt;
    }
    return alsoBeginsNames(first) && !addressesWhatFollows(words) ? std::nullopt : std::optional(it->honorific);
}

Honorific cutHonorific(Words& words)
{
    Honorific found = Honorific::None;
    while (words.size() > 1) {
        if (isTitle(words[0])) {
            words.erase(words.begin());
        } else if (const auto honorific = found == Honorific::None ? honorificAt(words) : std::nullopt) {
            found = *honorific;
            words.erase(words.begin());
        } else {
            break;
        }
    }
    return found;
}

std::size_t familyLength(const Words& words)
{
    const std::string lower = toLower(join(words, " ")) + " ";
    for (const std::string_view compound : kCompoundFamilies) {
        const auto length = static_cast<std::size_t>(std::ranges::count(compound, ' ')) + 1;
        if (length < words.size() && lower.starts_with(std::string(compound) + " ")) {
            return length;
        }
    }
    return 1;
}

std::string joined(const Words& words, std::size_t begin, std::size_t end)
{
    return join(
        Words(words.begin() + static_cast<std::ptrdiff_t>(begin), words.begin() + static_cast<std::ptrdiff_t>(end)),
        " ");
}

std::string firstLetter(std::string_view word)
{
    std::string letter;
    for (std::size_t at = 0; at < word.size() && letter.empty();) {
        const char32_t c = nextCodePoint(word, at);
        if (isLetter(c) || (c < 0x80 && isAsciiDigit(static_cast<char>(c)))) {
            appendUtf8(letter, c);
        }
    }
    return letter;
}

} // namespace

std::string PersonName::full() const
{
    std::string result;
    for (const std::string* part : {&family, &middle, &given}) {
        if (!part->empty()) {
            result += (result.empty() ? "" : " ") + *part;
        }
    }
    return result;
}

PersonName parsePersonName(std::string_view text)
{
    const std::string clean = tidy(withoutBrackets(text));
    Words words;
    for (const std::string_view word : splitSpaces(clean)) {
        words.emplace_back(word);
    }
    PersonName name;
    name.honorific = cutHonorific(words);
    if (words.empty()) {
        return name;
    }
    if (words.size() == 1) {
        const bool onlyFamily = std::ranges::find(kOnlyFamilies, toLower(words[0])) != kOnlyFamilies.end();
        (onlyFamily ? name.family : name.given) = words[0];
        return name;
    }
    const std::size_t family = familyLength(words);
    name.family = joined(words, 0, family);
    name.middle = joined(words, family, words.size() - 1);
    name.given = words.back();
    return name;
}

bool isFamilyName(std::string_view word)
{
    return std::ranges::find(kFamilies, fold(word)) != std::end(kFamilies);
}

std::string_view honorificWord(Honorific honorific)
{
    const auto it = std::ranges::find(kHonorifics, honorific, &HonorificWord::honorific);
    return it == kHonorifics.end() ? std::string_view() : it->word;
}

std::string addressForm(Honorific honorific, std::string_view name)
{
    const PersonName parts = parsePersonName(tidyPersonName(name));
    const std::string_view word = honorificWord(honorific);
    return word.empty() || parts.given.empty() ? parts.given : std::string(word) + " " + parts.given;
}

std::string nameInitials(std::string_view name)
{
    std::string initials;
    for (const std::string& word : foldWords(parsePersonName(name).full())) {
        initials += firstLetter(word);
    }
    return initials;
}

std::string nameMonogram(std::string_view name)
{
    const PersonName parts = parsePersonName(name);
    return toUpper(firstLetter(parts.family) + firstLetter(parts.given));
}

std::string tidyPersonName(std::string_view text)
{
    std::string clean = tidy(text);
    const bool oneCase = clean == toLower(clean) || clean == toUpper(clean);
    return oneCase ? toTitle(clean) : clean;
}

} // namespace banhang::vn
