// What stands on one person's day, each list one short range of an index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "banhang/v1/activities.pb.h"
#include "server/activities/day_rules.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// The lists of ids, each cut at one more than is shown.
struct WorkdayIds
{
    std::vector<std::int64_t> overdue;
    std::vector<std::int64_t> timed;
    std::vector<std::int64_t> untimed;
    std::vector<std::int64_t> callbacks;
    /// With their beginnings; from tomorrow to the next day of work.
    std::vector<std::pair<std::int64_t, std::int64_t>> coming;
};

/// A yearly day as it is stored.
struct StoredOccasion
{
    v1::Occasion occasion; ///< without day and years
    YearlyDay yearly;
};

struct WorkdayPerson
{
    std::int64_t userId = 0;
    std::int64_t unitId = 0; ///< own leaf
};

/// One round trip.
WorkdayIds workdayIds(Call& call, const WorkdayPerson& person, std::int64_t nowMicros, int limit, int callbackLimit);

/// Customers of this person with whom nobody has worked, longest waiting first.
std::vector<v1::UntouchedCustomer> untouchedCustomers(Call& call, const WorkdayPerson& person, int limit);

/// Birthdays (unless they are hidden from the caller) and days of foundation under these keys.
std::vector<StoredOccasion> yearlyDays(Call& call, const WorkdayPerson& person, const std::vector<std::int64_t>& keys,
                                       bool withBirthdays);

} // namespace banhang::server
