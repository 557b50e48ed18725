// Who is told of which changes.
#include <google/protobuf/util/time_util.h>

#include "subscriptions_fixture.h"
#include "tests/integration/changes/watcher.h"

namespace banhang::test {

namespace {

class Telling : public SubscriptionsFixture
{
protected:
    void SetUp() override
    {
        SubscriptionsFixture::SetUp();
        mai = create(lanToken, person("Nguyễn Thị Mai", "0912345678"));
        tell();
    }

    v1::Customer mai;
};

TEST_F(Telling, saysWhatChangedAndWhoDidIt)
{
    const v1::Subscription watch = subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    setStatus(lanToken, mai, "contacting");
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(tell(), 0) << "once";
    const auto news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].key(), "notification.subscribed_change");
    EXPECT_EQ(news[0].title(), mai.name());
    EXPECT_EQ(news[0].customer_id(), mai.id());
    EXPECT_EQ(news[0].actor_user_id(), lan.id);
    EXPECT_EQ(news[0].subscription_id(), watch.id());
    EXPECT_EQ(news[0].subscription_name(), "Trạng thái");
    ASSERT_EQ(news[0].changes_size(), 1);
    EXPECT_EQ(news[0].changes(0).field(), "status_key");
    EXPECT_EQ(news[0].changes(0).old_json(), "\"new\"");
    EXPECT_EQ(news[0].changes(0).new_json(), "\"contacting\"");
    EXPECT_TRUE(newsOf(hoaToken).empty());
    EXPECT_TRUE(newsOf(lanToken).empty());
}

TEST_F(Telling, passesByWhoDidIt)
{
    subscribe(lanToken, ofCustomers("Của tôi"));
    setStatus(lanToken, mai, "contacting");
    EXPECT_EQ(tell(), 0);
    setStatus(minhToken, get(minhToken, mai.id()), "trading");
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(toldChanges(lan), 1);
}

TEST_F(Telling, tellsAWholeUnitAsFarAsEachSees)
{
    subscribe(anToken, ofCustomers("Chi nhánh", {"status_key"}, branch));
    setStatus(anToken, mai, "contacting");
    tell();
    EXPECT_EQ(toldChanges(lan), 1);
    EXPECT_EQ(toldChanges(minh), 1);
    for (const TestUser& user : {hoa, tuan, an})
        EXPECT_EQ(toldChanges(user), 0);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'notification'"), 2)
        << "nothing of it in the feed of others either";
}

TEST_F(Telling, goesByTheRightsAtTheTimeOfTelling)
{
    subscribe(anToken, ofCustomers("Chi nhánh", {"status_key"}, branch));
    setStatus(anToken, mai, "contacting");
    v1::AssignCustomersRequest assignment;
    assignment.add_customer_ids(mai.id());
    assignment.set_owner_user_id(tuan.id);
    assignment.set_request_id(newRequestId());
    call(*customers, &CustomersStub::AssignCustomers, assignment, anToken);
    tell();
    EXPECT_EQ(toldChanges(lan), 0) << "given away meanwhile";
    EXPECT_EQ(toldChanges(tuan), 1);
}

TEST_F(Telling, sharesCount)
{
    subscribe(hoaToken, ofCustomers("Tất cả"));
    v1::ShareCustomerRequest share;
    share.mutable_share()->set_customer_id(mai.id());
    share.mutable_share()->set_user_id(hoa.id);
    share.mutable_share()->set_level(v1::SHARE_LEVEL_VIEW);
    share.set_request_id(newRequestId());
    call(*customers, &CustomersStub::ShareCustomer, share, lanToken);
    setStatus(lanToken, get(lanToken, mai.id()), "contacting");
    tell();
    EXPECT_EQ(toldChanges(hoa), 1) << "of the status; that it was shared is no change of a field";
}

TEST_F(Telling, saysNothingOfHiddenFields)
{
    const TestUser cham = world().addUserWith(
        "cham", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}}, {v1::SENSITIVE_FIELD_PHONE});
    const std::string chamToken = world().signIn(cham);
    subscribe(chamToken, ofCustomers("Tất cả"));
    mai.mutable_phones(0)->set_number("0987654321");
    mai = update(lanToken, mai, {"phones"});
    EXPECT_EQ(tell(), 0);
    mai.mutable_phones(0)->set_number("0987654322");
    mai.set_note("Đổi số");
    update(lanToken, mai, {"phones", "note"});
    EXPECT_EQ(tell(), 1);
    const auto news = newsOf(chamToken);
    ASSERT_EQ(news.size(), 1U);
    ASSERT_EQ(news[0].changes_size(), 1);
    EXPECT_EQ(news[0].changes(0).field(), "note");
    EXPECT_EQ(toldChanges(cham), 1);
}

TEST_F(Telling, saysNothingOfWhatIsHiddenInsideAField)
{
    const TestUser cham = world().addUserWith(
        "cham", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}}, {v1::SENSITIVE_FIELD_PHONE});
    const std::string chamToken = world().signIn(cham);
    v1::Customer firm = organisation("Công ty Minh Phát");
    v1::Contact& lien = *firm.add_contacts();
    lien.set_name("Liên");
    lien.add_phones()->set_number("0912345670");
    firm = create(lanToken, firm);
    tell();
    subscribe(chamToken, ofCustomers("Người liên hệ", {"contacts"}));
    firm.mutable_contacts(0)->mutable_phones(0)->set_number("0912345671");
    firm = update(lanToken, firm, {"contacts"});
    EXPECT_EQ(tell(), 0);
    firm.mutable_contacts(0)->set_position("Kế toán trưởng");
    update(lanToken, firm, {"contacts"});
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(newsOf(chamToken)[0].changes(0).new_json().find("0912345671"), std::string::npos);
}

TEST_F(Telling, whatIsHiddenLaterIsNotShownAnyMore)
{
    subscribe(minhToken, ofCustomers("Tất cả"));
    mai.set_tax_code("0100109106");
    update(lanToken, mai, {"tax_code"});
    tell();
    EXPECT_EQ(newsOf(minhToken)[0].changes_size(), 1);
    sql().run("UPDATE banhang.user_group SET masked_fields = '{5}'"); // tax codes
    sql().run("UPDATE banhang.app_user SET rights_version = rights_version + 1");
    EXPECT_EQ(newsOf(minhToken)[0].changes_size(), 0);
    sql().run("UPDATE banhang.customer SET unit_id = $1::bigint, owner_id = $2::bigint",
              {std::to_string(tuan.unitId), std::to_string(tuan.id)});
    const v1::Notification gone = newsOf(minhToken)[0];
    EXPECT_EQ(gone.title(), "");
    EXPECT_EQ(gone.customer_id(), 0);
    EXPECT_EQ(changesOf(minhToken, gone.id()).changes_size(), 0);
}

TEST_F(Telling, followsPeopleToTheirUnit)
{
    subscribe(anToken, ofCustomers("Nhóm hai", {"status_key"}, teamTwo));
    const TestUser chi = world().addUserWith("chi", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}});
    mai = setStatus(lanToken, mai, "contacting");
    EXPECT_EQ(tell(), 0) << "of the first team still";
    sql().run("UPDATE banhang.org_unit SET parent_id = $2::bigint,"
              " path = (SELECT path FROM banhang.org_unit WHERE id = $2::bigint) || id WHERE id = $1::bigint",
              {std::to_string(chi.unitId), std::to_string(teamTwo)});
    mai = setStatus(lanToken, mai, "trading");
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(toldChanges(chi), 1);
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(chi.id)});
    setStatus(lanToken, mai, "new");
    EXPECT_EQ(tell(), 0) << "left";
}

TEST_F(Telling, goesByTheGroupOfCustomers)
{
    v1::Subscription vip = ofCustomers("VIP", {"note"});
    vip.mutable_filter()->add_status_keys("trading");
    vip.mutable_filter()->add_unit_ids(teamOne);
    subscribe(anToken, vip);
    mai.set_note("một");
    mai = update(lanToken, mai, {"note"});
    EXPECT_EQ(tell(), 0);
    mai = setStatus(lanToken, mai, "trading");
    mai.set_note("hai");
    update(lanToken, mai, {"note"});
    EXPECT_EQ(tell(), 1);
    v1::Customer other = person("Trần Văn Bình");
    other.set_status_key("trading");
    other = create(tuanToken, other);
    other.set_note("ba");
    update(tuanToken, other, {"note"});
    EXPECT_EQ(tell(), 0) << "of another team";
}

TEST_F(Telling, saysWhenACustomerIsNew)
{
    v1::Subscription fresh = ofCustomers("Khách mới");
    fresh.set_on_change(false);
    fresh.set_on_create(true);
    subscribe(minhToken, fresh);
    create(lanToken, person("Khách thứ hai"));
    tell();
    const auto news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].key(), "notification.subscribed_new");
    EXPECT_EQ(news[0].changes_size(), 0);
}

TEST_F(Telling, joinsWhatWasNotReadYet)
{
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    mai = setStatus(lanToken, mai, "contacting");
    tell();
    mai = setStatus(lanToken, mai, "trading");
    tell();
    auto news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].args().at("count"), "2");
    EXPECT_EQ(news[0].changes(0).old_json(), "\"new\"");
    EXPECT_EQ(news[0].changes(0).new_json(), "\"trading\"");
    EXPECT_EQ(changesOf(minhToken, news[0].id()).changes_size(), 2);
    markAllRead(minhToken);
    setStatus(lanToken, mai, "contacting");
    tell();
    EXPECT_EQ(newsOf(minhToken).size(), 2U);
}

TEST_F(Telling, makesOneOfAFlood)
{
    v1::Subscription fresh = ofCustomers("Khách mới", {}, teamOne);
    fresh.set_on_create(true);
    subscribe(anToken, fresh);
    importRows(3000);
    tell();
    for (const auto& [user, token] : {std::pair(lan, lanToken), {minh, minhToken}}) {
        const auto news = newsOf(token);
        ASSERT_EQ(news.size(), 1U);
        EXPECT_EQ(news[0].key(), "notification.subscribed_many");
        EXPECT_EQ(toldChanges(user), 3000);
        EXPECT_EQ(changesOf(token, news[0].id()).changes_size(), 100) << "the rest is a number";
    }
    EXPECT_TRUE(newsOf(hoaToken).empty());
}

TEST_F(Telling, isSilentForWhoTurnedItOff)
{
    const v1::Subscription watch = subscribe(anToken, ofCustomers("Nhóm", {"status_key"}, teamOne));
    call(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(watch.id(), true), minhToken);
    mai = setStatus(anToken, mai, "contacting");
    tell();
    EXPECT_EQ(toldChanges(minh), 0);
    EXPECT_EQ(toldChanges(lan), 1);
    call(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(watch.id(), false), minhToken);
    auto later = muting(watch.id(), true);
    *later.mutable_until_time() =
        google::protobuf::util::TimeUtil::GetCurrentTime() + google::protobuf::util::TimeUtil::HoursToDuration(1);
    call(*subscriptions, &SubscriptionsStub::MuteSubscription, later, minhToken);
    mai = setStatus(anToken, mai, "trading");
    tell();
    EXPECT_EQ(toldChanges(minh), 0);
    sql().run("UPDATE banhang.subscription_mute SET until_at = now() - interval '1 second'");
    setStatus(anToken, mai, "new");
    tell();
    EXPECT_EQ(toldChanges(minh), 1);
}

TEST_F(Telling, followsAnEdit)
{
    v1::Subscription watch = subscribe(minhToken, ofCustomers("Ghi chú", {"note"}));
    mai = setStatus(lanToken, mai, "contacting");
    EXPECT_EQ(tell(), 0);
    watch.clear_fields();
    watch.add_fields("status_key");
    edit(minhToken, watch, {"fields"});
    mai = setStatus(lanToken, mai, "trading");
    EXPECT_EQ(tell(), 1);
    v1::DeleteSubscriptionRequest gone;
    gone.set_subscription_id(watch.id());
    gone.set_request_id(newRequestId());
    call(*subscriptions, &SubscriptionsStub::DeleteSubscription, gone, minhToken);
    setStatus(lanToken, mai, "new");
    EXPECT_EQ(tell(), 0);
    EXPECT_EQ(newsOf(minhToken).size(), 1U) << "what it told stays";
}

TEST_F(Telling, beginsWithTheSubscription)
{
    subscribe(hoaToken, ofCustomers("Giữ việc báo tin chạy"));
    setStatus(lanToken, mai, "contacting");
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    EXPECT_EQ(tell(), 0);
}

TEST_F(Telling, tellsOfCareRequestsByTheirCustomer)
{
    for (const TestUser& user : {lan, minh})
        world().join(user, world().addGroup("care " + std::to_string(user.id),
                                            {{v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW, v1::SCOPE_OWN},
                                             {v1::RESOURCE_CARE_REQUEST, v1::ACTION_CREATE, v1::SCOPE_OWN},
                                             {v1::RESOURCE_CARE_REQUEST, v1::ACTION_EDIT, v1::SCOPE_OWN}}));
    v1::Subscription wanted = ofCustomers("Khiếu nại", {"state"}, teamOne);
    wanted.set_entity(v1::SUBSCRIBED_ENTITY_CARE_REQUEST);
    wanted.set_on_create(true);
    wanted.mutable_filter()->add_status_keys("new");
    subscribe(anToken, wanted);
    v1::CreateCareRequestRequest taken;
    taken.mutable_care_request()->set_kind_key("complaint");
    taken.mutable_care_request()->set_channel_key("call");
    taken.mutable_care_request()->set_customer_id(mai.id());
    taken.mutable_care_request()->set_subject("Máy giao bị xước");
    taken.set_request_id(newRequestId());
    const auto request = call(*care, &v1::CareRequestsService::Stub::CreateCareRequest, taken, lanToken);
    tell();
    EXPECT_EQ(toldChanges(minh), 1) << "sees it through its customer";
    EXPECT_EQ(toldChanges(hoa), 0);
    EXPECT_EQ(newsOf(minhToken)[0].title(), "Máy giao bị xước");
    v1::MoveCareRequestRequest step;
    *step.mutable_care_request() = request;
    step.set_state(v1::CARE_STATE_WORKING);
    step.set_request_id(newRequestId());
    call(*care, &v1::CareRequestsService::Stub::MoveCareRequest, step, lanToken);
    tell();
    EXPECT_EQ(newsOf(minhToken)[0].changes(0).new_json(), "\"CARE_STATE_WORKING\"");
}

TEST_F(Telling, tellsOfActivitiesByTheirKind)
{
    for (const TestUser& user : {lan, minh})
        world().join(user, world().addGroup("talks " + std::to_string(user.id),
                                            {{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_OWN},
                                             {v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE, v1::SCOPE_OWN}}));
    v1::Subscription wanted = ofCustomers("Cuộc hẹn");
    wanted.set_entity(v1::SUBSCRIBED_ENTITY_ACTIVITY);
    wanted.set_on_create(true);
    wanted.add_activity_kinds(v1::ACTIVITY_KIND_APPOINTMENT);
    subscribe(minhToken, wanted);
    const auto make = [&](v1::ActivityKind kind) {
        v1::CreateActivityRequest request;
        request.mutable_activity()->set_kind(kind);
        request.mutable_activity()->set_title("Việc");
        request.mutable_activity()->set_customer_id(mai.id());
        *request.mutable_activity()->mutable_start_time() =
            google::protobuf::util::TimeUtil::GetCurrentTime() + google::protobuf::util::TimeUtil::HoursToDuration(2);
        *request.mutable_activity()->mutable_end_time() =
            google::protobuf::util::TimeUtil::GetCurrentTime() + google::protobuf::util::TimeUtil::HoursToDuration(3);
        request.set_request_id(newRequestId());
        call(*activities, &v1::ActivitiesService::Stub::CreateActivity, request, lanToken);
    };
    make(v1::ACTIVITY_KIND_APPOINTMENT);
    tell();
    EXPECT_EQ(toldChanges(minh), 1);
}

TEST_F(Telling, isPushedToWhoIsSignedIn)
{
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    Watcher minhsWindow(channel(), minhToken);
    ASSERT_TRUE(minhsWindow.waitOpen());
    setStatus(lanToken, mai, "contacting");
    tell();
    const std::int64_t id = sql().number("SELECT id FROM banhang.notification");
    EXPECT_TRUE(minhsWindow.waitFor([id](const Watcher& watcher) { return watcher.heard(id).has_value(); }));
}

TEST_F(Telling, belongsToOnePerson)
{
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    setStatus(lanToken, mai, "contacting");
    tell();
    v1::GetNotificationChangesRequest request;
    request.set_notification_id(newsOf(minhToken)[0].id());
    EXPECT_EQ(refusal(*notifications, &v1::NotificationsService::Stub::GetNotificationChanges, request, anToken).key(),
              "notification.not_found");
}

TEST_F(Telling, startsAnewInAnotherLifeOfTheDatabase)
{
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    setStatus(lanToken, mai, "contacting");
    settle();
    sql().run("UPDATE banhang.company SET feed_epoch = gen_random_uuid()");
    EXPECT_EQ(tell(), 0);
    setStatus(lanToken, get(lanToken, mai.id()), "trading");
    EXPECT_EQ(tell(), 1);
}

} // namespace

} // namespace banhang::test
