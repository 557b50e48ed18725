#include "client/activities/quick_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "client/activities/clock_words.h"
#include "common/vn/date_text.h"
#include "common/vn/fold.h"
#include "common/vn/utf8.h"

namespace banhang::client {

namespace {

constexpr size_t kMaxDayWords = 4; // words of "thứ tư tuần sau"

struct Verb
{
    std::string_view words; ///< folded
    std::string_view channelKey;
    v1::ActivityKind kind;
    bool isCallback = false;
};

// Longer ones first: the first that fits is taken.
constexpr Verb kVerbs[] = {
    {"goi dien lai", "call", v1::ACTIVITY_KIND_TALK, true},
    {"goi lai", "call", v1::ACTIVITY_KIND_TALK, true},
    {"lien he lai", "call", v1::ACTIVITY_KIND_TALK, true},
    {"call back", "call", v1::ACTIVITY_KIND_TALK, true},
    {"goi dien", "call", v1::ACTIVITY_KIND_TALK},
    {"goi", "call", v1::ACTIVITY_KIND_TALK},
    {"call", "call", v1::ACTIVITY_KIND_TALK},
    {"phone", "call", v1::ACTIVITY_KIND_TALK},
    {"gui email", "email", v1::ACTIVITY_KIND_TALK},
    {"gui mail", "email", v1::ACTIVITY_KIND_TALK},
    {"email", "email", v1::ACTIVITY_KIND_TALK},
    {"nhan zalo", "zalo", v1::ACTIVITY_KIND_TALK},
    {"zalo", "zalo", v1::ACTIVITY_KIND_TALK},
    {"nhan tin", "message", v1::ACTIVITY_KIND_TALK},
    {"gap", "meeting", v1::ACTIVITY_KIND_APPOINTMENT},
    {"tham", "meeting", v1::ACTIVITY_KIND_APPOINTMENT},
    {"meet", "meeting", v1::ACTIVITY_KIND_APPOINTMENT},
    {"visit", "meeting", v1::ACTIVITY_KIND_APPOINTMENT},
    {"hen", "meeting", v1::ACTIVITY_KIND_APPOINTMENT},
    {"hop", "", v1::ACTIVITY_KIND_APPOINTMENT},
    {"meeting", "", v1::ACTIVITY_KIND_APPOINTMENT},
    {"viec", "", v1::ACTIVITY_KIND_TASK},
};

// As typed, in small letters. Without marks only those that are no other word: "co", "ba" and "di" are.
constexpr std::string_view kHonorifics[] = {"anh", "chị", "cô",  "chú", "bác", "bà", "ông", "em",
                                            "dì",  "chi", "chu", "bac", "ong", "mr", "ms",  "mrs"};
constexpr std::string_view kLinks[] = {"luc", "vao", "ngay", "hom", "tu", "at", "on"};
// Given names that are days in small letters.
constexpr std::string_view kNameDays[] = {"mai", "mot"};

template <typename List>
bool contains(const List& list, std::string_view word)
{
    return std::ranges::find(list, word) != std::end(list);
}

struct Word
{
    std::string typed;
    std::string folded; ///< with its points and colons, without what closes a clause
    bool isCapital = false;
    bool isTaken = false;
};

bool startsWithCapital(const std::string& typed)
{
    std::size_t at = 0;
    std::string first;
    vn::appendUtf8(first, vn::nextCodePoint(typed, at));
    return vn::toLower(first) != first;
}

std::string withCapital(const std::string& text)
{
    std::size_t at = 0;
    std::string first;
    if (text.empty())
        return text;
    vn::appendUtf8(first, vn::nextCodePoint(text, at));
    return vn::toUpper(first) + text.substr(at);
}

std::vector<Word> split(std::string_view text)
{
    std::vector<Word> words;
    size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(" \t\n", begin), text.size());
        if (end > begin) {
            Word word;
            word.typed = std::string(text.substr(begin, end - begin));
            word.isCapital = startsWithCapital(word.typed);
            word.folded = vn::fold(word.typed);
            while (!word.folded.empty() && (word.folded.back() == ',' || word.folded.back() == '.'))
                word.folded.pop_back();
            words.push_back(std::move(word));
        }
        begin = end + 1;
    }
    return words;
}

/// In capitals it is part of a name ("Sao Mai Bắc"), unless it begins the text.
bool isHonorific(const std::vector<Word>& words, size_t i)
{
    return (i == 0 || !words[i].isCapital) && contains(kHonorifics, vn::toLower(words[i].typed));
}

std::string joined(const std::vector<Word>& words, size_t from, size_t to, std::string Word::*form = &Word::typed)
{
    std::string text;
    for (size_t i = from; i < to; ++i) {
        if (words[i].isTaken)
            continue;
        text += (text.empty() ? "" : " ") + words[i].*form;
    }
    while (!text.empty() && (text.back() == ',' || text.back() == '.'))
        text.pop_back();
    return text;
}

void take(std::vector<Word>& words, size_t from, size_t count)
{
    for (size_t i = from; i < from + count; ++i)
        words[i].isTaken = true;
    // "lúc 9h", "vào thứ Tư", "từ 9h": the link goes with what it leads to.
    if (from > 0 && contains(kLinks, words[from - 1].folded))
        words[from - 1].isTaken = true;
}

const Verb* takeVerb(std::vector<Word>& words, size_t& count)
{
    for (const auto& verb : kVerbs) {
        const auto parts = vn::foldWords(verb.words);
        bool fits = parts.size() <= words.size();
        for (size_t i = 0; fits && i < parts.size(); ++i)
            fits = words[i].folded == parts[i];
        if (fits) {
            count = parts.size();
            return &verb;
        }
    }
    count = 0;
    return nullptr;
}

std::vector<std::string> foldedFrom(const std::vector<Word>& words, size_t from)
{
    std::vector<std::string> rest;
    for (size_t k = from; k < words.size() && !words[k].isTaken; ++k)
        rest.push_back(words[k].folded);
    return rest;
}

bool startsWithDigit(const std::string& text)
{
    return !text.empty() && vn::isAsciiDigit(text.front());
}

/// "14h30", "9h sáng"; and "sáng mai", which alone is a time, and beside one says which half of the day is meant.
void takeTime(std::vector<Word>& words, QuickLine& line)
{
    for (const bool wantsDigits : {true, false}) {
        for (size_t i = 0; i < words.size(); ++i) {
            const bool isName = words[i].isCapital && i > 0 && !wantsDigits;
            if (words[i].isTaken || isName || startsWithDigit(words[i].folded) != wantsDigits)
                continue;
            const auto clock = readClock(foldedFrom(words, i));
            if (!clock)
                continue;
            if (!line.minute) {
                line.minute = clock->minute;
                line.endMinute = clock->endMinute;
            } else {
                line.minute = inPartOfDay(*line.minute, words[i].folded);
            }
            take(words, i, clock->words);
            break;
        }
    }
}

bool isMeantAsName(const std::vector<Word>& words, size_t i)
{
    if (!contains(kNameDays, words[i].folded))
        return false;
    const bool followsAddress = i > 0 && isHonorific(words, i - 1);
    return followsAddress || (words[i].isCapital && i > 0);
}

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "25" behind "ngày": of this month, or of the next one when it is over.
std::optional<vn::Date> dayOfMonth(const std::string& word, const vn::Date& today)
{
    int day = 0;
    const auto result = std::from_chars(word.data(), word.data() + word.size(), day);
    if (word.size() > 2 || result.ptr != word.data() + word.size())
        return std::nullopt;
    vn::Date date{today.year, today.month, day};
    if (day < today.day)
        date = vn::addMonths({today.year, today.month, 1}, 1);
    date.day = day;
    return vn::isValid(date) ? std::optional(date) : std::nullopt;
}

bool isWrittenDate(const std::string& word)
{
    const auto marks = std::ranges::count_if(word, [](char c) { return c == '-' || c == '.'; });
    return startsWithDigit(word) && (word.find('/') != std::string::npos || marks == 2);
}

/// Many short words are days for who types nothing else ("qua", "nay"): inside a line only these are.
bool isDayWord(const std::vector<Word>& words, size_t i)
{
    const auto& word = words[i];
    if (word.folded == "cn") // also "chi nhánh": Sunday only where nothing follows it but what was taken
        return i + 1 == words.size() || words[i + 1].isTaken;
    const bool isWeekday =
        word.folded.size() == 2 && word.folded[0] == 't' && word.folded[1] >= '2' && word.folded[1] <= '7';
    return isWeekday || word.folded == "mai" || vn::toLower(word.typed) == "mốt" || isWrittenDate(word.folded);
}

/// A day that reaches over `count` words from `i`.
std::optional<vn::Date> dayAt(const std::vector<Word>& words, size_t i, size_t count, const vn::Date& today)
{
    bool isAllDigits = true;
    for (size_t k = i; k < i + count; ++k) {
        if (words[k].isTaken || isMeantAsName(words, k))
            return std::nullopt;
        isAllDigits = isAllDigits && isDigits(words[k].folded);
    }
    if (isAllDigits)
        return count == 1 && i > 0 && words[i - 1].folded == "ngay" ? dayOfMonth(words[i].folded, today) : std::nullopt;
    if (count == 1)
        return isDayWord(words, i) ? vn::parseDate(words[i].folded, today) : std::nullopt;
    auto text = joined(words, i, i + count, &Word::folded);
    if (const auto day = vn::parseDate(text, today))
        return day;
    constexpr std::string_view kComing[] = {" toi", " nay"};
    for (const auto word : kComing) {
        if (text.ends_with(word))
            return vn::parseDate(text.substr(0, text.size() - word.size()), today);
    }
    return std::nullopt;
}

void takeDay(std::vector<Word>& words, const vn::Date& today, QuickLine& line)
{
    for (size_t i = 0; i < words.size(); ++i) {
        for (size_t count = std::min(kMaxDayWords, words.size() - i); count > 0; --count) {
            const auto day = dayAt(words, i, count, today);
            if (!day)
                continue;
            line.day = day;
            take(words, i, count);
            return;
        }
    }
}

/// Where the name of a person or an organisation begins; the number of words when there is none.
size_t whomBegin(const std::vector<Word>& words, size_t from, bool isTalk)
{
    for (size_t i = from; i < words.size(); ++i) {
        if (words[i].isTaken)
            continue;
        if (words[i].typed.starts_with('@'))
            return i;
        if (isHonorific(words, i) && i + 1 < words.size() && !words[i + 1].isTaken)
            return i;
    }
    size_t begin = words.size();
    for (size_t i = words.size(); i-- > from;) {
        if (words[i].isTaken)
            continue;
        if (!words[i].isCapital)
            break;
        begin = i;
    }
    if (begin == words.size() && isTalk)
        return from;
    return begin;
}

bool isAllTaken(const std::vector<Word>& words, size_t from, size_t to)
{
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(to), [](const Word& word) { return word.isTaken; });
}

} // namespace

QuickLine parseQuickLine(std::string_view text, const vn::Date& today)
{
    QuickLine line;
    auto words = split(text);
    size_t verbWords = 0;
    const auto* verb = takeVerb(words, verbWords);
    if (verb) {
        line.kind = verb->kind;
        line.channelKey = verb->channelKey;
        line.isCallback = verb->isCallback;
    }
    takeTime(words, line);
    takeDay(words, today, line);
    const bool isTalk = line.kind == v1::ACTIVITY_KIND_TALK;
    const size_t begin = whomBegin(words, std::max<size_t>(verbWords, verb ? 0 : 1), isTalk);
    line.whom = joined(words, begin, words.size());
    if (line.whom.starts_with('@'))
        line.whom.erase(0, 1);
    // A talk that is no more than its verb needs no title: the channel says it.
    if (!isTalk || !isAllTaken(words, verbWords, begin))
        line.title = withCapital(joined(words, 0, begin));
    line.whole = withCapital(joined(words, 0, words.size()));
    if (line.endMinute && *line.endMinute <= line.minute.value_or(0))
        line.endMinute.reset();
    return line;
}

std::vector<std::string> searchesFor(const std::string& whom)
{
    const auto words = split(whom);
    std::vector<std::string> searches;
    for (size_t i = 0; i < words.size(); ++i) {
        if (i == 0 && words.size() > 1 && isHonorific(words, 0))
            continue;
        searches.push_back(joined(words, i, words.size()));
    }
    return searches;
}

} // namespace banhang::client
