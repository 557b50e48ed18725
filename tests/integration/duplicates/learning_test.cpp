// Weights learnt from the stock, stored, and taken into use.
#include "common/match/reading.h"
#include "server/duplicates/customer_record.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_learning.h"
#include "server/duplicates/duplicate_model_store.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

using server::Tx;

class DuplicateLearning : public CustomersFixture
{
protected:
    void transact(const std::function<void(Tx&)>& body) { system().inTransaction({}, Tx::Mode::ReadWrite, body); }

    std::shared_ptr<const match::Model> current()
    {
        return app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return server::currentModel(tx); });
    }

    server::Learnt refresh()
    {
        return server::refreshModel([this](const std::function<void(Tx&)>& body) { transact(body); });
    }

    /// A hundred people, each twice, the second time with the given and the family name of an unheard-of kind.
    void fillWithTwins()
    {
        for (int i = 0; i < 200; ++i) {
            const std::string number = std::to_string(i / 2);
            const auto id =
                sql().number("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                             " VALUES ('F' || $1, 'F' || $1, 1, $1, '', $2::bigint, $3::bigint) RETURNING id",
                             {std::to_string(i), std::to_string(tuan.id), std::to_string(tuan.unitId)});
            v1::Customer customer = person("Zyx" + number + " Qwert", "03893" + std::to_string(10000 + i / 2 * 613));
            transactAsClerk([&](Tx& tx) {
                server::writeDuplicateForm(tx, id, server::recordOf(customer));
                tx.settle();
            });
        }
    }

    void transactAsClerk(const std::function<void(Tx&)>& body)
    {
        app().inTransaction({.userId = tuan.id}, Tx::Mode::ReadWrite, body);
    }
};

TEST_F(DuplicateLearning, beginsWithWhatTheProgramBrings)
{
    EXPECT_EQ(current().get(), &match::Model::builtin());
    EXPECT_FALSE(app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return server::currentModelFacts(tx); }));
}

TEST_F(DuplicateLearning, keepsTheProgramsWeightsForAnEmptyOffice)
{
    const server::Learnt learnt = refresh();
    EXPECT_EQ(learnt.customers, 0);
    EXPECT_EQ(current()->of(match::Kind::Person).mixture, match::Model::builtin().of(match::Kind::Person).mixture);
}

TEST_F(DuplicateLearning, learnsTheWordsAndWeightsOfTheOffice)
{
    fillWithTwins();
    const server::Learnt learnt = refresh();
    EXPECT_EQ(learnt.customers, 200);
    EXPECT_GT(learnt.pairs, 100);
    const auto model = current();
    EXPECT_DOUBLE_EQ(model->stock().persons.of("qwert"), 1);
    EXPECT_NEAR(model->of(match::Kind::Person).mixture.front().share, 200.0 / static_cast<double>(learnt.pairs), 0.002)
        << "each of them has one twin, and is compared with all who have the odd name";
    const auto facts =
        app().inTransaction({}, Tx::Mode::ReadOnly, [](Tx& tx) { return server::currentModelFacts(tx); });
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts.value().customers, 200);
}

TEST_F(DuplicateLearning, knowsWhenItsTimeHasCome)
{
    const auto isOld = [&] { return app().inTransaction({}, Tx::Mode::ReadOnly, server::isModelOld); };
    fillWithTwins();
    EXPECT_FALSE(isOld()) << "too few to learn from";
    sql().run("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
              " SELECT 'G' || i, 'G' || i, 1, 'G', '', $1::bigint, $2::bigint FROM generate_series(1, 400) AS i",
              {std::to_string(tuan.id), std::to_string(tuan.unitId)});
    sql().run("INSERT INTO banhang.duplicate_form SELECT id, '{}', $1 FROM banhang.customer WHERE name = 'G'",
              {match::encode({})});
    EXPECT_TRUE(isOld()) << "never learnt";
    transact([](Tx& tx) { server::storeModel(tx, match::Model::builtin(), 500, 0); });
    EXPECT_FALSE(isOld());
    sql().run("UPDATE banhang.duplicate_model SET customers = 300");
    EXPECT_TRUE(isOld()) << "the stock has doubled";
    sql().run("UPDATE banhang.duplicate_model SET customers = 600, learnt_at = learnt_at - interval '8 days'");
    EXPECT_TRUE(isOld());
}

TEST_F(DuplicateLearning, keepsTheLastTenModels)
{
    for (int i = 0; i < 12; ++i)
        transact([&](Tx& tx) { server::storeModel(tx, match::Model::builtin(), i, 0); });
    EXPECT_EQ(
        sql().text("SELECT min(customers) || ' ' || max(customers) || ' ' || count(*) FROM banhang.duplicate_model"),
        "2 11 10");
}

} // namespace
} // namespace banhang::test
