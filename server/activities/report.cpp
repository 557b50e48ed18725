#include "server/activities/report.h"

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/report_store.h"
#include "server/core/call/right_demand.h"
#include "server/customers/customer_access.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxPeople = 200;
constexpr int kMaxDays = 31;

void checkRequest(const v1::GetActivityReportRequest& wanted)
{
    Issues issues;
    const vn::Date first = dateOf(wanted.first_day());
    const vn::Date last = dateOf(wanted.last_day());
    checkCount(issues, "user_ids", wanted.user_ids_size(), kMaxPeople);
    if (!vn::isValid(first) || first.year >= vn::kLastYear)
        addError(issues, "first_day", "date.impossible");
    if (!vn::isValid(last) || last.year >= vn::kLastYear)
        addError(issues, "last_day", "date.impossible");
    if (issues.empty() && (last < first || vn::toDays(last) - vn::toDays(first) > kMaxDays))
        addError(issues, "last_day", "activity.too_long", {{"days", std::to_string(kMaxDays)}});
    refuseIssues(issues);
}

} // namespace

void getActivityReport(Call& call, const v1::GetActivityReportRequest& wanted, v1::ActivityReport& reply)
{
    checkRequest(wanted);
    std::vector<std::int64_t> userIds;
    for (const ReportPerson& person :
         reportPeople(call, {wanted.user_ids().begin(), wanted.user_ids().end()}, kMaxPeople)) {
        demandRight(call.caller, kViewActivity, person.unitId);
        userIds.push_back(person.userId);
    }
    const vn::Date end = vn::addDays(dateOf(wanted.last_day()), 1);
    for (v1::ActivitySummary& summary :
         summarize(call, userIds, vn::formatIsoDate(dateOf(wanted.first_day())), vn::formatIsoDate(end)))
        *reply.add_summaries() = std::move(summary);
}

} // namespace banhang::server
