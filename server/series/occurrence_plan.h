// What is to be done so that a series has each of its days once, and no activity comes into being twice.
#pragma once

#include <cstdint>
#include <vector>

#include "common/vn/date.h"

namespace banhang::server {

/// An occurrence that is there already.
struct Occurrence
{
    std::int64_t id = 0;
    vn::Date slot{}; ///< the day of the rule for which it was made, wherever it was moved to since
    /// Changed or deleted by itself, or closed: it keeps its day of the rule, and nothing else is done to it.
    bool isFixed = false;

    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct OccurrencePlan
{
    std::vector<Occurrence> moved{};      ///< with their new slots; fixed ones only get another slot
    std::vector<std::int64_t> removed{};  ///< occurrences without a day; never fixed ones
    std::vector<std::int64_t> released{}; ///< fixed ones without a day: they go on without a slot
    std::vector<vn::Date> created{};      ///< days without an occurrence

    friend bool operator==(const OccurrencePlan&, const OccurrencePlan&) = default;
};

/// `existing` in any order, each slot once; `wanted` sorted, each day once. Who stands on a wanted day stays there; the
/// others take the days left over in order, so that the next one stays the next one, with its reminders.
OccurrencePlan planOccurrences(std::vector<Occurrence> existing, const std::vector<vn::Date>& wanted);

} // namespace banhang::server
