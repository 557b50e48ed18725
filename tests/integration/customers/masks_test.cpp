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

TEST_F(CustomerMasks, findsAndConfirmsNothingThroughAHiddenField)
{
    create(lanToken, person("Quách Diệu Hương", "0912345678"));
    v1::CheckCustomerRequest request;
    *request.mutable_customer() = person("Quach Dieu Huong", "0912 345 678");
    const auto open = call(*customers, &CustomersStub::CheckCustomer, request, minhToken);
    ASSERT_EQ(open.duplicates_size(), 1);
    EXPECT_EQ(open.duplicates(0).visible().rank(), v1::DUPLICATE_RANK_CERTAIN);
    const auto masks = call(*customers, &CustomersStub::CheckCustomer, request, maskedToken);
    ASSERT_EQ(masks.duplicates_size(), 1) << "by its name";
    for (const v1::DuplicateReason& reason : masks.duplicates(0).visible().reasons())
        EXPECT_NE(reason.field(), "phones");
    request.mutable_customer()->mutable_phones(0)->set_number("0977 111 222");
    const auto guessed = call(*customers, &CustomersStub::CheckCustomer, request, maskedToken);
    ASSERT_EQ(guessed.duplicates_size(), 1);
    EXPECT_EQ(guessed.DebugString(), masks.DebugString()) << "a right guess and a wrong one look alike";
    // Nothing but the tax code in common: an answer, even without a name, would say whose it is.
    create(lanToken, organisation("Công ty CP Sao Mai", "0106697817"));
    *request.mutable_customer() = organisation("Cty Ánh Dương", "0106697817");
    const auto hidden = call(*customers, &CustomersStub::CheckCustomer, request, maskedToken);
    EXPECT_EQ(hidden.duplicates_size(), 0);
    EXPECT_EQ(call(*customers, &CustomersStub::CheckCustomer, request, minhToken).duplicates_size(), 1);
}

/// A mask, and texts that only what it hides can bring into an answer.
struct HiddenValues
{
    v1::SensitiveField mask;
    std::vector<std::string> traces;
};

v1::Birthday veryOld()
{
    v1::Birthday birthday;
    birthday.mutable_date()->set_year(1899);
    birthday.mutable_date()->set_month(11);
    birthday.mutable_date()->set_day(23);
    return birthday;
}

std::vector<HiddenValues> hiddenValues()
{
    return {{v1::SENSITIVE_FIELD_PHONE, {"4567890", "456 7890", "4567891", "456 7891"}},
            {v1::SENSITIVE_FIELD_EMAIL, {"gmial", "hoa@", "lan@"}},
            {v1::SENSITIVE_FIELD_BIRTHDAY, {"very_old", veryOld().date().SerializeAsString()}},
            {v1::SENSITIVE_FIELD_INCOME, {"over_80m", "strong"}},
            {v1::SENSITIVE_FIELD_TAX_CODE, {"0106697818", "checksum"}}};
}

class WhatMasksHide : public CustomerMasks
{
protected:
    /// Every hidden field holds something that the rules have a word on.
    v1::Customer doubtfulPerson()
    {
        v1::Customer customer = person("Lê Thị Hoa", "0123 456 7890");
        customer.add_phones()->set_number("01234567890");
        customer.add_emails()->set_address("hoa@gmial.com");
        *customer.mutable_birthday() = veryOld();
        customer.set_income_band_key("over_80m");
        customer.set_finances_key("strong");
        customer.set_tax_code("0106697818");
        return customer;
    }
    v1::Customer doubtfulOrganisation()
    {
        v1::Customer customer = organisation("Công ty CP Sao Mai", "0106697818");
        v1::Contact& contact = *customer.add_contacts();
        contact.set_name("Trần Thị Lan");
        contact.add_phones()->set_number("01234567891");
        contact.add_phones()->set_number("0123 456 7891");
        contact.add_emails()->set_address("lan@gmial.com");
        *contact.mutable_birthday() = veryOld();
        return customer;
    }

    /// Bytes of all answers about a customer that somebody who edits it gets.
    std::string answersTo(const std::string& token, std::int64_t id)
    {
        v1::Customer edited = get(token, id);
        std::string bytes = edited.SerializeAsString();
        edited.set_note("gọi lại sau " + token);
        for (v1::Contact& contact : *edited.mutable_contacts())
            contact.set_position("Giám đốc của " + token);
        std::vector<std::string> fields{"note"};
        if (!edited.contacts().empty())
            fields.emplace_back("contacts");
        bytes += call(*customers, &CustomersStub::UpdateCustomer, change(edited, fields), token).SerializeAsString();
        v1::BatchGetCustomersRequest some;
        some.add_customer_ids(id);
        bytes += call(*customers, &CustomersStub::BatchGetCustomers, some, token).SerializeAsString();
        v1::ListCustomersRequest list;
        list.set_view(v1::CUSTOMER_VIEW_FULL);
        bytes += call(*customers, &CustomersStub::ListCustomers, list, token).SerializeAsString();
        bytes += search(token, edited.name()).SerializeAsString();
        v1::ListCustomerHistoryRequest history;
        history.set_customer_id(id);
        bytes += call(*customers, &CustomersStub::ListCustomerHistory, history, token).SerializeAsString();
        v1::CheckCustomerRequest check;
        *check.mutable_customer() = edited;
        bytes += call(*customers, &CustomersStub::CheckCustomer, check, token).SerializeAsString();
        return bytes;
    }
};

TEST_F(WhatMasksHide, isInNoByteOfAnyAnswer)
{
    const std::int64_t one = create(lanToken, doubtfulPerson()).id();
    const std::int64_t other = create(lanToken, doubtfulOrganisation()).id();
    const std::string open = answersTo(minhToken, one) + answersTo(minhToken, other);
    for (const HiddenValues& hidden : hiddenValues()) {
        const std::string name = v1::SensitiveField_Name(hidden.mask);
        const TestUser user =
            world().addUserWith("m" + std::to_string(hidden.mask), teamOne, allActions(v1::SCOPE_TEAM), {hidden.mask});
        const std::string token = world().signIn(user);
        const std::string bytes = answersTo(token, one) + answersTo(token, other);
        for (const std::string& trace : hidden.traces) {
            EXPECT_NE(open.find(trace), std::string::npos) << name << ": a test of nothing, " << trace;
            EXPECT_EQ(bytes.find(trace), std::string::npos) << name << ": " << trace;
        }
    }
}

TEST_F(CustomerMasks, letsEditWhatIsOpenBesideHiddenErrors)
{
    v1::Customer wanted = organisation("Công ty CP Sao Mai");
    wanted.add_contacts()->set_name("Trần Thị Lan");
    wanted.mutable_contacts(0)->add_phones()->set_number("0912345678");
    const v1::Customer stored = create(lanToken, wanted);
    // As only an older rule let it in.
    sql().run("UPDATE banhang.contact SET phones = '[{\"number\": \"xin gọi\"}]' WHERE customer_id = $1::bigint",
              {std::to_string(stored.id())});
    v1::Customer edited = get(maskedToken, stored.id());
    edited.mutable_contacts(0)->set_position("Giám đốc");
    update(maskedToken, edited, {"contacts"});
    EXPECT_EQ(get(lanToken, stored.id()).contacts(0).phones(0).number(), "xin gọi");
}

} // namespace
} // namespace banhang::test
