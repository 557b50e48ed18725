// The activity that a series wants on one of its days, and how far ahead its days are made.
#pragma once

#include <optional>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "common/vn/date.h"
#include "server/series/recurrence_rules.h"

namespace banhang::server {

/// Occurrences are made this far ahead, and no more than so many.
constexpr int kHorizonDays = 400;
constexpr std::size_t kMaxAhead = 60;

/// The day of an activity: that of its beginning in Viet Nam, or its day; nothing when it has no term.
std::optional<vn::Date> firstDayOf(const v1::Activity& activity);

/// Moves its times, or its days, by whole days.
void moveByDays(v1::Activity& activity, std::int64_t days);

/// The pattern on another day.
v1::Activity onDay(const v1::Activity& pattern, const vn::Date& day);

/// The days from `from` on that are to have an occurrence as of `today`: those that are over, and those ahead.
struct WantedDays
{
    std::vector<vn::Date> days{};
    vn::Date madeUntil{};
    std::optional<vn::Date> nextMakeOn{}; ///< nothing when the rule has no further day
};
WantedDays wantedDays(const Repetition& repetition, const vn::Date& from, const vn::Date& today);

} // namespace banhang::server
