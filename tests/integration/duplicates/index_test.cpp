// The forms and keys that saves keep, and who is found through them.
#include "common/match/reading.h"
#include "server/duplicates/candidates.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_search.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class DuplicateIndex : public CustomersFixture
{
protected:
    std::string keysOf(std::int64_t id)
    {
        return sql().text(
            "SELECT string_agg(key::text, ',' ORDER BY key) FROM banhang.duplicate_key WHERE customer_id = $1::bigint",
            {std::to_string(id)});
    }

    static std::string keysOf(const v1::Customer& customer)
    {
        std::string text;
        for (const match::Key key : match::indexKeys(server::recordOf(customer)))
            text += (text.empty() ? "" : ",") + std::to_string(key);
        return text;
    }

    template <typename Body>
    auto asNobody(Body body)
    {
        return app().inTransaction({}, server::Tx::Mode::ReadOnly, body);
    }

    /// Customers that hold `phone` and nothing else in common.
    void fillWith(const std::string& phone, int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto id =
                sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                             " VALUES ('F' || $1, 'F' || $1, 2, $1, '', $2::bigint, $3::bigint) RETURNING id",
                             {phone + " " + std::to_string(i), std::to_string(tuan.id), std::to_string(tuan.unitId)});
            v1::Customer customer = organisation("Hàng " + std::to_string(i) + " " + std::to_string(i * 7));
            customer.add_phones()->set_number(phone);
            app().inTransaction({.userId = tuan.id}, server::Tx::Mode::ReadWrite, [&](server::Tx& tx) {
                server::writeDuplicateForm(tx, id, server::recordOf(customer));
                tx.settle();
            });
        }
    }
};

TEST_F(DuplicateIndex, followsEachSave)
{
    v1::Customer customer = create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    EXPECT_EQ(keysOf(customer.id()), keysOf(customer));
    customer.set_name("Trần Thị Bích");
    customer.mutable_phones(0)->set_number("0912345678");
    customer = update(lanToken, customer, {"name", "phones"});
    EXPECT_EQ(keysOf(customer.id()), keysOf(customer));
    EXPECT_EQ(sql().text("SELECT form FROM banhang.duplicate_form"), match::encode(server::recordOf(customer)));
}

TEST_F(DuplicateIndex, forgetsTheBinAndKnowsWhatComesBack)
{
    const v1::Customer customer = create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(customer.id());
    deletion.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, deletion, lanToken);
    EXPECT_EQ(
        sql().number(
            "SELECT (SELECT count(*) FROM banhang.duplicate_key) + (SELECT count(*) FROM banhang.duplicate_form)"),
        0);
    v1::UndeleteCustomerRequest back;
    back.set_customer_id(customer.id());
    back.set_request_id(newRequestId());
    call(*customers, &CustomersStub::UndeleteCustomer, back, lanToken);
    EXPECT_EQ(keysOf(customer.id()), keysOf(customer));
}

TEST_F(DuplicateIndex, goesWithTheCustomer)
{
    const v1::Customer customer = create(lanToken, person("Nguyễn Văn Đức", "0389333999"));
    sql().run("DELETE FROM banhang.customer_search");
    sql().run("DELETE FROM banhang.customer");
    EXPECT_EQ(keysOf(customer.id()), "");
}

TEST_F(DuplicateIndex, answersABatchAsItAnswersOneByOne)
{
    for (int i = 0; i < 20; ++i)
        create(lanToken, person("Nguyễn Văn Đức", "03893" + std::to_string(33000 + i * 997)));
    asNobody([&](server::Tx& tx) {
        std::vector<server::Asked> asked;
        for (const server::StoredRecord& stored : server::storedRecordsAfter(tx, 0, 100))
            asked.push_back({stored.record, stored.customerId});
        EXPECT_EQ(asked.size(), 20U);
        const auto all = server::findMatches(tx, match::Model::builtin(), asked);
        for (std::size_t i = 0; i < asked.size(); ++i) {
            const auto alone = server::findMatches(tx, match::Model::builtin(), {asked[i]}).front();
            EXPECT_EQ(all[i].found.size(), alone.found.size());
            EXPECT_EQ(all[i].compared, alone.compared);
        }
    });
}

/// A switchboard that hundreds have brings nobody together alone, but still the one with the same name.
TEST_F(DuplicateIndex, copesWithAValueThatHundredsHave)
{
    fillWith("02435550178", static_cast<int>(server::kMaxHolders) + 5);
    v1::Customer customer = organisation("Công ty TNHH TM DV Thiên Ân");
    customer.add_phones()->set_number("02435550178");
    create(tuanToken, customer);
    asNobody([&](server::Tx& tx) {
        const auto matches =
            server::findMatches(tx, match::Model::builtin(), {{server::recordOf(customer), 0}}).front();
        ASSERT_EQ(matches.found.size(), 1U);
        EXPECT_EQ(matches.found.front().record.typedName, customer.name());
        EXPECT_LT(matches.compared, 50);
        const match::Key phone = match::phoneKey("842435550178");
        EXPECT_GE(matches.counts.of(phone), static_cast<int>(server::kMaxHolders));
    });
}

TEST_F(DuplicateIndex, samplesTheStockEvenly)
{
    for (int i = 0; i < 30; ++i)
        create(lanToken, person("Nguyễn Văn Đức", "03893" + std::to_string(33000 + i * 997)));
    asNobody([](server::Tx& tx) {
        EXPECT_EQ(server::storedCount(tx), 30);
        EXPECT_EQ(server::sampleOfStored(tx, 100).size(), 30U);
        const auto some = server::sampleOfStored(tx, 10);
        EXPECT_GE(some.size(), 8U);
        EXPECT_LE(some.size(), 20U);
    });
}

} // namespace
} // namespace banhang::test
