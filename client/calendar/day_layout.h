// Where the blocks of one day stand beside and over each other: a cascade, each one a step to the right of what it
// covers.
#pragma once

#include <vector>

namespace banhang::client {

/// Minutes since midnight of the day; what goes on from or into another day is cut at 0 and 1440.
struct DaySpan
{
    int start = 0;
    int end = 0;
};

/// Shorter ones are drawn as if they were this long, so that their line of text has room.
constexpr int kMinShownMinutes = 30;
/// Share of the column by which one block is indented on another.
constexpr double kCascadeStep = 0.16;
/// Further ones stand on the deepest, so that at least a third of the column is left.
constexpr int kDeepest = 4;

/// For each span, in the order given, how many steps it is indented. A span stands one step deeper than the deepest of
/// those that began before it and go on; of those that begin together the longest is the lowest.
std::vector<int> cascade(const std::vector<DaySpan>& spans);

/// Rows for what takes whole days, as few as possible, in the order given: 0 is the highest. Units: days.
struct DayRange
{
    int first = 0;
    int last = 0;
};
std::vector<int> stackRows(const std::vector<DayRange>& ranges);

} // namespace banhang::client
