// What is saved for a customer while it is being merged: whoever comes first, nothing stays on the one that ended.
#include <thread>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/care_requests.grpc.pb.h"
#include "banhang/v1/series.grpc.pb.h"
#include "server/activities/activities_service.h"
#include "server/care/care_requests_service.h"
#include "server/series/series_job.h"
#include "server/series/series_service.h"
#include "tests/integration/merging/merging_fixture.h"

namespace banhang::test {
namespace {

using Act = std::function<void()>;

/// Written between the row of a talk and what its customer owes to it.
constexpr const char* kRecord = "change_log";
/// Written last of all.
constexpr const char* kAnswers = "request_seen";
constexpr std::int64_t kThreeDays = std::int64_t{3} * 86400;

class SavesThatMeetMerges : public MergingFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = MergingFixture::makeServices(parts);
        services.push_back(
            std::make_unique<server::ActivitiesService>(parts.calls, parts.signer, server::ActivityListeners{}));
        services.push_back(std::make_unique<server::SeriesService>(parts.calls, server::ActivityListeners{}));
        services.push_back(std::make_unique<server::CareRequestsService>(parts.calls, parts.signer));
        return services;
    }
    void SetUp() override
    {
        MergingFixture::SetUp();
        std::vector<TestGrant> grants;
        for (const v1::Resource resource : {v1::RESOURCE_ACTIVITY, v1::RESOURCE_CARE_REQUEST})
            for (const v1::Action action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT})
                grants.push_back({resource, action, v1::SCOPE_OWN});
        world().join(lan, world().addGroup("lan saves", grants));
        first = thienAn(lanToken);
        second = thienAnAgain(lanToken);
    }

    Act merging()
    {
        return [this, request = agreeing(preview(lanToken, {first, second}))] {
            try {
                call(*stub<v1::MergesService>(), &MergesStub::MergeCustomers, request, lanToken);
            } catch (const AppError& error) {
                EXPECT_EQ(error.key(), "merge.stale") << "the customer lives, with what was saved";
            }
        };
    }
    Act talking()
    {
        return [this] {
            v1::CreateActivityRequest request;
            v1::Activity& talk = *request.mutable_activity();
            talk.set_kind(v1::ACTIVITY_KIND_TALK);
            talk.set_channel_key("call");
            talk.set_customer_id(second.id());
            talk.mutable_start_time()->set_seconds(std::time(nullptr) + kThreeDays);
            request.set_request_id(newRequestId());
            call(*stub<v1::ActivitiesService>(), &v1::ActivitiesService::Stub::CreateActivity, request, lanToken);
        };
    }
    Act complaining()
    {
        return [this] {
            v1::CreateCareRequestRequest request;
            v1::CareRequest& care = *request.mutable_care_request();
            care.set_kind_key("complaint");
            care.set_channel_key("call");
            care.set_customer_id(second.id());
            care.set_subject("Máy giao bị xước");
            request.set_request_id(newRequestId());
            call(*stub<v1::CareRequestsService>(), &v1::CareRequestsService::Stub::CreateCareRequest, request,
                 lanToken);
        };
    }

    /// The later one begins when the earlier one has come to where it writes into `table`, and waits there too, or for
    /// the earlier one.
    void meet(const std::string& table, const Act& earlier, const Act& later)
    {
        SqlSession barrier(access("postgres"));
        barrier.run("BEGIN");
        barrier.run("LOCK TABLE banhang." + table + " IN EXCLUSIVE MODE");
        std::thread one(earlier);
        waitForWaiting(1);
        std::thread other(later);
        waitForWaiting(2);
        barrier.run("ROLLBACK");
        one.join();
        other.join();
    }
    void waitForWaiting(int count)
    {
        while (sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            " AND usename IN ('banhang_app', 'banhang_system') AND wait_event_type = 'Lock'") < count)
            std::this_thread::yield();
    }
    std::int64_t onTheDead(const std::string& table)
    {
        EXPECT_EQ(sql().number("SELECT count(*) FROM banhang." + table), 1);
        return sql().number("SELECT count(*) FROM banhang." + table +
                            " r JOIN banhang.customer c ON c.id = r.customer_id WHERE c.merged_into_id IS NOT NULL");
    }

    v1::Customer first, second;
};

TEST_F(SavesThatMeetMerges, aTalkBeforeTheMerge)
{
    meet(kRecord, talking(), merging());
    EXPECT_EQ(onTheDead("activity"), 0);
}

TEST_F(SavesThatMeetMerges, aTalkBehindTheMerge)
{
    meet(kRecord, merging(), talking());
    EXPECT_EQ(onTheDead("activity"), 0);
    EXPECT_EQ(sql().number("SELECT customer_id FROM banhang.activity"), first.id());
}

TEST_F(SavesThatMeetMerges, aCareRequestBeforeTheMerge)
{
    meet(kAnswers, complaining(), merging());
    EXPECT_EQ(onTheDead("care_request"), 0);
    EXPECT_EQ(sql().number("SELECT customer_id FROM banhang.care_request"), first.id());
}

TEST_F(SavesThatMeetMerges, aCareRequestBehindTheMerge)
{
    meet(kAnswers, merging(), complaining());
    EXPECT_EQ(onTheDead("care_request"), 0);
    EXPECT_EQ(sql().number("SELECT customer_id FROM banhang.care_request"), first.id());
}

TEST_F(SavesThatMeetMerges, theNextDaysOfASeriesBehindTheMerge)
{
    v1::CreateSeriesRequest request;
    v1::Activity& visit = *request.mutable_series()->mutable_pattern();
    visit.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    visit.set_title("Thăm");
    visit.set_customer_id(second.id());
    visit.mutable_start_time()->set_seconds(std::time(nullptr) + kThreeDays);
    visit.mutable_end_time()->set_seconds(visit.start_time().seconds() + 3600);
    request.mutable_series()->mutable_recurrence()->set_frequency(v1::FREQUENCY_DAILY);
    request.set_request_id(newRequestId());
    call(*stub<v1::SeriesService>(), &v1::SeriesService::Stub::CreateSeries, request, lanToken);
    // As if only the first thirty days had been made.
    sql().run("DELETE FROM banhang.activity WHERE series_slot > (SELECT first_day + 30 FROM banhang.series)");
    sql().run("UPDATE banhang.series SET made_until = first_day + 30, next_make_on = current_date - 1");
    meet(kAnswers, merging(), [this] { EXPECT_EQ(server::makeDueOccurrences(system(), {}, 5), 1); });
    EXPECT_GT(sql().number("SELECT count(*) FROM banhang.activity"), 31);
    EXPECT_EQ(sql().number("SELECT count(DISTINCT customer_id) FROM banhang.activity"), 1);
    EXPECT_EQ(sql().number("SELECT min(customer_id) FROM banhang.activity"), first.id());
}

} // namespace
} // namespace banhang::test
