// The database goes away and comes back, and its clock is set.
#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include "ledger.h"
#include "plan.h"
#include "tests/support/pg_cluster.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wait_until.h"
#include "worker.h"

namespace banhang::test {

namespace {

using Lines = std::vector<std::string>;

/// A cluster of its own, with an office of one person.
class ClusterOfOne
{
public:
    explicit ClusterOfOne(std::map<std::string, std::string> environment = {})
        : cluster(std::move(environment)), m_database(cluster.cloneDatabase())
    {
        connect();
        World world(*m_sql);
        lan = world.addUser("lan", world.addBranch("CN Hà Nội"));
    }

    SqlSession& sql() { return *m_sql; }
    void connect() { m_sql = std::make_unique<SqlSession>(cluster.access(m_database, "postgres")); }
    platform::ChildProcess start()
    {
        return startScheduler(
            {.system = cluster.access(m_database, "banhang_system"), .app = cluster.access(m_database, "banhang_app")});
    }
    bool becomes(const std::string& condition)
    {
        return waitUntil([&] { return m_sql->text("SELECT " + condition) == "t"; });
    }
    std::int64_t told() { return m_sql->number("SELECT count(*) FROM banhang.notification"); }

    PgCluster cluster;
    TestUser lan;

private:
    std::string m_database;
    std::unique_ptr<SqlSession> m_sql;
};

constexpr const char* kNothingDue =
    "NOT EXISTS (SELECT FROM banhang.reminder WHERE state = 1 AND due_at <= clock_timestamp())";

TEST(SchedulerAndDatabase, goOnTogetherAfterACrashAndAfterARestart)
{
    ClusterOfOne office;
    auto one = office.start();
    auto other = office.start();
    for (const auto& fall :
         std::vector<std::function<void()>>{[&] { office.cluster.crash(); }, [&] { office.cluster.stop(); }}) {
        plan(office.sql(), {.owner = office.lan, .begins = "1 hour", .count = 3000});
        timePasses(office.sql(), "1 hour");
        ASSERT_TRUE(office.becomes("EXISTS (SELECT FROM banhang.reminder WHERE state = 2)"));
        fall();
        office.cluster.start();
        office.connect();
        EXPECT_TRUE(office.becomes(kNothingDue));
        EXPECT_EQ(ledgerFaults(office.sql()), Lines{});
    }
    EXPECT_EQ(office.told(), 6000);
    EXPECT_EQ(stopWorker(one), 0);
    EXPECT_EQ(stopWorker(other), 0);
}

/// The clock of a cluster, read by its processes from a file at each look.
class SetClock
{
public:
    SetClock()
    {
        using std::filesystem::perms;
        std::filesystem::permissions(m_directory.path(), perms::owner_all | perms::group_read | perms::group_exec |
                                                             perms::others_read | perms::others_exec);
        set("+0s");
    }
    void set(const std::string& offset) const
    {
        // Replaced at once: who reads meanwhile sees one or the other.
        const std::filesystem::path fresh = m_directory / "fresh";
        std::ofstream(fresh) << offset << "\n";
        std::filesystem::rename(fresh, file());
    }
    std::map<std::string, std::string> environment() const
    {
        return {{"LD_PRELOAD", library()},
                {"FAKETIME_TIMESTAMP_FILE", file().string()},
                {"FAKETIME_NO_CACHE", "1"},
                {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}};
    }

private:
    static std::string library()
    {
        for (const char* place : {"/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
                                  "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"})
            if (std::filesystem::exists(place))
                return place;
        throw std::runtime_error("libfaketime is not installed");
    }
    std::filesystem::path file() const { return m_directory / "clock"; }

    TempDirectory m_directory;
};

TEST(SchedulerAndDatabase, followTheDatabasesClockForwardAndBack)
{
    const SetClock clock;
    ClusterOfOne office(clock.environment());
    auto one = office.start();
    auto other = office.start();
    plan(office.sql(), {.owner = office.lan, .begins = "30 minutes", .count = 5});
    plan(office.sql(), {.owner = office.lan, .begins = "90 minutes", .count = 5});
    clock.set("+3600s");
    ASSERT_TRUE(office.becomes("(SELECT count(*) = 5 FROM banhang.reminder WHERE state = 2)"));
    // An hour back, what has fired has fired, and the others wait for their time by the same clock.
    clock.set("+0s");
    plan(office.sql(), {.owner = office.lan, .begins = "0.1 seconds"});
    ASSERT_TRUE(office.becomes("(SELECT count(*) = 6 FROM banhang.reminder WHERE state = 2)"));
    EXPECT_EQ(office.told(), 6);
    clock.set("+5400s");
    ASSERT_TRUE(office.becomes("(SELECT count(*) = 11 FROM banhang.reminder WHERE state = 2)"));
    EXPECT_EQ(office.told(), 11);
    EXPECT_EQ(ledgerFaults(office.sql()), Lines{});
    EXPECT_EQ(stopWorker(one), 0);
    EXPECT_EQ(stopWorker(other), 0);
}

} // namespace

} // namespace banhang::test
