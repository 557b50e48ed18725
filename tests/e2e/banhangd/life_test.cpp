// What befalls the processes: killed, started twice, several at once.
#include <csignal>
#include <future>

#include <gtest/gtest.h>

#include "banhang/v1/changes.grpc.pb.h"
#include "banhang/v1/identity.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "client/connection/channel.h"
#include "common/platform/account.h"
#include "common/platform/private_file.h"
#include "tests/e2e/support/banhangd.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

grpc::Status askInfo(const std::shared_ptr<grpc::Channel>& channel)
{
    const auto stub = v1::OpsService::NewStub(channel);
    grpc::ClientContext context;
    client::prepareCall(context, {"", "e2e", "test 1"}, 5s);
    v1::ServerInfo info;
    return stub->GetServerInfo(&context, {}, &info);
}

/// Whether a new database runs and the server answers from it before patience ends. An answer alone proves nothing:
/// backends of a killed postmaster live on for a moment, and the new one begins when the last of them has ended.
bool answersAgain(const Banhangd& office, int killedDatabase, const std::shared_ptr<grpc::Channel>& channel)
{
    return waitUntil([&] {
        const auto database = office.runningDatabase();
        return askInfo(channel).ok() && database && *database != killedDatabase;
    });
}

TEST(Life, healsAfterItsDatabaseWasKilled)
{
    Banhangd office;
    office.serve();
    const auto channel = office.channel();
    ASSERT_TRUE(askInfo(channel).ok());

    for (int round = 0; round < 2; ++round) {
        const int before = office.databaseProcess();
        ASSERT_EQ(::kill(before, SIGKILL), 0);
        while (platform::isProcessAlive(before))
            ASSERT_FALSE(askInfo(channel).error_code() == grpc::StatusCode::INTERNAL) << "no fault of ours";
        EXPECT_TRUE(answersAgain(office, before, channel)) << office.log();
    }
    EXPECT_EQ(office.stop(), 0);
}

TEST(Life, startsAfterItWasKilledWithItsDatabaseLeftRunning)
{
    Banhangd office;
    office.serve();
    const int left = office.databaseProcess();
    office.kill();
    EXPECT_TRUE(platform::isProcessAlive(left));

    office.serve();
    EXPECT_NE(office.databaseProcess(), left);
    EXPECT_TRUE(askInfo(office.channel()).ok());
}

TEST(Life, startsAfterBothWereKilled)
{
    Banhangd office;
    office.serve();
    const int left = office.databaseProcess();
    office.kill();
    ASSERT_EQ(::kill(left, SIGKILL), 0);

    office.serve();
    EXPECT_TRUE(askInfo(office.channel()).ok());
}

TEST(Life, beginsAgainWhereMakingTheClusterWasInterrupted)
{
    Banhangd office;
    std::filesystem::create_directory(office.directory() / "pg.new");
    platform::writePrivateFile(office.directory() / "pg.new" / "PG_VERSION", "15\n");

    office.serve();
    EXPECT_FALSE(std::filesystem::exists(office.directory() / "pg.new"));
}

TEST(Life, refusesASecondServerOnOneDirectory)
{
    Banhangd office;
    office.serve();
    const auto second = office.run({"serve"});

    EXPECT_EQ(second.exitCode, 4);
    EXPECT_NE(second.errors.find("already"), std::string::npos) << second.errors;
    EXPECT_TRUE(askInfo(office.channel()).ok());
}

TEST(Life, stopsItsDatabaseWithItself)
{
    Banhangd office;
    office.serve();
    const int database = office.databaseProcess();

    EXPECT_EQ(office.stop(), 0);
    EXPECT_FALSE(platform::isProcessAlive(database));
    EXPECT_FALSE(std::filesystem::exists(office.directory() / "ready.json"));
}

TEST(Life, ofAServiceIsNotDisturbedByCommandsOfRoot)
{
    if (!platform::isAdministrator())
        GTEST_SKIP() << "only root can give a directory away";
    Banhangd office;
    platform::changeOwner(office.directory(), "postgres");
    office.json({"setup", "--company", "Thử", "--admin", "quantri", "--name", "Trung"});
    office.serve();
    office.json({"unit", "create", "Chi nhánh Huế", "--kind", "branch"});
    EXPECT_EQ(office.stop(), 0);

    std::filesystem::remove(office.directory() / "serve.log"); // made by this test
    for (const auto& entry : std::filesystem::recursive_directory_iterator(office.directory()))
        EXPECT_EQ(platform::ownerOf(entry.path()), "postgres") << entry.path();
}

/// Reads events until one is of `kind`; false when the stream ends before.
bool readUntil(grpc::ClientReader<v1::WatchEvent>& stream, v1::WatchEvent::EventCase kind)
{
    v1::WatchEvent event;
    while (stream.Read(&event))
        if (event.event_case() == kind)
            return true;
    return false;
}

TEST(Life, tellsOpenStreamsWhatChangedAndWhenItStops)
{
    Banhangd office;
    const auto administrator = office.json({"setup", "--company", "Thử", "--admin", "quantri", "--name", "Trung"});
    office.serve();
    const std::string token = office.signIn("quantri", administrator.at("one_time_password"));
    const auto identity = v1::IdentityService::NewStub(office.channel());
    grpc::ClientContext change;
    client::prepareCall(change, {token, "e2e", "test 1"}, 20s);
    v1::ChangePasswordRequest password;
    password.set_old_password(administrator.at("one_time_password"));
    password.set_new_password("mật khẩu mới 1");
    password.set_request_id("00000000-0000-4000-8000-000000000001");
    v1::ChangePasswordResponse changed;
    ASSERT_TRUE(identity->ChangePassword(&change, password, &changed).ok());

    const auto stub = v1::ChangesService::NewStub(office.channel());
    grpc::ClientContext context;
    client::prepareStream(context, {token, "e2e", "test 1"});
    const auto stream = stub->Watch(&context, {});
    ASSERT_TRUE(readUntil(*stream, v1::WatchEvent::kHeartbeat));
    office.json({"unit", "create", "Chi nhánh Huế", "--kind", "branch"});
    EXPECT_TRUE(readUntil(*stream, v1::WatchEvent::kBatch)) << "made by a command, in another process";

    auto end = std::async(std::launch::async, [&] { return office.stop(); });
    EXPECT_TRUE(readUntil(*stream, v1::WatchEvent::kGoingAway));
    stream->Finish();
    EXPECT_EQ(end.get(), 0);
}

/// A database that banhangd does not run itself, as IT may have one.
class ForeignDatabase : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_cluster.make();
        m_cluster.start();
    }
    void TearDown() override { m_cluster.stop(); }

    void use(Banhangd& office) const
    {
        office.set("database.owner_dsn=" + m_cluster.access().owner);
        office.set("database.app_dsn=" + m_cluster.access().app);
        office.set("database.system_dsn=" + m_cluster.access().system);
    }

private:
    static server::ClusterOptions optionsFor(const std::filesystem::path& directory)
    {
        server::ClusterOptions options;
        options.dataDirectory = directory;
        options.sharedBuffersMb = 32;
        if (platform::isAdministrator())
            options.runAs = "postgres";
        return options;
    }

    const TempDirectory m_directory;
    server::PrivateCluster m_cluster{optionsFor(m_directory.path())};
};

TEST_F(ForeignDatabase, isMigratedOnceByTwoServersThatStartAtOnce)
{
    Banhangd one;
    Banhangd two;
    for (Banhangd* office : {&one, &two}) {
        use(*office);
        office->beginServe();
    }
    for (Banhangd* office : {&one, &two}) {
        office->awaitReady();
        EXPECT_TRUE(askInfo(office->channel()).ok());
    }
    EXPECT_EQ(one.stop(), 0);
    EXPECT_EQ(two.stop(), 0);
}

TEST_F(ForeignDatabase, isNotRestoredWhileAServerAnywhereUsesIt)
{
    Banhangd server;
    Banhangd command;
    use(server);
    use(command);
    server.serve();
    const std::string file = (command.directory() / "office.dump").string();
    command.output({"backup", file});
    const auto refused = command.run({"restore", file});
    EXPECT_EQ(refused.exitCode, 4);
    EXPECT_NE(refused.errors.find("stop all servers"), std::string::npos) << refused.errors;

    server.stop();
    EXPECT_EQ(command.run({"restore", file}).exitCode, 0);
    server.serve();
    EXPECT_TRUE(askInfo(server.channel()).ok());
}

TEST_F(ForeignDatabase, isReportedWhenItCannotBeReached)
{
    Banhangd office;
    use(office);
    TearDown();

    EXPECT_EQ(office.run({"user", "list"}).exitCode, 5);
    EXPECT_EQ(office.run({"serve"}).exitCode, 5);
}

} // namespace
} // namespace banhang::test
