// Migrations on a real database: once, in order, never edited, never backwards.
#include <thread>

#include "server/core/database/migrator.h"
#include "tests/support/pg_fixture.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

class MigratorTest : public ::testing::Test
{
protected:
    MigratorTest() : m_database(PgCluster::shared().emptyDatabase()) {}
    ~MigratorTest() override { PgCluster::shared().dropDatabase(m_database); }

    std::vector<std::string> run(const std::vector<Migration>& migrations)
    {
        return Migrator(owner(), migrations).run();
    }
    ConnectOptions owner() const { return PgCluster::shared().access(m_database, "banhang_owner"); }
    std::int64_t number(const std::string& query) { return SqlSession(owner()).number(query); }

    std::string m_database;
    const Migration m_first{1, "0001_first", "CREATE TABLE one (id int); INSERT INTO one VALUES (1)"};
    const Migration m_second{2, "0002_second", "CREATE TABLE two (id int)"};
};

TEST_F(MigratorTest, appliesWhatIsMissingAndNothingTwice)
{
    EXPECT_EQ(run({m_first}), (std::vector<std::string>{"0001_first"}));
    EXPECT_EQ(Migrator(owner(), std::vector{m_first, m_second}).pending(), (std::vector<std::string>{"0002_second"}));
    EXPECT_EQ(run({m_first, m_second}), (std::vector<std::string>{"0002_second"}));
    EXPECT_TRUE(run({m_first, m_second}).empty());
    EXPECT_EQ(number("SELECT count(*) FROM one"), 1);
}

TEST_F(MigratorTest, refusesAnEditedMigrationAndANewerDatabase)
{
    run({m_first, m_second});
    const Migration edited{1, "0001_first", "CREATE TABLE one (id bigint)"};
    EXPECT_THROW(run({edited, m_second}), MigrationError);
    EXPECT_THROW(run({m_first}), MigrationError);
}

TEST_F(MigratorTest, aFailingFileLeavesNothingBehind)
{
    const Migration failing{2, "0002_failing", "CREATE TABLE half (id int); SELECT 1 / 0"};
    EXPECT_THROW(run({m_first, failing}), MigrationError);
    EXPECT_EQ(number("SELECT count(*) FROM pg_tables WHERE tablename = 'half'"), 0);
    EXPECT_EQ(number("SELECT count(*) FROM banhang_meta.migration"), 1);
    EXPECT_EQ(run({m_first, m_second}).size(), 1U);
}

TEST_F(MigratorTest, serversThatStartTogetherApplyEachFileOnce)
{
    std::vector<std::thread> servers;
    std::atomic<std::size_t> applied = 0;
    for (int i = 0; i < 4; ++i)
        servers.emplace_back([&] { applied += Migrator(owner(), embeddedMigrations()).run().size(); });
    for (std::thread& server : servers)
        server.join();
    EXPECT_EQ(applied, embeddedMigrations().size());
    EXPECT_EQ(number("SELECT count(*) FROM banhang.company"), 1);
}

} // namespace
} // namespace banhang::test
