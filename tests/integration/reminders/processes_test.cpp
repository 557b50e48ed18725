// Schedulers as processes that are killed, stopped and cut off from their database: nothing lost, nothing told twice.
#include <csignal>
#include <cstdlib>

#include "ledger.h"
#include "plan.h"
#include "tests/support/pg_fixture.h"
#include "tests/support/stopped_process.h"
#include "worker.h"

namespace banhang::test {

namespace {

using Lines = std::vector<std::string>;

bool isLong()
{
    return std::getenv("BANHANG_LONG") != nullptr;
}

class SchedulerProcesses : public PgFixture
{
protected:
    void SetUp() override
    {
        const std::int64_t team = world().addTeam(world().addBranch("CN Hà Nội"), "Nhóm 1");
        lan = world().addUser("lan", team);
        hoa = world().addUser("hoa", team);
        minh = world().addUser("minh", team);
    }

    platform::ChildProcess start(const Trap& trap = {})
    {
        return startScheduler({.system = access("banhang_system"), .app = access("banhang_app")}, trap);
    }

    /// False after two minutes in which nothing was told, which only a fault explains.
    bool isDrained()
    {
        std::int64_t left = dueReminders(sql());
        auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
        while (left > 0) {
            sql().run("SELECT pg_sleep(0.02)");
            const std::int64_t still = dueReminders(sql());
            if (still < left)
                end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
            else if (std::chrono::steady_clock::now() > end)
                return false;
            left = still;
        }
        return true;
    }

    /// Some of each that the scheduler tells apart, all due: to fire, missed for days, of a series, in quiet hours.
    void planOfAllKinds(int round)
    {
        plan(sql(), {.owner = lan, .begins = "1 hour", .participants = {hoa}});
        plan(sql(), {.owner = lan, .begins = "2 hours", .leads = "{0,30}", .seriesId = 7 + round});
        plan(sql(), {.owner = lan, .begins = "3 hours", .leads = "{0,30}", .seriesId = 7 + round});
        plan(sql(), {.owner = minh, .begins = "1 hour"});
        timePasses(sql(), "4 hours");
        if (round % 5 == 0) {
            plan(sql(), {.owner = hoa, .begins = "1 hour"});
            timePasses(sql(), "30 hours");
        }
    }

    TestUser lan, hoa, minh;
};

TEST_F(SchedulerProcesses, areKilledAtEveryStatementBoundary)
{
    // Minh is in quiet hours all day but for ten minutes that are long past or far off.
    sql().run("INSERT INTO banhang.notification_setting (user_id, quiet_from_minute, quiet_to_minute)"
              " SELECT $1::bigint, (m + 730) % 1440, (m + 720) % 1440"
              " FROM (SELECT (extract(hour FROM wall) * 60 + extract(minute FROM wall))::int AS m"
              "   FROM (SELECT clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh' AS wall) AS clock) AS minutes",
              {std::to_string(minh.id)});
    const int kills = isLong() ? 2000 : 100;
    // From the first statement of a firing to beyond its commit and into the next.
    constexpr int kPlaces = 9;
    for (int kill = 0; kill < kills; kill += 2) {
        planOfAllKinds(kill / 2);
        platform::ChildProcess one = start({.place = "any", .passage = 1 + kill % kPlaces, .signal = "kill"});
        platform::ChildProcess other = start({.place = "any", .passage = 1 + (kill / 2) % kPlaces, .signal = "kill"});
        ASSERT_EQ(one.waitFor(std::chrono::minutes(1)), 128 + SIGKILL);
        ASSERT_EQ(other.waitFor(std::chrono::minutes(1)), 128 + SIGKILL);
    }
    sql().run("DELETE FROM banhang.notification_setting");
    sql().run("UPDATE banhang.reminder SET due_at = event_at WHERE state = 1");
    platform::ChildProcess last = start();
    EXPECT_TRUE(isDrained());
    EXPECT_EQ(stopWorker(last), 0);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
    EXPECT_GT(
        sql().number("SELECT count(*) FROM banhang.notification WHERE user_id = $1::bigint", {std::to_string(minh.id)}),
        0);
}

TEST_F(SchedulerProcesses, giveUpTheirLocksWhenTheyStandStill)
{
    plan(sql(), {.owner = lan, .begins = "1 hour", .participants = {hoa}, .count = 20});
    timePasses(sql(), "1 hour");
    for (const char* place : {"claimed", "fired", "handed_on"}) {
        platform::ChildProcess still = start({.place = place, .passage = 1, .signal = "stop"});
        ASSERT_TRUE(waitUntilStopped(still)) << place;
        // The database ends the transaction of a server that stands still in it; then others see the rows again.
        platform::ChildProcess other = start();
        EXPECT_TRUE(isDrained()) << place;
        kill(still.id(), SIGCONT);
        EXPECT_EQ(stopWorker(still), 0);
        EXPECT_EQ(stopWorker(other), 0);
        EXPECT_EQ(ledgerFaults(sql()), Lines{}) << place;
        plan(sql(), {.owner = hoa, .begins = "1 hour", .count = 20});
        timePasses(sql(), "1 hour");
    }
}

TEST_F(SchedulerProcesses, shareWhatIsDueInTheSameSecond)
{
    const int count = isLong() ? 100'000 : 5'000;
    plan(sql(), {.owner = lan, .begins = "1 hour", .count = count});
    timePasses(sql(), "1 hour");
    platform::ChildProcess one = start();
    platform::ChildProcess other = start();
    EXPECT_TRUE(isDrained());
    EXPECT_EQ(stopWorker(one), 0);
    EXPECT_EQ(stopWorker(other), 0);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification"), count);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

} // namespace

} // namespace banhang::test
