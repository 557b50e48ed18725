// Who sees an activity, who changes it, and what its names do when sight is lost.
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

class ActivitySight : public ActivitiesFixture
{
protected:
    void assign(const std::string& token, std::int64_t activity, const TestUser& owner)
    {
        call(*activities, &ActivitiesStub::AssignActivities, assignment(activity, owner), token);
    }
    static v1::AssignActivitiesRequest assignment(std::int64_t activity, const TestUser& owner)
    {
        v1::AssignActivitiesRequest request;
        request.add_activity_ids(activity);
        request.set_owner_user_id(owner.id);
        request.set_request_id(newRequestId());
        return request;
    }
};

TEST_F(ActivitySight, ownersParticipantsLeadersAndNobodyElse)
{
    v1::Activity meeting = appointment("Họp kín", 1, 2);
    meeting.add_participant_user_ids(tuan.id);
    const v1::Activity stored = plan(lanToken, meeting);
    EXPECT_TRUE(reads(lanToken, stored.id()));
    EXPECT_TRUE(reads(tuanToken, stored.id()));
    EXPECT_TRUE(reads(minhToken, stored.id()));
    EXPECT_TRUE(reads(anToken, stored.id()));
    EXPECT_FALSE(reads(hoaToken, stored.id()));
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetActivity, readingOf(stored.id()), hoaToken).key(),
              "activity.not_found");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {"place"}), hoaToken).key(),
              "activity.not_found");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {"place"}), tuanToken).key(),
              "call.denied")
        << "who takes part does not decide";
}

TEST_F(ActivitySight, whoSeesTheCustomerSeesItsActivities)
{
    const v1::Activity stored = plan(anToken, talk(1));
    EXPECT_EQ(read(lanToken, stored.id()).customer_name(), mai.name());
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {"goal"}), lanToken).key(),
              "call.denied");
}

TEST_F(ActivitySight, namesVanishForWhoDoesNotSeeTheCustomer)
{
    v1::Activity visit = talk(1, "meeting");
    visit.add_participant_user_ids(tuan.id);
    const v1::Activity stored = plan(lanToken, visit);
    const v1::Activity seen = read(tuanToken, stored.id());
    EXPECT_EQ(seen.customer_id(), mai.id());
    EXPECT_EQ(seen.customer_name(), "");
}

TEST_F(ActivitySight, namesVanishWithTheCustomerInTheBinAndComeBackWithIt)
{
    const v1::Activity stored = plan(lanToken, talk(1));
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(mai.id());
    deletion.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, deletion, lanToken);
    EXPECT_EQ(read(lanToken, stored.id()).customer_name(), "");
    sql().run("UPDATE banhang.customer SET deleted_at = NULL");
    EXPECT_EQ(read(lanToken, stored.id()).customer_name(), mai.name());
}

TEST_F(ActivitySight, aPersonTakenOffTheFormKeepsTheNameInWhatWasWritten)
{
    v1::Customer firm = get(lanToken, addCustomer(lan, "Công ty Bình Minh", v1::CUSTOMER_KIND_ORGANISATION));
    firm.add_contacts()->set_name("Chị Hoa");
    firm = update(lanToken, firm, {"contacts"});
    v1::Activity visit = talk(1);
    visit.set_customer_id(firm.id());
    visit.set_contact_id(firm.contacts(0).id());
    v1::Activity stored = plan(lanToken, visit);
    EXPECT_EQ(stored.contact_name(), "Chị Hoa");
    firm.clear_contacts();
    update(lanToken, firm, {"contacts"});
    stored.set_goal("Hẹn lại");
    stored = edit(lanToken, stored, {"goal", "contact_id"});
    EXPECT_EQ(stored.contact_name(), "Chị Hoa");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::CreateActivity, creation(visit), lanToken).detail().issues(0).key(),
              "contact.not_found");
}

TEST_F(ActivitySight, whoLeavesAMeetingDoesNotSeeItAnyMore)
{
    v1::Activity meeting = appointment("Họp kín", 1, 2);
    meeting.add_participant_user_ids(tuan.id);
    meeting.add_participant_user_ids(hoa.id);
    v1::Activity stored = plan(lanToken, meeting);
    stored.clear_participant_user_ids();
    stored.add_participant_user_ids(hoa.id);
    edit(lanToken, stored, {"participant_user_ids"});
    EXPECT_FALSE(reads(tuanToken, stored.id()));
    EXPECT_TRUE(reads(hoaToken, stored.id()));
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.activity_person WHERE activity_id = $1::bigint",
                           {std::to_string(stored.id())}),
              2);
}

TEST_F(ActivitySight, leadersAssignWithinTheirTeam)
{
    v1::Activity meeting = appointment("Gặp khách", 1, 2);
    meeting.add_participant_user_ids(hoa.id);
    const v1::Activity stored = plan(lanToken, meeting);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::AssignActivities, assignment(stored.id(), tuan), minhToken).key(),
              "call.denied");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::AssignActivities, assignment(stored.id(), hoa), lanToken).key(),
              "call.denied");
    assign(minhToken, stored.id(), hoa);
    const v1::Activity given = read(hoaToken, stored.id());
    EXPECT_EQ(given.owner_user_id(), hoa.id);
    EXPECT_EQ(given.unit_id(), hoa.unitId);
    EXPECT_EQ(given.participant_user_ids_size(), 0);
    EXPECT_FALSE(reads(lanToken, stored.id()));
    EXPECT_EQ(sql().text("SELECT unit_before || ' ' || unit_after FROM banhang.change_log WHERE operation = 'assign'"),
              std::to_string(lan.unitId) + " " + std::to_string(hoa.unitId));
}

TEST_F(ActivitySight, workForOthersNeedsTheRightToAssign)
{
    v1::Activity work = task("Soạn hợp đồng");
    work.set_owner_user_id(hoa.id);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::CreateActivity, creation(work), lanToken).key(), "call.denied");
    const v1::Activity stored = plan(minhToken, work);
    EXPECT_EQ(stored.owner_user_id(), hoa.id);
    EXPECT_EQ(stored.creator_user_id(), minh.id);
    EXPECT_TRUE(reads(hoaToken, stored.id()));
}

TEST_F(ActivitySight, noEditPutsAnActivityOutOfTheEditorsSight)
{
    // Edits reach the whole company, sight only the own leaf and what hangs on customers that are seen.
    const TestUser helper = world().addUserWith("helper", teamTwo,
                                                {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                                 {v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_OWN},
                                                 {v1::RESOURCE_ACTIVITY, v1::ACTION_EDIT, v1::SCOPE_ALL}});
    const std::string token = world().signIn(helper);
    v1::Activity visit = appointment("Thăm khách", 1, 2);
    visit.set_customer_id(mai.id());
    v1::Activity stored = plan(lanToken, visit);
    stored.clear_customer_id();
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::UpdateActivity, change(stored, {"customer_id"}), token).key(),
              "call.denied");
    stored.set_customer_id(mai.id());
    stored.set_place("Kho 2");
    EXPECT_EQ(edit(token, stored, {"place"}).place(), "Kho 2");
}

TEST_F(ActivitySight, theSecondWallStandsByItself)
{
    v1::Activity meeting = appointment("Họp kín", 1, 2);
    meeting.add_participant_user_ids(tuan.id);
    plan(lanToken, meeting);
    SqlSession wall(access("banhang_app"));
    const auto seenBy = [&](const TestUser& user) {
        wall.run("SELECT set_config('banhang.user_id', $1, false)", {std::to_string(user.id)});
        return wall.number("SELECT count(*) FROM banhang.activity");
    };
    EXPECT_EQ(seenBy(lan), 1);
    EXPECT_EQ(seenBy(tuan), 1);
    EXPECT_EQ(seenBy(minh), 1);
    EXPECT_EQ(seenBy(hoa), 0);
    EXPECT_EQ(wall.number("SELECT count(*) FROM banhang.change_log WHERE entity = 'activity'"), 0);
    wall.run("UPDATE banhang.activity SET title = 'x'");
    EXPECT_EQ(sql().text("SELECT title FROM banhang.activity"), "Họp kín");
    EXPECT_THROW(wall.run("UPDATE banhang.activity_person SET is_owner = true"), server::DatabaseError);
}

} // namespace
} // namespace banhang::test
