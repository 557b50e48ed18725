// Fields that a group may not see: not read, written, searched, told in the history, or used to confirm a guess.
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class CustomerMasks : public CustomersFixture
{
protected:
    void SetUp() override
    {
        CustomersFixture::SetUp();
        masked =
            world().addUserWith("masked", teamOne, allActions(v1::SCOPE_TEAM),
                                {v1::SENSITIVE_FIELD_PHONE, v1::SENSITIVE_FIELD_EMAIL, v1::SENSITIVE_FIELD_TAX_CODE});
        maskedToken = world().signIn(masked);
    }

    TestUser masked;
    std::string maskedToken;
};

TEST_F(CustomerMasks, hidesFieldsAndNamesThem)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    const v1::Customer read = get(maskedToken, customer.id());
    EXPECT_EQ(read.phones(0).number(), "");
    EXPECT_EQ(read.phones(0).key(), "");
    EXPECT_EQ(read.masked_fields_size(), 1);
    EXPECT_EQ(found(maskedToken, "0912345"), "");
    EXPECT_EQ(found(maskedToken, "hoa"), "Lê Thị Hoa");
    EXPECT_EQ(found(lanToken, "0912345"), "Lê Thị Hoa");
}

TEST_F(CustomerMasks, refusesToWriteWhatIsHidden)
{
    v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    v1::Customer wanted = get(maskedToken, customer.id());
    wanted.mutable_phones(0)->set_number("0987654321");
    const AppError error = refusal(*customers, &CustomersStub::UpdateCustomer, change(wanted, {"phones"}), maskedToken);
    EXPECT_EQ(error.code(), ErrorCode::Denied);
    EXPECT_EQ(error.detail().issues(0).path(), "phones");
    EXPECT_EQ(refusal(*customers, &CustomersStub::CreateCustomer, creation(person("Ai đó", "0987654321")), maskedToken)
                  .code(),
              ErrorCode::Denied);
    wanted.set_note("vẫn sửa được");
    update(maskedToken, wanted, {"note"});
    EXPECT_EQ(get(lanToken, customer.id()).phones(0).number(), "0912345678");
}

TEST_F(CustomerMasks, keepsHiddenNumbersOfContactPersons)
{
    v1::Customer wanted = organisation("Công ty CP Sao Mai");
    wanted.add_contacts()->set_name("Trần Thị Lan");
    wanted.mutable_contacts(0)->add_phones()->set_number("0912345678");
    const v1::Customer stored = create(lanToken, wanted);
    v1::Customer edited = get(maskedToken, stored.id());
    EXPECT_EQ(edited.contacts(0).phones(0).number(), "");
    edited.mutable_contacts(0)->set_position("Giám đốc");
    update(maskedToken, edited, {"contacts"});
    const v1::Customer after = get(lanToken, stored.id());
    EXPECT_EQ(after.contacts(0).position(), "Giám đốc");
    EXPECT_EQ(after.contacts(0).phones(0).number(), "0912345678");
    edited.mutable_contacts(0)->mutable_phones(0)->set_number("0987654321");
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(edited, {"contacts"}), maskedToken).code(),
              ErrorCode::Denied);
}

TEST_F(CustomerMasks, leavesHiddenFieldsOutOfTheHistory)
{
    v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    customer.mutable_phones(0)->set_number("0987654321");
    customer.set_note("đổi số");
    update(lanToken, customer, {"phones", "note"});
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(customer.id());
    const auto open = call(*customers, &CustomersStub::ListCustomerHistory, request, lanToken);
    const auto hidden = call(*customers, &CustomersStub::ListCustomerHistory, request, maskedToken);
    EXPECT_EQ(open.entries(0).changes_size(), 2);
    EXPECT_EQ(hidden.entries(0).changes_size(), 1);
    EXPECT_EQ(hidden.entries(0).changes(0).field(), "note");
    EXPECT_EQ(hidden.DebugString().find("0912"), std::string::npos);
    EXPECT_EQ(hidden.DebugString().find("0987"), std::string::npos);
}

TEST_F(CustomerMasks, answersAMatchByAHiddenFieldLikeAHiddenCustomer)
{
    create(lanToken, person("Lê Thị Hoa", "0912345678"));
    v1::CheckCustomerRequest request;
    *request.mutable_customer() = person("Le Thi Hoa", "0912 345 678");
    const auto open = call(*customers, &CustomersStub::CheckCustomer, request, minhToken);
    ASSERT_EQ(open.duplicates_size(), 1);
    EXPECT_EQ(open.duplicates(0).visible().rank(), v1::DUPLICATE_RANK_CERTAIN);
    const auto masks = call(*customers, &CustomersStub::CheckCustomer, request, maskedToken);
    ASSERT_EQ(masks.duplicates_size(), 1);
    EXPECT_EQ(masks.duplicates(0).visible().rank(), v1::DUPLICATE_RANK_POSSIBLE);
    for (const v1::DuplicateReason& reason : masks.duplicates(0).visible().reasons())
        EXPECT_NE(reason.field(), "phones");
    // Nothing but tax code and phone in common: not even the name may be told.
    create(lanToken, organisation("Công ty CP Sao Mai", "0106697817"));
    *request.mutable_customer() = organisation("Cty Ánh Dương", "0106697817");
    const auto hidden = call(*customers, &CustomersStub::CheckCustomer, request, maskedToken);
    ASSERT_EQ(hidden.duplicates_size(), 1);
    EXPECT_EQ(hidden.duplicates(0).hidden().owner_user_id(), lan.id);
}

} // namespace
} // namespace banhang::test
