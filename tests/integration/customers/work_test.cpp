// How much the database reads for one call at 50,000 customers: a plan that walks or sorts the table cannot hide from
// PostgreSQL's own counters.
#include <nlohmann/json.hpp>

#include "common/match/keys.h"
#include "server/duplicates/customer_record.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

constexpr int kCustomers = 50000;
constexpr int kOwners = 100; ///< the first 25 in team one
constexpr int kPage = 100;

class CustomerWork : public CustomersFixture
{
protected:
    void SetUp() override
    {
        CustomersFixture::SetUp();
        for (int i = 0; i < kOwners; ++i)
            m_owners.push_back(world().addUser("owner" + std::to_string(i), i < 25 ? teamOne : teamTwo));
        // One of them is called.
        const auto group = world().addGroup("own", allActions(v1::SCOPE_OWN));
        world().join(m_owners[3], group);
        ownToken = world().signIn(m_owners[3]);
        world().refreshRights({minh.id});
        fill();
    }

    void fill()
    {
        const std::string firstId = std::to_string(m_owners.front().id);
        sql().run(
            "INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, phones, province_code, source_key, "
            "owner_id, unit_id,"
            " created_at, last_contact_at)"
            " SELECT 'KH' || i, 'KH' || lpad(i::text, 12, '0'), 1, w.name, split_part(w.name, ' ', 3) || ' ' || w.name "
            "|| i,"
            " jsonb_build_array(jsonb_build_object('number', '09' || lpad((i * 7919 % 100000000)::text, 8, '0'))),"
            " CASE WHEN i % 500 = 0 THEN '04' ELSE '01' END, CASE WHEN i % 3 = 0 THEN 'website' ELSE 'event' END, "
            "u.id, u.unit_id,"
            " timestamptz '2026-01-01' + i * interval '1 minute',"
            " CASE WHEN i % 4 > 0 THEN timestamptz '2026-06-01' + (i * 31 % 50000) * interval '1 minute' END"
            " FROM generate_series(1, $1::int) AS i"
            " CROSS JOIN LATERAL (SELECT (ARRAY['nguyen','tran','le','pham','hoang','vu','dang','bui'])[1 + i % 8] || "
            "' '"
            " || (ARRAY['van','thi','duc','minh','ngoc','quoc'])[1 + i / 8 % 6] || ' '"
            " || (ARRAY['an','binh','cuong','dung','giang','hoa','khanh','lan','minh','nam'])[1 + i / 48 % 10] AS "
            "name) AS w"
            " JOIN banhang.app_user u ON u.id = $2::bigint + i % $3::int",
            {std::to_string(kCustomers), firstId, std::to_string(kOwners)});
        sql().run("INSERT INTO banhang.customer_search SELECT c.id, c.unit_id, c.sort_key, ' ' || c.name, ' ' || "
                  "c.name, ' ' || split_part(c.sort_key, ' ', 1) || ' ' || c.name,"
                  " t.name_text, ' ' || substr(c.phones->0->>'number', 2), '', '', t.name_text || ' ' || "
                  "substr(c.phones->0->>'number', 2)"
                  " FROM banhang.customer c, LATERAL (SELECT ' ' || c.name || ' ' || lower(c.code) AS name_text) AS t");
        fillDuplicateForms();
        // One tag that few have, one that half of them have.
        sql().run("INSERT INTO banhang.customer_tag SELECT 'rare', id FROM banhang.customer WHERE id % 997 = 0"
                  " UNION ALL SELECT 'common', id FROM banhang.customer WHERE id % 2 = 0");
        sql().run("UPDATE banhang.customer SET last_contact_at = now() WHERE id % 1009 = 0");
        sql().run("VACUUM ANALYZE");
    }

    void fillDuplicateForms()
    {
        auto forms = nlohmann::json::array();
        for (const server::Row row : sql().run("SELECT id, name, phones->0->>'number' FROM banhang.customer")) {
            const match::Record record = server::recordOf(person(row.string(1), row.string(2)));
            forms.push_back(
                {{"customer_id", row.int64(0)}, {"keys", match::indexKeys(record)}, {"form", match::encode(record)}});
        }
        sql().run("INSERT INTO banhang.duplicate_form SELECT * FROM jsonb_populate_recordset(NULL::"
                  "banhang.duplicate_form, $1::jsonb)",
                  {forms.dump()});
        sql().run("INSERT INTO banhang.duplicate_key SELECT unnest(keys), customer_id FROM banhang.duplicate_form");
    }

    /// Rows and index entries read by `calls`, of the tables that grow with the customers.
    template <typename Calls>
    std::int64_t readsOf(Calls calls)
    {
        const std::int64_t before = reads();
        calls();
        return reads() - before;
    }

    void settleCounters()
    {
        // Connections report their counters for certain when they end; the pool makes new ones.
        sql().run("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                  " WHERE usename = 'banhang_app' AND datname = current_database()");
        // What this connection itself read while it filled the tables is told now, not in the middle of a question.
        sql().run("SELECT pg_stat_force_next_flush()");
        sql().run("SELECT pg_stat_clear_snapshot()");
    }

    std::int64_t reads()
    {
        settleCounters();
        return sql().number("SELECT sum(seq_tup_read)::bigint FROM pg_stat_user_tables WHERE relname LIKE 'customer%' "
                            "OR relname LIKE"
                            " 'duplicate%'") +
               sql().number("SELECT sum(idx_tup_read)::bigint FROM pg_stat_user_indexes WHERE relname LIKE 'customer%' "
                            "OR relname LIKE"
                            " 'duplicate%'");
    }

    void readsLittleMoreThanAPageForEachListInEachScope();
    void readsLittleForFiltersCountsAndPlaces();
    void readsLittleForEachKindOfCondition();
    void searchesThroughIndexes();
    void readsLittleForOneCustomer();
    void leavesTheIndexesAloneForANote();

    std::vector<TestUser> m_owners;
    std::string ownToken;
};

void CustomerWork::readsLittleMoreThanAPageForEachListInEachScope()
{
    struct Scope
    {
        const char* name;
        std::string token;
        std::int64_t owners;
    };
    for (const Scope& scope : {Scope{"own", ownToken, 1}, Scope{"team", minhToken, 28}, Scope{"all", anToken, 1}})
        for (int sort = v1::CUSTOMER_SORT_NAME; sort <= v1::CUSTOMER_SORT_CREATED; ++sort)
            for (const bool descending : {false, true}) {
                v1::ListCustomersRequest request;
                request.set_sort(static_cast<v1::CustomerSort>(sort));
                request.set_descending(descending);
                request.set_page_size(kPage);
                const std::int64_t reads = readsOf([&] {
                    const auto first = call(*customers, &CustomersStub::ListCustomers, request, scope.token);
                    EXPECT_EQ(first.customers_size(), kPage);
                    request.set_page_token(first.next_page_token());
                    EXPECT_EQ(call(*customers, &CustomersStub::ListCustomers, request, scope.token).customers_size(),
                              kPage);
                });
                // Each owner's index gives at most a page, and the page itself is read by key; one owner's rows may be
                // sorted instead.
                EXPECT_LE(reads, 2 * (scope.owners * (kPage + 1) + 2LL * kPage) + kCustomers / kOwners)
                    << scope.name << sort << descending;
            }
}

void CustomerWork::readsLittleForFiltersCountsAndPlaces()
{
    v1::ListCustomersRequest rare;
    rare.mutable_filter()->add_province_codes("04");
    EXPECT_LE(readsOf([&] {
                  EXPECT_EQ(call(*customers, &CustomersStub::ListCustomers, rare, anToken).customers_size(), 100);
              }),
              1000);
    v1::ListCustomersRequest counted;
    counted.set_page_size(1);
    counted.set_with_count(true);
    for (const std::string& token : {minhToken, anToken})
        EXPECT_LE(readsOf([&] {
                      EXPECT_EQ(call(*customers, &CustomersStub::ListCustomers, counted, token).capped_count(), 1001);
                  }),
                  1300);
    v1::ListCustomersRequest around;
    around.set_page_size(kPage);
    around.set_around_customer_id(sql().number("SELECT id FROM banhang.customer WHERE code = 'KH25000'"));
    // However deep in the order.
    for (int sort = v1::CUSTOMER_SORT_NAME; sort <= v1::CUSTOMER_SORT_CREATED; ++sort)
        for (const bool descending : {false, true}) {
            around.set_sort(static_cast<v1::CustomerSort>(sort));
            around.set_descending(descending);
            EXPECT_LE(readsOf([&] { call(*customers, &CustomersStub::ListCustomers, around, anToken); }), 500)
                << sort << descending;
        }
    v1::ListCustomersRequest owners;
    owners.mutable_filter()->add_owner_user_ids(m_owners[7].id);
    EXPECT_LE(readsOf([&] { call(*customers, &CustomersStub::ListCustomers, owners, anToken); }), 500);
}

void CustomerWork::readsLittleForEachKindOfCondition()
{
    struct Condition
    {
        const char* name;
        void (*set)(v1::CustomerFilter& filter);
        std::int64_t reads;
    };
    // What few have is found by its own index and sorted; what many have is met on the way through the order.
    const Condition conditions[] = {
        {"rare tag", [](v1::CustomerFilter& filter) { filter.add_tag_keys("rare"); }, 500},
        {"common tag", [](v1::CustomerFilter& filter) { filter.add_tag_keys("common"); }, 1500},
        {"without a tag", [](v1::CustomerFilter& filter) { filter.add_not_tag_keys("common"); }, 1500},
        {"today", [](v1::CustomerFilter& filter) { filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_TODAY); },
         500},
        {"not today",
         [](v1::CustomerFilter& filter) { filter.mutable_not_last_contact()->set_kind(v1::PERIOD_KIND_TODAY); }, 1500},
        {"never", [](v1::CustomerFilter& filter) { filter.mutable_last_contact()->set_kind(v1::PERIOD_KIND_NEVER); },
         2500},
        {"created long ago",
         [](v1::CustomerFilter& filter) {
             filter.mutable_created()->set_kind(v1::PERIOD_KIND_BETWEEN);
             filter.mutable_created()->mutable_last_day()->set_year(2026);
             filter.mutable_created()->mutable_last_day()->set_month(1);
             filter.mutable_created()->mutable_last_day()->set_day(1);
         },
         5000},
        {"other sources", [](v1::CustomerFilter& filter) { filter.add_not_source_keys("website"); }, 1500},
    };
    for (const Condition& condition : conditions) {
        v1::ListCustomersRequest request;
        request.set_page_size(kPage);
        condition.set(*request.mutable_filter());
        EXPECT_LE(readsOf([&] {
                      EXPECT_GE(call(*customers, &CustomersStub::ListCustomers, request, anToken).customers_size(), 40);
                  }),
                  condition.reads)
            << condition.name;
    }
}

void CustomerWork::searchesThroughIndexes()
{
    const auto readsFor = [&](const std::string& token, const std::string& words) {
        return readsOf([&] { search(token, words); });
    };
    struct Bound
    {
        const char* words;
        std::int64_t reads;
    };
    // A look at the first 3,060 of the scope, and the matches of the words where that was not enough. All customers of
    // the last given name are behind every other; the last two pairs are common alone and never met together.
    for (const std::string& token : {ownToken, minhToken, anToken})
        for (const Bound& bound : {Bound{"0912345", 4000}, Bound{"kh49999", 4000}, Bound{"n", 4000}, Bound{"zz", 4000},
                                   Bound{"nguyen van binh", 5000}, Bound{"nguyen", 5000}, Bound{"nguyen nam", 5000},
                                   Bound{"nguyen tran", 4000}, Bound{"thi quoc", 4000}, Bound{"@@@@", 10}})
            EXPECT_LE(readsFor(token, bound.words), bound.reads) << bound.words
                                                                 << (token == ownToken    ? " own"
                                                                     : token == minhToken ? " team"
                                                                                          : " all");
}

void CustomerWork::readsLittleForOneCustomer()
{
    const auto id = sql().number("SELECT id FROM banhang.customer WHERE owner_id = $1::bigint LIMIT 1",
                                 {std::to_string(m_owners[3].id)});
    for (const std::string& token : {ownToken, minhToken, anToken})
        EXPECT_LE(readsOf([&] { get(token, id); }), 10);
    EXPECT_LE(readsOf([&] { create(ownToken, person("Nguyễn Văn An", "0912345678")); }), 1500);
    EXPECT_LE(readsOf([&] {
                  v1::CheckCustomerRequest request;
                  *request.mutable_customer() = person("Nguyễn Văn An", "0912345678");
                  call(*customers, &CustomersStub::CheckCustomer, request, ownToken);
              }),
              1500);
}

void CustomerWork::leavesTheIndexesAloneForANote()
{
    const auto besideTheirOldVersion = [this] {
        settleCounters();
        return sql().number("SELECT n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'customer'");
    };
    std::vector<v1::Customer> some;
    for (const char* name : {"Hoàng Văn Thụ", "Lê Hồng Phong", "Trần Phú", "Hà Huy Tập", "Võ Thị Sáu"})
        some.push_back(create(ownToken, person(name)));
    const std::int64_t before = besideTheirOldVersion();
    for (v1::Customer& customer : some) {
        customer.set_note("Gọi sau giờ trưa");
        update(ownToken, customer, {"note"});
    }
    EXPECT_EQ(besideTheirOldVersion() - before, static_cast<std::int64_t>(some.size()));
}

// One case, because the rows take longer than all that is asked of them.
TEST_F(CustomerWork, readsLittleHoweverManyCustomersThereAre)
{
    readsLittleMoreThanAPageForEachListInEachScope();
    readsLittleForFiltersCountsAndPlaces();
    readsLittleForEachKindOfCondition();
    searchesThroughIndexes();
    readsLittleForOneCustomer();
    leavesTheIndexesAloneForANote();
}

} // namespace
} // namespace banhang::test
