// What befalls the processes: killed, started twice, several at once.
#include <csignal>

#include <gtest/gtest.h>

#include "banhang/v1/ops.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "client/connection/channel.h"
#include "common/platform/private_file.h"
#include "tests/e2e/banhangd/banhangd.h"

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

/// Whether the server answers again before patience ends.
bool answersAgain(const std::shared_ptr<grpc::Channel>& channel)
{
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (std::chrono::steady_clock::now() < until)
        if (askInfo(channel).ok())
            return true;
    return false;
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
        EXPECT_TRUE(answersAgain(channel)) << office.log();
        EXPECT_NE(office.databaseProcess(), before);
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

TEST(Life, twoServersThatStartAtOnceMigrateOneDatabaseOnce)
{
    const TempDirectory directory;
    server::ClusterOptions options;
    options.dataDirectory = directory.path();
    options.sharedBuffersMb = 32;
    if (platform::isAdministrator())
        options.runAs = "postgres";
    server::PrivateCluster cluster(options);
    cluster.make();
    cluster.start();
    {
        Banhangd one;
        Banhangd two;
        for (Banhangd* office : {&one, &two}) {
            office->set("database.owner_dsn=" + cluster.access().owner);
            office->set("database.app_dsn=" + cluster.access().app);
            office->set("database.system_dsn=" + cluster.access().system);
            office->beginServe();
        }
        for (Banhangd* office : {&one, &two}) {
            office->awaitReady();
            EXPECT_TRUE(askInfo(office->channel()).ok());
        }
        EXPECT_EQ(one.stop(), 0);
        EXPECT_EQ(two.stop(), 0);
    }
    cluster.stop();
}

} // namespace
} // namespace banhang::test
