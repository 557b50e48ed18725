// Conditions of the list: each alone, turned round, and together.
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {
namespace {

class CustomerFilterTest : public CustomersFixture
{
protected:
    void SetUp() override
    {
        CustomersFixture::SetUp();
        add(lanToken, "An", "website", 0);
        add(hoaToken, "Bình", "event", 3);
        add(tuanToken, "Cường", "website", 40);
        add(tuanToken, "Dung", "event", -1);
    }

    /// Last talk so many days ago at noon of Viet Nam; -1 = none.
    void add(const std::string& token, const std::string& name, const std::string& source, int daysAgo)
    {
        v1::Customer customer = person(name);
        customer.set_source_key(source);
        const auto id = create(token, customer).id();
        if (daysAgo >= 0)
            sql().run("UPDATE banhang.customer SET last_contact_at ="
                      " ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - $2::int + interval '1 minute')"
                      " AT TIME ZONE 'Asia/Ho_Chi_Minh' WHERE id = $1::bigint",
                      {std::to_string(id), std::to_string(daysAgo)});
    }

    template <typename Fill>
    std::string with(Fill fill)
    {
        v1::ListCustomersRequest request;
        request.set_with_count(true);
        fill(*request.mutable_filter());
        const auto answer = call(*customers, &CustomersStub::ListCustomers, request, anToken);
        EXPECT_EQ(answer.capped_count(), answer.customers_size());
        return names(answer.customers());
    }
    template <typename Fill>
    AppError refused(Fill fill)
    {
        v1::ListCustomersRequest request;
        fill(*request.mutable_filter());
        return refusal(*customers, &CustomersStub::ListCustomers, request, anToken);
    }
    std::string contacted(v1::PeriodKind kind, int days = 0, bool orNever = false, bool isNot = false)
    {
        return with([&](auto& filter) {
            v1::Period& period = isNot ? *filter.mutable_not_last_contact() : *filter.mutable_last_contact();
            period.set_kind(kind);
            period.set_days(days);
            period.set_or_never(orNever);
        });
    }
};

TEST_F(CustomerFilterTest, daysOfTheLastTalk)
{
    EXPECT_EQ(contacted(v1::PERIOD_KIND_TODAY), "An");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_WITHIN_DAYS, 4), "An|Bình");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_WITHIN_DAYS, 3), "An");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_OLDER_THAN_DAYS, 30), "Cường");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_OLDER_THAN_DAYS, 30, true), "Cường|Dung");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_NEVER), "Dung");
}

TEST_F(CustomerFilterTest, daysOfTheLastTalkTurnedRound)
{
    EXPECT_EQ(contacted(v1::PERIOD_KIND_TODAY, 0, false, true), "Bình|Cường|Dung");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_OLDER_THAN_DAYS, 30, false, true), "An|Bình|Dung");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_OLDER_THAN_DAYS, 30, true, true), "An|Bình");
    EXPECT_EQ(contacted(v1::PERIOD_KIND_NEVER, 0, false, true), "An|Bình|Cường");
}

TEST_F(CustomerFilterTest, daysOfTheCalendar)
{
    sql().run("UPDATE banhang.customer SET created_at = timestamptz '2026-03-02 23:30+07' WHERE name = 'An'");
    sql().run("UPDATE banhang.customer SET created_at = timestamptz '2026-03-03 00:10+07' WHERE name = 'Bình'");
    const auto on = [](v1::Period& period) {
        period.set_kind(v1::PERIOD_KIND_BETWEEN);
        for (v1::Date* day : {period.mutable_first_day(), period.mutable_last_day()}) {
            day->set_year(2026);
            day->set_month(3);
            day->set_day(2);
        }
    };
    EXPECT_EQ(with([&](auto& filter) { on(*filter.mutable_created()); }), "An");
    EXPECT_EQ(with([&](auto& filter) { on(*filter.mutable_not_created()); }), "Bình|Cường|Dung");
}

TEST_F(CustomerFilterTest, leavesOutOwnersUnitsAndValues)
{
    EXPECT_EQ(with([&](auto& filter) { filter.add_not_owner_user_ids(tuan.id); }), "An|Bình");
    EXPECT_EQ(with([&](auto& filter) { filter.add_not_unit_ids(teamOne); }), "Cường|Dung");
    EXPECT_EQ(with([](auto& filter) { filter.add_not_source_keys("event"); }), "An|Cường");
    EXPECT_EQ(with([&](auto& filter) {
                  filter.add_unit_ids(branch);
                  filter.add_not_owner_user_ids(lan.id);
                  filter.add_not_source_keys("website");
              }),
              "Bình|Dung");
}

TEST_F(CustomerFilterTest, placesOfBothLists)
{
    v1::Customer customer = person("Em");
    v1::Address& address = *customer.add_addresses();
    address.set_ward("Xã Tân Yên");
    address.set_province("Bắc Giang");
    create(lanToken, customer);
    const std::string old = sql().text("SELECT old_province_code FROM banhang.customer WHERE name = 'Em'");
    ASSERT_FALSE(old.empty());
    EXPECT_EQ(with([&](auto& filter) { filter.add_old_province_codes(old); }), "Em");
    EXPECT_EQ(with([&](auto& filter) { filter.add_not_old_province_codes(old); }), "An|Bình|Cường|Dung");
}

TEST_F(CustomerFilterTest, findsWordsWithinThem)
{
    v1::SearchCustomersRequest request;
    request.set_query("cuong");
    request.mutable_filter()->mutable_last_contact()->set_kind(v1::PERIOD_KIND_OLDER_THAN_DAYS);
    request.mutable_filter()->mutable_last_contact()->set_days(30);
    EXPECT_EQ(names(call(*customers, &CustomersStub::SearchCustomers, request, anToken).customers()), "Cường");
    request.mutable_filter()->add_tag_keys("seminar");
    EXPECT_EQ(call(*customers, &CustomersStub::SearchCustomers, request, anToken).customers_size(), 0);
}

TEST_F(CustomerFilterTest, pagesAreBoundToEachCondition)
{
    v1::ListCustomersRequest request;
    request.set_page_size(1);
    request.mutable_filter()->add_not_tag_keys("seminar");
    request.set_page_token(call(*customers, &CustomersStub::ListCustomers, request, anToken).next_page_token());
    ASSERT_FALSE(request.page_token().empty());
    request.mutable_filter()->mutable_created()->set_kind(v1::PERIOD_KIND_TODAY);
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, request, anToken).key(), "call.page_token");
}

TEST_F(CustomerFilterTest, refusesDaysAndListsWithoutEnd)
{
    EXPECT_EQ(refused([](auto& filter) { filter.mutable_created()->set_kind(v1::PERIOD_KIND_WITHIN_DAYS); })
                  .detail()
                  .issues(0)
                  .path(),
              "created.days");
    EXPECT_EQ(refused([](auto& filter) {
                  filter.mutable_created()->set_kind(v1::PERIOD_KIND_BETWEEN);
                  filter.mutable_created()->mutable_first_day()->set_month(13);
              })
                  .detail()
                  .issues(0)
                  .key(),
              "date.impossible");
    EXPECT_EQ(refused([](auto& filter) {
                  for (int i = 0; i < 501; ++i)
                      filter.add_not_tag_keys("a");
              }).code(),
              ErrorCode::Invalid);
    EXPECT_EQ(
        refused([](auto& filter) { filter.mutable_last_contact()->set_kind(static_cast<v1::PeriodKind>(99)); }).code(),
        ErrorCode::Invalid);
}

} // namespace
} // namespace banhang::test
