// What can be wrong with the days that an office agrees on, and with a request to plan calls.
#pragma once

#include "banhang/v1/work_lists.pb.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// "period.days", "work_list_settings.leader_days", "work_list_settings.statuses". Whether the statuses are known is
/// not looked up: one that has gone finds nobody.
Issues settingIssues(const v1::WorkListSettings& settings);

/// "list.too_long", "field.required", "date.impossible", "talk_plan.days", "talk_plan.window", "talk_plan.minutes".
Issues planIssues(const v1::CheckTalkPlanRequest& wanted);
Issues planIssues(const v1::PlanTalksRequest& wanted);

} // namespace banhang::server
