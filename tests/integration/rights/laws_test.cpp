// Laws that hold whatever the rules say: less rights never show more, and what is hidden changes no answer.
#include "tests/integration/rights/rights_fixture.h"

#include <algorithm>

#include "server/identity/group_store.h"

namespace banhang::test {
namespace {

using Stub = v1::CustomersService::Stub;

class LawsTest : public RightsFixture
{
protected:
    std::set<std::int64_t> listed(const OfficeUser& user)
    {
        std::set<std::int64_t> ids;
        for (const bool deleted : {false, true}) {
            v1::ListCustomersRequest request;
            request.set_page_size(500);
            request.mutable_filter()->set_deleted(deleted);
            v1::ListCustomersResponse reply;
            ask(&Stub::ListCustomers, request, user.token, reply);
            for (const v1::Customer& customer : reply.customers())
                ids.insert(customer.id());
        }
        return ids;
    }
    /// Bytes of all kinds of answers that one user gets.
    std::string answers(const Office& office, const OfficeUser& user)
    {
        std::string all;
        for (int sort = 1; sort <= 4; ++sort) {
            v1::ListCustomersRequest request;
            request.set_sort(static_cast<v1::CustomerSort>(sort));
            request.set_descending(sort % 2 == 0);
            request.set_page_size(3);
            request.set_with_count(true);
            v1::ListCustomersResponse reply;
            all += ask(&Stub::ListCustomers, request, user.token, reply) + reply.SerializeAsString();
        }
        for (const char* word : {"lan", "huong", "nguyen", "0911111111", "doi@vidu.vn", "0999999999"}) {
            v1::SearchCustomersRequest request;
            request.set_query(word);
            v1::SearchCustomersResponse reply;
            all += ask(&Stub::SearchCustomers, request, user.token, reply) + reply.SerializeAsString();
        }
        for (std::size_t i = 0; i < office.customers.size(); i += 7) {
            v1::GetCustomerRequest request;
            request.set_customer_id(office.customers[i].data.id());
            v1::Customer reply;
            all += ask(&Stub::GetCustomer, request, user.token, reply) + reply.SerializeAsString();
            v1::ListCustomerHistoryRequest history;
            history.set_customer_id(office.customers[i].data.id());
            v1::ListCustomerHistoryResponse entries;
            all += ask(&Stub::ListCustomerHistory, history, user.token, entries) + entries.SerializeAsString();
        }
        return all;
    }
};

TEST_F(LawsTest, anIdIsReadableExactlyIfItIsListed)
{
    const Office office = makeOffice(20);
    for (std::size_t i = 0; i < office.users.size(); i += 3) {
        const std::set<std::int64_t> ids = listed(office.users[i]);
        for (std::size_t j = 0; j < office.customers.size(); j += 5) {
            v1::GetCustomerRequest request;
            request.set_customer_id(office.customers[j].data.id());
            v1::Customer reply;
            EXPECT_EQ(ask(&Stub::GetCustomer, request, office.users[i].token, reply) == "OK",
                      ids.count(request.customer_id()) == 1);
        }
    }
}

TEST_F(LawsTest, takingAGrantAwayNeverShowsMore)
{
    const Office office = makeOffice(20);
    for (std::size_t i = 0; i < office.groups.size(); i += 2) {
        const OfficeGroup& group = office.groups[i];
        if (group.grants.empty())
            continue;
        std::vector<std::pair<const OfficeUser*, std::set<std::int64_t>>> before;
        for (const OfficeUser& user : office.users)
            if (std::count(user.groups.begin(), user.groups.end(), group.id) != 0)
                before.emplace_back(&user, listed(user));
        owner().inTransaction({}, server::Tx::Mode::ReadWrite, [&](server::Tx& tx) {
            auto grants = server::GroupStore::find(tx, group.id)->grants;
            grants.erase(grants.begin() + static_cast<std::ptrdiff_t>(m_random() % grants.size()));
            server::GroupStore::setGrants(tx, {}, group.id, grants);
        });
        for (const auto& [user, ids] : before) {
            const std::set<std::int64_t> after = listed(*user);
            EXPECT_TRUE(std::includes(ids.begin(), ids.end(), after.begin(), after.end())) << "user " << user->id;
        }
    }
}

TEST_F(LawsTest, whatIsHiddenChangesNoByteOfAnyAnswer)
{
    const Office office = makeOffice(15);
    int changed = 0;
    for (std::size_t i = 0; i < office.users.size(); i += 2) {
        const OfficeUser& user = office.users[i];
        const Oracle oracle(office, user);
        const std::string before = answers(office, user);
        sql().run("BEGIN");
        for (const OfficeCustomer& customer : office.customers) {
            const std::vector<std::string> id{std::to_string(customer.data.id())};
            if (!oracle.sees(customer)) {
                sql().run("UPDATE banhang.customer SET name = 'Nguyễn Lan', sort_key = '0', code_key = '0' || id, "
                          "created_at = now(),"
                          " last_contact_at = now(), note = 'khác', status_key = 'paused' WHERE id = $1::bigint",
                          id);
                sql().run("UPDATE banhang.customer_search SET sort_key = '0', name_text = ' nguyen lan', head_text = ' "
                          "nguyen lan',"
                          " all_text = ' nguyen lan 0911111111 doi@vidu.vn 0999999999' WHERE customer_id = $1::bigint",
                          id);
                ++changed;
            } else if (oracle.isMasked(v1::SENSITIVE_FIELD_PHONE)) {
                sql().run("UPDATE banhang.customer SET phones = '[{\"number\": \"0911111111\"}]' WHERE id = $1::bigint",
                          id);
                sql().run("UPDATE banhang.customer_search SET phone_text = ' 911111111', all_text = all_text || ' "
                          "911111111 0911111111'"
                          " WHERE customer_id = $1::bigint",
                          id);
                ++changed;
            }
        }
        sql().run("COMMIT");
        EXPECT_EQ(answers(office, user) == before, true) << "user " << user.id;
        office.store(sql());
    }
    EXPECT_GT(changed, 100);
}

} // namespace
} // namespace banhang::test
