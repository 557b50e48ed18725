// Times of day as people write them: 14h30, 9 giờ rưỡi, 2h chiều, 14h-15h30.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace banhang::client {

struct ClockWords
{
    int minute = 0;               ///< of the day
    std::optional<int> endMinute; ///< of a stretch
    size_t words = 0;             ///< how many of them it took
};

/// A time at the very beginning of these folded words; nothing if there is none.
std::optional<ClockWords> readClock(const std::vector<std::string>& folded);

/// The same time in the named part of the day: 2 o'clock "chieu" is 14:00.
int inPartOfDay(int minute, std::string_view foldedPart);

/// A whole text that is a time and nothing else: "9", "9h", "930", "9:30", "14h30". Minutes of the day.
std::optional<int> parseClock(std::string_view text);

} // namespace banhang::client
