// Lists of care requests: what they hold, in which order, page by page, and their counts.
#include "tests/integration/care/care_fixture.h"

namespace banhang::test {

namespace {

class CareLists : public CareFixture
{
protected:
    void SetUp() override
    {
        CareFixture::SetUp();
        for (int i = 0; i < 5; ++i) {
            v1::CareRequest one = complaint("Việc " + std::to_string(i));
            one.set_severity(i % 2 == 0 ? v1::CARE_SEVERITY_HIGH : v1::CARE_SEVERITY_LOW);
            m_ids.push_back(take(lanToken, one).id());
        }
        v1::CareRequest hoas = complaint("Của Hoa");
        hoas.set_customer_id(create(hoaToken, person("Trần Văn Bình")).id());
        m_hoas = take(hoaToken, hoas).id();
    }

    std::vector<std::int64_t> m_ids;
    std::int64_t m_hoas = 0;
};

TEST_F(CareLists, holdTheCallersScope)
{
    EXPECT_EQ(listed(hoaToken, {}), "Của Hoa");
    EXPECT_EQ(listed(tuanToken, {}), "");
    v1::ListCareRequestsRequest newest;
    newest.set_order(v1::CARE_ORDER_CREATED);
    newest.set_descending(true);
    EXPECT_EQ(listed(minhToken, newest), "Của Hoa|Việc 4|Việc 3|Việc 2|Việc 1|Việc 0");
    EXPECT_EQ(listed(anToken, newest), listed(minhToken, newest));
    newest.mutable_filter()->add_owner_user_ids(hoa.id);
    EXPECT_EQ(listed(minhToken, newest), "Của Hoa");
    EXPECT_EQ(listed(anToken, newest), "Của Hoa");
    EXPECT_EQ(listed(lanToken, newest), "");
}

TEST_F(CareLists, refuseMoreAtOnceThanAClientTakes)
{
    v1::BatchGetCareRequestsRequest batch;
    batch.mutable_care_request_ids()->Add(m_ids.begin(), m_ids.end());
    EXPECT_EQ(call(*care, &CareStub::BatchGetCareRequests, batch, lanToken).care_requests_size(), 5);
    // Longer than a service would take, so that five are enough.
    sql().run("UPDATE banhang.care_request SET description = repeat('x', 600000)");
    EXPECT_EQ(refusal(*care, &CareStub::BatchGetCareRequests, batch, lanToken).detail().issues(0).key(),
              "list.too_long");
}

TEST_F(CareLists, putThePromisedFirst)
{
    breakPromise(m_ids[3], 60);
    breakPromise(m_ids[1], 5);
    v1::ListCareRequestsRequest wanted;
    EXPECT_EQ(listed(lanToken, wanted), "Việc 3|Việc 1|Việc 0|Việc 2|Việc 4");
    wanted.mutable_filter()->set_overdue_only(true);
    EXPECT_EQ(listed(lanToken, wanted), "Việc 3|Việc 1");
    EXPECT_TRUE(getCare(lanToken, m_ids[1]).is_overdue());
}

TEST_F(CareLists, obeyTheirConditions)
{
    move(lanToken, getCare(lanToken, m_ids[0]), v1::CARE_STATE_RESOLVED, "Xong");
    v1::ListCareRequestsRequest wanted;
    wanted.set_order(v1::CARE_ORDER_CREATED);
    wanted.mutable_filter()->set_open_only(true);
    wanted.mutable_filter()->add_severities(v1::CARE_SEVERITY_HIGH);
    EXPECT_EQ(listed(lanToken, wanted), "Việc 2|Việc 4");
    wanted.clear_filter();
    wanted.mutable_filter()->add_states(v1::CARE_STATE_RESOLVED);
    EXPECT_EQ(listed(lanToken, wanted), "Việc 0");
    wanted.clear_filter();
    wanted.mutable_filter()->add_kind_keys("warranty");
    EXPECT_EQ(listed(lanToken, wanted), "");
}

TEST_F(CareLists, goOnWhereThePageEnded)
{
    v1::ListCareRequestsRequest wanted;
    wanted.set_order(v1::CARE_ORDER_CREATED);
    wanted.set_page_size(2);
    std::string all;
    int pages = 0;
    do {
        const auto page = call(*care, &CareStub::ListCareRequests, wanted, minhToken);
        for (const v1::CareRequest& one : page.care_requests())
            all += one.subject() + "|";
        wanted.set_page_token(page.next_page_token());
        ++pages;
    } while (!wanted.page_token().empty());
    EXPECT_EQ(all, "Việc 0|Việc 1|Việc 2|Việc 3|Việc 4|Của Hoa|");
    EXPECT_EQ(pages, 3);
    wanted.set_page_token("nonsense");
    EXPECT_EQ(refusal(*care, &CareStub::ListCareRequests, wanted, minhToken).key(), "call.page_token");
}

TEST_F(CareLists, countWhatIsOpenAndOverdue)
{
    breakPromise(m_ids[0]);
    breakPromise(m_hoas);
    move(lanToken, getCare(lanToken, m_ids[1]), v1::CARE_STATE_CANCELLED);
    const auto counts = [this](const std::string& token) {
        const v1::CareCounts c = call(*care, &CareStub::GetCareCounts, v1::GetCareCountsRequest(), token);
        return std::to_string(c.capped_own_open()) + " " + std::to_string(c.capped_own_overdue()) + " " +
               std::to_string(c.capped_all_open()) + " " + std::to_string(c.capped_all_overdue());
    };
    EXPECT_EQ(counts(lanToken), "4 1 4 1");
    EXPECT_EQ(counts(minhToken), "0 0 5 2");
    EXPECT_EQ(counts(anToken), "0 0 5 2");
    EXPECT_EQ(counts(tuanToken), "0 0 0 0");
}

} // namespace

} // namespace banhang::test
