// Customers on sequences that are merged, and the way back.
#include <thread>

#include "banhang/v1/merges.grpc.pb.h"
#include "server/merging/merges_service.h"
#include "tests/integration/sequences/sequences_fixture.h"

namespace banhang::test {
namespace {

using MergesStub = v1::MergesService::Stub;

class SequenceMergeTest : public SequencesFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = SequencesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::MergesService>(parts.calls, parts.signer));
        return services;
    }
    void SetUp() override
    {
        SequencesFixture::SetUp();
        merges = stub<v1::MergesService>();
        twin = addCustomer(lan, "Nguyễn Thị Mai (trùng)");
    }

    std::int64_t merge() { return merge(twin); }
    std::int64_t merge(std::int64_t loser)
    {
        v1::GetMergePreviewRequest asked;
        asked.add_customer_ids(mai.id());
        asked.add_customer_ids(loser);
        asked.set_survivor_id(mai.id());
        const auto preview = call(*merges, &MergesStub::GetMergePreview, asked, lanToken);
        v1::MergeCustomersRequest request;
        request.set_survivor_id(mai.id());
        for (const v1::Customer& customer : preview.customers()) {
            v1::CustomerVersion& version = *request.add_versions();
            version.set_customer_id(customer.id());
            version.set_version(customer.version());
        }
        *request.mutable_result() = preview.proposed();
        for (const v1::MergeField& field : preview.fields())
            if (!field.equal())
                request.mutable_update_mask()->add_paths(field.field());
        request.set_request_id(newRequestId());
        return call(*merges, &MergesStub::MergeCustomers, request, lanToken).merge_id();
    }
    void undo(std::int64_t mergeId)
    {
        v1::UndoMergeRequest request;
        request.set_merge_id(mergeId);
        request.set_request_id(newRequestId());
        call(*merges, &MergesStub::UndoMerge, request, lanToken);
    }
    std::string states(std::int64_t customerId)
    {
        return sql().text("SELECT coalesce(string_agg(state::text, '|' ORDER BY id), '') FROM banhang.care_enrolment"
                          " WHERE customer_id = $1::bigint",
                          {std::to_string(customerId)});
    }

    std::int64_t twin = 0;
    std::unique_ptr<MergesStub> merges;
};

TEST_F(SequenceMergeTest, whatIsStartedMeanwhileSeesTheMerge)
{
    const v1::Sequence sequence = define("Sau bán hàng", {callToday()});
    const auto waitForWaiting = [this](int count) {
        while (sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            " AND usename = 'banhang_app' AND wait_event_type = 'Lock'") < count)
            std::this_thread::yield();
    };
    // The merge has written all of it when its answer is to be kept.
    SqlSession barrier(access("postgres"));
    barrier.run("BEGIN");
    barrier.run("LOCK TABLE banhang.request_seen IN EXCLUSIVE MODE");
    std::thread merging([this] { merge(); });
    waitForWaiting(1);
    std::thread starts([&] {
        const auto reply =
            call(*stub<v1::SequencesService>(), &SequencesStub::StartSequence, starting(sequence, {twin}), lanToken);
        EXPECT_EQ(reply.enrolments_size(), 0);
        ASSERT_EQ(reply.skipped_size(), 1);
        EXPECT_EQ(reply.skipped(0).key(), "customer.in_bin");
    });
    waitForWaiting(2);
    barrier.run("ROLLBACK");
    merging.join();
    starts.join();
    EXPECT_EQ(states(twin), "");
}

TEST_F(SequenceMergeTest, takesTheSequenceToTheSurvivorAndBack)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, sequence, {twin});
    work();
    const std::int64_t merged = merge();
    EXPECT_EQ(states(mai.id()), "1");
    finish(newest(mai.id()));
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2|Thăm:1");
    undo(merged);
    work();
    EXPECT_EQ(states(mai.id()), "");
    EXPECT_EQ(states(twin), "1");
}

TEST_F(SequenceMergeTest, leavesOneOfTwoOnTheSameSequence)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, sequence, {mai.id(), twin});
    work();
    const std::int64_t merged = merge();
    work();
    EXPECT_EQ(states(mai.id()), "1|5");
    // What the one that ended had made is cancelled; the other goes on.
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1|Gọi hỏi thăm:4");
    undo(merged);
    work();
    EXPECT_EQ(states(mai.id()), "1");
    EXPECT_EQ(states(twin), "1");
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1");
    EXPECT_EQ(made(twin), "Gọi hỏi thăm:4|Gọi hỏi thăm:1");
}

TEST_F(SequenceMergeTest, ofTwoThatWereMergedOneAfterTheOtherEachGetsItsOwnBackInEitherOrder)
{
    const std::int64_t other = addCustomer(lan, "Mai Nguyễn");
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, sequence, {twin, other});
    work();
    for (const bool isFirstFirst : {false, true}) {
        const std::int64_t first = merge(twin);
        const std::int64_t second = merge(other);
        work();
        EXPECT_EQ(states(mai.id()), "1|5");
        undo(isFirstFirst ? first : second);
        work();
        // What was put aside for the one that is gone goes on for who is still in the survivor.
        EXPECT_EQ(states(mai.id()), "1");
        EXPECT_EQ(states(isFirstFirst ? twin : other), "1");
        undo(isFirstFirst ? second : first);
        work();
        EXPECT_EQ(states(mai.id()), "");
        EXPECT_EQ(states(twin), "1");
        EXPECT_EQ(states(other), "1");
    }
}

TEST_F(SequenceMergeTest, whoWasTakenOffStaysOffWhenOneOfTwoMergesIsUndone)
{
    const std::int64_t other = addCustomer(lan, "Mai Nguyễn");
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, sequence, {twin, other});
    const std::int64_t first = merge(twin);
    merge(other);
    work();
    stop(lanToken, sequence, mai.id());
    undo(first);
    work();
    EXPECT_EQ(states(mai.id()), "5");
    EXPECT_EQ(states(twin), "4");
}

} // namespace
} // namespace banhang::test
