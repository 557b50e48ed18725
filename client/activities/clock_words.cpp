#include "client/activities/clock_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "common/vn/fold.h"

namespace banhang::client {

namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kHoursPerDay = 24;
constexpr int kNoon = 12;

struct Part
{
    std::string_view word;
    int usual;     ///< minute of the day when no hour is named
    int afternoon; ///< hours up to this one are meant after noon
};

// "trưa" and "đêm" reach round noon and midnight; who says them names the hour.
constexpr Part kParts[] = {{"sang", 9 * 60, 0},  {"trua", 12 * 60, 2}, {"chieu", 14 * 60, 11},
                           {"toi", 19 * 60, 11}, {"am", -1, 0},        {"pm", -1, 11}};

const Part* partOf(std::string_view word)
{
    const auto found = std::ranges::find(kParts, word, &Part::word);
    return found == std::end(kParts) ? nullptr : found;
}

std::optional<int> numberAt(std::string_view text, size_t& place, size_t mostDigits)
{
    int value = 0;
    const size_t end = std::min(text.size(), place + mostDigits);
    const auto result = std::from_chars(text.data() + place, text.data() + end, value);
    if (result.ec != std::errc() || value < 0) // a dash is no sign
        return std::nullopt;
    place = static_cast<size_t>(result.ptr - text.data());
    return value;
}

/// "14h30", "14h", "14g", "14:30", "2pm" from `place` on; moves it behind.
std::optional<int> clockAt(std::string_view text, size_t& place)
{
    size_t at = place;
    const auto hour = numberAt(text, at, 2);
    if (!hour || *hour >= kHoursPerDay || at >= text.size())
        return std::nullopt;
    const char mark = text[at];
    if (text.substr(at) == "am" || text.substr(at) == "pm") {
        place = text.size();
        const bool isAfter = mark == 'p' && *hour < kNoon;
        return (*hour + (isAfter ? kNoon : 0)) * kMinutesPerHour;
    }
    if (mark != 'h' && mark != 'g' && mark != ':')
        return std::nullopt;
    ++at;
    const size_t behindMark = at;
    const auto minute = numberAt(text, at, 2);
    if ((mark == ':' && (!minute || at - behindMark != 2)) || minute.value_or(0) >= kMinutesPerHour)
        return std::nullopt;
    place = at;
    return *hour * kMinutesPerHour + minute.value_or(0);
}

bool isDash(std::string_view word)
{
    return word == "-" || word == "–" || word == "den" || word == "toi" || word == "to";
}

/// "9h30", "9 giờ", "9 giờ 30", "9h rưỡi", "9 giờ kém 15": the words it took.
std::optional<ClockWords> oneClock(const std::vector<std::string>& words, size_t from)
{
    if (from >= words.size())
        return std::nullopt;
    ClockWords clock;
    size_t place = 0;
    const std::string_view first = words[from];
    if (const auto whole = clockAt(first, place); whole && place == first.size()) {
        clock.minute = *whole;
        clock.words = 1;
    } else {
        place = 0;
        const auto hour = numberAt(first, place, 2);
        const bool isHour = hour && place == first.size() && *hour < kHoursPerDay && from + 1 < words.size() &&
                            (words[from + 1] == "gio" || words[from + 1] == "h");
        if (!isHour)
            return std::nullopt;
        clock.minute = *hour * kMinutesPerHour;
        clock.words = 2;
        place = 0;
        if (from + 2 < words.size()) {
            const auto minute = numberAt(words[from + 2], place, 2);
            if (minute && place == words[from + 2].size() && *minute < kMinutesPerHour && words[from + 2].size() == 2) {
                clock.minute += *minute;
                ++clock.words;
            }
        }
    }
    const size_t next = from + clock.words;
    if (next < words.size() && words[next] == "ruoi") {
        clock.minute += kMinutesPerHour / 2;
        ++clock.words;
    }
    return clock;
}

void applyPart(const std::vector<std::string>& words, ClockWords& clock, size_t from)
{
    const size_t next = from + clock.words;
    const Part* part = next < words.size() ? partOf(words[next]) : nullptr;
    if (!part)
        return;
    // "tới" folds as "tối" does: behind an hour past noon it means "coming", or "to".
    const int hour = clock.minute / kMinutesPerHour;
    if (part->word == "toi" && (hour < 5 || hour >= kNoon))
        return;
    clock.minute = inPartOfDay(clock.minute, part->word);
    ++clock.words;
}

/// "14h-15h30" in one word.
std::optional<ClockWords> stretchInWord(const std::string& word)
{
    size_t place = 0;
    const auto begin = clockAt(word, place);
    if (!begin || place >= word.size())
        return std::nullopt;
    const std::string_view rest = std::string_view(word).substr(place);
    const size_t dash = rest.starts_with("–") ? std::string_view("–").size() : rest.starts_with('-') ? 1 : 0;
    if (dash == 0)
        return std::nullopt;
    place += dash;
    const auto end = clockAt(word, place);
    if (!end || place != word.size())
        return std::nullopt;
    return ClockWords{*begin, end, 1};
}

} // namespace

std::optional<ClockWords> readClock(const std::vector<std::string>& folded)
{
    if (folded.empty())
        return std::nullopt;
    if (auto stretch = stretchInWord(folded[0]))
        return stretch;
    if (auto clock = oneClock(folded, 0)) {
        const bool isStretch = clock->words + 1 < folded.size() && isDash(folded[clock->words]) &&
                               oneClock(folded, clock->words + 1).has_value();
        if (!isStretch)
            applyPart(folded, *clock, 0);
        const size_t dash = clock->words;
        if (dash + 1 < folded.size() && isDash(folded[dash])) {
            if (auto end = oneClock(folded, dash + 1)) {
                applyPart(folded, *end, dash + 1);
                clock->endMinute = end->minute;
                clock->words = dash + 1 + end->words;
            }
        }
        return clock;
    }
    // A part of the day alone, where a day follows ("sáng mai", "chiều thứ Tư"), or nothing does.
    const Part* part = partOf(folded[0]);
    if (!part || part->usual < 0 || (part->word == "toi" && folded.size() == 1))
        return std::nullopt;
    constexpr std::array<std::string_view, 7> kDayWords{"mai", "mot", "nay", "thu", "cn", "ngay", "hom"};
    const bool leadsToDay = folded.size() == 1 || std::ranges::find(kDayWords, folded[1]) != kDayWords.end() ||
                            (folded[1].size() == 2 && folded[1][0] == 't') || folded[1].find('/') != std::string::npos;
    return leadsToDay ? std::optional(ClockWords{part->usual, {}, 1}) : std::nullopt;
}

int inPartOfDay(int minute, std::string_view foldedPart)
{
    const auto* part = partOf(foldedPart);
    const int hour = minute / kMinutesPerHour;
    const bool isAfterNoon = part && hour > 0 && hour <= part->afternoon && hour < kNoon;
    return isAfterNoon ? minute + kNoon * kMinutesPerHour : minute;
}

std::optional<int> parseClock(std::string_view text)
{
    auto words = std::vector<std::string>();
    const std::string folded = vn::fold(text);
    for (size_t begin = 0; begin < folded.size();) {
        const auto end = std::min(folded.find(' ', begin), folded.size());
        if (end > begin)
            words.push_back(folded.substr(begin, end - begin));
        begin = end + 1;
    }
    if (words.size() == 1) {
        size_t place = 0;
        const auto digits = numberAt(words[0], place, 4);
        if (digits && place == words[0].size()) {
            const int hour = words[0].size() > 2 ? *digits / 100 : *digits;
            const int minute = words[0].size() > 2 ? *digits % 100 : 0;
            return hour < kHoursPerDay && minute < kMinutesPerHour ? std::optional(hour * kMinutesPerHour + minute)
                                                                   : std::nullopt;
        }
    }
    const auto clock = readClock(words);
    return clock && clock->words == words.size() && !clock->endMinute ? std::optional(clock->minute) : std::nullopt;
}

} // namespace banhang::client
