// Who sees a care request, in each way of reading; and whose news it is.
#include <algorithm>

#include "server/changes/changes_service.h"
#include "tests/integration/care/care_fixture.h"
#include "tests/integration/changes/watcher.h"

namespace banhang::test {

namespace {

class CareSight : public CareFixture
{
protected:
    void SetUp() override
    {
        CareFixture::SetUp();
        customersOnly = world().addUserWith("kho", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}});
        careOnly = world().addUserWith("cham", teamTwo,
                                       {{v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                        {v1::RESOURCE_CARE_REQUEST, v1::ACTION_EDIT, v1::SCOPE_ALL}});
        watching = world().addUserWith("xem", teamTwo,
                                       {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL},
                                        {v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW, v1::SCOPE_OWN}});
    }

    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CareFixture::makeServices(parts);
        services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
        return services;
    }

    /// By get, by several, and by the list of the customer.
    std::string seenBy(const std::string& token, std::int64_t id)
    {
        v1::BatchGetCareRequestsRequest several;
        several.add_care_request_ids(id);
        v1::ListCareRequestsRequest list;
        list.mutable_filter()->set_customer_id(mai.id());
        const bool byBatch = call(*care, &CareStub::BatchGetCareRequests, several, token).care_requests_size() == 1;
        const auto listedOnes = call(*care, &CareStub::ListCareRequests, list, token).care_requests();
        const bool byList = std::ranges::any_of(listedOnes, [&](const v1::CareRequest& one) { return one.id() == id; });
        if (byBatch != byList)
            return "contradiction";
        if (!byBatch)
            return refusal(*care, &CareStub::GetCareRequest, careOf(id), token).key();
        const v1::CareRequest one = getCare(token, id);
        return one.customer_name().empty() ? "nameless" : "whole";
    }

    TestUser customersOnly;
    TestUser careOnly;
    TestUser watching;
};

TEST_F(CareSight, followsTheOwnersPlaceAndTheCustomer)
{
    const std::int64_t lans = take(lanToken, complaint()).id();
    v1::CareRequest forTuan = complaint("Giao cho Tuấn");
    forTuan.set_owner_user_id(tuan.id);
    const std::int64_t tuans = take(anToken, forTuan).id();
    EXPECT_EQ(seenBy(lanToken, lans), "whole");
    EXPECT_EQ(seenBy(lanToken, tuans), "whole") << "her customer, whoever answers";
    EXPECT_EQ(seenBy(hoaToken, lans), "care_request.not_found");
    EXPECT_EQ(seenBy(minhToken, lans), "whole");
    EXPECT_EQ(seenBy(minhToken, tuans), "whole") << "a customer of his team";
    EXPECT_EQ(seenBy(tuanToken, tuans), "nameless") << "his to answer, though he does not see the customer";
    EXPECT_EQ(seenBy(tuanToken, lans), "care_request.not_found");
    EXPECT_EQ(seenBy(anToken, lans), "whole");
    EXPECT_EQ(seenBy(world().signIn(careOnly), lans), "nameless");
    EXPECT_EQ(seenBy(world().signIn(watching), lans), "whole") << "by the customer alone";
    EXPECT_EQ(refusal(*care, &CareStub::GetCareRequest, careOf(lans), world().signIn(customersOnly)).key(),
              "call.denied");
}

TEST_F(CareSight, isTheSameBelowTheFirstWall)
{
    const std::int64_t lans = take(lanToken, complaint()).id();
    const auto below = [&](const TestUser& user) {
        return app().inTransaction(
            {.userId = user.id, .timeoutMs = 5000}, server::Tx::Mode::ReadOnly,
            [&](server::Tx& tx) { return tx.runOnce("SELECT id FROM banhang.care_request", {}).size(); });
    };
    EXPECT_EQ(below(lan), 1);
    EXPECT_EQ(below(hoa), 0);
    EXPECT_EQ(below(minh), 1);
    EXPECT_EQ(below(tuan), 0);
    EXPECT_EQ(below(customersOnly), 0);
    EXPECT_EQ(below(careOnly), 1);
    EXPECT_EQ(below(watching), 1);
    EXPECT_EQ(getCare(lanToken, lans).id(), lans);
}

TEST_F(CareSight, isNotEnoughToChange)
{
    const v1::CareRequest lans = take(lanToken, complaint());
    v1::CareRequest forTuan = complaint();
    forTuan.set_owner_user_id(tuan.id);
    const v1::CareRequest tuans = take(anToken, forTuan);
    EXPECT_EQ(refusal(*care, &CareStub::MoveCareRequest, step(tuans, v1::CARE_STATE_WORKING), lanToken).key(),
              "call.denied");
    EXPECT_EQ(refusal(*care, &CareStub::MoveCareRequest, step(lans, v1::CARE_STATE_WORKING), hoaToken).key(),
              "care_request.not_found");
    v1::CareRequest hidden = complaint();
    EXPECT_EQ(refusal(*care, &CareStub::CreateCareRequest, creation(hidden), hoaToken).detail().issues(0).path(),
              "customer_id");
    // Who does not see the customer still answers what was given to him.
    EXPECT_EQ(move(tuanToken, getCare(tuanToken, tuans.id()), v1::CARE_STATE_RESOLVED, "Đã đổi").state(),
              v1::CARE_STATE_RESOLVED);
}

TEST_F(CareSight, tellsTheNewsToTheOwnerAndToWhoseCustomerItIs)
{
    // Watchers tell records apart by their ids alone.
    sql().run("ALTER TABLE banhang.care_request ALTER COLUMN id RESTART WITH 5000");
    Watcher lans(channel(), lanToken);
    Watcher tuans(channel(), tuanToken);
    Watcher hoas(channel(), hoaToken);
    for (Watcher* watcher : {&lans, &tuans, &hoas})
        ASSERT_TRUE(watcher->waitOpen());
    v1::CareRequest forTuan = complaint();
    forTuan.set_owner_user_id(tuan.id);
    const std::int64_t id = take(anToken, forTuan).id();
    const auto heard = [id](const Watcher& watcher) { return watcher.heard(id).has_value(); };
    EXPECT_TRUE(lans.waitFor(heard));
    EXPECT_TRUE(tuans.waitFor(heard));
    v1::CareRequest hoasOwn = complaint();
    hoasOwn.set_customer_id(create(hoaToken, person("Trần Văn Bình")).id());
    const std::int64_t last = take(hoaToken, hoasOwn).id();
    EXPECT_TRUE(hoas.waitFor([last](const Watcher& watcher) { return watcher.heard(last).has_value(); }));
    EXPECT_FALSE(heard(hoas));
}

} // namespace

} // namespace banhang::test
