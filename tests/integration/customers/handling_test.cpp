// Bin, owner, shares and history.
#include <thread>

#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class CustomerHandling : public CustomersFixture
{
protected:
    v1::Customer remove(const std::string& token, std::int64_t id, std::int64_t version = 0)
    {
        return call(*customers, &CustomersStub::DeleteCustomer, deletion(id, version), token);
    }
    static v1::DeleteCustomerRequest deletion(std::int64_t id, std::int64_t version = 0)
    {
        v1::DeleteCustomerRequest request;
        request.set_customer_id(id);
        request.set_version(version);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Customer restore(const std::string& token, std::int64_t id, const std::string& reason = {})
    {
        return call(*customers, &CustomersStub::UndeleteCustomer, restoring(id, reason), token);
    }
    static v1::UndeleteCustomerRequest restoring(std::int64_t id, const std::string& reason = {})
    {
        v1::UndeleteCustomerRequest request;
        request.set_customer_id(id);
        request.set_duplicate_reason(reason);
        request.set_request_id(newRequestId());
        return request;
    }
    /// SQLSTATE of what the second wall says to one command of a user's call; empty if it lets it pass.
    std::string wallSays(const TestUser& user, const std::string& command)
    {
        try {
            app().inTransaction({.userId = user.id, .timeoutMs = 0}, server::Tx::Mode::ReadWrite,
                                [&](server::Tx& tx) { tx.runOnce(command, {}); });
            return {};
        } catch (const server::DatabaseError& error) {
            return error.sqlState();
        }
    }
    static v1::AssignCustomersRequest assignment(const std::vector<std::int64_t>& ids, std::int64_t owner)
    {
        v1::AssignCustomersRequest request;
        for (const std::int64_t id : ids)
            request.add_customer_ids(id);
        request.set_owner_user_id(owner);
        request.set_request_id(newRequestId());
        return request;
    }
    static v1::ShareCustomerRequest sharing(std::int64_t id, std::int64_t user, v1::ShareLevel level)
    {
        v1::ShareCustomerRequest request;
        request.mutable_share()->set_customer_id(id);
        request.mutable_share()->set_user_id(user);
        request.mutable_share()->set_level(level);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::ListCustomerHistoryResponse history(const std::string& token, std::int64_t id, int size = 0,
                                            const std::string& page = {})
    {
        v1::ListCustomerHistoryRequest request;
        request.set_customer_id(id);
        request.set_page_size(size);
        request.set_page_token(page);
        return call(*customers, &CustomersStub::ListCustomerHistory, request, token);
    }
    std::string changes()
    {
        return sql().text("SELECT string_agg(format('%s %s %s>%s %s', operation, version, unit_before, unit_after, "
                          "grantee_id), E'\\n'"
                          " ORDER BY seq) FROM banhang.change_log");
    }
};

TEST_F(CustomerHandling, movesToTheBinAndBack)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    const v1::Customer gone = remove(lanToken, customer.id(), customer.version());
    EXPECT_TRUE(gone.has_delete_time());
    EXPECT_EQ(gone.version(), 2);
    EXPECT_EQ(remove(lanToken, customer.id()).version(), 2) << "a repeat is harmless";
    EXPECT_FALSE(sees(lanToken, customer.id()));
    EXPECT_TRUE(get(lanToken, customer.id()).has_delete_time());
    EXPECT_EQ(found(lanToken, "hoa"), "");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.duplicate_key"), 0);
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(gone, {"note"}), lanToken).key(),
              "customer.in_bin");

    const v1::Customer back = restore(lanToken, customer.id());
    EXPECT_FALSE(back.has_delete_time());
    EXPECT_EQ(back.version(), 3);
    EXPECT_EQ(restore(lanToken, customer.id()).version(), 3);
    EXPECT_EQ(found(lanToken, "0912345678"), "Lê Thị Hoa");
    const std::string unit = std::to_string(lan.unitId);
    EXPECT_EQ(changes(), "create 1 >" + unit + " \ndelete 2 " + unit + "> \nundelete 3 >" + unit + " ");
}

TEST_F(CustomerHandling, asksAgainWhatWasEnteredAnewMeanwhile)
{
    const auto id = create(lanToken, person("Lê Thị Hoa", "0912345678")).id();
    remove(lanToken, id);
    create(lanToken, person("Lê Thị Hoa", "0912 345 678"), "");
    EXPECT_EQ(refusal(*customers, &CustomersStub::UndeleteCustomer, restoring(id), lanToken).key(),
              "customer.duplicate_unconfirmed");
    EXPECT_TRUE(get(lanToken, id).has_delete_time());
    const AppError error =
        refusal(*customers, &CustomersStub::UndeleteCustomer, restoring(id, std::string(501, 'x')), lanToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).path(), "duplicate_reason");
    EXPECT_FALSE(restore(lanToken, id, "hai chị em").has_delete_time());
    EXPECT_EQ(history(lanToken, id).entries(0).reason(), "hai chị em");
}

TEST_F(CustomerHandling, theSecondWallKnowsWhoMayShareAndAddPersons)
{
    const auto looker = world().addUserWith("looker", teamOne,
                                            {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM},
                                             {v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE, v1::SCOPE_OWN}});
    const std::string mine = std::to_string(create(world().signIn(looker), person("Lê Thị Hoa")).id());
    const std::string lans = std::to_string(create(lanToken, person("Trần Văn Bình")).id());
    const auto share = [&](const std::string& id) {
        return "INSERT INTO banhang.customer_share (customer_id, user_id, level, shared_by_id) VALUES (" + id + ", " +
               std::to_string(tuan.id) + ", 1, 1)";
    };
    const auto addPerson = [](const std::string& id) {
        return "INSERT INTO banhang.contact (customer_id, ordinal, name) VALUES (" + id + ", 9, 'x')";
    };
    for (const std::string& id : {mine, lans}) {
        EXPECT_EQ(wallSays(looker, share(id)), "42501") << "looking is not sharing";
        EXPECT_EQ(wallSays(looker, addPerson(id)), "42501") << "creating is not editing";
    }
    EXPECT_EQ(wallSays(lan, addPerson(lans)), "");
    EXPECT_EQ(wallSays(lan, share(lans)), "");
    EXPECT_EQ(wallSays(looker, "DELETE FROM banhang.customer_share"), "");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.customer_share"), 1) << "seen, not to be taken back";
}

TEST_F(CustomerHandling, noCallWritesWhoMayDoWhat)
{
    const std::string me = std::to_string(lan.id);
    const std::vector<std::string> commands{
        "INSERT INTO banhang.visible_unit VALUES (" + me + ", 1, 1, 0)",
        "INSERT INTO banhang.group_grant SELECT id, 1, 1, 4 FROM banhang.user_group",
        "INSERT INTO banhang.group_member SELECT id, " + me + " FROM banhang.user_group",
        "UPDATE banhang.user_group SET masked_fields = '{}'",
        "UPDATE banhang.org_unit SET path = path || " + me,
        "UPDATE banhang.app_user SET unit_id = " + me,
        "UPDATE banhang.app_user SET active = true",
        "SELECT banhang.refresh_visible_units('{" + me + "}')"};
    for (const std::string& command : commands)
        EXPECT_EQ(wallSays(lan, command), "42501") << command;
}

TEST_F(CustomerHandling, binsOnlyTheVersionThatWasRead)
{
    v1::Customer customer = create(lanToken, person("Lê Thị Hoa"));
    customer.set_note("x");
    update(lanToken, customer, {"note"});
    const AppError error = refusal(*customers, &CustomersStub::DeleteCustomer, deletion(customer.id(), 1), lanToken);
    EXPECT_EQ(error.code(), ErrorCode::Conflict);
    EXPECT_EQ(error.detail().current_version(), 2);
}

TEST_F(CustomerHandling, givesCustomersToAnotherOwnerAllOrNone)
{
    const auto first = create(lanToken, person("Nguyễn Văn Một", "0912345671")).id();
    const auto second = create(hoaToken, person("Trần Thị Hai", "0912345672")).id();
    const auto foreign = create(tuanToken, person("Lê Văn Ba", "0912345673")).id();
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::AssignCustomers, assignment({first, foreign}, hoa.id), minhToken).code(),
        ErrorCode::NotFound);
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::AssignCustomers, assignment({first, second}, tuan.id), minhToken).code(),
        ErrorCode::Denied);
    EXPECT_EQ(refusal(*customers, &CustomersStub::AssignCustomers, assignment({first}, 999999), minhToken).code(),
              ErrorCode::Invalid);
    EXPECT_EQ(get(minhToken, first).owner_user_id(), lan.id);

    const auto answer =
        call(*customers, &CustomersStub::AssignCustomers, assignment({first, second}, hoa.id), minhToken);
    EXPECT_EQ(answer.customers_size(), 2);
    EXPECT_EQ(answer.customers(0).owner_user_id(), hoa.id);
    EXPECT_EQ(answer.customers(0).unit_id(), hoa.unitId);
    EXPECT_EQ(answer.customers(0).version(), 2);
    EXPECT_EQ(answer.customers(1).version(), 1) << "has this owner already";
    EXPECT_FALSE(sees(lanToken, first));
    EXPECT_EQ(found(hoaToken, "mot"), "Nguyễn Văn Một");
    EXPECT_EQ(found(lanToken, "mot"), "");
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(lan.id)});
    EXPECT_EQ(refusal(*customers, &CustomersStub::AssignCustomers, assignment({first}, lan.id), minhToken).code(),
              ErrorCode::Invalid);
}

TEST_F(CustomerHandling, comparesVersionsWithThoseOfTheMomentItGives)
{
    const v1::Customer read = create(lanToken, person("Nguyễn Văn Nam"));
    v1::AssignCustomersRequest request = assignment({read.id()}, hoa.id);
    request.add_expected()->set_customer_id(read.id());
    request.mutable_expected(0)->set_version(read.version());
    const std::string id = std::to_string(read.id());
    SqlSession colleague(access("postgres"));
    colleague.run("BEGIN");
    colleague.run("UPDATE banhang.customer SET version = version + 1 WHERE id = $1::bigint", {id});
    std::thread giving([&] {
        const auto own = stub<v1::CustomersService>();
        EXPECT_EQ(call(*own, &CustomersStub::AssignCustomers, request, minhToken).skipped_size(), 1);
    });
    while (sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        " AND usename = 'banhang_app' AND wait_event_type = 'Lock'") == 0)
        std::this_thread::yield();
    colleague.run("COMMIT");
    giving.join();
    EXPECT_EQ(get(minhToken, read.id()).owner_user_id(), lan.id);

    for (int i = 0; i < 500; ++i)
        *request.add_expected() = request.expected(0);
    request.set_request_id(newRequestId());
    const AppError error = refusal(*customers, &CustomersStub::AssignCustomers, request, minhToken);
    ASSERT_EQ(error.detail().issues_size(), 1);
    EXPECT_EQ(error.detail().issues(0).path(), "expected");
}

TEST_F(CustomerHandling, leavesOutWhatTheGiverNoLongerSees)
{
    const TestUser giver = world().addUserWith("giver", teamOne,
                                               {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_OWN},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_CREATE, v1::SCOPE_OWN},
                                                {v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN, v1::SCOPE_BRANCH}});
    const std::string token = world().signIn(giver);
    const auto id = create(token, person("Nguyễn Văn Một")).id();
    EXPECT_EQ(call(*customers, &CustomersStub::AssignCustomers, assignment({id}, tuan.id), token).customers_size(), 0);
    EXPECT_TRUE(sees(tuanToken, id));
    EXPECT_FALSE(sees(token, id));
}

TEST_F(CustomerHandling, sharesWithOneColleagueAndTakesItBack)
{
    const v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    const auto id = customer.id();
    const auto share =
        call(*customers, &CustomersStub::ShareCustomer, sharing(id, tuan.id, v1::SHARE_LEVEL_VIEW), lanToken);
    EXPECT_EQ(share.shared_by_user_id(), lan.id);
    EXPECT_TRUE(sees(tuanToken, id));
    EXPECT_EQ(get(tuanToken, id).version(), 2);
    EXPECT_EQ(found(tuanToken, "hoa"), "Lê Thị Hoa");
    v1::ListCustomersRequest list;
    list.set_with_count(true);
    const auto page = call(*customers, &CustomersStub::ListCustomers, list, tuanToken);
    EXPECT_EQ(names(page.customers()), "Lê Thị Hoa");
    EXPECT_EQ(page.capped_count(), 1);
    v1::Customer edited = get(tuanToken, id);
    edited.set_note("thêm");
    EXPECT_EQ(refusal(*customers, &CustomersStub::UpdateCustomer, change(edited, {"note"}), tuanToken).code(),
              ErrorCode::Denied);
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::ShareCustomer, sharing(id, hoa.id, v1::SHARE_LEVEL_VIEW), tuanToken).code(),
        ErrorCode::Denied);

    call(*customers, &CustomersStub::ShareCustomer, sharing(id, tuan.id, v1::SHARE_LEVEL_EDIT), lanToken);
    EXPECT_EQ(update(tuanToken, edited, {"note"}).note(), "thêm");
    EXPECT_EQ(refusal(*customers, &CustomersStub::DeleteCustomer, deletion(id), tuanToken).code(), ErrorCode::Denied);
    EXPECT_EQ(
        refusal(*customers, &CustomersStub::ShareCustomer, sharing(id, hoa.id, v1::SHARE_LEVEL_VIEW), tuanToken).code(),
        ErrorCode::Denied)
        << "what was shared is not shared on";

    const auto rights =
        sql().number("SELECT rights_version FROM banhang.app_user WHERE id = $1::bigint", {std::to_string(tuan.id)});
    v1::UnshareCustomerRequest unshare;
    unshare.set_customer_id(id);
    unshare.set_user_id(tuan.id);
    unshare.set_request_id(newRequestId());
    call(*customers, &CustomersStub::UnshareCustomer, unshare, lanToken);
    EXPECT_FALSE(sees(tuanToken, id));
    EXPECT_EQ(
        sql().number("SELECT rights_version FROM banhang.app_user WHERE id = $1::bigint", {std::to_string(tuan.id)}),
        rights + 1);
    unshare.set_request_id(newRequestId());
    call(*customers, &CustomersStub::UnshareCustomer, unshare, lanToken);
    const std::string unit = std::to_string(lan.unitId);
    const std::string tuanId = std::to_string(tuan.id);
    EXPECT_EQ(changes(), "create 1 >" + unit + " \nshare 2 " + unit + ">" + unit + " " + tuanId + "\nshare 3 " + unit +
                             ">" + unit + " " + tuanId + "\nupdate 4 " + unit + ">" + unit + " \nunshare 5 " + unit +
                             ">" + unit + " " + tuanId);
}

TEST_F(CustomerHandling, listsSharesToWhoReachesTheCustomerItself)
{
    const auto id = create(lanToken, person("Lê Thị Hoa")).id();
    call(*customers, &CustomersStub::ShareCustomer, sharing(id, tuan.id, v1::SHARE_LEVEL_VIEW), lanToken);
    call(*customers, &CustomersStub::ShareCustomer, sharing(id, hoa.id, v1::SHARE_LEVEL_VIEW), lanToken);
    v1::ListCustomerSharesRequest request;
    request.set_customer_id(id);
    request.set_page_size(1);
    const auto first = call(*customers, &CustomersStub::ListCustomerShares, request, lanToken);
    ASSERT_EQ(first.shares_size(), 1);
    EXPECT_EQ(first.shares(0).user_id(), tuan.id);
    request.set_page_token(first.next_page_token());
    const auto second = call(*customers, &CustomersStub::ListCustomerShares, request, lanToken);
    EXPECT_EQ(second.shares(0).user_id(), hoa.id);
    EXPECT_EQ(second.next_page_token(), "");
    request.clear_page_token();
    request.set_page_size(0);
    EXPECT_EQ(call(*customers, &CustomersStub::ListCustomerShares, request, tuanToken).shares_size(), 1)
        << "only the own one";
}

TEST_F(CustomerHandling, keepsTheHistoryOfEveryField)
{
    v1::Customer customer = create(lanToken, person("Lê Thị Hoa", "0912345678"));
    customer.mutable_phones(0)->set_number("0987654321");
    customer.set_note("đổi số");
    customer = update(minhToken, customer, {"phones", "note", "website"});
    call(*customers, &CustomersStub::AssignCustomers, assignment({customer.id()}, hoa.id), minhToken);
    const auto all = history(hoaToken, customer.id());
    ASSERT_EQ(all.entries_size(), 3);
    EXPECT_EQ(all.entries(0).operation(), "assign");
    EXPECT_EQ(all.entries(0).changes(0).field(), "owner_user_id");
    EXPECT_EQ(all.entries(0).changes(0).old_json(), std::to_string(lan.id));
    EXPECT_EQ(all.entries(1).operation(), "update");
    EXPECT_EQ(all.entries(1).actor_user_id(), minh.id);
    ASSERT_EQ(all.entries(1).changes_size(), 2) << "only what changed";
    EXPECT_EQ(all.entries(1).changes(1).field(), "phones");
    EXPECT_EQ(all.entries(1).changes(1).old_json(), R"([{"key":"84912345678","number":"0912345678"}])");
    EXPECT_EQ(all.entries(1).changes(1).new_json(), R"([{"key":"84987654321","number":"0987654321"}])");
    EXPECT_EQ(all.entries(2).operation(), "create");
    EXPECT_EQ(all.entries(2).reason(), "") << "nothing was asked that it would answer";
    EXPECT_EQ(all.entries(2).changes(0).old_json(), "");

    const auto first = history(hoaToken, customer.id(), 2);
    EXPECT_EQ(first.entries_size(), 2);
    const auto second = history(hoaToken, customer.id(), 2, first.next_page_token());
    ASSERT_EQ(second.entries_size(), 1);
    EXPECT_EQ(second.entries(0).operation(), "create");
    EXPECT_EQ(second.next_page_token(), "");
    v1::ListCustomerHistoryRequest foreign;
    foreign.set_customer_id(customer.id());
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomerHistory, foreign, lanToken).key(), "customer.not_found");
}

TEST_F(CustomerHandling, keepsSharesOfOthersOutOfTheHistory)
{
    const auto id = create(lanToken, person("Lê Thị Hoa")).id();
    call(*customers, &CustomersStub::ShareCustomer, sharing(id, tuan.id, v1::SHARE_LEVEL_VIEW), lanToken);
    call(*customers, &CustomersStub::ShareCustomer, sharing(id, hoa.id, v1::SHARE_LEVEL_VIEW), lanToken);
    const auto operations = [&](const std::string& token) {
        std::string text;
        const auto page = history(token, id);
        for (const v1::HistoryEntry& entry : page.entries())
            text += entry.operation() + " " + std::to_string(entry.version()) + " ";
        return text;
    };
    EXPECT_EQ(operations(lanToken), "share 3 share 2 create 1 ");
    EXPECT_EQ(operations(minhToken), "share 3 share 2 create 1 ");
    EXPECT_EQ(operations(tuanToken), "share 2 create 1 ");
}

TEST_F(CustomerHandling, cutsTheHistoryIntoPagesThatAClientTakes)
{
    v1::Customer company = organisation("Công ty Thiên Ân");
    for (int i = 0; i < 45; ++i) {
        company.add_contacts()->set_name("Người " + std::to_string(i));
        company.mutable_contacts(i)->set_note(std::string(2000, 'x'));
    }
    company = create(lanToken, company);
    for (int i = 0; i < 60; ++i) {
        company.mutable_contacts(0)->set_note(std::string(2000, static_cast<char>('a' + i % 20)));
        company = update(lanToken, company, {"contacts"});
    }
    int entries = 0;
    int pages = 0;
    std::string token;
    do {
        const auto page = history(lanToken, company.id(), 200, token);
        entries += page.entries_size();
        ++pages;
        token = page.next_page_token();
    } while (!token.empty());
    EXPECT_EQ(entries, 61);
    EXPECT_GT(pages, 4);
}

TEST_F(CustomerHandling, cutsAnswersIntoPagesThatAClientTakes)
{
    std::vector<std::int64_t> ids;
    for (const char c : std::string("abcdefghij"))
        ids.push_back(create(anToken, person(std::string("Lê Thị ") + c)).id());
    // Longer than a service would take, so that ten are enough.
    sql().run("UPDATE banhang.customer SET note = repeat('x', 600000)");
    v1::ListCustomersRequest list;
    list.set_view(v1::CUSTOMER_VIEW_FULL);
    list.set_page_size(500);
    std::vector<std::int64_t> forwards;
    std::string back;
    do {
        const auto page = call(*customers, &CustomersStub::ListCustomers, list, anToken);
        EXPECT_EQ(page.customers_size(), forwards.size() == 9 ? 1 : 3);
        for (const v1::Customer& customer : page.customers())
            forwards.push_back(customer.id());
        list.set_page_token(page.next_page_token());
        back = page.previous_page_token();
    } while (!list.page_token().empty());
    EXPECT_EQ(forwards, ids);
    list.set_page_token(back);
    const auto before = call(*customers, &CustomersStub::ListCustomers, list, anToken);
    ASSERT_EQ(before.customers_size(), 3);
    EXPECT_EQ(before.customers(2).id(), ids[8]) << "what is next to the page that was left";
    v1::BatchGetCustomersRequest batch;
    batch.mutable_customer_ids()->Add(ids.begin(), ids.end());
    batch.set_view(v1::CUSTOMER_VIEW_FULL);
    EXPECT_EQ(refusal(*customers, &CustomersStub::BatchGetCustomers, batch, anToken).detail().issues(0).key(),
              "list.too_long");
}

} // namespace
} // namespace banhang::test
