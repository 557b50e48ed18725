#include "common/vn/phone_text.h"

#include "common/vn/fold.h"
#include "common/vn/phone_plan.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace banhang::vn {

namespace {

// Folded; a longer one stands before its own head.
constexpr std::array<std::string_view, 9> kExtensionWords = {"so may le", "may le", "so le", "nhanh", "extension",
                                                             "ext",       "ml",     "le",    "x"};
// Words that name the kind of line and tell nothing about the person.
constexpr std::array<std::string_view, 10> kLabels = {"dt",     "dd",      "tel", "sdt",  "phone",
                                                      "mobile", "hotline", "so",  "dtdd", "dien thoai"};

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordByte(char c)
{
    return isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// The extension at the end of `text` (cut off from it): a word of the list or "#" before at most six digits.
std::string cutExtension(std::string& text)
{
    std::size_t end = text.size();
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ')' || text[end - 1] == '.')) {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && isAsciiDigit(text[begin - 1])) {
        --begin;
    }
    std::string digits = text.substr(begin, end - begin);
    if (digits.empty() || digits.size() > 6) {
        return {};
    }
    std::size_t wordEnd = begin;
    while (wordEnd > 0 && (text[wordEnd - 1] == ' ' || text[wordEnd - 1] == ':' || text[wordEnd - 1] == '.')) {
        --wordEnd;
    }
    if (wordEnd > 0 && text[wordEnd - 1] == '#') {
        text.resize(wordEnd - 1);
        return digits;
    }
    std::size_t wordBegin = wordEnd;
    while (wordBegin > 0 && !isAsciiDigit(text[wordBegin - 1]) && text[wordBegin - 1] != '(') {
        --wordBegin;
    }
    const std::string word = foldedName(std::string_view(text).substr(wordBegin, wordEnd - wordBegin));
    if (std::ranges::find(kExtensionWords, word) == kExtensionWords.end()) {
        return {};
    }
    text.resize(wordBegin);
    return digits;
}

bool isLabel(std::string_view word)
{
    return std::ranges::find(kLabels, word) != kLabels.end();
}

/// The words of `text` without digits, punctuation at their ends and labels.
std::string wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    for (const std::string_view raw : splitSpaces(text)) {
        std::string word;
        std::ranges::copy_if(raw, std::back_inserter(word), isWordByte);
        if (!word.empty() && !isLabel(fold(word))) {
            words.push_back(word);
        }
    }
    return join(words, " ");
}

std::string replaceAll(const std::string& text, std::string_view word, char by)
{
    std::string result;
    std::size_t begin = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, begin)) {
        result.append(text, begin, at - begin);
        result.push_back(by);
        begin = at + word.size();
    }
    return result.append(text, begin);
}

/// Makes one separator of all that surely stands between two numbers.
std::string withSemicolons(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool separates = c == ',' || c == ';' || c == '\n' || c == '\r' || c == '&' || c == '|';
        result.push_back(separates ? ';' : c);
    }
    for (const std::string_view word : {" hoặc ", " và ", " hay "}) {
        result = replaceAll(result, word, ';');
    }
    return result;
}

std::vector<std::string> splitAt(std::string_view text, std::string_view separator)
{
    std::vector<std::string> pieces;
    while (true) {
        const auto end = text.find(separator);
        pieces.emplace_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos) {
            return pieces;
        }
        text.remove_prefix(end + separator.size());
    }
}

bool isNumberOfPlan(std::string_view digits)
{
    std::string national(digits);
    if (digits.starts_with("84")) {
        // "+84 (0)24 ..." has the zero of the country and its own.
        national = (digits.substr(2).starts_with('0') ? "" : "0") + std::string(digits.substr(2));
    }
    return findMobile(national) != nullptr || findArea(national) != nullptr ||
           findMobileBefore2018(national) != nullptr || findAreaBefore2017(national) != nullptr;
}

/// Digits that are no number by themselves, so that what follows may belong to them.
bool mayGoOn(const std::string& slice)
{
    const std::string digits = readPhoneText(slice).digits;
    return !digits.empty() && !isNumberOfPlan(digits);
}

/// At hyphens between spaces, except those within one number: "0389333999 - 0912555204", but "024 - 3555 0178".
std::vector<std::string> splitAtHyphens(std::string_view text)
{
    constexpr std::size_t kMaxSlices = 5; // of one number
    const std::vector<std::string> slices = splitAt(text, " - ");
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < slices.size(); ++at) {
        std::string piece = slices[at];
        std::string longer = piece;
        const std::size_t end = std::min(at + kMaxSlices, slices.size());
        for (std::size_t next = at + 1; next < end && mayGoOn(piece); ++next) {
            longer += " - " + slices[next];
            if (isNumberOfPlan(readPhoneText(longer).digits)) {
                piece = longer;
                at = next;
            }
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

/// Two or more numbers with nothing but spaces or a hyphen between them: cut where each of the pieces is a number of
/// the plan.
std::vector<std::string> splitRun(const std::string& piece)
{
    constexpr std::size_t kMaxNumberLength = 13; // 0084 and nine digits
    if (digitsOf(piece).size() <= kMaxNumberLength || piece.find('+') != std::string::npos) {
        return {piece};
    }
    const std::string run = tidy(piece);
    std::vector<std::string> numbers(1);
    for (std::size_t at = 0; at < run.size();) {
        const std::size_t end = std::min(run.find_first_of(" -", at), run.size());
        const std::string word = run.substr(at, end - at);
        if (isNumberOfPlan(digitsOf(numbers.back())) && !digitsOf(word).empty()) {
            numbers.emplace_back();
        }
        numbers.back() += word + run.substr(end, 1);
        at = end + 1;
    }
    for (std::string& number : numbers) {
        number.resize(number.find_last_not_of(" -") + 1);
    }
    const bool all = std::ranges::all_of(numbers, [](const auto& n) { return isNumberOfPlan(digitsOf(n)); });
    return all ? numbers : std::vector<std::string>{piece};
}

/// "024 3555 0178" and "79" make "024 3555 0179".
std::optional<std::string> withTail(const std::string& number, const std::string& tail)
{
    const std::string digits = digitsOf(number);
    const bool onlyDigits = std::ranges::all_of(tail, isAsciiDigit);
    if (!onlyDigits || tail.empty() || tail.size() > 4 || !isNumberOfPlan(digits)) {
        return std::nullopt;
    }
    return digits.substr(0, digits.size() - tail.size()) + tail;
}

} // namespace

PhoneText readPhoneText(std::string_view text)
{
    std::string rest = tidy(text);
    PhoneText result;
    result.extension = cutExtension(rest);
    result.digits = digitsOf(rest);
    const auto firstDigit = rest.find_first_of("0123456789");
    const auto plus = rest.find('+');
    result.plus = plus != std::string::npos && plus < firstDigit;
    result.note = wordsOf(rest);
    return result;
}

std::vector<std::string> splitPhoneCell(std::string_view text)
{
    std::vector<std::string> pieces;
    for (const std::string& part : splitAt(withSemicolons(toNfc(text)), ";")) {
        for (const std::string& run : splitAtHyphens(part)) {
            std::string last;
            for (const std::string& slice : splitAt(run, "/")) {
                if (slice.empty()) {
                    continue;
                }
                const auto completed = withTail(last, slice);
                for (const std::string& number : splitRun(completed.value_or(slice))) {
                    pieces.push_back(number);
                }
                last = pieces.back();
            }
        }
    }
    return pieces;
}

} // namespace banhang::vn
