// Conditions on days: what "this week" or "older than 30 days" asks for, still without a clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "banhang/v1/customers.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Midnight at the beginning of a day: `offset` days behind the beginning of this day, week or month, or of a day of
/// the calendar. Nothing given = no bound.
struct DayBound
{
    std::optional<std::string> unit{}; ///< "day", "week", "month"
    int offset = 0;
    int months = 0;                   ///< added too
    std::optional<std::string> day{}; ///< "2026-11-18"

    bool isGiven() const { return unit || day; }
};

/// From the one, the other excluded.
struct DayRange
{
    DayBound from{};
    DayBound until{};
    bool isNever = false; ///< only what never was
    bool orNever = false; ///< also what never was

    bool isGiven() const { return from.isGiven() || until.isGiven() || isNever; }
};

/// A hundred years: what a condition counts in days ends there.
constexpr int kMaxDays = 36500;

DayRange dayRange(const v1::Period& period);

/// The same for moments that lie ahead: today, this week and this month end, and "within days" are the next ones.
DayRange dayRangeAhead(const v1::Period& period);

/// "period.days" (arg "max") and "date.impossible", by the path of the period.
void checkPeriod(const v1::Period& period, std::string_view path, Issues& issues);

} // namespace banhang::server
