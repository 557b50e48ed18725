// Promised times that pass are told to the nearest leader, once.
#include <atomic>
#include <thread>

#include "server/care/escalation_job.h"
#include "server/care/escalation_store.h"
#include "tests/integration/care/care_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

namespace {

constexpr const char* kOverdue = "notification.care_overdue";

class Escalation : public CareFixture
{
protected:
    server::Escalated escalate(int limit = 100)
    {
        return system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                      [limit](server::Tx& tx) { return server::escalateDueCareRequests(tx, limit); });
    }
    std::int64_t overdue()
    {
        const std::int64_t id = take(lanToken, complaint()).id();
        breakPromise(id);
        return id;
    }
};

TEST_F(Escalation, tellsTheNearestLeaderOnce)
{
    const std::int64_t id = overdue();
    EXPECT_EQ(escalate().notifications, 1);
    EXPECT_EQ(escalate().requests, 0);
    EXPECT_EQ(told(minh, kOverdue, id), 1);
    EXPECT_EQ(told(an, kOverdue, id), 0) << "the team has a leader of its own";
    EXPECT_EQ(told(lan, kOverdue, id), 0);
    const v1::CareRequest after = getCare(minhToken, id);
    EXPECT_TRUE(after.has_escalate_time());
    EXPECT_EQ(sql().text("SELECT operation FROM banhang.change_log WHERE entity = 'care_request'"
                         " AND entity_id = $1::bigint ORDER BY version DESC LIMIT 1",
                         {std::to_string(id)}),
              "escalate");
}

TEST_F(Escalation, goesFurtherUpWhereTheNearestIsTheOwner)
{
    const std::int64_t id = overdue();
    call(*care, &CareStub::AssignCareRequests, assignment({id}, minh), minhToken);
    escalate();
    EXPECT_EQ(told(minh, kOverdue, id), 0);
    EXPECT_EQ(told(an, kOverdue, id), 1);
}

TEST_F(Escalation, passesByWhoIsInactive)
{
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(minh.id)});
    const std::int64_t id = overdue();
    escalate();
    EXPECT_EQ(told(minh, kOverdue, id), 0);
    EXPECT_EQ(told(an, kOverdue, id), 1);
}

TEST_F(Escalation, leavesAloneWhatIsNotDue)
{
    const v1::CareRequest coming = take(lanToken, complaint());
    const std::int64_t answered = overdue();
    move(lanToken, getCare(lanToken, answered), v1::CARE_STATE_RESOLVED, "Đã đổi máy");
    const std::int64_t binned = overdue();
    sql().run("UPDATE banhang.care_request SET deleted_at = now() WHERE id = $1::bigint", {std::to_string(binned)});
    EXPECT_EQ(escalate().requests, 0);
    const std::int64_t ofBinned = overdue();
    sql().run("UPDATE banhang.customer SET deleted_at = now() WHERE id = $1::bigint", {std::to_string(mai.id())});
    EXPECT_EQ(escalate().requests, 0);
    EXPECT_EQ(told(minh, kOverdue, coming.id()) + told(minh, kOverdue, ofBinned), 0);
}

TEST_F(Escalation, happensAgainForANewPromise)
{
    const std::int64_t id = overdue();
    escalate();
    breakPromise(id, 3);
    EXPECT_EQ(escalate().notifications, 1);
    EXPECT_EQ(told(minh, kOverdue, id), 2);
    // Moved back to a time that was told already: it is settled, and nobody hears it twice.
    sql().run("UPDATE banhang.care_request SET promised_at = (SELECT min(event_at) FROM banhang.notification"
              " WHERE key = 'notification.care_overdue' AND entity_id = id) WHERE id = $1::bigint",
              {std::to_string(id)});
    EXPECT_EQ(escalate().notifications, 0);
    EXPECT_EQ(told(minh, kOverdue, id), 2);
}

TEST_F(Escalation, isToldOnceByManyServers)
{
    constexpr int kRequests = 40;
    for (int i = 0; i < kRequests; ++i)
        take(lanToken, complaint("Việc " + std::to_string(i)));
    sql().run("UPDATE banhang.care_request SET promised_at = now() - make_interval(secs => id)");
    std::vector<std::unique_ptr<std::thread>> servers;
    for (int i = 0; i < 3; ++i)
        servers.push_back(std::make_unique<std::thread>([this] {
            while (escalate(4).requests > 0) {
            }
        }));
    for (const auto& server : servers)
        server->join();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification WHERE key = $1", {kOverdue}), kRequests);
    EXPECT_EQ(sql().number("SELECT count(DISTINCT entity_id) FROM banhang.notification WHERE key = $1", {kOverdue}),
              kRequests);
}

TEST_F(Escalation, isUndoneWithItsTransaction)
{
    const std::int64_t id = overdue();
    EXPECT_THROW(system().inTransaction({}, server::Tx::Mode::ReadWrite,
                                        [](server::Tx& tx) {
                                            server::escalateDueCareRequests(tx, 10);
                                            throw AppError(ErrorCode::Internal, "killed");
                                        }),
                 AppError);
    EXPECT_EQ(told(minh, kOverdue, id), 0);
    escalate();
    EXPECT_EQ(told(minh, kOverdue, id), 1);
}

TEST_F(Escalation, isDoneByItsJob)
{
    const std::int64_t id = overdue();
    std::atomic<int> woken = 0;
    const server::EscalationJob job(system(),
                                    {.look = std::chrono::milliseconds(20), .committed = [&woken] { ++woken; }});
    EXPECT_TRUE(waitUntil([&woken] { return woken > 0; }));
    EXPECT_EQ(told(minh, kOverdue, id), 1);
}

} // namespace

} // namespace banhang::test
