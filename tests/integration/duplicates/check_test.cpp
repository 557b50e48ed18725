// The duplicate check as it is asked while typing, and as it stands in the way of saving.
#include <algorithm>
#include <thread>

#include "common/match/keys.h"
#include "server/duplicates/customer_record.h"
#include "tests/integration/customers/customers_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

class CustomerDuplicates : public CustomersFixture
{
protected:
    v1::CheckCustomerResponse check(const std::string& token, const v1::Customer& customer)
    {
        v1::CheckCustomerRequest request;
        *request.mutable_customer() = customer;
        return call(*customers, &CustomersStub::CheckCustomer, request, token);
    }
};

TEST_F(CustomerDuplicates, knowsTheCustomerInAnotherSpelling)
{
    const v1::Customer stored = create(lanToken, person("Nguyễn Văn Đức", "0168 933 3999"));
    const auto answer = check(lanToken, person("nguyen van duc", "+84 389 333 999"));
    ASSERT_EQ(answer.duplicates_size(), 1);
    const v1::VisibleDuplicate& hit = answer.duplicates(0).visible();
    EXPECT_EQ(hit.customer_id(), stored.id());
    EXPECT_EQ(hit.code(), stored.code());
    EXPECT_EQ(hit.rank(), v1::DUPLICATE_RANK_CERTAIN);
    ASSERT_GE(hit.reasons_size(), 2);
    const auto phone = std::ranges::find(hit.reasons(), "duplicate.same_phone", &v1::DuplicateReason::key);
    ASSERT_NE(phone, hit.reasons().end());
    EXPECT_EQ(phone->args().at("theirs"), "0389 333 999");
    EXPECT_TRUE(phone->agrees());
}

TEST_F(CustomerDuplicates, tellsOnlyWhoServesAHiddenOne)
{
    create(tuanToken, person("Nguyễn Văn Đức", "0389333999"));
    const auto answer = check(lanToken, person("Nguyen Van Duc", "0389 333 999"));
    ASSERT_EQ(answer.duplicates_size(), 1);
    ASSERT_TRUE(answer.duplicates(0).has_hidden());
    EXPECT_EQ(answer.duplicates(0).hidden().owner_user_id(), tuan.id);
    EXPECT_EQ(answer.duplicates(0).hidden().team_unit_id(), teamTwo);
    EXPECT_EQ(check(lanToken, person("Nguyễn Văn Đức", "0912 345 678")).duplicates_size(), 0)
        << "the name alone is none of lan's business";
}

/// Two clerks must not call one number as strangers, so the number is told under any name, and must be answered for.
TEST_F(CustomerDuplicates, tellsWhoServesTheSameNumberUnderAnotherName)
{
    create(tuanToken, person("Nguyễn Văn Đức", "0389333999"));
    const auto wanted = person("Lê Thị Bích", "0389 333 999");
    const auto answer = check(lanToken, wanted);
    ASSERT_EQ(answer.duplicates_size(), 1);
    EXPECT_EQ(answer.duplicates(0).hidden().owner_user_id(), tuan.id);
    EXPECT_EQ(refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), lanToken).key(),
              "customer.duplicate_unconfirmed");
    const auto seen = check(tuanToken, wanted);
    ASSERT_EQ(seen.duplicates_size(), 1);
    EXPECT_EQ(seen.duplicates(0).visible().rank(), v1::DUPLICATE_RANK_POSSIBLE);
    EXPECT_EQ(create(tuanToken, wanted, "").version(), 1) << "who sees the other one decides alone";
}

/// What is hidden of the answer is all that differs between a sure match and a number in common.
TEST_F(CustomerDuplicates, tellsNoMoreOfASureHiddenMatchThanOfANumber)
{
    create(tuanToken, person("Nguyễn Văn Đức", "0389333999"));
    const auto sure = check(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    const auto number = check(lanToken, person("Lê Thị Bích", "0389333999"));
    ASSERT_EQ(sure.duplicates_size(), 1);
    ASSERT_EQ(number.duplicates_size(), 1);
    EXPECT_EQ(sure.duplicates(0).SerializeAsString(), number.duplicates(0).SerializeAsString());
}

TEST_F(CustomerDuplicates, countsNoCustomersOfOneHiddenOwner)
{
    for (const char* phone : {"0389333999", "0912345678"})
        create(tuanToken, person("Nguyễn Văn Đức", phone));
    v1::Customer wanted = person("Lê Thị Bích", "0389333999");
    wanted.add_phones()->set_number("0912345678");
    EXPECT_EQ(check(lanToken, wanted).duplicates_size(), 1);
}

/// A mask hides a field in all of the company: nothing is found, told or stopped through it.
TEST_F(CustomerDuplicates, confirmsNothingThroughAHiddenField)
{
    const TestUser yen = world().addUserWith("yen", world().company(), allActions(v1::SCOPE_OWN),
                                             {v1::SENSITIVE_FIELD_TAX_CODE, v1::SENSITIVE_FIELD_PHONE});
    const std::string yenToken = world().signIn(yen);
    v1::Customer company = organisation("Công ty TNHH TM DV Thiên Ân", "0106697817");
    company.add_phones()->set_number("0389333999");
    company = create(tuanToken, company);
    v1::ShareCustomerRequest share;
    share.mutable_share()->set_customer_id(company.id());
    share.mutable_share()->set_user_id(yen.id);
    share.mutable_share()->set_level(v1::SHARE_LEVEL_VIEW);
    share.set_request_id(newRequestId());
    v1::Customer guess = organisation("Hoàn toàn khác", "0106697817");
    guess.add_phones()->set_number("0389333999");
    EXPECT_EQ(check(yenToken, guess).duplicates_size(), 0) << "out of sight";
    call(*customers, &CustomersStub::ShareCustomer, share, tuanToken);
    EXPECT_EQ(check(yenToken, guess).duplicates_size(), 0) << "in sight";
    guess.set_name("Cty TM DV Thiên Ân");
    const auto answer = check(yenToken, guess);
    ASSERT_EQ(answer.duplicates_size(), 1) << "by its name, which yen sees";
    for (const v1::DuplicateReason& reason : answer.duplicates(0).visible().reasons())
        EXPECT_TRUE(reason.field() != "tax_code" && reason.field() != "phones") << reason.field();
    EXPECT_EQ(answer.duplicates(0).visible().rank(),
              check(yenToken, organisation("Cty TM DV Thiên Ân")).duplicates(0).visible().rank());
}

TEST_F(CustomerDuplicates, asksNoMoreAboutWhatWasDecidedToBeDifferent)
{
    const v1::Customer first = create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    v1::Customer second = create(lanToken, person("Nguyễn Văn Đức", "0389333999"), "hai cha con");
    ASSERT_EQ(check(lanToken, second).duplicates_size(), 1);
    const auto digest = [&](const v1::Customer& customer) {
        return match::digestOf(server::recordOf(get(anToken, customer.id())));
    };
    sql().run("INSERT INTO banhang.duplicate_decision (low_id, high_id, answer, low_digest, high_digest, decided_by_id)"
              " VALUES ($1::bigint, $2::bigint, 1, $3, $4, $5::bigint)",
              {std::to_string(first.id()), std::to_string(second.id()), digest(first), digest(second),
               std::to_string(lan.id)});
    EXPECT_EQ(check(lanToken, second).duplicates_size(), 0);
    EXPECT_EQ(check(lanToken, first).duplicates_size(), 0) << "from either side";
    EXPECT_EQ(check(lanToken, person("Nguyễn Văn Đức", "0389333999")).duplicates_size(), 2) << "a third one";
    second.add_phones()->set_number("0977111222");
    second = update(lanToken, second, {"phones"});
    EXPECT_EQ(check(lanToken, second).duplicates_size(), 1) << "no longer what was decided about";
}

TEST_F(CustomerDuplicates, refusesNumbersWithoutEnd)
{
    v1::Customer company = organisation("Công ty TNHH TM DV Thiên Ân");
    for (int contact = 0; contact < 30; ++contact) {
        company.add_contacts()->set_name("Người " + std::to_string(contact));
        for (int phone = 0; phone < 8; ++phone)
            company.mutable_contacts(contact)->add_phones()->set_number("03893" +
                                                                        std::to_string(10000 + contact * 8 + phone));
    }
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(company), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    EXPECT_EQ(error.detail().issues(0).key(), "contact.too_many_numbers");
}

TEST_F(CustomerDuplicates, refusesToSaveUntilAReasonIsGiven)
{
    create(tuanToken, person("Nguyễn Văn Đức", "0389333999"));
    const auto wanted = person("Nguyen Van Duc", "0389 333 999");
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, creation(wanted), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Refused);
    EXPECT_EQ(error.key(), "customer.duplicate_unconfirmed");
    EXPECT_EQ(create(lanToken, wanted, "hai anh em sinh đôi").version(), 1);
    EXPECT_EQ(sql().text("SELECT reason FROM banhang.change_log ORDER BY seq DESC LIMIT 1"), "hai anh em sinh đôi");
}

TEST_F(CustomerDuplicates, keepsAReasonOnlyWhereItAnswersAQuestion)
{
    v1::Customer customer = create(lanToken, person("Nguyễn Văn Đức", "0389333999"), "không ai hỏi");
    customer.set_note("gọi lại");
    v1::UpdateCustomerRequest request = change(customer, {"note"});
    request.set_duplicate_reason("không ai hỏi");
    call(*customers, &CustomersStub::UpdateCustomer, request, lanToken);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE reason <> ''"), 0);
}

TEST_F(CustomerDuplicates, refusesAReasonOfEndlessLength)
{
    std::string reason;
    for (int i = 0; i < 501; ++i)
        reason += "ế";
    const auto wanted = creation(person("Nguyễn Văn Đức", "0389333999"), reason);
    const AppError error = refusal(*customers, &CustomersStub::CreateCustomer, wanted, lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Invalid);
    EXPECT_EQ(error.detail().issues(0).path(), "duplicate_reason");
    v1::UpdateCustomerRequest edit = change(create(lanToken, person("Nguyễn Văn Đức")), {"note"});
    edit.set_duplicate_reason(reason);
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, edit, lanToken).detail().issues(0).path(),
              "duplicate_reason");
}

TEST_F(CustomerDuplicates, asksOnlyAboutWhatAnEditCauses)
{
    create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    v1::Customer twin = create(lanToken, person("Nguyễn Văn Đức", "0389333999"), "khác người");
    twin.set_note("không liên quan");
    twin = update(lanToken, twin, {"note"});
    twin.add_phones()->set_number("0912345678");
    twin = update(lanToken, twin, {"phones"});
    v1::Customer other = create(lanToken, person("Trần Thị Bích", "0977111222"));
    other.set_name("Nguyễn Văn Đức");
    other.mutable_phones(0)->set_number("0389333999");
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(other, {"name", "phones"}), lanToken).key(),
              "customer.duplicate_unconfirmed");
}

TEST_F(CustomerDuplicates, seesContactPersonsAndTaxCodes)
{
    v1::Customer company = organisation("Công ty TNHH TM DV Thiên Ân", "0106697817");
    company.add_contacts()->set_name("Trần Thị Lan");
    company.mutable_contacts(0)->add_phones()->set_number("0912345678");
    create(lanToken, company);
    const auto byTax = check(lanToken, organisation("Cty Thương mại Dịch vụ Thiên Ân", "0106 697 817"));
    ASSERT_EQ(byTax.duplicates_size(), 1);
    EXPECT_EQ(byTax.duplicates(0).visible().rank(), v1::DUPLICATE_RANK_CERTAIN);
    v1::Customer byPhone = organisation("Cty TNHH Thương mại và Dịch vụ Thiên Ân");
    byPhone.add_phones()->set_number("0912.345.678");
    ASSERT_EQ(check(lanToken, byPhone).duplicates_size(), 1);
    EXPECT_EQ(check(lanToken, byPhone).duplicates(0).visible().rank(), v1::DUPLICATE_RANK_CERTAIN);
    // A branch is a customer of its own.
    EXPECT_EQ(
        check(lanToken, organisation("Chi nhánh Công ty TNHH TM DV Thiên Ân", "0106697817-001")).duplicates_size(), 0);
}

TEST_F(CustomerDuplicates, leavesOutItselfAndTheBin)
{
    v1::Customer customer = create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    EXPECT_EQ(check(lanToken, customer).duplicates_size(), 0);
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(customer.id());
    deletion.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, deletion, lanToken);
    EXPECT_EQ(check(lanToken, person("Nguyễn Văn Đức", "0389333999")).duplicates_size(), 0);
}

TEST_F(CustomerDuplicates, tellsOneOfTwoWhoSaveTheSameAtOnce)
{
    for (int round = 0; round < 10; ++round) {
        // Numbers that no slip of a finger leads from one to the next.
        const std::string number = std::to_string(11 * (round + 11));
        const v1::Customer customer = person("Nguyễn Văn Đức", "0389" + number + number);
        std::vector<std::string> outcomes(2);
        const auto save = [&](int who) {
            const auto clerk = stub<v1::CustomersService>();
            v1::CustomerChangeResponse response;
            const auto clientContext = context(who == 0 ? lanToken : tuanToken);
            const grpc::Status status = clerk->CreateCustomer(clientContext.get(), creation(customer), &response);
            outcomes[static_cast<std::size_t>(who)] = status.ok() ? "saved" : fromStatus(status).key();
        };
        std::thread first(save, 0);
        std::thread second(save, 1);
        first.join();
        second.join();
        std::ranges::sort(outcomes);
        EXPECT_EQ(outcomes[0] + " " + outcomes[1], "customer.duplicate_unconfirmed saved") << round;
    }
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer"), 10);
}

/// The same with the order forced: the first transaction has written and not yet committed while the second one asks.
TEST_F(CustomerDuplicates, waitsForTheOneWhoWasFirst)
{
    create(lanToken, person("Trần Thị Bích")); // starts the server
    SqlSession first(access("postgres"));
    first.run("BEGIN");
    const match::Record record = server::recordOf(person("Nguyễn Văn Đức", "0389333999"));
    const std::string key = std::to_string(match::phoneKey(record.phones.front()));
    first.run("SELECT pg_advisory_xact_lock(20250701, ($1::bigint & 1023)::integer)", {key});
    first.run(
        "INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, phones, owner_id, unit_id)"
        " VALUES ('X1', 'X1', 1, 'Nguyễn Văn Đức', 'x', '[{\"number\": \"0389333999\"}]', $1::bigint, $2::bigint)",
        {std::to_string(tuan.id), std::to_string(tuan.unitId)});
    first.run(
        "INSERT INTO banhang.duplicate_form SELECT id, ARRAY[$1::bigint], $2 FROM banhang.customer WHERE code = 'X1'",
        {key, match::encode(record)});
    first.run("INSERT INTO banhang.duplicate_key SELECT $1::bigint, id FROM banhang.customer WHERE code = 'X1'", {key});
    std::string outcome;
    std::thread second([&] {
        outcome = refusal(*customers, &CustomersStub::CreateCustomer, creation(person("Nguyễn Văn Đức", "0389333999")),
                          lanToken)
                      .key();
    });
    EXPECT_TRUE(waitUntil([this] {
        return sql().number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") > 0;
    }));
    first.run("COMMIT");
    second.join();
    EXPECT_EQ(outcome, "customer.duplicate_unconfirmed");
}

} // namespace
} // namespace banhang::test
