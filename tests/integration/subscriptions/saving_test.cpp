// Who may keep which subscriptions.
#include "subscriptions_fixture.h"
#include "tests/integration/changes/watcher.h"

namespace banhang::test {

namespace {

class Subscriptions : public SubscriptionsFixture
{
protected:
    AppError refused(const std::string& token, const v1::Subscription& subscription)
    {
        return refusal(*subscriptions, &SubscriptionsStub::CreateSubscription, making(subscription), token);
    }
    v1::Subscription remove(const std::string& token, std::int64_t id)
    {
        v1::DeleteSubscriptionRequest request;
        request.set_subscription_id(id);
        request.set_request_id(newRequestId());
        return call(*subscriptions, &SubscriptionsStub::DeleteSubscription, request, token);
    }
};

TEST_F(Subscriptions, areEverybodysOwn)
{
    v1::Subscription wanted = ofCustomers("Đổi trạng thái", {"status_key"});
    wanted.mutable_filter()->add_group_keys("vip");
    const v1::Subscription made = subscribe(lanToken, wanted);
    EXPECT_EQ(made.owner_user_id(), lan.id);
    EXPECT_TRUE(made.may_edit());
    EXPECT_TRUE(made.is_for_caller());
    EXPECT_FALSE(made.is_muted());
    EXPECT_EQ(made.filter().group_keys(0), "vip");
    EXPECT_EQ(listed(lanToken), "Đổi trạng thái");
    EXPECT_EQ(listed(hoaToken), "");
    EXPECT_EQ(listed(anToken), "") << "nobody looks into what others are told";
    for (const std::string& token : {hoaToken, anToken})
        EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(made, {"name"}), token).key(),
                  "subscription.not_found");
}

TEST_F(Subscriptions, ofAUnitAreKeptByWhoKeepsItsPeople)
{
    EXPECT_EQ(refused(lanToken, ofCustomers("Nhóm", {}, teamOne)).key(), "call.denied");
    EXPECT_EQ(refused(minhToken, ofCustomers("Nhóm hai", {}, teamTwo)).key(), "call.denied");
    EXPECT_EQ(refused(minhToken, ofCustomers("Chi nhánh", {}, branch)).key(), "call.denied");
    const v1::Subscription made = subscribe(minhToken, ofCustomers("Nhóm một", {}, teamOne));
    subscribe(anToken, ofCustomers("Cả công ty", {}, world().company()));
    EXPECT_EQ(listed(lanToken), "Cả công ty|Nhóm một");
    EXPECT_EQ(listed(tuanToken), "Cả công ty");
    EXPECT_EQ(listed(anToken), "Cả công ty|Nhóm một");
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(made, {"name"}), lanToken).key(),
              "call.denied");
    v1::Subscription changed = made;
    changed.set_name("Nhóm đầu");
    EXPECT_EQ(edit(anToken, changed, {"name"}).version(), 2);
}

TEST_F(Subscriptions, nameAllThatIsWrong)
{
    v1::Subscription wrong = ofCustomers("", {"code"}, 987654);
    wrong.set_watch_unit_id(876543);
    wrong.mutable_filter()->mutable_created()->set_kind(v1::PERIOD_KIND_WITHIN_DAYS);
    const AppError error = refused(anToken, wrong);
    std::vector<std::string> paths;
    for (const v1::FieldIssue& issue : error.detail().issues())
        paths.push_back(issue.path());
    EXPECT_EQ(paths,
              (std::vector<std::string>{"name", "fields[0]", "filter.created.days", "unit_id", "watch_unit_id"}));
    const v1::Subscription made = subscribe(anToken, ofCustomers("Đúng"));
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(made, {}), anToken)
                  .detail()
                  .issues(0)
                  .key(),
              "update_mask.empty");
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(made, {"unit_id"}), anToken)
                  .detail()
                  .issues(0)
                  .key(),
              "field.not_changeable");
}

TEST_F(Subscriptions, doNotOverwriteASecondAdministrator)
{
    const v1::Subscription read = subscribe(anToken, ofCustomers("Nhóm một", {"name"}, teamOne));
    v1::Subscription first = read;
    first.add_fields("tax_code");
    edit(minhToken, first, {"fields"});
    v1::Subscription second = read;
    second.set_name("Tên khác");
    const AppError error =
        refusal(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(second, {"name"}), anToken);
    EXPECT_EQ(error.key(), "subscription.edit_conflict");
    EXPECT_EQ(error.detail().current_version(), 2);
    EXPECT_EQ(listed(anToken), "Nhóm một");
}

TEST_F(Subscriptions, goAndComeBack)
{
    const v1::Subscription made = subscribe(lanToken, ofCustomers("Của tôi"));
    remove(lanToken, made.id());
    EXPECT_EQ(remove(lanToken, made.id()).version(), 2) << "repeating it is harmless";
    EXPECT_EQ(listed(lanToken), "");
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), true), lanToken).key(),
              "subscription.not_found");
    v1::UndeleteSubscriptionRequest back;
    back.set_subscription_id(made.id());
    back.set_request_id(newRequestId());
    EXPECT_EQ(call(*subscriptions, &SubscriptionsStub::UndeleteSubscription, back, lanToken).version(), 3);
    EXPECT_EQ(listed(lanToken), "Của tôi");
}

TEST_F(Subscriptions, haveABound)
{
    for (int i = 0; i < 50; ++i)
        subscribe(lanToken, ofCustomers("Số " + std::to_string(i)));
    EXPECT_EQ(refused(lanToken, ofCustomers("Quá nhiều")).key(), "subscription.too_many");
    subscribe(hoaToken, ofCustomers("Của Hoa"));
}

TEST_F(Subscriptions, comeInPagesByName)
{
    for (const char* name : {"B", "A", "C"})
        subscribe(lanToken, ofCustomers(name));
    v1::ListSubscriptionsRequest request;
    request.set_page_size(2);
    auto page = call(*subscriptions, &SubscriptionsStub::ListSubscriptions, request, lanToken);
    ASSERT_EQ(page.subscriptions_size(), 2);
    EXPECT_EQ(page.subscriptions(1).name(), "B");
    request.set_page_token(page.next_page_token());
    page = call(*subscriptions, &SubscriptionsStub::ListSubscriptions, request, lanToken);
    ASSERT_EQ(page.subscriptions_size(), 1);
    EXPECT_EQ(page.subscriptions(0).name(), "C");
    EXPECT_EQ(page.next_page_token(), "");
}

TEST_F(Subscriptions, areTurnedOffByEachForThemselves)
{
    const v1::Subscription made = subscribe(minhToken, ofCustomers("Nhóm một", {}, teamOne));
    EXPECT_TRUE(
        call(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), true), lanToken).is_muted());
    EXPECT_FALSE(call(*subscriptions, &SubscriptionsStub::ListSubscriptions, {}, hoaToken).subscriptions(0).is_muted());
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), true), tuanToken).key(),
              "subscription.not_found");
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), true), anToken).key(),
              "subscription.not_found")
        << "who keeps it is not told by it";
    auto past = muting(made.id(), true);
    past.mutable_until_time()->set_seconds(1'000'000'000);
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::MuteSubscription, past, lanToken).detail().issues(0).path(),
              "until_time");
    EXPECT_FALSE(
        call(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), false), lanToken).is_muted());
}

TEST_F(Subscriptions, thatAreTurnedOffAreSoInAllWindowsOfThePerson)
{
    const v1::Subscription made = subscribe(minhToken, ofCustomers("Nhóm một", {}, teamOne));
    Watcher otherWindow(channel(), lanToken);
    ASSERT_TRUE(otherWindow.waitOpen());
    const auto mute = [&](bool isMuted) {
        call(*subscriptions, &SubscriptionsStub::MuteSubscription, muting(made.id(), isMuted), lanToken);
    };
    const auto hears = [&](std::int64_t id, std::int64_t version) {
        return otherWindow.waitFor([&](const Watcher& watcher) {
            const auto heard = watcher.heard(id);
            return heard && heard->version == version && heard->fields == std::vector<std::string>{"muted"};
        });
    };
    mute(true);
    const std::int64_t id = sql().number("SELECT id FROM banhang.subscription_mute");
    EXPECT_TRUE(hears(id, 1));
    mute(false);
    EXPECT_TRUE(hears(id, 2));
    mute(true);
    EXPECT_TRUE(hears(id, 3));
    EXPECT_EQ(sql().text("SELECT DISTINCT people::text FROM banhang.change_log WHERE entity = 'subscription_mute'"),
              "{" + std::to_string(lan.id) + "}");
}

TEST_F(Subscriptions, sayBeforehandHowMuchTheyWouldTell)
{
    const v1::Customer mai = create(lanToken, person("Nguyễn Thị Mai", "0912345678"));
    setStatus(lanToken, mai, "contacting");
    create(tuanToken, person("Trần Văn Bình"));
    v1::CheckSubscriptionRequest request;
    *request.mutable_subscription() = ofCustomers("", {"status_key"});
    const auto check = [&](const std::string& token) {
        return call(*subscriptions, &SubscriptionsStub::CheckSubscription, request, token).capped_count();
    };
    EXPECT_EQ(check(lanToken), 1);
    EXPECT_EQ(check(hoaToken), 0) << "what is out of sight is not counted";
    request.mutable_subscription()->set_on_create(true);
    EXPECT_EQ(check(lanToken), 2);
    EXPECT_EQ(check(anToken), 3);
    request.mutable_subscription()->mutable_filter()->add_status_keys("nothing");
    EXPECT_EQ(check(anToken), 0);
    request.mutable_subscription()->clear_entity();
    EXPECT_EQ(refusal(*subscriptions, &SubscriptionsStub::CheckSubscription, request, lanToken).key(), "call.invalid");
}

} // namespace

} // namespace banhang::test
