// The nightly backup beside a server that is stopped while it runs.
#include "server/ops/backup_job.h"

#include <future>

#include <prometheus/registry.h>

#include "common/platform/private_file.h"
#include "server/ops/private_cluster.h"
#include "tests/support/pg_fixture.h"
#include "tests/support/temp_directory.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

class BackupJobTest : public PgFixture
{
protected:
    /// Puts a backup of a night long ago there, so that the next one is due at once.
    void missANight() const
    {
        const auto missed = m_directory / "banhang-20200101-013000.dump";
        platform::writePrivateFile(missed, "old");
        last_write_time(missed, std::filesystem::file_time_type::clock::now() - 48h);
    }
    server::BackupJobOptions options() const
    {
        server::ClusterOptions cluster;
        cluster.dataDirectory = m_directory.path();
        return {.tools = {server::PrivateCluster(cluster).programs(), access("").conninfo + " user=banhang_owner"},
                .directory = m_directory.path()};
    }
    auto filesThere() const { return std::distance(std::filesystem::directory_iterator(m_directory.path()), {}); }
    bool isWaiting()
    {
        return sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            " AND application_name = 'pg_dump' AND wait_event_type = 'Lock'") == 1;
    }

    const TempDirectory m_directory;
    prometheus::Registry m_figures;
};

TEST_F(BackupJobTest, endsABackupUnderWayAndLeavesNothingOfIt)
{
    missANight();
    SqlSession holder(access("postgres"));
    holder.run("BEGIN");
    holder.run("LOCK TABLE banhang.export_run IN ACCESS EXCLUSIVE MODE");
    std::optional<server::BackupJob> job(std::in_place, options(), m_figures);
    ASSERT_TRUE(waitUntil([this] { return isWaiting(); }));
    EXPECT_EQ(filesThere(), 2) << "the half one has begun";

    const auto ending = std::async(std::launch::async, [&] { job.reset(); });
    EXPECT_EQ(ending.wait_for(60s), std::future_status::ready) << "waits for pg_dump";
    holder.run("ROLLBACK");
    ending.wait();
    EXPECT_EQ(filesThere(), 1);

    job.emplace(options(), m_figures);
    const server::BackupDirectory backups(m_directory.path());
    ASSERT_TRUE(waitUntil([&] { return backups.list().size() == 2; })) << "the next start makes up for it";
    EXPECT_NO_THROW(server::checkBackup(options().tools.programs, backups.list().back()));
}

TEST_F(BackupJobTest, makesTheFirstOneWithoutWaitingForTheNight)
{
    server::BackupJobOptions soon = options();
    soon.first = 0min;
    const server::BackupJob job(soon, m_figures);

    const server::BackupDirectory backups(m_directory.path());
    EXPECT_TRUE(waitUntil([&] { return backups.list().size() == 1; })) << "a machine that is off each night";
}

} // namespace
} // namespace banhang::test
