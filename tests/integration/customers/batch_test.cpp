// Acts on many customers: each for itself, and taken back exactly.
#include <algorithm>

#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

using Ids = std::vector<std::int64_t>;

class CustomerBatch : public CustomersFixture
{
protected:
    void SetUp() override
    {
        CustomersFixture::SetUp();
        m_lans = create(lanToken, person("Nguyễn Thị Mai"));
        m_hoas = create(hoaToken, person("Trần Văn Bình"));
        m_tuans = create(tuanToken, person("Lê Quốc Tuấn"));
    }

    v1::CheckCustomerBatchResponse check(const std::string& token, v1::BatchAct act)
    {
        v1::CheckCustomerBatchRequest request;
        for (const auto* customer : {&m_lans, &m_hoas, &m_tuans})
            request.add_customer_ids(customer->id());
        request.set_act(act);
        return call(*customers, &CustomersStub::CheckCustomerBatch, request, token);
    }
    v1::TagCustomersResponse tag(const std::string& token, const Ids& ids, const std::vector<std::string>& add,
                                 const std::vector<std::string>& remove = {})
    {
        return call(*customers, &CustomersStub::TagCustomers, tagging(ids, add, remove), token);
    }
    static v1::TagCustomersRequest tagging(const Ids& ids, const std::vector<std::string>& add,
                                           const std::vector<std::string>& remove = {})
    {
        v1::TagCustomersRequest request;
        request.mutable_customer_ids()->Add(ids.begin(), ids.end());
        request.mutable_add_tag_keys()->Add(add.begin(), add.end());
        request.mutable_remove_tag_keys()->Add(remove.begin(), remove.end());
        request.set_request_id(newRequestId());
        return request;
    }
    v1::BatchDeleteCustomersResponse bin(const std::string& token, const std::vector<v1::Customer>& wanted)
    {
        v1::BatchDeleteCustomersRequest request;
        for (const v1::Customer& customer : wanted) {
            v1::CustomerVersion& one = *request.add_customers();
            one.set_customer_id(customer.id());
            one.set_version(customer.version());
        }
        request.set_request_id(newRequestId());
        return call(*customers, &CustomersStub::BatchDeleteCustomers, request, token);
    }
    /// Names of those with (or without) a tag.
    std::string tagged(const std::string& token, const std::string& key, bool isWithout = false)
    {
        v1::ListCustomersRequest request;
        (isWithout ? request.mutable_filter()->add_not_tag_keys() : request.mutable_filter()->add_tag_keys())
            ->assign(key);
        return names(call(*customers, &CustomersStub::ListCustomers, request, token).customers());
    }

    v1::Customer m_lans, m_hoas, m_tuans;
};

TEST_F(CustomerBatch, tellsBeforehandWhoMayBeActedOn)
{
    const auto team = check(minhToken, v1::BATCH_ACT_DELETE);
    ASSERT_EQ(team.allowed_size(), 2);
    EXPECT_EQ(team.allowed(0).version(), m_lans.version());
    ASSERT_EQ(team.skipped_size(), 1);
    EXPECT_EQ(team.skipped(0).key(), "customer.not_found") << "what is out of sight looks absent";
    const TestUser reader =
        world().addUserWith("doc", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_ALL}});
    const auto none = check(world().signIn(reader), v1::BATCH_ACT_EDIT);
    EXPECT_EQ(none.allowed_size(), 0);
    ASSERT_EQ(none.skipped_size(), 3);
    EXPECT_EQ(none.skipped(2).key(), "call.denied");
}

TEST_F(CustomerBatch, aShareForEditingCountsForTagsAndForNothingElse)
{
    v1::ShareCustomerRequest share;
    share.mutable_share()->set_customer_id(m_tuans.id());
    share.mutable_share()->set_user_id(lan.id);
    share.mutable_share()->set_level(v1::SHARE_LEVEL_EDIT);
    share.set_request_id(newRequestId());
    call(*customers, &CustomersStub::ShareCustomer, share, tuanToken);
    EXPECT_EQ(check(lanToken, v1::BATCH_ACT_EDIT).allowed_size(), 2);
    EXPECT_EQ(check(lanToken, v1::BATCH_ACT_DELETE).allowed_size(), 1);
    EXPECT_EQ(tag(lanToken, {m_tuans.id()}, {"seminar"}).tagged_size(), 1);
}

TEST_F(CustomerBatch, tagsWhatMayBeTaggedAndListsTheRest)
{
    const auto answer = tag(minhToken, {m_tuans.id(), m_hoas.id(), m_lans.id()}, {"seminar"});
    EXPECT_EQ(answer.tagged_size(), 2);
    ASSERT_EQ(answer.skipped_size(), 1);
    EXPECT_EQ(answer.skipped(0).customer_id(), m_tuans.id());
    EXPECT_EQ(answer.customers(0).version(), m_lans.version() + 1);
    EXPECT_EQ(tagged(anToken, "seminar"), "Trần Văn Bình|Nguyễn Thị Mai");
    EXPECT_EQ(tagged(anToken, "seminar", true), "Lê Quốc Tuấn");
}

TEST_F(CustomerBatch, takingTagsBackRestoresThemWhateverOthersDid)
{
    tag(anToken, {m_lans.id()}, {"seminar"});
    const auto done = tag(anToken, {m_lans.id(), m_hoas.id()}, {"seminar"});
    ASSERT_EQ(done.tagged_size(), 1) << "who had it already is not touched";
    EXPECT_EQ(done.tagged(0).customer_id(), m_hoas.id());
    tag(hoaToken, {m_hoas.id()}, {"interested"});
    tag(anToken, {m_hoas.id()}, {}, {"seminar"});
    EXPECT_EQ(tagged(anToken, "seminar"), "Nguyễn Thị Mai");
    EXPECT_EQ(get(anToken, m_hoas.id()).tag_keys(0), "interested");
}

TEST_F(CustomerBatch, unknownTagsAreRefused)
{
    EXPECT_EQ(refusal(*customers, &CustomersStub::TagCustomers, tagging({m_lans.id()}, {"no_such"}), anToken).code(),
              ErrorCode::Invalid);
    EXPECT_EQ(refusal(*customers, &CustomersStub::TagCustomers, tagging({}, {"seminar"}), anToken).code(),
              ErrorCode::Invalid);
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::TagCustomers, tagging(Ids(501, m_lans.id()), {"seminar"}), anToken).code(),
        ErrorCode::Invalid);
}

TEST_F(CustomerBatch, tagsStandInTheFormTheHistoryAndTheList)
{
    m_lans.add_tag_keys("call_back");
    m_lans = update(lanToken, m_lans, {"tag_keys"});
    EXPECT_EQ(tagged(lanToken, "call_back"), "Nguyễn Thị Mai");
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(m_lans.id());
    const auto history = call(*customers, &CustomersStub::ListCustomerHistory, request, lanToken);
    EXPECT_EQ(history.entries(0).changes(0).field(), "tag_keys");
    EXPECT_EQ(history.entries(0).changes(0).new_json(), "[\"call_back\"]");
    bin(lanToken, {m_lans});
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_tag"), 0);
}

TEST_F(CustomerBatch, binsAndBringsBack)
{
    v1::Customer old = m_hoas;
    m_hoas.set_note("vừa sửa");
    m_hoas = update(hoaToken, m_hoas, {"note"});
    const auto answer = bin(minhToken, {m_lans, old, m_tuans});
    ASSERT_EQ(answer.deleted_size(), 1);
    EXPECT_EQ(answer.deleted(0).version(), m_lans.version() + 1);
    ASSERT_EQ(answer.skipped_size(), 2);
    EXPECT_EQ(answer.skipped(0).key(), "customer.edit_conflict") << "changed since it was read";
    EXPECT_EQ(answer.skipped(1).key(), "customer.not_found");
    EXPECT_FALSE(sees(lanToken, m_lans.id()));
    v1::BatchUndeleteCustomersRequest back;
    back.add_customer_ids(m_lans.id());
    back.add_customer_ids(m_tuans.id());
    back.set_request_id(newRequestId());
    const auto restored = call(*customers, &CustomersStub::BatchUndeleteCustomers, back, minhToken);
    EXPECT_EQ(names(restored.customers()), "Nguyễn Thị Mai");
    EXPECT_EQ(restored.skipped(0).key(), "customer.not_found");
    EXPECT_TRUE(sees(lanToken, m_lans.id()));
    EXPECT_EQ(found(lanToken, "mai"), "Nguyễn Thị Mai");
}

TEST_F(CustomerBatch, givingBackLeavesWhatWasChangedMeanwhile)
{
    v1::AssignCustomersRequest request;
    request.add_customer_ids(m_lans.id());
    request.add_customer_ids(m_hoas.id());
    request.set_owner_user_id(tuan.id);
    request.set_request_id(newRequestId());
    const auto given = call(*customers, &CustomersStub::AssignCustomers, request, anToken);
    v1::Customer edited = given.customers(0);
    edited.set_note("đã gọi");
    update(tuanToken, edited, {"note"});
    v1::AssignCustomersRequest back;
    for (const v1::Customer& customer : given.customers()) {
        back.add_customer_ids(customer.id());
        v1::CustomerVersion& expected = *back.add_expected();
        expected.set_customer_id(customer.id());
        expected.set_version(customer.version());
    }
    back.set_owner_user_id(lan.id);
    back.set_request_id(newRequestId());
    const auto answer = call(*customers, &CustomersStub::AssignCustomers, back, anToken);
    ASSERT_EQ(answer.skipped_size(), 1);
    EXPECT_EQ(answer.skipped(0).customer_id(), edited.id());
    EXPECT_EQ(get(anToken, m_lans.id()).owner_user_id(), tuan.id);
    EXPECT_EQ(get(anToken, m_hoas.id()).owner_user_id(), lan.id);
}

TEST_F(CustomerBatch, aRepeatAnswersAsTheFirstTime)
{
    const auto request = tagging({m_lans.id()}, {"seminar"});
    const auto first = call(*customers, &CustomersStub::TagCustomers, request, lanToken);
    const auto again = call(*customers, &CustomersStub::TagCustomers, request, lanToken);
    EXPECT_EQ(first.SerializeAsString(), again.SerializeAsString());
    EXPECT_EQ(get(lanToken, m_lans.id()).version(), 2);
}

} // namespace
} // namespace banhang::test
