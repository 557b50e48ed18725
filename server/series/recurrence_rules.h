// On which days an activity comes again: what a rule may say, and what it means.
#pragma once

#include <optional>
#include <vector>

#include "banhang/v1/series.pb.h"
#include "common/vn/date.h"

namespace banhang::server {

/// No rule goes beyond it.
constexpr vn::Date kLastRuleDay{2100, 12, 31};

/// A rule with the days that it is counted from.
struct Repetition
{
    v1::Recurrence rule{}; ///< completed
    vn::Date anchor{};     ///< from which it counts weeks, months and years, in both directions
    vn::Date begin{};      ///< no day before this one; `count` counts from here
};

/// What is wrong or surprising about a rule whose first day is `first` (a valid day); paths begin with "recurrence.".
/// A rule without errors has a day up to kLastRuleDay.
std::vector<v1::FieldIssue> recurrenceIssues(const v1::Recurrence& rule, const vn::Date& first);

/// The rule in the form that is stored: what it leaves to the first day is written out, what does not belong to its
/// frequency is gone, lists are sorted. The rule must have no errors.
v1::Recurrence completedRecurrence(const v1::Recurrence& rule, const vn::Date& first);

/// Its days from `from` to `to`, both included, at most `limit` of them, in order.
std::vector<vn::Date> recurrenceDays(const Repetition& repetition, const vn::Date& from, const vn::Date& to,
                                     std::size_t limit);

/// The rule after one of its days was moved: "each Wednesday" becomes "each Thursday", "the 18th" becomes "the 19th",
/// "the third Wednesday" becomes "the third Thursday". The rule must be completed.
Repetition movedRepetition(const Repetition& repetition, const vn::Date& before, const vn::Date& after);

/// The part of the rule that begins with `day`, one of its days: counts what is left of `count`.
Repetition followingRepetition(const Repetition& repetition, const vn::Date& day);

} // namespace banhang::server
