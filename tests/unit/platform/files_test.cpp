#include <csignal>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "common/platform/account.h"
#include "common/platform/host.h"
#include "common/platform/lock_file.h"
#include "common/platform/paths.h"
#include "common/platform/private_file.h"
#include "common/platform/private_file_writer.h"
#include "common/platform/random.h"
#include "common/platform/secret_store.h"
#include "tests/support/temp_directory.h"

namespace banhang::platform {
namespace {

using test::TempDirectory;

TEST(PrivateFile, replacesTheWholeContentAndLeavesNothingElse)
{
    const TempDirectory directory;
    writePrivateFile(directory / "key", "first, and longer");
    writePrivateFile(directory / "key", "second");

    EXPECT_EQ(readFile(directory / "key"), "second");
    EXPECT_FALSE(isReadableByOthers(directory / "key"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
}

TEST(PrivateFile, keepsTheOldContentWhenTheNewCannotBeWritten)
{
    const TempDirectory directory;
    std::filesystem::create_directory(directory / "key");
    std::ofstream(directory / "key" / "inside") << "so that it cannot be replaced";

    EXPECT_THROW(writePrivateFile(directory / "key", "text"), std::system_error);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
}

TEST(PrivateFile, createRefusesAnExistingFile)
{
    const TempDirectory directory;
    createPrivateFile(directory / "key", "first");

    EXPECT_THROW(createPrivateFile(directory / "key", "second"), std::system_error);
    EXPECT_EQ(readFile(directory / "key"), "first");
}

TEST(PrivateFileWriter, leavesTheOldContentUntilTheNewIsWhole)
{
    const TempDirectory directory;
    std::ofstream(directory / "book") << "yesterday's";
    std::filesystem::permissions(directory / "book", std::filesystem::perms(0644));
    PrivateFileWriter writer(directory / "book");
    writer.write("first, ");
    writer.write("second");
    EXPECT_EQ(readFile(directory / "book"), "yesterday's");
    for (const auto& entry : std::filesystem::directory_iterator(directory.path()))
        EXPECT_EQ(isReadableByOthers(entry.path()), entry.path().filename() == "book") << entry.path();

    writer.finish();
    EXPECT_EQ(readFile(directory / "book"), "first, second");
    EXPECT_FALSE(isReadableByOthers(directory / "book"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
}

TEST(PrivateFileWriter, leavesNothingOfWhatWasNotFinished)
{
    const TempDirectory directory;
    std::ofstream(directory / "book") << "yesterday's";
    {
        PrivateFileWriter writer(directory / "book");
        writer.write("half");
        PrivateFileWriter fresh(directory / "fresh");
        fresh.write("half");
    }
    EXPECT_EQ(readFile(directory / "book"), "yesterday's");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 1);
}

TEST(PrivateFileWriter, leavesNothingBehindASignalThatEndsTheProgram)
{
    const TempDirectory directory;
    std::ofstream(directory / "book") << "yesterday's";
    const auto writeHalf = [&](int number, void (*former)(int)) {
        std::signal(number, former);
        PrivateFileWriter::tidyUpWhenEnded();
        PrivateFileWriter(directory / "done").finish();
        PrivateFileWriter writer(directory / "book");
        PrivateFileWriter fresh(directory / "fresh");
        fresh.write("half");
        ::raise(number);
        std::_Exit(0);
    };
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        EXPECT_EXIT(writeHalf(number, SIG_DFL), ::testing::KilledBySignal(number), "");
        EXPECT_EQ(readFile(directory / "book"), "yesterday's");
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory.path()), {}), 2);
    }
    EXPECT_EXIT(writeHalf(SIGINT, SIG_IGN), ::testing::ExitedWithCode(0), "") << "as nohup and a shell's & want it";
}

TEST(PrivateFileWriter, keepsTheRightsOfASharedFileAndTheLinkToIt)
{
    const TempDirectory directory;
    std::ofstream(directory / "book") << "yesterday's";
    std::filesystem::permissions(directory / "book", std::filesystem::perms(0644));
    std::filesystem::create_symlink(directory / "book", directory / "latest");
    for (const auto rights : {PrivateFileWriter::Rights::OfTheFormer, PrivateFileWriter::Rights::Private}) {
        const bool isShared = rights == PrivateFileWriter::Rights::OfTheFormer;
        PrivateFileWriter writer(directory / "latest", rights);
        writer.write("today's");
        writer.finish();
        EXPECT_EQ(readFile(directory / "book"), "today's");
        EXPECT_EQ(std::filesystem::is_symlink(directory / "latest"), isShared);
        EXPECT_EQ(isReadableByOthers(directory / "latest"), isShared);
    }
    EXPECT_THROW(PrivateFileWriter(directory.path()), std::system_error);
}

TEST(PrivateFileWriter, putsNoFileInThePlaceOfADevice)
{
    PrivateFileWriter writer("/dev/null");
    writer.write("nothing");
    writer.finish();
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(PrivateDirectory, closesAnOpenDirectoryOfOurs)
{
    const TempDirectory directory;
    std::filesystem::create_directory(directory / "keys");
    std::filesystem::permissions(directory / "keys", std::filesystem::perms::all);

    ensurePrivateDirectory(directory / "keys");

    EXPECT_FALSE(isReadableByOthers(directory / "keys"));
}

TEST(PrivateDirectory, refusesAFileInItsPlace)
{
    const TempDirectory directory;
    writePrivateFile(directory / "keys", "");

    EXPECT_THROW(ensurePrivateDirectory(directory / "keys"), std::system_error);
}

// NOLINTBEGIN(concurrency-mt-unsafe): this program has one thread then
TEST(ServerDataDirectory, isWhatTheSystemMadeForTheService)
{
    ::unsetenv("STATE_DIRECTORY");
    const auto usual = serverDataDirectory();
    ::setenv("STATE_DIRECTORY", "/var/lib/of-the-service:/var/lib/second", 1);
    EXPECT_EQ(serverDataDirectory(), isAdministrator() ? usual : "/var/lib/of-the-service")
        << "a command of root means the service's data, in whatever unit it runs";
    EXPECT_EQ(serverDataDirectoryVariable(), isAdministrator() ? "" : "STATE_DIRECTORY");
    ::setenv("STATE_DIRECTORY", "relative", 1);
    EXPECT_EQ(serverDataDirectory(), usual);
    ::unsetenv("STATE_DIRECTORY");
}
// NOLINTEND(concurrency-mt-unsafe)

TEST(SecretStore, givesBackWhatWasSavedUntilRemoved)
{
    const TempDirectory directory;
    const SecretStore store(directory / "state");
    EXPECT_EQ(store.load("session"), std::nullopt);

    store.save("session", std::string("token\0with zero", 15));
    EXPECT_EQ(store.load("session"), std::string("token\0with zero", 15));

    store.remove("session");
    EXPECT_EQ(store.load("session"), std::nullopt);
    store.remove("session");
}

TEST(SecretStore, doesNotTrustASecretThatOthersCouldRead)
{
    const TempDirectory directory;
    const SecretStore store(directory.path());
    store.save("session", "token");
    std::filesystem::permissions(directory / "session.secret", std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);

    EXPECT_EQ(store.load("session"), std::nullopt);
}

TEST(SecretStore, refusesNamesThatLeadElsewhere)
{
    const TempDirectory directory;
    const SecretStore store(directory.path());

    for (const char* name : {"", "../session", ".hidden", "a/b"})
        EXPECT_THROW(store.save(name, "token"), std::invalid_argument) << name;
}

TEST(LockFile, isHeldByOneAtATime)
{
    const TempDirectory directory;
    auto first = LockFile::tryLock(directory / "lock");
    ASSERT_TRUE(first);
    EXPECT_FALSE(LockFile::tryLock(directory / "lock"));

    first.reset();
    EXPECT_TRUE(LockFile::tryLock(directory / "lock"));
}

TEST(Random, drawsAnewEachTime)
{
    EXPECT_EQ(randomHex(16).size(), 32U);
    EXPECT_NE(randomHex(16), randomHex(16));
}

TEST(Host, hasANameAndAnAddress)
{
    EXPECT_FALSE(hostName().empty());
    EXPECT_EQ(hostName().find('.'), std::string::npos);
    EXPECT_EQ(hostNames().front(), hostName());
    EXPECT_FALSE(hostAddresses().empty());
}

TEST(Host, writesAddressesInTheirUsualForm)
{
    EXPECT_EQ(normalAddress("0:0:0:0:0:0:0:1"), "::1");
    EXPECT_EQ(normalAddress("FE80::00AB"), "fe80::ab");
    EXPECT_EQ(normalAddress("192.168.1.7"), "192.168.1.7");
    EXPECT_EQ(normalAddress("may-chu"), std::nullopt);
    EXPECT_EQ(normalAddress("300.1.1.1"), std::nullopt);
}

} // namespace
} // namespace banhang::platform
