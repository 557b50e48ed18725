#include "server/worklists/work_list_rules.h"

#include "common/day_message.h"

namespace banhang::server {

namespace {

constexpr int kMaxDays = 3650;
constexpr int kMaxStatuses = 20;
constexpr int kMaxTalks = 500;
constexpr int kMaxPlanDays = 31;
constexpr int kMinutesOfDay = 24 * 60;
constexpr int kMinTalkMinutes = 5;
constexpr int kMaxTalkMinutes = 240;

void checkDays(Issues& issues, const char* path, int days)
{
    if (days < 1 || days > kMaxDays)
        addError(issues, path, "period.days", {{"max", std::to_string(kMaxDays)}});
}

void checkLength(Issues& issues, int minutes)
{
    if (minutes < kMinTalkMinutes || minutes > kMaxTalkMinutes)
        addError(issues, "minutes_each", "talk_plan.minutes",
                 {{"min", std::to_string(kMinTalkMinutes)}, {"max", std::to_string(kMaxTalkMinutes)}});
}

} // namespace

Issues settingIssues(const v1::WorkListSettings& settings)
{
    Issues issues;
    checkDays(issues, "untouched_days", settings.untouched_days());
    checkDays(issues, "untouched_leader_days", settings.untouched_leader_days());
    if (issues.empty() && settings.untouched_leader_days() < settings.untouched_days())
        addError(issues, "untouched_leader_days", "work_list_settings.leader_days",
                 {{"days", std::to_string(settings.untouched_days())}});
    checkDays(issues, "overlooked_days", settings.overlooked_days());
    checkDays(issues, "silent_days", settings.silent_days());
    if (settings.client_status_keys().empty() || settings.client_status_keys_size() > kMaxStatuses)
        addError(issues, "client_status_keys", "work_list_settings.statuses", {{"max", std::to_string(kMaxStatuses)}});
    return issues;
}

Issues planIssues(const v1::CheckTalkPlanRequest& wanted)
{
    Issues issues;
    checkSome(issues, "customer_ids", wanted.customer_ids_size(), kMaxTalks);
    const v1::Date& day = wanted.first_day();
    if (!vn::isValid(dateOf(day)) || day.year() >= vn::kLastYear)
        addError(issues, "first_day", "date.impossible");
    if (wanted.day_count() < 1 || wanted.day_count() > kMaxPlanDays)
        addError(issues, "day_count", "talk_plan.days", {{"max", std::to_string(kMaxPlanDays)}});
    checkLength(issues, wanted.minutes_each());
    const bool isWindow =
        wanted.from_minute() >= 0 && wanted.from_minute() < wanted.to_minute() && wanted.to_minute() <= kMinutesOfDay;
    if (!isWindow)
        addError(issues, "to_minute", "talk_plan.window");
    return issues;
}

Issues planIssues(const v1::PlanTalksRequest& wanted)
{
    Issues issues;
    checkSome(issues, "talk_slots", wanted.talk_slots_size(), kMaxTalks);
    checkLength(issues, wanted.minutes_each());
    return issues;
}

} // namespace banhang::server
