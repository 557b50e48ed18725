// Calls planned for many: who may, when, what is left out, and taking them back.
#include <set>

#include "server/activities/day_rules.h"
#include "tests/integration/worklists/work_lists_fixture.h"

namespace banhang::test {
namespace {

using google::protobuf::util::TimeUtil;

class TalkPlans : public WorkListsFixture
{
protected:
    void SetUp() override
    {
        WorkListsFixture::SetUp();
        sen = addCustomer(lan, "Đỗ Thị Sen");
        quy = addCustomer(hoa, "Phạm Văn Quý");
    }

    /// In a year, when nobody has anything planned: a Monday.
    static v1::CheckTalkPlanRequest wish(const std::vector<std::int64_t>& ids)
    {
        v1::CheckTalkPlanRequest request;
        request.mutable_customer_ids()->Add(ids.begin(), ids.end());
        request.mutable_first_day()->set_year(2099);
        request.mutable_first_day()->set_month(11);
        request.mutable_first_day()->set_day(21); // a Saturday
        request.set_day_count(2);
        request.set_from_minute(9 * 60);
        request.set_to_minute(11 * 60);
        request.set_minutes_each(15);
        return request;
    }
    v1::CheckTalkPlanResponse check(const v1::CheckTalkPlanRequest& request, const std::string& token)
    {
        return call(*workLists, &WorkListsStub::CheckTalkPlan, request, token);
    }
    static std::string told(const google::protobuf::RepeatedPtrField<v1::SkippedCustomer>& skipped)
    {
        std::string text;
        for (const auto& one : skipped)
            text += (text.empty() ? "" : "|") + std::to_string(one.customer_id()) + " " + one.key();
        return text;
    }
    static v1::PlanTalksRequest plan(const v1::CheckTalkPlanResponse& checked)
    {
        v1::PlanTalksRequest request;
        *request.mutable_talk_slots() = checked.talk_slots();
        request.set_channel_key("call");
        request.set_minutes_each(15);
        request.set_title("Báo giá mới");
        request.set_preparation("Bảng giá tháng 12");
        request.set_request_id(newRequestId());
        return request;
    }
    v1::PlanTalksResponse save(const v1::PlanTalksRequest& request, const std::string& token)
    {
        return call(*workLists, &WorkListsStub::PlanTalks, request, token);
    }

    std::int64_t sen = 0;
    std::int64_t quy = 0;
};

TEST_F(TalkPlans, proposeTheNextWorkingDaysAndStoreWhatWasProposed)
{
    const auto checked = check(wish({sen, mai.id()}), lanToken);
    ASSERT_EQ(checked.talk_slots_size(), 2);
    EXPECT_EQ(checked.talk_slots(0).customer_id(), sen) << "in the order asked for";
    EXPECT_EQ(TimeUtil::ToString(checked.talk_slots(0).start_time()), "2099-11-23T02:00:00Z") << "Monday, 9:00";
    EXPECT_EQ(TimeUtil::ToString(checked.talk_slots(1).start_time()), "2099-11-24T02:00:00Z");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 0) << "nothing is stored yet";
    const v1::PlanTalksRequest request = plan(checked);
    const auto saved = save(request, lanToken);
    ASSERT_EQ(saved.talks_size(), 2);
    EXPECT_EQ(save(request, lanToken).talks(0).activity_id(), saved.talks(0).activity_id())
        << "once, however often sent";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 2);
    const v1::Activity stored = read(lanToken, saved.talks(0).activity_id());
    EXPECT_EQ(stored.title(), "Báo giá mới");
    EXPECT_EQ(stored.owner_user_id(), lan.id);
    EXPECT_EQ(stored.end_time().seconds() - stored.start_time().seconds(), 15 * 60);
    EXPECT_TRUE(get(lanToken, sen).has_next_contact_time());
}

TEST_F(TalkPlans, eachCustomerIsCalledByItsOwnerUnlessSomebodyIsNamed)
{
    auto request = wish({sen, quy});
    auto checked = check(request, minhToken);
    ASSERT_EQ(checked.talk_slots_size(), 2);
    EXPECT_EQ(checked.talk_slots(0).owner_user_id(), lan.id);
    EXPECT_EQ(checked.talk_slots(1).owner_user_id(), hoa.id);
    EXPECT_EQ(checked.talk_slots(0).start_time().seconds(), checked.talk_slots(1).start_time().seconds())
        << "two people call at the same time";
    request.set_owner_user_id(hoa.id);
    checked = check(request, minhToken);
    EXPECT_EQ(checked.talk_slots(0).owner_user_id(), hoa.id);
    EXPECT_NE(checked.talk_slots(0).start_time().seconds(), checked.talk_slots(1).start_time().seconds());
}

TEST_F(TalkPlans, tellWhomTheyLeaveOutAndWhy)
{
    sql().run("UPDATE banhang.customer SET do_not_call = true WHERE id = $1", {std::to_string(sen)});
    ActivitiesFixture::plan(lanToken, talk(1));
    auto request = wish({sen, mai.id(), quy, 999});
    const auto id = [](std::int64_t number) { return std::to_string(number); };
    EXPECT_EQ(told(check(request, lanToken).skipped()), id(sen) + " talk_plan.do_not_call|" + id(mai.id()) +
                                                            " talk_plan.planned_already|" + id(quy) +
                                                            " customer.not_found|999 customer.not_found")
        << "a colleague's customer looks as if there were none";
    request.set_also_planned(true);
    EXPECT_EQ(check(request, lanToken).talk_slots_size(), 1);
    request.set_owner_user_id(hoa.id);
    EXPECT_EQ(told(check(request, lanToken).skipped()).find(id(mai.id()) + " call.denied") == std::string::npos, false)
        << "Lan fills nobody's day but her own";
    request = wish({sen, mai.id(), quy});
    request.set_also_planned(true);
    request.set_day_count(1);
    request.set_to_minute(9 * 60 + 15);
    request.set_owner_user_id(hoa.id);
    EXPECT_EQ(told(check(request, minhToken).skipped()),
              id(sen) + " talk_plan.do_not_call|" + id(quy) + " talk_plan.no_room");
}

TEST_F(TalkPlans, goAroundPublicHolidays)
{
    v1::CheckTalkPlanRequest request = wish({sen});
    request.mutable_first_day()->set_month(4);
    request.mutable_first_day()->set_day(30); // a Thursday, and Friday is 1 May
    EXPECT_EQ(TimeUtil::ToString(check(request, lanToken).talk_slots(0).start_time()), "2099-05-04T02:00:00Z");
}

TEST_F(TalkPlans, passByWhatTakesTheTimeOfWhoCalls)
{
    v1::Activity meeting = appointment("Họp giao ban", 0, 1);
    *meeting.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(server::beginOfDay({2099, 11, 23}));
    *meeting.mutable_end_time() =
        TimeUtil::MicrosecondsToTimestamp(server::beginOfDay({2099, 11, 23}) + 10 * 3'600'000'000LL);
    ActivitiesFixture::plan(lanToken, meeting);
    EXPECT_EQ(TimeUtil::ToString(check(wish({sen}), lanToken).talk_slots(0).start_time()), "2099-11-23T03:00:00Z");
}

TEST_F(TalkPlans, leaveOutWhoIsGoneWhenTheyAreStored)
{
    const auto checked = check(wish({sen, quy}), minhToken);
    world().join(minh, world().addGroup("nothing", {}));
    sql().run("UPDATE banhang.customer SET deleted_at = now() WHERE id = $1", {std::to_string(quy)});
    const auto saved = save(plan(checked), minhToken);
    EXPECT_EQ(saved.talks_size(), 1);
    ASSERT_EQ(saved.skipped_size(), 1);
    EXPECT_EQ(saved.skipped(0).customer_id(), quy);
    auto wrong = plan(checked);
    wrong.set_channel_key("khói");
    EXPECT_EQ(refusal(*workLists, &WorkListsStub::PlanTalks, wrong, minhToken).detail().issues(0).path(), "channel_key")
        << "what is wrong with all of them stops them all";
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 1);
}

TEST_F(TalkPlans, areTakenBackUnlessSomebodyHasTouchedThem)
{
    const auto saved = save(plan(check(wish({sen, mai.id()}), lanToken)), lanToken);
    close(lanToken, read(lanToken, saved.talks(0).activity_id()), v1::ACTIVITY_STATE_CANCELLED);
    v1::UndoPlannedTalksRequest request;
    *request.mutable_talks() = saved.talks();
    request.set_request_id(newRequestId());
    EXPECT_EQ(call(*workLists, &WorkListsStub::UndoPlannedTalks, request, hoaToken).activity_ids_size(), 0)
        << "Hoa does not even see them";
    request.set_request_id(newRequestId());
    const auto back = call(*workLists, &WorkListsStub::UndoPlannedTalks, request, lanToken);
    ASSERT_EQ(back.activity_ids_size(), 1);
    EXPECT_EQ(back.activity_ids(0), saved.talks(1).activity_id());
    EXPECT_EQ(back.kept_activity_ids(0), saved.talks(0).activity_id());
}

} // namespace
} // namespace banhang::test
