// Care requests are taken in, edited, moved from state to state, given away, binned.
#include "tests/integration/care/care_fixture.h"

namespace banhang::test {

namespace {

using google::protobuf::util::TimeUtil;

class CareSaving : public CareFixture
{
protected:
    static std::string pathsOf(const AppError& error)
    {
        std::string paths;
        for (const v1::FieldIssue& issue : error.detail().issues())
            paths += (paths.empty() ? "" : " ") + issue.path() + "=" + issue.key();
        return paths;
    }
    std::string history(std::int64_t id)
    {
        return sql().text("SELECT coalesce(string_agg(operation || ':' || version, ' ' ORDER BY version), '')"
                          " FROM banhang.change_log WHERE entity = 'care_request' AND entity_id = $1::bigint",
                          {std::to_string(id)});
    }
};

TEST_F(CareSaving, takesOneInWithACodeAndThePromiseOfItsSeverity)
{
    v1::CareRequest typed = complaint("  Máy   giao bị xước ");
    typed.set_severity(v1::CARE_SEVERITY_URGENT);
    const v1::CareRequest taken = take(lanToken, typed);
    EXPECT_TRUE(taken.code().starts_with("YC0"));
    EXPECT_EQ(taken.subject(), "Máy giao bị xước");
    EXPECT_EQ(taken.state(), v1::CARE_STATE_NEW);
    EXPECT_EQ(taken.owner_user_id(), lan.id);
    EXPECT_EQ(taken.customer_name(), mai.name());
    EXPECT_EQ(taken.promised_time().seconds() - taken.create_time().seconds(), 4 * 3600);
    EXPECT_FALSE(taken.is_overdue());
    EXPECT_EQ(history(taken.id()), "create:1");
}

TEST_F(CareSaving, namesAllThatIsWrongAtOnce)
{
    v1::CareRequest empty;
    empty.set_satisfaction(7);
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::CreateCareRequest, creation(empty), lanToken)),
              "kind_key=care_request.kind_missing customer_id=care_request.customer_missing"
              " channel_key=care_request.channel_missing subject=care_request.subject_missing"
              " satisfaction=care_request.satisfaction_out_of_range");
    v1::CareRequest unknown = complaint();
    unknown.set_kind_key("gift");
    unknown.set_channel_key("pigeon");
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::CreateCareRequest, creation(unknown), lanToken)),
              "kind_key=pick_item.unknown channel_key=pick_item.unknown");
}

TEST_F(CareSaving, answersARepeatAsTheFirstTime)
{
    const auto wanted = creation(complaint());
    const v1::CareRequest first = call(*care, &CareStub::CreateCareRequest, wanted, lanToken);
    const v1::CareRequest again = call(*care, &CareStub::CreateCareRequest, wanted, lanToken);
    EXPECT_EQ(first.id(), again.id());
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.care_request"), 1);
}

TEST_F(CareSaving, letsTwoEditDifferentFieldsAndTellsOfACollision)
{
    const v1::CareRequest read = take(lanToken, complaint());
    v1::CareRequest mine = read;
    mine.set_subject("Máy giao bị móp");
    v1::CareRequest theirs = read;
    theirs.set_description("Góc trái");
    call(*care, &CareStub::UpdateCareRequest, careChange(mine, {"subject"}), lanToken);
    const v1::CareRequest both =
        call(*care, &CareStub::UpdateCareRequest, careChange(theirs, {"description"}), minhToken);
    EXPECT_EQ(both.subject(), "Máy giao bị móp");
    EXPECT_EQ(both.description(), "Góc trái");
    theirs.set_subject("Khác");
    const AppError error = refusal(*care, &CareStub::UpdateCareRequest, careChange(theirs, {"subject"}), minhToken);
    EXPECT_EQ(error.key(), "care_request.edit_conflict");
    ASSERT_EQ(error.detail().conflicts_size(), 1);
    EXPECT_EQ(error.detail().conflicts(0).path(), "subject");
    EXPECT_EQ(history(read.id()), "create:1 update:2 update:3");
}

TEST_F(CareSaving, refusesFieldsThatAreNotTheClients)
{
    const v1::CareRequest read = take(lanToken, complaint());
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::UpdateCareRequest, careChange(read, {"state"}), lanToken)),
              "update_mask=update_mask.not_writable");
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::UpdateCareRequest, careChange(read, {}), lanToken)),
              "update_mask=update_mask.empty");
}

TEST_F(CareSaving, goesOnlyTheStepsThatThereAre)
{
    v1::CareRequest one = take(lanToken, complaint());
    one = move(lanToken, one, v1::CARE_STATE_WORKING);
    EXPECT_EQ(refusal(*care, &CareStub::MoveCareRequest, step(one, v1::CARE_STATE_CLOSED), lanToken).key(),
              "care_request.no_such_step");
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::MoveCareRequest, step(one, v1::CARE_STATE_RESOLVED), lanToken)),
              "answer=care_request.answer_missing");
    one = move(lanToken, one, v1::CARE_STATE_RESOLVED, "Đổi máy mới");
    EXPECT_TRUE(one.has_resolve_time());
    const auto answered = one.resolve_time();
    one = move(lanToken, one, v1::CARE_STATE_CLOSED);
    EXPECT_EQ(TimeUtil::ToString(one.resolve_time()), TimeUtil::ToString(answered));
    one = move(lanToken, one, v1::CARE_STATE_WORKING);
    EXPECT_FALSE(one.has_resolve_time());
    EXPECT_EQ(history(one.id()), "create:1 move:2 move:3 move:4 move:5");
}

TEST_F(CareSaving, tellsANewOwnerButNotOneself)
{
    const v1::CareRequest own = take(minhToken, complaint());
    EXPECT_EQ(told(minh, "notification.care_assigned", own.id()), 0);
    v1::CareRequest forLan = complaint();
    forLan.set_owner_user_id(lan.id);
    const v1::CareRequest given = take(minhToken, forLan);
    EXPECT_EQ(given.owner_user_id(), lan.id);
    EXPECT_EQ(told(lan, "notification.care_assigned", given.id()), 1);
    call(*care, &CareStub::AssignCareRequests, assignment({own.id(), given.id()}, lan), minhToken);
    EXPECT_EQ(getCare(lanToken, own.id()).owner_user_id(), lan.id);
    EXPECT_EQ(told(lan, "notification.care_assigned", own.id()), 1);
    EXPECT_EQ(told(lan, "notification.care_assigned", given.id()), 1);
    EXPECT_EQ(history(own.id()), "create:1 assign:2");
}

TEST_F(CareSaving, givesNothingAwayBeyondTheScope)
{
    const v1::CareRequest own = take(lanToken, complaint());
    EXPECT_EQ(refusal(*care, &CareStub::AssignCareRequests, assignment({own.id()}, hoa), lanToken).key(),
              "call.denied");
    EXPECT_EQ(refusal(*care, &CareStub::AssignCareRequests, assignment({own.id()}, tuan), minhToken).key(),
              "call.denied");
    v1::CareRequest forHoa = complaint();
    forHoa.set_owner_user_id(hoa.id);
    EXPECT_EQ(refusal(*care, &CareStub::CreateCareRequest, creation(forHoa), lanToken).key(), "call.denied");
    EXPECT_EQ(getCare(lanToken, own.id()).owner_user_id(), lan.id);
}

TEST_F(CareSaving, goesToTheBinAndBack)
{
    const v1::CareRequest own = take(lanToken, complaint());
    v1::DeleteCareRequestRequest bin;
    bin.set_care_request_id(own.id());
    bin.set_version(own.version());
    bin.set_request_id(newRequestId());
    EXPECT_TRUE(call(*care, &CareStub::DeleteCareRequest, bin, lanToken).has_delete_time());
    EXPECT_EQ(refusal(*care, &CareStub::MoveCareRequest, step(own, v1::CARE_STATE_WORKING), lanToken).key(),
              "care_request.in_bin");
    EXPECT_EQ(listed(lanToken, {}), "");
    v1::UndeleteCareRequestRequest back;
    back.set_care_request_id(own.id());
    back.set_request_id(newRequestId());
    EXPECT_FALSE(call(*care, &CareStub::UndeleteCareRequest, back, lanToken).has_delete_time());
    EXPECT_EQ(listed(lanToken, {}), own.subject());
    EXPECT_EQ(history(own.id()), "create:1 delete:2 undelete:3");
}

TEST_F(CareSaving, keepsOneReminderForTheOwnerBeforeThePromise)
{
    const auto reminders = [this](std::int64_t id) {
        return sql().text(
            "SELECT coalesce(string_agg(user_id || ':' || lead_minutes || ':' || state, ' ' ORDER BY id), '')"
            " FROM banhang.reminder WHERE entity = 'care_request' AND entity_id = $1::bigint AND is_current",
            {std::to_string(id)});
    };
    v1::CareRequest one = take(lanToken, complaint());
    EXPECT_EQ(reminders(one.id()), std::to_string(lan.id) + ":480:1");
    call(*care, &CareStub::AssignCareRequests, assignment({one.id()}, minh), minhToken);
    EXPECT_EQ(reminders(one.id()), std::to_string(minh.id) + ":480:1");
    one = move(minhToken, getCare(minhToken, one.id()), v1::CARE_STATE_CANCELLED);
    EXPECT_EQ(reminders(one.id()), "");
    move(minhToken, one, v1::CARE_STATE_WORKING);
    EXPECT_EQ(reminders(one.id()), std::to_string(minh.id) + ":480:1");
}

TEST_F(CareSaving, promisesByTheSettings)
{
    const TestUser it = world().addUserWith("it", world().company(),
                                            {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL},
                                             {v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW, v1::SCOPE_ALL}});
    const std::string token = world().signIn(it);
    v1::CareSettings settings = call(*care, &CareStub::GetCareSettings, v1::GetCareSettingsRequest(), token);
    ASSERT_EQ(settings.promises_size(), 4);
    settings.mutable_promises(1)->set_promise_minutes(60);
    settings.mutable_promises(1)->set_remind_minutes(60);
    v1::UpdateCareSettingsRequest wanted;
    *wanted.mutable_care_settings() = settings;
    wanted.mutable_update_mask()->add_paths("promises");
    wanted.set_request_id(newRequestId());
    EXPECT_EQ(pathsOf(refusal(*care, &CareStub::UpdateCareSettings, wanted, token)),
              "promises[1].remind_minutes=care_settings.reminder_out_of_range");
    wanted.mutable_care_settings()->mutable_promises(1)->set_remind_minutes(10);
    wanted.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*care, &CareStub::UpdateCareSettings, wanted, lanToken).key(), "call.denied");
    EXPECT_EQ(call(*care, &CareStub::UpdateCareSettings, wanted, token).version(), settings.version() + 1);
    const v1::CareRequest taken = take(lanToken, complaint());
    EXPECT_EQ(taken.promised_time().seconds() - taken.create_time().seconds(), 3600);
    wanted.set_request_id(newRequestId());
    EXPECT_EQ(refusal(*care, &CareStub::UpdateCareSettings, wanted, token).key(), "care_settings.edit_conflict");
}

} // namespace

} // namespace banhang::test
