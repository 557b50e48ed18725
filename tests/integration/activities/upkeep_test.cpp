// What customers owe to their activities: last and next contact, judgement, history, news.
#include <future>

#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

using google::protobuf::util::TimeUtil;

class ContactUpkeep : public ActivitiesFixture
{
protected:
    v1::Activity doneTalk(double hours, v1::Potential potential = v1::POTENTIAL_UNSPECIFIED)
    {
        v1::Activity done = talk(hours);
        done.set_state(v1::ACTIVITY_STATE_DONE);
        done.set_potential(potential);
        return done;
    }
};

TEST_F(ContactUpkeep, theNewestDoneAndTheSoonestPlannedCount)
{
    EXPECT_FALSE(customerNow().has_last_contact_time());
    plan(lanToken, doneTalk(-200));
    plan(lanToken, doneTalk(-100));
    plan(lanToken, doneTalk(-150));
    const v1::Activity later = plan(lanToken, talk(6));
    const v1::Activity sooner = plan(lanToken, talk(2));
    v1::Activity noContact = task("Gửi quà");
    noContact.set_customer_id(mai.id());
    *noContact.mutable_start_time() = at(1);
    plan(lanToken, noContact);
    v1::Customer now = customerNow();
    EXPECT_EQ(TimeUtil::ToString(now.last_contact_time()), TimeUtil::ToString(at(-100)));
    EXPECT_EQ(TimeUtil::ToString(now.next_contact_time()), TimeUtil::ToString(at(2)));
    bin(lanToken, sooner.id());
    EXPECT_EQ(TimeUtil::ToString(customerNow().next_contact_time()), TimeUtil::ToString(at(6)));
    close(lanToken, later, v1::ACTIVITY_STATE_MISSED);
    now = customerNow();
    EXPECT_FALSE(now.has_next_contact_time());
    EXPECT_EQ(TimeUtil::ToString(now.last_contact_time()), TimeUtil::ToString(at(-100)))
        << "a missed talk is no contact";
}

TEST_F(ContactUpkeep, whatIsDoneBeforeItsTimeWasDoneNow)
{
    close(lanToken, plan(lanToken, talk(48)));
    EXPECT_LT(customerNow().last_contact_time().seconds(), at(0).seconds());
}

TEST_F(ContactUpkeep, theNewestJudgementHolds)
{
    plan(lanToken, doneTalk(-100, v1::POTENTIAL_PROMISING));
    plan(lanToken, doneTalk(-90));
    EXPECT_EQ(customerNow().potential(), v1::POTENTIAL_PROMISING);
    plan(lanToken, doneTalk(-120, v1::POTENTIAL_NONE));
    EXPECT_EQ(customerNow().potential(), v1::POTENTIAL_PROMISING) << "an older one comes to light";
    const v1::Activity newest = plan(lanToken, doneTalk(-80, v1::POTENTIAL_UNCLEAR));
    EXPECT_EQ(customerNow().potential(), v1::POTENTIAL_UNCLEAR);
    bin(lanToken, newest.id());
    EXPECT_EQ(customerNow().potential(), v1::POTENTIAL_PROMISING);
}

TEST_F(ContactUpkeep, everybodyWhoSeesTheCustomerMayWriteATalk)
{
    v1::ShareCustomerRequest share;
    share.mutable_share()->set_customer_id(mai.id());
    share.mutable_share()->set_user_id(tuan.id);
    share.mutable_share()->set_level(v1::SHARE_LEVEL_VIEW);
    share.set_request_id(newRequestId());
    call(*customers, &CustomersStub::ShareCustomer, share, lanToken);
    plan(tuanToken, doneTalk(-100));
    EXPECT_TRUE(customerNow().has_last_contact_time());
}

TEST_F(ContactUpkeep, theCustomersVersionGrowsWithEachAndItsHistoryTellsJudgementsAlone)
{
    const std::int64_t before = customerNow().version();
    plan(lanToken, doneTalk(-100));
    plan(lanToken, doneTalk(-90, v1::POTENTIAL_PROMISING));
    EXPECT_EQ(customerNow().version(), before + 2);
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer' AND fields ? 'activities'"), 2);
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(mai.id());
    const auto history = call(*customers, &CustomersStub::ListCustomerHistory, request, lanToken);
    ASSERT_EQ(history.entries_size(), 1);
    ASSERT_EQ(history.entries(0).changes_size(), 1);
    EXPECT_EQ(history.entries(0).changes(0).field(), "potential");
}

TEST_F(ContactUpkeep, anEditOfTheCustomerIsNotInTheWayOfATalkNorItOfTheEdit)
{
    v1::Customer read = customerNow();
    plan(lanToken, doneTalk(-100));
    read.set_note("thích trà");
    EXPECT_EQ(update(lanToken, read, {"note"}).note(), "thích trà");
    EXPECT_TRUE(customerNow().has_last_contact_time());
}

TEST_F(ContactUpkeep, talksWrittenAtOnceAreAllCounted)
{
    std::vector<std::future<void>> writers;
    for (int i = 0; i < 8; ++i)
        writers.push_back(std::async(std::launch::async, [this, i] {
            const auto own = stub<v1::ActivitiesService>();
            call(*own, &ActivitiesStub::CreateActivity, creation(doneTalk(-100 + i)), lanToken);
        }));
    for (std::future<void>& writer : writers)
        writer.get();
    EXPECT_EQ(TimeUtil::ToString(customerNow().last_contact_time()), TimeUtil::ToString(at(-93)));
    EXPECT_EQ(sql().number("SELECT count(DISTINCT version) FROM banhang.change_log WHERE entity = 'customer'"),
              sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer'"));
}

TEST_F(ContactUpkeep, listsFilterAndSortByIt)
{
    const v1::Customer quiet = get(lanToken, addCustomer(lan, "Phạm Văn Quý"));
    const v1::Customer later = get(lanToken, addCustomer(lan, "Đỗ Thị Sen"));
    plan(lanToken, doneTalk(-100, v1::POTENTIAL_PROMISING));
    plan(lanToken, talk(1));
    v1::Activity other = talk(30);
    other.set_customer_id(later.id());
    plan(lanToken, other);
    const auto listed = [&](auto adjust) {
        v1::ListCustomersRequest request;
        adjust(request);
        return names(call(*customers, &CustomersStub::ListCustomers, request, lanToken).customers());
    };
    EXPECT_EQ(listed([](auto& r) { r.mutable_filter()->add_potentials(v1::POTENTIAL_PROMISING); }), mai.name());
    EXPECT_EQ(listed([](auto& r) {
                  r.mutable_filter()->add_potentials(v1::POTENTIAL_UNSPECIFIED);
                  r.mutable_filter()->mutable_next_contact()->set_kind(v1::PERIOD_KIND_NEVER);
              }),
              quiet.name());
    EXPECT_EQ(listed([](auto& r) {
                  r.mutable_filter()->mutable_next_contact()->set_kind(v1::PERIOD_KIND_WITHIN_DAYS);
                  r.mutable_filter()->mutable_next_contact()->set_days(10);
                  r.set_sort(v1::CUSTOMER_SORT_NEXT_CONTACT);
              }),
              mai.name() + "|" + later.name());
    EXPECT_EQ(listed([](auto& r) { r.set_sort(v1::CUSTOMER_SORT_NEXT_CONTACT); }),
              mai.name() + "|" + later.name() + "|" + quiet.name());
    EXPECT_EQ(listed([](auto& r) {
                  r.set_sort(v1::CUSTOMER_SORT_NEXT_CONTACT);
                  r.set_descending(true);
              }),
              later.name() + "|" + mai.name() + "|" + quiet.name());
    EXPECT_EQ(listed([](auto& r) { r.mutable_filter()->mutable_next_contact()->set_kind(v1::PERIOD_KIND_TODAY); }), "");
}

} // namespace
} // namespace banhang::test
