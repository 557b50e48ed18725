#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "server/ops/backup_job.h"
#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

class BackupShelfTest : public ::testing::Test
{
protected:
    void put(const std::string& name) { platform::writePrivateFile(m_directory / name, "x"); }
    void putLongAgo(const std::string& name)
    {
        put(name);
        std::filesystem::last_write_time(m_directory / name,
                                         std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    }
    bool has(const std::string& name) { return std::filesystem::exists(m_directory / name); }

    test::TempDirectory m_directory;
    BackupDirectory m_backups{m_directory.path()};
};

TEST_F(BackupShelfTest, keepsTheNewestAndDropsTheRestWithTheirChecksums)
{
    for (const char* day : {"20261103", "20261101", "20261102"}) {
        put("banhang-" + std::string(day) + "-013000.dump");
        put("banhang-" + std::string(day) + "-013000.dump.sha256");
    }
    m_backups.dropOld(2);

    EXPECT_FALSE(has("banhang-20261101-013000.dump"));
    EXPECT_FALSE(has("banhang-20261101-013000.dump.sha256"));
    EXPECT_TRUE(has("banhang-20261102-013000.dump"));
    EXPECT_TRUE(has("banhang-20261103-013000.dump.sha256"));
}

TEST_F(BackupShelfTest, leavesWhatIsNotItsOwn)
{
    put("banhang-20261101-013000.dump");
    put("before-the-move.dump");
    put("banhang-20261102-013000.dump.part");
    m_backups.dropOld(1);

    EXPECT_EQ(m_backups.list().size(), 1U);
    EXPECT_TRUE(has("before-the-move.dump"));
    EXPECT_TRUE(has("banhang-20261102-013000.dump.part"));
}

TEST_F(BackupShelfTest, leavesWhatPeopleCalledSomethingSimilar)
{
    const std::vector<std::string> theirs = {"banhang-2026-11-21.dump",
                                             "banhang-20261121.dump",
                                             "banhang-20261121-013000-before-the-move.dump",
                                             "banhang-copy-20261121-013000.dump",
                                             "banhang-2026112a-013000.dump",
                                             "banhang-20261121-013000.dump.old"};
    for (const std::string& name : theirs)
        for (const char* ending : {"", ".part", ".sha256"})
            putLongAgo(name + ending);
    put("banhang-20261122-013000.dump");
    m_backups.dropOld(1);
    m_backups.dropUnfinished();

    EXPECT_EQ(m_backups.list(), std::vector{m_directory / "banhang-20261122-013000.dump"});
    for (const std::string& name : theirs)
        for (const char* ending : {"", ".part", ".sha256"})
            EXPECT_TRUE(has(name + ending)) << name << ending;
}

TEST_F(BackupShelfTest, knowsTheNamesItGives)
{
    const auto now = std::chrono::system_clock::now();
    platform::writePrivateFile(m_backups.nameFor(now), "x");

    EXPECT_EQ(m_backups.list(), std::vector{m_backups.nameFor(now)});
}

TEST_F(BackupShelfTest, dropsWhatKilledBackupsLeftAfterADay)
{
    putLongAgo("banhang-20261101-013000.dump");
    putLongAgo("banhang-20261101-013000.dump.sha256");
    putLongAgo("banhang-20261102-013000.dump.part");
    putLongAgo("banhang-20261102-013000.dump.sha256");
    putLongAgo("of-somebody-else.dump.part");
    put("banhang-20261103-013000.dump.part");
    m_backups.dropUnfinished();

    EXPECT_FALSE(has("banhang-20261102-013000.dump.part"));
    EXPECT_FALSE(has("banhang-20261102-013000.dump.sha256"));
    EXPECT_TRUE(has("banhang-20261101-013000.dump"));
    EXPECT_TRUE(has("banhang-20261101-013000.dump.sha256"));
    EXPECT_TRUE(has("of-somebody-else.dump.part"));
    EXPECT_TRUE(has("banhang-20261103-013000.dump.part"));
}

TEST_F(BackupShelfTest, isEmptyWithoutADirectory)
{
    const BackupDirectory none(m_directory / "none");

    EXPECT_TRUE(none.list().empty());
    EXPECT_FALSE(none.newest());
    none.dropOld(1);
}

} // namespace
} // namespace banhang::server
