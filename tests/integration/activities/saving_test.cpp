#include <future>

#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

using google::protobuf::util::TimeUtil;

class ActivitySaving : public ActivitiesFixture
{
};

TEST_F(ActivitySaving, storesAndReadsWhatWasTyped)
{
    v1::Activity typed = talk(2);
    typed.set_title("  Hỏi về   đơn hàng ");
    typed.set_preparation("Bảng giá mới\nHợp đồng cũ");
    typed.set_goal("Chốt 20 thùng");
    typed.set_direction(v1::TALK_DIRECTION_OUT);
    typed.add_participant_user_ids(hoa.id);
    typed.add_reminder_lead_minutes(15);
    typed.add_reminder_lead_minutes(1440);
    typed.set_is_callback(true);
    typed.set_callback_reason("đang họp");
    const v1::Activity stored = plan(lanToken, typed);
    EXPECT_EQ(stored.title(), "Hỏi về đơn hàng");
    EXPECT_EQ(stored.customer_name(), "Nguyễn Thị Mai");
    EXPECT_EQ(stored.owner_user_id(), lan.id);
    EXPECT_EQ(stored.unit_id(), lan.unitId);
    EXPECT_EQ(stored.creator_user_id(), lan.id);
    EXPECT_EQ(stored.state(), v1::ACTIVITY_STATE_PLANNED);
    EXPECT_EQ(stored.version(), 1);
    EXPECT_EQ(stored.preparation(), typed.preparation());
    EXPECT_EQ(stored.reminder_lead_minutes_size(), 2);
    EXPECT_FALSE(stored.has_close_time());
    EXPECT_EQ(TimeUtil::ToString(stored.start_time()), TimeUtil::ToString(typed.start_time()));
    EXPECT_EQ(read(lanToken, stored.id()).SerializeAsString(), stored.SerializeAsString());
}

TEST_F(ActivitySaving, storesADoneTalkWithItsNextStep)
{
    v1::Activity done = talk(-100);
    done.set_state(v1::ACTIVITY_STATE_DONE);
    done.set_result("Xin gọi lại");
    v1::CreateActivityRequest request = creation(done);
    v1::Activity& next = *request.mutable_next_step();
    next.set_kind(v1::ACTIVITY_KIND_TALK);
    next.set_channel_key("call");
    next.set_is_callback(true);
    *next.mutable_start_time() = at(5);
    const auto reply = call(*activities, &ActivitiesStub::CreateActivity, request, lanToken);
    EXPECT_TRUE(reply.activity().has_close_time());
    EXPECT_EQ(reply.next_step().previous_activity_id(), reply.activity().id());
    EXPECT_EQ(reply.next_step().customer_id(), mai.id());
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 2);
}

TEST_F(ActivitySaving, saysAllThatIsWrongAtOnce)
{
    v1::Activity wrong = appointment("", 3, 2);
    wrong.set_direction(v1::TALK_DIRECTION_IN);
    wrong.add_reminder_lead_minutes(-5);
    wrong.add_participant_user_ids(987654);
    const AppError error = refusal(*activities, &ActivitiesStub::CreateActivity, creation(wrong), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    std::string paths;
    for (const v1::FieldIssue& issue : error.detail().issues())
        paths += issue.path() + " ";
    EXPECT_EQ(paths, "title direction end_time reminder_lead_minutes[0] ");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity"), 0);
}

TEST_F(ActivitySaving, namesOnlyWhatIsThere)
{
    v1::Activity activity = talk();
    activity.set_channel_key("pigeon");
    activity.set_contact_id(4711);
    activity.add_participant_user_ids(987654);
    const AppError error = refusal(*activities, &ActivitiesStub::CreateActivity, creation(activity), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 3);
    EXPECT_EQ(error.detail().issues(0).key(), "pick_item.unknown");
    EXPECT_EQ(error.detail().issues(1).key(), "contact.not_found");
    EXPECT_EQ(error.detail().issues(2).key(), "user.not_found");
}

TEST_F(ActivitySaving, customersOutOfSightAreNotNamed)
{
    const AppError error = refusal(*activities, &ActivitiesStub::CreateActivity, creation(talk()), tuanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).key(), "customer.not_found");
}

TEST_F(ActivitySaving, disjointEditsBothGoIn)
{
    const v1::Activity stored = plan(lanToken, appointment("Họp giá", 1, 2));
    v1::Activity mine = stored;
    mine.set_place("Quán Mộc");
    v1::Activity theirs = stored;
    theirs.set_title("Họp giá quý I");
    edit(minhToken, theirs, {"title"});
    const v1::Activity after = edit(lanToken, mine, {"place"});
    EXPECT_EQ(after.title(), "Họp giá quý I");
    EXPECT_EQ(after.place(), "Quán Mộc");
    EXPECT_EQ(after.version(), 3);
}

TEST_F(ActivitySaving, theSameFieldCollidesWithThreeValues)
{
    const v1::Activity stored = plan(lanToken, appointment("Họp giá", 1, 2));
    v1::Activity mine = stored;
    mine.set_title("Họp giá sỉ");
    v1::Activity theirs = stored;
    theirs.set_title("Họp giá lẻ");
    edit(minhToken, theirs, {"title"});
    const AppError error = refusal(*activities, &ActivitiesStub::UpdateActivity, change(mine, {"title"}), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Conflict);
    EXPECT_EQ(error.key(), "activity.edit_conflict");
    ASSERT_EQ(error.detail().conflicts_size(), 1);
    EXPECT_EQ(error.detail().conflicts(0).original_json(), "\"Họp giá\"");
    EXPECT_EQ(error.detail().conflicts(0).theirs_json(), "\"Họp giá lẻ\"");
    EXPECT_EQ(error.detail().conflicts(0).mine_json(), "\"Họp giá sỉ\"");
    EXPECT_EQ(error.detail().changed_by_user_id(), minh.id);
}

TEST_F(ActivitySaving, whatTheServerSaysIsNotWritten)
{
    const v1::Activity stored = plan(lanToken, task("Gửi báo giá"));
    for (const char* field :
         {"state", "kind", "owner_user_id", "unit_id", "series_id", "close_time", "customer_name"}) {
        const AppError error = refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {field}), lanToken);
        EXPECT_EQ(error.code(), ErrorCode::Invalid) << field;
    }
}

TEST_F(ActivitySaving, closesWithResultAndNextStepInOneGo)
{
    v1::Activity planned = plan(lanToken, talk(1));
    planned.set_result("Đồng ý giá");
    planned.set_potential(v1::POTENTIAL_PROMISING);
    v1::CloseActivityRequest request = closing(planned, v1::ACTIVITY_STATE_DONE, {"result", "potential"});
    v1::Activity& next = *request.mutable_next_step();
    next.set_kind(v1::ACTIVITY_KIND_TASK);
    next.set_title("Gửi hợp đồng");
    const auto reply = call(*activities, &ActivitiesStub::CloseActivity, request, lanToken);
    EXPECT_EQ(reply.activity().state(), v1::ACTIVITY_STATE_DONE);
    EXPECT_TRUE(reply.activity().has_close_time());
    EXPECT_EQ(reply.activity().result(), "Đồng ý giá");
    EXPECT_EQ(reply.next_step().title(), "Gửi hợp đồng");
    EXPECT_EQ(reply.next_step().customer_name(), mai.name());
    const auto again = call(*activities, &ActivitiesStub::CloseActivity, request, lanToken);
    EXPECT_EQ(again.SerializeAsString(), reply.SerializeAsString());
    request.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::CloseActivity, request, lanToken).key(), "activity.closed");
}

TEST_F(ActivitySaving, aWrongNextStepLeavesTheTalkOpen)
{
    const v1::Activity planned = plan(lanToken, talk(1));
    v1::CloseActivityRequest request = closing(planned, v1::ACTIVITY_STATE_DONE);
    request.mutable_next_step()->set_kind(v1::ACTIVITY_KIND_TASK);
    const AppError error = refusal(*activities, &ActivitiesStub::CloseActivity, request, lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).path(), "next_step.title");
    EXPECT_EQ(read(lanToken, planned.id()).state(), v1::ACTIVITY_STATE_PLANNED);
}

TEST_F(ActivitySaving, whatWasClosedCanBeOpenedAgain)
{
    const v1::Activity closed = close(lanToken, plan(lanToken, task("Gọi thợ")), v1::ACTIVITY_STATE_CANCELLED);
    v1::ReopenActivityRequest request;
    request.set_activity_id(closed.id());
    request.set_request_id(newRequestId());
    const auto reply = call(*activities, &ActivitiesStub::ReopenActivity, request, lanToken);
    EXPECT_EQ(reply.activity().state(), v1::ACTIVITY_STATE_PLANNED);
    EXPECT_FALSE(reply.activity().has_close_time());
    request.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ReopenActivity, request, lanToken).key(), "activity.planned");
}

TEST_F(ActivitySaving, theBinIsHarmlessToRepeat)
{
    const v1::Activity stored = plan(lanToken, task("Dọn kho"));
    EXPECT_TRUE(bin(lanToken, stored.id()).has_delete_time());
    EXPECT_EQ(bin(lanToken, stored.id()).version(), 2);
    EXPECT_FALSE(reads(lanToken, stored.id()));
    EXPECT_TRUE(read(lanToken, stored.id()).has_delete_time());
    EXPECT_EQ(
        refusal(*activities, &ActivitiesStub::UpdateActivity, change(read(lanToken, stored.id()), {"title"}), lanToken)
            .key(),
        "activity.in_bin");
    v1::UndeleteActivityRequest back;
    back.set_activity_id(stored.id());
    back.set_request_id(newRequestId());
    EXPECT_FALSE(call(*activities, &ActivitiesStub::UndeleteActivity, back, lanToken).has_delete_time());
    EXPECT_TRUE(reads(lanToken, stored.id()));
}

TEST_F(ActivitySaving, everyVersionHasOneRowInTheLog)
{
    v1::Activity stored = plan(lanToken, talk(1));
    stored.set_goal("Hẹn gặp");
    stored = edit(lanToken, stored, {"goal"});
    stored = close(lanToken, stored);
    bin(lanToken, stored.id());
    EXPECT_EQ(sql().text("SELECT string_agg(version || ' ' || operation, ', ' ORDER BY seq) FROM banhang.change_log"
                         " WHERE entity = 'activity'"),
              "1 create, 2 update, 3 close, 4 delete");
    EXPECT_EQ(sql().text("SELECT people::text FROM banhang.change_log WHERE entity = 'activity' AND version = 2"),
              "{" + std::to_string(lan.id) + "}");
}

TEST_F(ActivitySaving, colleaguesAreBookedTwiceOnlyKnowingly)
{
    v1::Activity first = appointment("Họp nhóm", 2, 3);
    first.add_participant_user_ids(hoa.id);
    plan(minhToken, first);
    v1::Activity second = appointment("Gặp khách", 2.5, 4);
    second.add_participant_user_ids(lan.id);
    v1::CheckActivityRequest question;
    *question.mutable_activity() = second;
    const auto told = call(*activities, &ActivitiesStub::CheckActivity, question, hoaToken);
    ASSERT_EQ(told.clashes_size(), 1);
    EXPECT_EQ(told.clashes(0).user_id(), hoa.id);
    EXPECT_EQ(told.clashes(0).title(), "Họp nhóm");
    const auto stored = store(hoaToken, second);
    EXPECT_EQ(stored.clashes_size(), 1);
    EXPECT_EQ(store(hoaToken, appointment("Sau đó", 4, 5)).clashes_size(), 0) << "what only touches does not clash";
}

TEST_F(ActivitySaving, theTimeOfOthersIsToldWithoutTheirBusiness)
{
    plan(tuanToken, appointment("Phỏng vấn", 2, 3));
    v1::Activity mine = appointment("Ăn trưa", 2, 3);
    mine.add_participant_user_ids(tuan.id);
    v1::CheckActivityRequest question;
    *question.mutable_activity() = mine;
    const auto told = call(*activities, &ActivitiesStub::CheckActivity, question, lanToken);
    ASSERT_EQ(told.clashes_size(), 1);
    EXPECT_EQ(told.clashes(0).activity_id(), 0);
    EXPECT_EQ(told.clashes(0).title(), "");
    ASSERT_TRUE(told.has_free_start_time());
    EXPECT_EQ(TimeUtil::ToString(told.free_start_time()), TimeUtil::ToString(at(3)));
}

} // namespace
} // namespace banhang::test
