// Pages: however they are cut, and whichever way they are read, they are one list.
#include <algorithm>
#include <sstream>

#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

using Ids = std::vector<std::int64_t>;

class CustomerList : public CustomersFixture
{
protected:
    /// 41 customers of three owners with many equal names; some were contacted, some at the same time.
    void fill()
    {
        const char* const names[] = {"Nguyễn Văn An", "Lê Thị Ánh", "Trần Bá Ân", "Đỗ Văn An", "Phạm Ngọc Bích"};
        const std::string tokens[] = {lanToken, hoaToken, tuanToken};
        for (int i = 0; i < 41; ++i) {
            v1::Customer customer = person(names[i % 5]);
            customer.set_source_key(i % 4 == 0 ? "website" : "event");
            const auto id = create(tokens[i % 3], customer).id();
            if (i % 3 != 1)
                sql().run("UPDATE banhang.customer SET last_contact_at = timestamptz '2026-01-01 08:00+07' + $2::int * "
                          "interval '1 day'"
                          " WHERE id = $1::bigint",
                          {std::to_string(id), std::to_string(i % 7)});
        }
    }

    Ids idsOf(const v1::ListCustomersResponse& page)
    {
        Ids ids;
        for (const v1::Customer& customer : page.customers())
            ids.push_back(customer.id());
        return ids;
    }

    v1::ListCustomersResponse page(const std::string& token, const v1::ListCustomersRequest& request)
    {
        return call(*customers, &CustomersStub::ListCustomers, request, token);
    }

    Ids forwards(const std::string& token, v1::ListCustomersRequest request, std::string* last = nullptr)
    {
        Ids all;
        do {
            const auto answer = page(token, request);
            for (const std::int64_t id : idsOf(answer))
                all.push_back(id);
            if (last != nullptr)
                *last = answer.previous_page_token();
            request.set_page_token(answer.next_page_token());
        } while (!request.page_token().empty());
        return all;
    }

    /// From the last page back to the first one, put together in the list's order.
    Ids backwards(const std::string& token, v1::ListCustomersRequest request)
    {
        v1::ListCustomersResponse answer = page(token, request);
        while (!answer.next_page_token().empty()) {
            request.set_page_token(answer.next_page_token());
            answer = page(token, request);
        }
        Ids all = idsOf(answer);
        while (!answer.previous_page_token().empty()) {
            request.set_page_token(answer.previous_page_token());
            answer = page(token, request);
            const Ids ids = idsOf(answer);
            all.insert(all.begin(), ids.begin(), ids.end());
        }
        return all;
    }
};

TEST_F(CustomerList, isOneListHoweverItIsCut)
{
    fill();
    for (const std::string& token : {lanToken, minhToken, anToken})
        for (int sort = v1::CUSTOMER_SORT_NAME; sort <= v1::CUSTOMER_SORT_CREATED; ++sort)
            for (const bool descending : {false, true}) {
                v1::ListCustomersRequest request;
                request.set_sort(static_cast<v1::CustomerSort>(sort));
                request.set_descending(descending);
                request.set_page_size(500);
                const Ids whole = idsOf(page(token, request));
                Ids distinct = whole;
                std::ranges::sort(distinct);
                EXPECT_EQ(std::ranges::unique(distinct).size(), 0U);
                for (const int size : {1, 4, 7}) {
                    request.set_page_size(size);
                    EXPECT_EQ(forwards(token, request), whole) << sort << descending << size;
                    EXPECT_EQ(backwards(token, request), whole) << sort << descending << size;
                }
            }
}

// A page of many leaves asks each of them for little first: enough where all have their part of it, too little where
// the page is one person's.
TEST_F(CustomerList, isOneListWhoeverHasWhatStandsFirst)
{
    constexpr int kSellers = 10;
    constexpr int kEach = 40;
    sql().run("CREATE TEMP TABLE seller (place bigint, id bigint, unit_id bigint)");
    for (int i = 0; i < kSellers; ++i) {
        const TestUser seller = world().addUser("seller" + std::to_string(i), teamTwo);
        sql().run("INSERT INTO seller VALUES ($1::bigint, $2::bigint, $3::bigint)",
                  {std::to_string(i), std::to_string(seller.id), std::to_string(seller.unitId)});
    }
    const TestUser leader = world().addUserWith("lead", teamTwo, allActions(v1::SCOPE_TEAM));
    // By name the sellers take turns, by code each has all theirs in a row.
    sql().run("INSERT INTO banhang.customer (kind, name, sort_key, code, code_key, owner_id, unit_id)"
              " SELECT 1, 'N' || n, lpad((n * " +
              std::to_string(kSellers) +
              " + s.place)::text, 6, '0'),"
              " 'T' || s.place || '-' || n, 'T' || s.place || lpad(n::text, 4, '0'), s.id, s.unit_id"
              " FROM seller s CROSS JOIN generate_series(1, " +
              std::to_string(kEach) + ") AS n");
    const std::string token = world().signIn(leader);
    for (const auto sort : {v1::CUSTOMER_SORT_NAME, v1::CUSTOMER_SORT_CODE})
        for (const bool descending : {false, true}) {
            v1::ListCustomersRequest request;
            request.set_sort(sort);
            request.set_descending(descending);
            Ids expected;
            std::istringstream stored(
                sql().text(std::string("SELECT string_agg(id::text, ' ' ORDER BY ") +
                           (sort == v1::CUSTOMER_SORT_NAME ? "sort_key" : "code_key") + (descending ? " DESC" : "") +
                           ") FROM banhang.customer WHERE unit_id IN (SELECT unit_id FROM seller)"));
            for (std::int64_t id = 0; stored >> id;)
                expected.push_back(id);
            ASSERT_EQ(expected.size(), kSellers * kEach);
            for (const int size : {60, 100, 399, 400}) {
                request.set_page_size(size);
                EXPECT_EQ(forwards(token, request), expected) << sort << descending << size;
                EXPECT_EQ(backwards(token, request), expected) << sort << descending << size;
            }
        }
}

TEST_F(CustomerList, isOneListGroupByGroup)
{
    fill();
    v1::ShareCustomerRequest share;
    share.mutable_share()->set_customer_id(create(tuanToken, person("Lê Thị Chung")).id());
    share.mutable_share()->set_user_id(lan.id);
    share.mutable_share()->set_level(v1::SHARE_LEVEL_VIEW);
    share.set_request_id(newRequestId());
    call(*customers, &CustomersStub::ShareCustomer, share, tuanToken);
    for (const std::string& token : {lanToken, minhToken, anToken})
        for (int sort = v1::CUSTOMER_SORT_STATUS; sort <= v1::CUSTOMER_SORT_OWNER; ++sort)
            for (const bool descending : {false, true}) {
                v1::ListCustomersRequest request;
                request.set_page_size(500);
                Ids byName = idsOf(page(token, request));
                request.set_sort(static_cast<v1::CustomerSort>(sort));
                request.set_descending(descending);
                const Ids whole = idsOf(page(token, request));
                request.set_page_size(7);
                EXPECT_EQ(forwards(token, request), whole) << sort << descending;
                EXPECT_EQ(backwards(token, request), whole) << sort << descending;
                Ids same = whole;
                std::ranges::sort(same);
                std::ranges::sort(byName);
                EXPECT_EQ(same, byName) << sort << descending << ": nobody is left out";
            }
}

TEST_F(CustomerList, ordersGroupsAsTheirPickListAndEachByName)
{
    const auto add = [&](const char* name, const char* source) {
        v1::Customer customer = person(name);
        customer.set_source_key(source);
        return create(lanToken, customer).id();
    };
    const auto none = add("Lê Thị Ánh", "");
    const auto event = add("Trần Văn Bình", "event");
    const auto webB = add("Phạm Văn Dũng", "website");
    const auto webA = add("Nguyễn Văn Cường", "website");
    const auto positionOf = [this](const char* key) {
        return sql().number("SELECT position FROM banhang.pick_item WHERE list_key = 'source' AND key = $1", {key});
    };
    const bool isEventFirst = positionOf("event") < positionOf("website");
    v1::ListCustomersRequest request;
    request.set_sort(v1::CUSTOMER_SORT_SOURCE);
    EXPECT_EQ(idsOf(page(lanToken, request)),
              isEventFirst ? (Ids{event, webA, webB, none}) : (Ids{webA, webB, event, none}));
    request.set_around_customer_id(webB);
    EXPECT_EQ(idsOf(page(lanToken, request)).front(), webB);
    request.clear_around_customer_id();
    request.mutable_filter()->add_not_source_keys("event");
    request.set_descending(true);
    EXPECT_EQ(idsOf(page(lanToken, request)), (Ids{none, webB, webA}));
}

TEST_F(CustomerList, readsTheScopeOfTheCallerAndNoMore)
{
    fill();
    v1::ListCustomersRequest request;
    request.set_page_size(500);
    EXPECT_EQ(page(lanToken, request).customers_size(), 14);
    EXPECT_EQ(page(minhToken, request).customers_size(), 28);
    EXPECT_EQ(page(tuanToken, request).customers_size(), 13);
    EXPECT_EQ(page(anToken, request).customers_size(), 41);
}

TEST_F(CustomerList, ordersNamesTheVietnameseWay)
{
    for (const char* name :
         {"Trần Thị Ánh", "Lê Văn Bình", "Nguyễn Văn An", "Đỗ Thị Ân", "Công ty TNHH Ánh Dương", "Phạm Đức"})
        create(lanToken, std::string(name).starts_with("Công") ? organisation(name) : person(name));
    v1::ListCustomersRequest request;
    EXPECT_EQ(names(page(lanToken, request).customers()),
              "Nguyễn Văn An|Trần Thị Ánh|Công ty TNHH Ánh Dương|Đỗ Thị Ân|Lê Văn Bình|Phạm Đức");
}

TEST_F(CustomerList, putsNeverContactedOnesLastBothWays)
{
    fill();
    for (const bool descending : {false, true}) {
        v1::ListCustomersRequest request;
        request.set_sort(v1::CUSTOMER_SORT_LAST_CONTACT);
        request.set_descending(descending);
        request.set_page_size(500);
        bool isOver = false;
        std::int64_t last = 0;
        const auto answer = page(anToken, request);
        for (const v1::Customer& customer : answer.customers()) {
            isOver = isOver || !customer.has_last_contact_time();
            EXPECT_EQ(isOver, !customer.has_last_contact_time());
            if (isOver)
                continue;
            const auto seconds = customer.last_contact_time().seconds();
            EXPECT_TRUE(last == 0 || (descending ? seconds <= last : seconds >= last));
            last = seconds;
        }
        EXPECT_TRUE(isOver);
    }
}

TEST_F(CustomerList, staysInPlaceWhileOthersAdd)
{
    fill();
    v1::ListCustomersRequest request;
    request.set_page_size(10);
    const auto first = page(anToken, request);
    const Ids before = forwards(anToken, request);
    request.set_page_token(first.next_page_token());
    const Ids second = idsOf(page(anToken, request));
    create(lanToken, person("Nguyễn Văn An"));
    create(lanToken, person("A"));
    Ids after = idsOf(page(anToken, request));
    // New rows may stand among the old ones, but none of those is lost, doubled or moved.
    std::erase_if(after, [&](std::int64_t id) { return std::ranges::find(before, id) == before.end(); });
    EXPECT_TRUE(std::equal(after.begin(), after.end(), second.begin()));
}

TEST_F(CustomerList, opensAroundARecord)
{
    fill();
    v1::ListCustomersRequest request;
    request.set_page_size(500);
    for (const bool descending : {false, true}) {
        request.set_descending(descending);
        request.set_page_size(500);
        request.set_around_customer_id(0);
        const Ids whole = idsOf(page(anToken, request));
        request.set_around_customer_id(whole[20]);
        request.set_page_size(5);
        const auto around = page(anToken, request);
        EXPECT_EQ(idsOf(around), Ids(whole.begin() + 20, whole.begin() + 25));
        request.set_page_token(around.previous_page_token());
        EXPECT_EQ(idsOf(page(anToken, request)), Ids(whole.begin() + 15, whole.begin() + 20));
        request.clear_page_token();
    }
    request.set_around_customer_id(create(tuanToken, person("Người khác")).id());
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, request, lanToken).key(), "customer.not_found");
}

TEST_F(CustomerList, filtersAndCounts)
{
    fill();
    v1::ListCustomersRequest request;
    request.set_page_size(3);
    request.set_with_count(true);
    const auto count = [&](const std::string& token) { return page(token, request).capped_count(); };
    EXPECT_EQ(count(anToken), 41);
    EXPECT_EQ(count(minhToken), 28);
    EXPECT_EQ(count(lanToken), 14);
    request.mutable_filter()->add_source_keys("website");
    EXPECT_EQ(count(anToken), 11);
    EXPECT_EQ(forwards(anToken, request).size(), 11U);
    request.mutable_filter()->add_source_keys("event");
    EXPECT_EQ(count(anToken), 41);
    request.mutable_filter()->add_not_status_keys("new");
    EXPECT_EQ(count(anToken), 0);
    request.clear_filter();
    request.mutable_filter()->add_owner_user_ids(hoa.id);
    EXPECT_EQ(count(anToken), 14);
    EXPECT_EQ(count(lanToken), 0);
    request.clear_filter();
    request.mutable_filter()->add_unit_ids(teamOne);
    EXPECT_EQ(count(anToken), 28);
    request.mutable_filter()->add_kinds(v1::CUSTOMER_KIND_ORGANISATION);
    EXPECT_EQ(count(anToken), 0);
}

TEST_F(CustomerList, bindsTokensToFilterSortAndCaller)
{
    fill();
    v1::ListCustomersRequest request;
    request.set_page_size(3);
    const std::string token = page(anToken, request).next_page_token();
    request.set_page_token(token);
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, request, minhToken).key(), "call.page_token");
    v1::ListCustomersRequest other = request;
    other.set_descending(true);
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, other, anToken).key(), "call.page_token");
    other = request;
    other.mutable_filter()->add_source_keys("website");
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, other, anToken).key(), "call.page_token");
    other = request;
    other.set_page_token(token + "x");
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, other, anToken).key(), "call.page_token");
    other = request;
    other.set_page_size(30);
    EXPECT_EQ(page(anToken, other).customers_size(), 30) << "the size may change from page to page";
}

TEST_F(CustomerList, showsTheListFormAndWholeRecordsOnlyForExport)
{
    v1::Customer customer = person("Lê Thị Hoa", "0912345678");
    customer.add_phones()->set_number("0987654321");
    customer.set_note("riêng");
    create(lanToken, customer);
    v1::ListCustomersRequest request;
    const v1::Customer listed = page(lanToken, request).customers(0);
    EXPECT_EQ(listed.phones_size(), 2);
    EXPECT_EQ(listed.note(), "");
    request.set_view(v1::CUSTOMER_VIEW_FULL);
    EXPECT_EQ(page(lanToken, request).customers(0).note(), "riêng");
    EXPECT_EQ(page(lanToken, request).customers(0).phones_size(), 2);
    const TestUser viewer =
        world().addUserWith("viewer", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM}});
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, request, world().signIn(viewer)).code(),
              ErrorCode::Denied);
    const TestUser exporter = world().addUserWith("exporter", teamOne,
                                                  {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM},
                                                   {v1::RESOURCE_CUSTOMER, v1::ACTION_EXPORT, v1::SCOPE_OWN}});
    EXPECT_EQ(page(world().signIn(exporter), request).customers_size(), 0) << "only what the export right reaches";
}

TEST_F(CustomerList, putsWholeRecordsIntoTheAudit)
{
    const auto noted = [&] { return sql().number("SELECT count(*) FROM banhang.export_run"); };
    const auto lastNote = [&] {
        return sql().text("SELECT actor_id || (fields -> 'list' -> 'new')::text FROM banhang.change_log"
                          " WHERE entity = 'export_run' ORDER BY seq DESC LIMIT 1");
    };
    v1::BatchGetCustomersRequest batch;
    for (const char* name : {"Lê Một", "Lê Hai", "Lê Ba"})
        batch.add_customer_ids(create(lanToken, person(name)).id());
    v1::ListCustomersRequest list;
    list.set_page_size(2);
    const std::string shortToken = page(lanToken, list).next_page_token();
    call(*customers, &CustomersStub::BatchGetCustomers, batch, lanToken);
    EXPECT_EQ(noted(), 0) << "in the list form nothing is an export";

    list.set_view(v1::CUSTOMER_VIEW_FULL);
    list.mutable_filter()->add_tag_keys("vip");
    page(lanToken, list);
    EXPECT_EQ(noted(), 1);
    EXPECT_EQ(lastNote().find(std::to_string(lan.id) + "{"), 0U) << lastNote();
    EXPECT_NE(lastNote().find("tag_keys"), std::string::npos) << lastNote();
    list.clear_filter();
    list.set_page_token(page(lanToken, list).next_page_token());
    EXPECT_EQ(page(lanToken, list).customers_size(), 1);
    EXPECT_EQ(noted(), 2) << "a list once, with its first page";
    list.set_page_token(shortToken);
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, list, lanToken).key(), "call.page_token")
        << "whose first page was not noted";

    batch.set_view(v1::CUSTOMER_VIEW_FULL);
    for (const int times : {3, 4}) {
        EXPECT_EQ(call(*customers, &CustomersStub::BatchGetCustomers, batch, lanToken).customers_size(), 3);
        EXPECT_EQ(noted(), times) << "each batch";
    }
    EXPECT_NE(lastNote().find("customer_ids"), std::string::npos) << lastNote();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'export_run'"), 4);

    const TestUser viewer =
        world().addUserWith("viewer", teamOne, {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM}});
    const std::string viewerToken = world().signIn(viewer);
    list.clear_page_token();
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, list, viewerToken).code(), ErrorCode::Denied);
    EXPECT_EQ(refusal(*customers, &CustomersStub::BatchGetCustomers, batch, viewerToken).code(), ErrorCode::Denied);
    EXPECT_EQ(noted(), 4);
}

TEST_F(CustomerList, listsTheBinApart)
{
    fill();
    const auto gone = create(lanToken, person("Nguyễn Văn Bỏ"));
    v1::DeleteCustomerRequest deletion;
    deletion.set_customer_id(gone.id());
    deletion.set_request_id(newRequestId());
    call(*customers, &CustomersStub::DeleteCustomer, deletion, lanToken);
    v1::ListCustomersRequest request;
    request.mutable_filter()->set_deleted(true);
    request.set_with_count(true);
    for (const std::string& token : {lanToken, minhToken, anToken}) {
        EXPECT_EQ(names(page(token, request).customers()), "Nguyễn Văn Bỏ");
        EXPECT_EQ(page(token, request).capped_count(), 1);
    }
    EXPECT_EQ(page(tuanToken, request).customers_size(), 0);
}

} // namespace
} // namespace banhang::test
