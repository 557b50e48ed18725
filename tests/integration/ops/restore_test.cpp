// What a restore looks at before it stays done.
#include "server/ops/backup.h"
#include "server/ops/private_cluster.h"
#include "tests/support/pg_fixture.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {
namespace {

class RestoreTest : public PgFixture
{
protected:
    server::DumpTools tools() const
    {
        server::ClusterOptions cluster;
        cluster.dataDirectory = m_directory.path();
        return {server::PrivateCluster(cluster).programs(), access("").conninfo + " user=banhang_owner"};
    }
    void restore() { server::restoreBackup(tools(), m_directory / "backup.dump", m_directory.path(), false); }

    const TempDirectory m_directory;
};

TEST_F(RestoreTest, ofANewerVersionLeavesAllAsItWas)
{
    sql().run("INSERT INTO banhang_meta.migration (number, name, checksum) VALUES (9999, '9999_next', '')");
    server::writeBackup(tools(), m_directory / "backup.dump");
    sql().run("DELETE FROM banhang_meta.migration WHERE number = 9999");
    sql().run("CREATE TABLE banhang.made_since ()");
    try {
        restore();
        FAIL() << "a database that this program cannot use";
    } catch (const server::RestoreRefused& refused) {
        EXPECT_NE(std::string(refused.what()).find("newer version"), std::string::npos) << refused.what();
    }
    EXPECT_EQ(sql().number("SELECT count(*) FROM pg_tables WHERE tablename = 'made_since'"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang_meta.migration WHERE number = 9999"), 0);
}

TEST_F(RestoreTest, ofThisVersionPutsItsContentInThePlaceOfWhatIsThere)
{
    server::writeBackup(tools(), m_directory / "backup.dump");
    sql().run("CREATE TABLE banhang.made_since ()");
    restore();
    EXPECT_EQ(sql().number("SELECT count(*) FROM pg_tables WHERE tablename = 'made_since'"), 0);
}

} // namespace
} // namespace banhang::test
