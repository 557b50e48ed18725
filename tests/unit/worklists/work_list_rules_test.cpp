#include <gtest/gtest.h>

#include "server/worklists/work_list_rules.h"

namespace banhang::server {
namespace {

std::string told(const Issues& issues)
{
    std::string text;
    for (const v1::FieldIssue& issue : issues)
        text += (text.empty() ? "" : "|") + issue.path() + " " + issue.key();
    return text;
}

v1::WorkListSettings usual()
{
    v1::WorkListSettings settings;
    settings.set_untouched_days(7);
    settings.set_untouched_leader_days(14);
    settings.set_overlooked_days(30);
    settings.set_silent_days(90);
    settings.add_client_status_keys("trading");
    return settings;
}

v1::CheckTalkPlanRequest plan()
{
    v1::CheckTalkPlanRequest wanted;
    wanted.add_customer_ids(1);
    wanted.mutable_first_day()->set_year(2026);
    wanted.mutable_first_day()->set_month(11);
    wanted.mutable_first_day()->set_day(23);
    wanted.set_day_count(1);
    wanted.set_from_minute(540);
    wanted.set_to_minute(660);
    wanted.set_minutes_each(15);
    return wanted;
}

TEST(WorkListRules, daysAreBoundedAndLeadersAreToldLater)
{
    EXPECT_EQ(told(settingIssues(usual())), "");
    v1::WorkListSettings settings = usual();
    settings.set_untouched_leader_days(6);
    EXPECT_EQ(told(settingIssues(settings)), "untouched_leader_days work_list_settings.leader_days");
    settings.set_untouched_days(0);
    settings.set_silent_days(3651);
    settings.clear_client_status_keys();
    EXPECT_EQ(told(settingIssues(settings)),
              "untouched_days period.days|silent_days period.days|client_status_keys work_list_settings.statuses");
}

TEST(WorkListRules, aPlanNamesEveryMistake)
{
    EXPECT_EQ(told(planIssues(plan())), "");
    v1::CheckTalkPlanRequest wanted = plan();
    wanted.clear_customer_ids();
    wanted.mutable_first_day()->set_month(13);
    wanted.set_day_count(32);
    wanted.set_minutes_each(4);
    wanted.set_to_minute(540);
    EXPECT_EQ(told(planIssues(wanted)), "customer_ids field.required|first_day date.impossible|day_count "
                                        "talk_plan.days|minutes_each talk_plan.minutes|to_minute talk_plan.window");
}

} // namespace
} // namespace banhang::server
