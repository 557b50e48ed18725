// Activities put straight into the table, with their reminders as a save would leave them.
#pragma once

#include <string>
#include <vector>

#include "tests/support/world.h"

namespace banhang::test {

struct Plan
{
    TestUser owner;
    std::string begins = "1 hour"; ///< from now, an interval of PostgreSQL
    std::string leads = "{0}";
    std::vector<TestUser> participants = {};
    std::int64_t seriesId = 0;
    std::int64_t customerId = 0;
    int count = 1; ///< as many alike
};

/// Ids of the activities.
std::vector<std::int64_t> plan(SqlSession& sql, const Plan& wanted);

/// Brings the reminders of an activity that a test changed into line with it.
void keepReminders(SqlSession& sql, std::int64_t activityId);

/// As if the servers had been away for so long: whatever somebody is still to be reminded of comes sooner by as much.
void timePasses(SqlSession& sql, const std::string& interval);

} // namespace banhang::test
