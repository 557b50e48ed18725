// Servers that are killed and stopped while they tell: nothing lost, nothing told twice.
#include <csignal>
#include <cstdlib>
#include <thread>

#include "common/platform/process.h"
#include "subscriptions_fixture.h"
#include "tests/support/stopped_process.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

namespace {

class TellingProcesses : public SubscriptionsFixture
{
protected:
    void SetUp() override
    {
        SubscriptionsFixture::SetUp();
        v1::Subscription wanted = ofCustomers("Chi nhánh", {}, branch);
        wanted.set_on_create(true);
        subscribe(anToken, wanted);
    }

    platform::ChildProcess start(const std::string& place = "none", int passage = 1, const std::string& signal = "kill")
    {
        const server::ConnectOptions system = access("banhang_system");
        return platform::ChildProcess::start(
            {.arguments = {SUBSCRIPTION_WORKER, system.conninfo + " user=" + system.user, place,
                           std::to_string(passage), signal},
             .user = {},
             .environment = {},
             .input = {},
             .outputFile = {}});
    }

    /// Each by Tuan, of a customer that Minh and Lan see.
    void changes(int count)
    {
        m_made += count;
        sql().run("WITH made AS (INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                  "   SELECT 'X' || i, 'X' || i, 1, 'Khách ' || i, 'x', $1::bigint, $2::bigint"
                  "   FROM generate_series($3::int - $4::int + 1, $3::int) AS i RETURNING id, unit_id)"
                  " INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_after, actor_id)"
                  " SELECT 'customer', id, 1, 'create', unit_id, $5::bigint FROM made",
                  {std::to_string(lan.id), std::to_string(lan.unitId), std::to_string(m_made), std::to_string(count),
                   std::to_string(tuan.id)});
    }

    bool isDrained()
    {
        return waitUntil([this] { return isAllTold(); });
    }

    void expectAllToldOnce()
    {
        EXPECT_EQ(toldChanges(lan), m_made);
        EXPECT_EQ(toldChanges(minh), m_made);
        EXPECT_EQ(toldChanges(hoa) + toldChanges(tuan) + toldChanges(an), 0);
    }

    static int stop(platform::ChildProcess& worker)
    {
        return worker.stop(platform::ChildProcess::Manner::Gentle, std::chrono::seconds(30));
    }

    std::int64_t m_made = 0;
};

TEST_F(TellingProcesses, areKilledAtEveryPlace)
{
    const int kills = std::getenv("BANHANG_LONG") != nullptr ? 1000 : 40;
    // From the first place of a round to beyond its commit and into the next.
    constexpr int kPlaces = 9;
    for (int kill = 0; kill < kills; kill += 2) {
        changes(15);
        platform::ChildProcess one = start("any", 1 + kill % kPlaces);
        platform::ChildProcess other = start("any", 1 + (kill / 2) % kPlaces);
        ASSERT_EQ(one.waitFor(std::chrono::minutes(1)), 128 + SIGKILL);
        ASSERT_EQ(other.waitFor(std::chrono::minutes(1)), 128 + SIGKILL);
    }
    platform::ChildProcess last = start();
    EXPECT_TRUE(isDrained());
    EXPECT_EQ(stop(last), 0);
    expectAllToldOnce();
}

TEST_F(TellingProcesses, letOthersTellWhenTheyStandStill)
{
    for (const char* place : {"claimed", "matched", "moved"}) {
        changes(20);
        platform::ChildProcess still = start(place, 1, "stop");
        ASSERT_TRUE(waitUntilStopped(still)) << place;
        // The database ends the transaction of a server that stands still in it.
        platform::ChildProcess other = start();
        EXPECT_TRUE(isDrained()) << place;
        kill(still.id(), SIGCONT);
        EXPECT_EQ(stop(still), 0);
        EXPECT_EQ(stop(other), 0);
        expectAllToldOnce();
    }
}

TEST_F(TellingProcesses, tellTogetherWhileOthersWrite)
{
    platform::ChildProcess one = start();
    platform::ChildProcess other = start();
    for (int i = 0; i < 40; ++i)
        changes(10);
    EXPECT_TRUE(isDrained());
    EXPECT_EQ(stop(one), 0);
    EXPECT_EQ(stop(other), 0);
    expectAllToldOnce();
}

} // namespace

} // namespace banhang::test
