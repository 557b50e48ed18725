// Who follows records is told when they go to the bin and when they come back.
#include "subscriptions_fixture.h"

namespace banhang::test {

namespace {

class ToldBin : public SubscriptionsFixture
{
protected:
    void SetUp() override
    {
        SubscriptionsFixture::SetUp();
        mai = create(lanToken, person("Nguyễn Thị Mai", "0912345678"));
        tell();
    }

    void bin(const std::string& token, std::int64_t customerId)
    {
        v1::DeleteCustomerRequest request;
        request.set_customer_id(customerId);
        request.set_request_id(newRequestId());
        call(*customers, &v1::CustomersService::Stub::DeleteCustomer, request, token);
    }
    void restore(const std::string& token, std::int64_t customerId)
    {
        v1::UndeleteCustomerRequest request;
        request.set_customer_id(customerId);
        request.set_request_id(newRequestId());
        call(*customers, &v1::CustomersService::Stub::UndeleteCustomer, request, token);
    }
    v1::Subscription ofBin(v1::SubscribedEntity entity = v1::SUBSCRIBED_ENTITY_CUSTOMER)
    {
        v1::Subscription wanted = ofCustomers("Thùng rác", {"delete_time"});
        wanted.set_entity(entity);
        return wanted;
    }

    v1::Customer mai;
};

TEST_F(ToldBin, isNamedWhereverACustomerIs)
{
    subscribe(minhToken, ofBin());
    subscribe(hoaToken, ofBin());
    subscribe(lanToken, ofBin());
    bin(lanToken, mai.id());
    EXPECT_EQ(tell(), 1) << "not to Hoa, who does not see it, nor to Lan, who did it";
    auto news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].key(), "notification.subscribed_binned");
    EXPECT_EQ(news[0].title(), mai.name());
    EXPECT_EQ(news[0].customer_id(), mai.id());
    EXPECT_EQ(news[0].actor_user_id(), lan.id);
    restore(lanToken, mai.id());
    tell();
    news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U) << "what is unread grows";
    EXPECT_EQ(news[0].key(), "notification.subscribed_restored");
    EXPECT_EQ(news[0].version(), 2);
    EXPECT_TRUE(newsOf(hoaToken).empty());
}

TEST_F(ToldBin, isToldAsItStandsWhenBothCameAtOnce)
{
    subscribe(minhToken, ofBin());
    bin(lanToken, mai.id());
    restore(lanToken, mai.id());
    EXPECT_EQ(tell(), 1);
    EXPECT_EQ(newsOf(minhToken).at(0).key(), "notification.subscribed_restored");
    EXPECT_EQ(toldChanges(minh), 1);
}

TEST_F(ToldBin, isAskedForLikeAField)
{
    subscribe(minhToken, ofCustomers("Trạng thái", {"status_key"}));
    const v1::Subscription all = subscribe(anToken, ofCustomers("Mọi thay đổi"));
    bin(lanToken, mai.id());
    tell();
    EXPECT_TRUE(newsOf(minhToken).empty());
    ASSERT_EQ(newsOf(anToken).size(), 1U);
    EXPECT_EQ(newsOf(anToken)[0].subscription_id(), all.id());
}

TEST_F(ToldBin, meetsTheConditionsThatTheCustomerMet)
{
    v1::Subscription ofLan = ofBin();
    ofLan.mutable_filter()->add_owner_user_ids(lan.id);
    subscribe(minhToken, ofLan);
    v1::Subscription ofHoa = ofBin();
    ofHoa.set_name("Của Hòa");
    ofHoa.mutable_filter()->add_owner_user_ids(hoa.id);
    subscribe(minhToken, ofHoa);
    bin(lanToken, mai.id());
    tell();
    ASSERT_EQ(newsOf(minhToken).size(), 1U);
    EXPECT_EQ(newsOf(minhToken)[0].subscription_name(), "Thùng rác");
}

TEST_F(ToldBin, isLookedIntoRecordByRecordAfterAFlood)
{
    subscribe(minhToken, ofBin());
    constexpr int kMany = 7;
    std::vector<std::int64_t> many;
    many.reserve(kMany);
    for (int i = 0; i < kMany; ++i)
        many.push_back(create(lanToken, person("Khách " + std::to_string(i))).id());
    for (const std::int64_t id : many)
        bin(lanToken, id);
    EXPECT_EQ(tell(), 1);
    const auto news = newsOf(minhToken);
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].key(), "notification.subscribed_many");
    const auto changes = changesOf(minhToken, news[0].id());
    ASSERT_EQ(changes.changes_size(), kMany);
    for (const v1::NotificationChange& change : changes.changes()) {
        EXPECT_EQ(change.operation(), "delete");
        EXPECT_TRUE(change.title().starts_with("Khách "));
    }
}

TEST_F(ToldBin, isThatOfActivitiesToo)
{
    subscribe(minhToken, ofBin(v1::SUBSCRIBED_ENTITY_ACTIVITY));
    v1::CreateActivityRequest made;
    made.mutable_activity()->set_kind(v1::ACTIVITY_KIND_TASK);
    made.mutable_activity()->set_title("Gửi báo giá");
    made.set_request_id(newRequestId());
    world().join(lan, world().addGroup("lan works", {{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_OWN},
                                                     {v1::RESOURCE_ACTIVITY, v1::ACTION_CREATE, v1::SCOPE_OWN},
                                                     {v1::RESOURCE_ACTIVITY, v1::ACTION_DELETE, v1::SCOPE_OWN}}));
    world().join(minh, world().addGroup("minh looks", {{v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_TEAM}}));
    const auto task = call(*activities, &v1::ActivitiesService::Stub::CreateActivity, made, lanToken).activity();
    v1::DeleteActivityRequest gone;
    gone.set_activity_id(task.id());
    gone.set_request_id(newRequestId());
    call(*activities, &v1::ActivitiesService::Stub::DeleteActivity, gone, lanToken);
    EXPECT_EQ(tell(), 1);
    ASSERT_EQ(newsOf(minhToken).size(), 1U);
    EXPECT_EQ(newsOf(minhToken)[0].key(), "notification.subscribed_binned");
    EXPECT_EQ(newsOf(minhToken)[0].title(), "Gửi báo giá");
}

TEST_F(ToldBin, isCountedBeforehand)
{
    bin(lanToken, mai.id());
    v1::CheckSubscriptionRequest request;
    *request.mutable_subscription() = ofBin();
    const auto count = [&](const std::string& token) {
        return call(*subscriptions, &SubscriptionsStub::CheckSubscription, request, token).capped_count();
    };
    EXPECT_EQ(count(minhToken), 1);
    EXPECT_EQ(count(hoaToken), 0);
}

} // namespace

} // namespace banhang::test
