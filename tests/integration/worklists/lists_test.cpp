// The conditions and counts behind the work lists, and the days that the office agrees on.
#include "tests/integration/worklists/work_lists_fixture.h"

namespace banhang::test {
namespace {

using google::protobuf::util::TimeUtil;

class WorkLists : public WorkListsFixture
{
protected:
    template <typename Fill>
    std::string listed(const std::string& token, Fill fill)
    {
        v1::ListCustomersRequest request;
        fill(request);
        return names(call(*customers, &CustomersStub::ListCustomers, request, token).customers());
    }

    v1::Activity callback(std::int64_t customerId, double hours, const std::string& reason)
    {
        v1::Activity promise = talk(hours);
        promise.set_customer_id(customerId);
        promise.set_is_callback(true);
        promise.set_callback_reason(reason);
        return plan(lanToken, promise);
    }
};

TEST_F(WorkLists, aCustomerCarriesTheFirstPromiseAndItsReason)
{
    const v1::Activity later = callback(mai.id(), 30, "đợi lương về");
    const v1::Activity sooner = callback(mai.id(), 5, "đang đi công tác");
    plan(lanToken, talk(1)); // planned, but nobody asked for it
    EXPECT_EQ(TimeUtil::ToString(customerNow().callback_time()), TimeUtil::ToString(at(5)));
    EXPECT_EQ(customerNow().callback_reason(), "đang đi công tác");
    close(lanToken, sooner);
    EXPECT_EQ(customerNow().callback_reason(), "đợi lương về");
    bin(lanToken, later.id());
    EXPECT_FALSE(customerNow().has_callback_time());
    EXPECT_EQ(customerNow().callback_reason(), "");
}

TEST_F(WorkLists, theReasonIsOnlyForThoseWhoSeeTalks)
{
    callback(mai.id(), 5, "đang đi công tác");
    const TestUser clerk = world().addUserWith("thu", teamOne, allActions(v1::SCOPE_ALL));
    const v1::Customer seen = get(world().signIn(clerk), mai.id());
    EXPECT_TRUE(seen.has_callback_time());
    EXPECT_EQ(seen.callback_reason(), "");
}

TEST_F(WorkLists, promisesAreListedByTheirDay)
{
    const std::int64_t sen = addCustomer(lan, "Đỗ Thị Sen");
    addCustomer(lan, "Phạm Văn Quý");
    callback(mai.id(), 240, "sau Tết");
    callback(sen, 4, "bận họp");
    const auto byCallback = [](auto& r) { r.set_sort(v1::CUSTOMER_SORT_CALLBACK); };
    EXPECT_EQ(listed(lanToken, byCallback), "Đỗ Thị Sen|Nguyễn Thị Mai|Phạm Văn Quý");
    EXPECT_EQ(listed(lanToken,
                     [&](auto& r) {
                         byCallback(r);
                         r.set_descending(true);
                     }),
              "Nguyễn Thị Mai|Đỗ Thị Sen|Phạm Văn Quý");
    EXPECT_EQ(listed(lanToken,
                     [](auto& r) {
                         r.mutable_filter()->mutable_callback()->set_kind(v1::PERIOD_KIND_WITHIN_DAYS);
                         r.mutable_filter()->mutable_callback()->set_days(5);
                     }),
              "Đỗ Thị Sen");
    EXPECT_EQ(
        listed(lanToken, [](auto& r) { r.mutable_filter()->mutable_callback()->set_kind(v1::PERIOD_KIND_NEVER); }),
        "Phạm Văn Quý");
    EXPECT_EQ(listed(hoaToken, byCallback), "") << "those of a colleague";
}

TEST_F(WorkLists, silentIsWhoWasLongNotTalkedToOrFellBehindTheirRhythm)
{
    const std::int64_t regular = addCustomer(lan, "Công ty Đều Đặn");
    const std::int64_t steady = addCustomer(lan, "Công ty Vẫn Gọi");
    addCustomer(lan, "Công ty Chưa Gọi");
    talked(mai.id(), 120);
    for (const int daysAgo : {60, 50, 40, 30}) // every ten days, and then a month of nothing
        talked(regular, daysAgo);
    for (const int daysAgo : {40, 30, 20, 10})
        talked(steady, daysAgo);
    EXPECT_EQ(get(lanToken, regular).talk_rhythm_days(), 10);
    EXPECT_EQ(customerNow().talk_rhythm_days(), 0) << "one talk makes no rhythm";
    const auto silentFor = [this](int days) {
        return listed(lanToken, [days](auto& r) {
            r.mutable_filter()->set_silent_days(days);
            r.set_sort(v1::CUSTOMER_SORT_LAST_CONTACT);
        });
    };
    EXPECT_EQ(silentFor(90), "Nguyễn Thị Mai|Công ty Đều Đặn");
    EXPECT_EQ(silentFor(365), "Công ty Đều Đặn") << "by its rhythm alone";
    EXPECT_EQ(silentFor(5), "Nguyễn Thị Mai|Công ty Đều Đặn|Công ty Vẫn Gọi");
    v1::ListCustomersRequest wrong;
    wrong.mutable_filter()->set_silent_days(40000);
    EXPECT_EQ(refusal(*customers, &CustomersStub::ListCustomers, wrong, lanToken).detail().issues(0).path(),
              "silent_days");
}

TEST_F(WorkLists, countsAreThoseOfTheListsInSight)
{
    for (int i = 0; i < 501; ++i)
        addCustomer(hoa, "Khách " + std::to_string(i));
    talked(mai.id(), 1);
    v1::BatchGetCustomerCountsRequest request;
    request.add_filters();
    request.add_filters()->mutable_last_contact()->set_kind(v1::PERIOD_KIND_NEVER);
    request.add_filters()->add_owner_user_ids(lan.id);
    const auto counts = [&](const std::string& token) {
        const auto reply = call(*customers, &CustomersStub::BatchGetCustomerCounts, request, token);
        return std::vector<int>(reply.capped_counts().begin(), reply.capped_counts().end());
    };
    EXPECT_EQ(counts(anToken), (std::vector<int>{501, 501, 1})) << "more than 500 are not counted";
    EXPECT_EQ(counts(lanToken), (std::vector<int>{1, 0, 1}));
    EXPECT_EQ(counts(tuanToken), (std::vector<int>{0, 0, 0}));
    for (int i = 0; i < 10; ++i)
        request.add_filters();
    EXPECT_EQ(refusal(*customers, &CustomersStub::BatchGetCustomerCounts, request, lanToken).detail().issues(0).path(),
              "filters");
}

TEST_F(WorkLists, administratorsAgreeOnTheDays)
{
    v1::WorkListSettings wanted = settings();
    EXPECT_EQ(wanted.untouched_days(), 7);
    wanted.set_overlooked_days(45);
    wanted.clear_client_status_keys();
    wanted.add_client_status_keys("trading");
    wanted.add_client_status_keys("paused");
    EXPECT_EQ(
        refusal(*workLists, &WorkListsStub::UpdateWorkListSettings, setting(wanted, {"overlooked_days"}), lanToken)
            .code(),
        ErrorCode::Denied);
    call(*workLists, &WorkListsStub::UpdateWorkListSettings, setting(wanted, {"overlooked_days", "client_status_keys"}),
         anToken);
    EXPECT_EQ(settings().overlooked_days(), 45);
    EXPECT_EQ(settings().client_status_keys_size(), 2);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'work_list_settings'"), 1);
    EXPECT_EQ(refusal(*workLists, &WorkListsStub::UpdateWorkListSettings, setting(wanted, {"overlooked_days"}), anToken)
                  .key(),
              "work_list_settings.edit_conflict")
        << "somebody changed them since they were read";
    wanted.set_version(0);
    wanted.set_untouched_leader_days(3);
    EXPECT_EQ(
        refusal(*workLists, &WorkListsStub::UpdateWorkListSettings, setting(wanted, {"untouched_leader_days"}), anToken)
            .detail()
            .issues(0)
            .key(),
        "work_list_settings.leader_days");
}

} // namespace
} // namespace banhang::test
