#include <google/protobuf/util/time_util.h>
#include <gtest/gtest.h>

#include "server/activities/activity_rules.h"

namespace banhang::server {
namespace {

using google::protobuf::util::TimeUtil;

constexpr std::int64_t kTooLong = std::int64_t{32} * 86400;

v1::Activity talk()
{
    v1::Activity activity;
    activity.set_kind(v1::ACTIVITY_KIND_TALK);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_owner_user_id(7);
    activity.set_channel_key("call");
    activity.set_customer_id(5);
    TimeUtil::FromString("2026-11-23T02:00:00Z", activity.mutable_start_time());
    return activity;
}

v1::Activity task()
{
    v1::Activity activity;
    activity.set_kind(v1::ACTIVITY_KIND_TASK);
    activity.set_title("Gửi báo giá");
    return activity;
}

v1::Activity allDay(int first, int last)
{
    v1::Activity activity;
    activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    activity.set_title("Hội chợ");
    for (v1::Date* date : {activity.mutable_day(), activity.mutable_last_day()}) {
        date->set_year(2026);
        date->set_month(12);
    }
    activity.mutable_day()->set_day(first);
    activity.mutable_last_day()->set_day(last);
    return activity;
}

std::string problems(const v1::Activity& activity)
{
    std::string text;
    for (const v1::FieldIssue& issue : checkShape(activity))
        text += issue.path() + ":" + issue.key() + " ";
    return text;
}

TEST(ActivityRules, whatIsCompleteIsFine)
{
    EXPECT_EQ(problems(talk()), "");
    EXPECT_EQ(problems(task()), "");
    EXPECT_EQ(problems(allDay(1, 3)), "");
}

TEST(ActivityRules, aTalkNeedsItsCustomerChannelAndTime)
{
    v1::Activity activity = talk();
    activity.clear_customer_id();
    activity.clear_channel_key();
    activity.clear_start_time();
    EXPECT_EQ(problems(activity), "start_time:activity.time_missing channel_key:activity.channel_missing "
                                  "customer_id:activity.customer_missing ");
}

TEST(ActivityRules, aPlannedTalkMayHaveADayAlone)
{
    v1::Activity activity = talk();
    activity.clear_start_time();
    *activity.mutable_day() = allDay(1, 1).day();
    EXPECT_EQ(problems(activity), "");
    activity.set_state(v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(problems(activity), "start_time:activity.time_missing ");
}

TEST(ActivityRules, eachKindSaysOnlyWhatItHas)
{
    v1::Activity activity = task();
    activity.set_channel_key("call");
    activity.set_direction(v1::TALK_DIRECTION_IN);
    activity.set_is_callback(true);
    activity.set_duration_seconds(60);
    activity.set_potential(v1::POTENTIAL_PROMISING);
    EXPECT_EQ(checkShape(activity).size(), 5);
    v1::Activity hasty = talk();
    hasty.set_priority(v1::PRIORITY_HIGH);
    hasty.set_callback_reason("bận");
    EXPECT_EQ(problems(hasty), "priority:activity.field_not_of_kind callback_reason:activity.field_not_of_kind ");
}

TEST(ActivityRules, timesAreInOrderAndBounded)
{
    v1::Activity activity = talk();
    *activity.mutable_end_time() = activity.start_time();
    EXPECT_EQ(problems(activity), "end_time:activity.end_before_start ");
    *activity.mutable_end_time() = TimeUtil::SecondsToTimestamp(activity.start_time().seconds() + kTooLong);
    EXPECT_EQ(problems(activity), "end_time:activity.too_long ");
    activity = talk();
    activity.mutable_start_time()->set_seconds(253'402'300'800);
    EXPECT_EQ(problems(activity), "start_time:date.impossible ");
    EXPECT_EQ(problems(allDay(3, 1)), "last_day:activity.end_before_start ");
    v1::Activity both = task();
    *both.mutable_day() = allDay(1, 1).day();
    *both.mutable_start_time() = talk().start_time();
    EXPECT_EQ(problems(both), "day:activity.two_times ");
}

TEST(ActivityRules, remindersNeedATimeAndARange)
{
    v1::Activity activity = task();
    activity.add_reminder_lead_minutes(15);
    EXPECT_EQ(problems(activity), "reminder_lead_minutes:activity.reminder_needs_time ");
    activity = talk();
    for (const int minutes : {0, 15, 60, 1440, 40320, 40321})
        activity.add_reminder_lead_minutes(minutes);
    EXPECT_EQ(problems(activity),
              "reminder_lead_minutes:list.too_long reminder_lead_minutes[5]:activity.lead_out_of_range ");
}

TEST(ActivityRules, listsHaveNothingTwiceAndTheOwnerIsNoParticipant)
{
    v1::Activity activity = talk();
    for (const int person : {8, 7, 9, 8})
        activity.add_participant_user_ids(person);
    activity.add_reminder_lead_minutes(15);
    activity.add_reminder_lead_minutes(15);
    prepareActivity(activity);
    EXPECT_EQ(peopleOf(activity), (std::vector<std::int64_t>{7, 8, 9}));
    EXPECT_EQ(activity.reminder_lead_minutes_size(), 1);
}

TEST(ActivityRules, listsThatFillARequestAreRefusedLikeOthersThatAreTooLong)
{
    v1::Activity activity = talk();
    for (int person = 1; person <= 300'000; ++person) {
        activity.add_participant_user_ids(1000 + person);
        activity.add_reminder_lead_minutes(person);
    }
    prepareActivity(activity);
    EXPECT_EQ(activity.participant_user_ids_size(), 300'000);
    EXPECT_EQ(activity.reminder_lead_minutes_size(), 300'000);
    EXPECT_NE(problems(activity).find("participant_user_ids:list.too_long"), std::string::npos);
}

TEST(ActivityRules, onlyWhatChangedMustStillBeThere)
{
    v1::Activity activity = talk();
    activity.set_contact_id(3);
    const ActivityFacts gone;
    EXPECT_EQ(checkNames(activity, gone, {"title"}).size(), 0);
    EXPECT_EQ(checkNames(activity, gone, {"contact_id"}).size(), 1);
    EXPECT_EQ(checkNames(activity, gone, {"channel_key", "customer_id"}).size(), 3);
}

TEST(ActivityRules, doubtsAboutTimesThatDoNotFitTheState)
{
    ActivityFacts facts;
    facts.nowMicros = TimeUtil::TimestampToMicroseconds(talk().start_time()) + 1;
    EXPECT_EQ(doubtsAbout(talk(), facts).at(0).key(), "activity.planned_in_past");
    v1::Activity done = talk();
    done.set_state(v1::ACTIVITY_STATE_DONE);
    EXPECT_TRUE(doubtsAbout(done, facts).empty());
    facts.nowMicros = 0;
    EXPECT_EQ(doubtsAbout(done, facts).at(0).key(), "activity.done_in_future");
}

} // namespace
} // namespace banhang::server
