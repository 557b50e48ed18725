#include "common/vn/date_text.h"

#include "common/vn/fold.h"
#include "common/vn/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace banhang::vn {

namespace {

using Words = std::vector<std::string>;

constexpr int kDaysInWeek = 7;

bool isNumber(std::string_view word)
{
    return !word.empty() && word.size() <= 8 && std::ranges::all_of(word, isAsciiDigit);
}

int numberOf(std::string_view word)
{
    int value = 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

std::optional<Date> ifReal(const Date& date)
{
    return isValid(date) ? std::optional(date) : std::nullopt;
}

std::optional<Date> nearestYear(int day, int month, const Date& today)
{
    std::optional<Date> best;
    for (int year = today.year - 1; year <= today.year + 1; ++year) {
        const Date candidate{year, month, day};
        if (!isValid(candidate)) {
            continue;
        }
        const auto distance = [&today](const Date& date) { return std::abs(toDays(date) - toDays(today)); };
        if (!best || distance(candidate) < distance(*best)) {
            best = candidate;
        }
    }
    return best;
}

std::optional<Date> withoutYear(int day, int month, const Date& today, YearHint hint)
{
    if (hint == YearHint::Near) {
        return nearestYear(day, month, today);
    }
    const Date birthday{0, month, day};
    return isValidBirthday(birthday) ? std::optional(birthday) : std::nullopt;
}

std::optional<Date> withShortYear(int day, int month, int shortYear, const Date& today, YearHint hint)
{
    constexpr int kCentury = 100;
    int year = today.year / kCentury * kCentury + shortYear;
    if (hint == YearHint::Past && Date{year, month, day} > today) {
        year -= kCentury;
    }
    return ifReal({year, month, day});
}

std::optional<Date> fromParts(const Words& parts, const Date& today, YearHint hint)
{
    const auto isPart = [](const std::string& word) { return isNumber(word) && word.size() <= 4; };
    if (parts.size() < 2 || parts.size() > 3 || !std::ranges::all_of(parts, isPart)) {
        return std::nullopt;
    }
    if (parts.size() == 3 && parts[0].size() == 4) {
        return parts[2].size() <= 2 ? ifReal({numberOf(parts[0]), numberOf(parts[1]), numberOf(parts[2])})
                                    : std::nullopt;
    }
    if (parts[0].size() > 2 || parts[1].size() > 2) {
        return std::nullopt;
    }
    const int day = numberOf(parts[0]);
    const int month = numberOf(parts[1]);
    if (parts.size() == 2) {
        return withoutYear(day, month, today, hint);
    }
    switch (parts[2].size()) {
    case 4:
        return ifReal({numberOf(parts[2]), month, day});
    case 2:
        return withShortYear(day, month, numberOf(parts[2]), today, hint);
    default:
        return std::nullopt;
    }
}

std::optional<Date> fromDigits(const std::string& digits, const Date& today, YearHint hint)
{
    if (digits.size() != 6 && digits.size() != 8) {
        return std::nullopt;
    }
    return fromParts({digits.substr(0, 2), digits.substr(2, 2), digits.substr(4)}, today, hint);
}

/// ISO weekday of "t4", "thu 4", "thu tu", "cn", "chu nhat"; 0 if it is none.
int weekdayOf(std::string_view phrase)
{
    static constexpr std::array<std::array<std::string_view, 3>, 7> kNames = {{
        {"t2", "thu 2", "thu hai"},
        {"t3", "thu 3", "thu ba"},
        {"t4", "thu 4", "thu tu"},
        {"t5", "thu 5", "thu nam"},
        {"t6", "thu 6", "thu sau"},
        {"t7", "thu 7", "thu bay"},
        {"cn", "chu nhat", "chunhat"},
    }};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (std::ranges::find(kNames[i], phrase) != kNames[i].end()) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// "t4 18/11", "thứ tư 18/11": the date says it all.
void dropWeekday(Words& words)
{
    if (weekdayOf(words[0]) != 0) {
        words.erase(words.begin());
    } else if (words.size() > 2 && weekdayOf(words[0] + " " + words[1]) != 0) {
        words.erase(words.begin(), words.begin() + 2);
    }
}

std::optional<Date> fromWeekday(std::string phrase, const Date& today)
{
    constexpr std::string_view kNextWeek = " tuan sau";
    const bool nextWeek = phrase.ends_with(kNextWeek);
    if (nextWeek) {
        phrase.resize(phrase.size() - kNextWeek.size());
    }
    const int wanted = weekdayOf(phrase);
    if (wanted == 0) {
        return std::nullopt;
    }
    const int ahead = wanted - weekday(today);
    return addDays(today, nextWeek ? ahead + kDaysInWeek : (ahead > 0 ? ahead : ahead + kDaysInWeek));
}

std::optional<Date> fromDistance(const Words& words, const Date& today)
{
    const bool ahead = words.size() == 3 && (words[2] == "nua" || words[2] == "sau" || words[2] == "toi");
    if (!ahead || !isNumber(words[0]) || words[0].size() > 3) {
        return std::nullopt;
    }
    const int count = numberOf(words[0]);
    if (words[1] == "ngay" || words[1] == "hom") {
        return addDays(today, count);
    }
    if (words[1] == "tuan") {
        return addDays(today, count * kDaysInWeek);
    }
    return words[1] == "thang" ? std::optional(addMonths(today, count)) : std::nullopt;
}

std::optional<Date> fromPhrase(std::string_view phrase, const Date& today)
{
    struct NamedDay
    {
        std::string_view phrase;
        int distance;
    };
    static constexpr std::array<NamedDay, 16> kDays = {{{"hom nay", 0},
                                                        {"nay", 0},
                                                        {"hn", 0},
                                                        {"mai", 1},
                                                        {"ngay mai", 1},
                                                        {"mot", 2},
                                                        {"ngay mot", 2},
                                                        {"ngay kia", 2},
                                                        {"kia", 2},
                                                        {"hom qua", -1},
                                                        {"qua", -1},
                                                        {"hom kia", -2},
                                                        {"tuan sau", 7},
                                                        {"tuan toi", 7},
                                                        {"tuan truoc", -7},
                                                        {"bua nay", 0}}};
    const auto it = std::ranges::find(kDays, phrase, &NamedDay::phrase);
    if (it != kDays.end()) {
        return addDays(today, it->distance);
    }
    const Date firstOfMonth{today.year, today.month, 1};
    if (phrase == "cuoi thang" || phrase == "cuoi thang nay") {
        return addDays(addMonths(firstOfMonth, 1), -1);
    }
    if (phrase == "dau thang sau") {
        return addMonths(firstOfMonth, 1);
    }
    if (phrase == "cuoi thang sau") {
        return addDays(addMonths(firstOfMonth, 2), -1);
    }
    if (phrase == "thang sau") {
        return addMonths(today, 1);
    }
    return phrase == "cuoi nam" ? std::optional(Date{today.year, 12, 31}) : std::nullopt;
}

/// Turns words of the lunar calendar into numbers and drops those that say nothing; true if "nhuận" was among them.
bool readLunarWords(Words& words)
{
    const auto leapWords =
        std::erase_if(words, [](const std::string& word) { return word == "nhuan" || word == "n" || word == "leap"; });
    std::erase_if(words, [](const std::string& word) {
        static constexpr std::array<std::string_view, 10> kFillers = {"ngay", "thang", "nam", "mung",  "mong",
                                                                      "am",   "lich",  "al",  "lunar", "month"};
        return std::ranges::find(kFillers, word) != kFillers.end();
    });
    for (std::string& word : words) {
        if (word == "ram") {
            word = "15";
        } else if (word == "gieng") {
            word = "1";
        } else if (word == "chap") {
            word = "12";
        }
    }
    return leapWords > 0;
}

bool isLunarDay(const LunarDate& date)
{
    constexpr int kLongestMonth = 30;
    if (date.month < 1 || date.month > 12 || date.day < 1) {
        return false;
    }
    return date.day <= (date.year == 0 ? kLongestMonth : lunarMonthDays(date.year, date.month, date.leap));
}

/// Four digits as they are, two as the latest such year that has begun.
int pastYear(const std::string& digits, const Date& today)
{
    constexpr int kCentury = 100;
    const int number = numberOf(digits);
    if (digits.size() > 2) {
        return number;
    }
    const int present = toLunar(today).year;
    const int year = present / kCentury * kCentury + number;
    return year > present ? year - kCentury : year;
}

} // namespace

std::optional<Date> parseDate(std::string_view text, const Date& today, YearHint hint)
{
    Words words = foldWords(text);
    const bool written = std::ranges::count_if(words, isNumber) >= 2;
    if (written) {
        dropWeekday(words);
        std::erase_if(words, [](const std::string& word) { // "ngày 18 tháng 11 năm 2026"
            return word == "ngay" || word == "thang" || word == "nam" || word == "mung" || word == "mong";
        });
        return fromParts(words, today, hint);
    }
    if (words.size() == 1 && isNumber(words[0])) {
        return fromDigits(words[0], today, hint);
    }
    if (hint == YearHint::Past || words.empty()) {
        return std::nullopt;
    }
    const std::string phrase = join(words, " ");
    if (const auto day = fromPhrase(phrase, today)) {
        return day;
    }
    if (const auto day = fromWeekday(phrase, today)) {
        return day;
    }
    return fromDistance(words, today);
}

std::optional<int> parseYear(std::string_view text)
{
    constexpr std::size_t kDigits = 4;
    constexpr int kFirst = 1900;
    constexpr int kLast = 2099;
    const std::string_view year = trim(text);
    if (year.size() != kDigits || !isNumber(year) || numberOf(year) < kFirst || numberOf(year) > kLast) {
        return std::nullopt;
    }
    return numberOf(year);
}

std::optional<LunarDate> parseLunarDate(std::string_view text, const Date& today)
{
    Words words = foldWords(text);
    const bool isLeap = readLunarWords(words);
    if (words.size() == 1 && isNumber(words[0]) && (words[0].size() == 6 || words[0].size() == 8)) {
        const std::string digits = words[0];
        words = {digits.substr(0, 2), digits.substr(2, 2), digits.substr(4)};
    }
    if (words.size() == 3 && words[0].size() == 4) {
        std::swap(words[0], words[2]); // ISO
    }
    const auto isPart = [](const std::string& word) { return isNumber(word) && word.size() <= 2; };
    const bool isWritten = (words.size() == 2 || words.size() == 3) && isPart(words[0]) && isPart(words[1]);
    if (!isWritten) {
        return std::nullopt;
    }
    const bool hasYear = words.size() == 3;
    if (hasYear && (!isNumber(words[2]) || (words[2].size() != 2 && words[2].size() != 4))) {
        return std::nullopt;
    }
    const LunarDate date{hasYear ? pastYear(words[2], today) : 0, numberOf(words[1]), numberOf(words[0]), isLeap};
    return isLunarDay(date) && (!hasYear || date.year > 0) ? std::optional(date) : std::nullopt;
}

} // namespace banhang::vn
