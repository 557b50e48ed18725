// From an empty directory to people who sign in.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "banhang/v1/identity.grpc.pb.h"
#include "banhang/v1/ops.grpc.pb.h"
#include "client/connection/call_setup.h"
#include "common/error.h"
#include "common/platform/account.h"
#include "common/platform/private_file.h"
#include "common/status_codec.h"
#include "tests/e2e/support/banhangd.h"

namespace banhang::test {
namespace {

using namespace std::chrono_literals;

nlohmann::json setUp(const Banhangd& office)
{
    return office.json({"setup", "--company", "Công ty Thử", "--admin", "quantri", "--name", "Đỗ Thành Trung"});
}

std::string refusalOfSignIn(const Banhangd& office, const std::string& user, const std::string& password)
{
    try {
        office.signIn(user, password);
        return "signed in";
    } catch (const AppError& error) {
        return error.key();
    }
}

v1::Me me(const Banhangd& office, const std::string& token)
{
    const auto stub = v1::IdentityService::NewStub(office.channel());
    grpc::ClientContext context;
    client::prepareCall(context, {token, "e2e", "test 1"}, 20s);
    v1::Me answer;
    const grpc::Status status = stub->GetMe(&context, {}, &answer);
    if (!status.ok())
        throw fromStatus(status);
    return answer;
}

TEST(Office, isSetUpOnceAndItsAdministratorSignsIn)
{
    Banhangd office;
    const auto administrator = setUp(office);
    EXPECT_EQ(office.run({"setup", "--company", "Khác", "--admin", "khac", "--name", "Khác"}).exitCode, 4);
    EXPECT_EQ(administrator.at("user_name"), "quantri");

    office.serve();
    const std::string token = office.signIn("quantri", administrator.at("one_time_password"));
    const v1::Me answer = me(office, token);
    EXPECT_TRUE(answer.must_change_password());
    EXPECT_EQ(answer.company().name(), "Công ty Thử");
    EXPECT_EQ(office.stop(), 0);
}

TEST(Office, isManagedByCommandsBesideTheRunningServer)
{
    Banhangd office;
    setUp(office);
    office.serve();
    const auto branch = office.json({"unit", "create", "Chi nhánh Huế", "--kind", "branch", "--short", "HUE"});
    office.json({"unit", "create", "Nhóm 1", "--kind", "team", "--below", "HUE"});
    const auto person = office.json(
        {"user", "create", "lan", "--name", "Lê Lan", "--unit", "Nhóm 1", "--group", "Nhân viên kinh doanh"});
    const std::string token = office.signIn("lan", person.at("one_time_password"));
    EXPECT_EQ(me(office, token).full_name(), "Lê Lan");

    office.json({"group", "create", "Thực tập", "--grant", "customer.view:own", "--mask", "phone"});
    const auto group = office.json({"group", "grant", "Thực tập", "customer.view:team", "customer.edit:own"});
    EXPECT_EQ(group.at("grants"), nlohmann::json({"customer.view:team", "customer.edit:own"}));
    EXPECT_EQ(group.at("masks"), nlohmann::json({"phone"}));
    office.json({"user", "group-add", "lan", "Thực tập"});
    EXPECT_EQ(office.json({"user", "move", "lan", "HUE"}).at("parent_unit_id"), branch.at("id"));

    const auto reset = office.json({"user", "reset-password", "lan"});
    EXPECT_THROW(me(office, token), AppError) << "a new password ends the sessions";
    EXPECT_EQ(refusalOfSignIn(office, "lan", person.at("one_time_password")), "identity.sign_in_refused");
    office.signIn("lan", reset.at("one_time_password"));
    office.json({"user", "disable", "lan"});
    EXPECT_EQ(refusalOfSignIn(office, "lan", reset.at("one_time_password")), "identity.sign_in_refused");
}

TEST(Office, isNotLookedForWhereNoneWasBegun)
{
    const Banhangd office;
    const auto file = office.directory() / "nothing.dump";

    EXPECT_EQ(office.run({"backup", file.string()}).exitCode, 4);
    EXPECT_FALSE(std::filesystem::exists(file)) << "a backup of nothing looks like one";
    EXPECT_EQ(office.run({"user", "list"}).exitCode, 4);
    EXPECT_FALSE(std::filesystem::exists(office.directory() / "pg"));
}

TEST(Office, makesNoUnitTwiceInOnePlace)
{
    Banhangd office;
    setUp(office);
    office.json({"unit", "create", "Chi nhánh Huế", "--kind", "branch"});

    const auto again = office.run({"unit", "create", "Chi nhánh Huế", "--kind", "branch"});
    EXPECT_EQ(again.exitCode, 4);
    EXPECT_NE(again.errors.find("exists"), std::string::npos) << again.errors;
    EXPECT_EQ(office.run({"unit", "create", "Chi nhánh Huế", "--kind", "team", "--below", "Chi nhánh Huế"}).exitCode,
              0);
}

TEST(Office, refusesWhatCommandsCannotDo)
{
    Banhangd office;
    setUp(office);

    EXPECT_EQ(office.run({"user", "create", "x", "--name", "X", "--unit", "nowhere"}).exitCode, 4);
    EXPECT_EQ(office.run({"user", "disable", "nobody"}).exitCode, 4);
    EXPECT_EQ(office.run({"group", "grant", "Quản trị", "customer.fly:all"}).exitCode, 4);
    EXPECT_EQ(office.run({"dance"}).exitCode, 2);
    EXPECT_EQ(office.run({"config", "--set", "server.port=1"}).exitCode, 3);
}

TEST(Office, tellsAboutItselfWithoutSignIn)
{
    Banhangd office;
    setUp(office);
    office.serve();
    const auto stub = v1::OpsService::NewStub(office.channel());
    grpc::ClientContext context;
    client::prepareCall(context, {"", "e2e", "test 1"}, 20s);
    v1::ServerInfo info;

    ASSERT_TRUE(stub->GetServerInfo(&context, {}, &info).ok());
    EXPECT_EQ(info.company_name(), "Công ty Thử");
    EXPECT_EQ(info.version(), BANHANG_VERSION);
    EXPECT_GT(info.time().seconds(), 1'700'000'000);
}

TEST(Office, ofAnotherAccountWritesTheConnectionFileWhereItsGiverMay)
{
    if (!platform::isAdministrator())
        GTEST_SKIP() << "only an administrator gives commands for other accounts";
    const Banhangd office;
    office.belongTo("postgres");
    const TempDirectory mine;
    const auto file = mine / "van-phong.banhang";
    const auto finished = office.run({"connection-file", "--address", "192.168.1.2:7443", "--out", file.string()});

    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    EXPECT_EQ(readConnectionFile(file).addresses, std::vector<std::string>{"192.168.1.2:7443"});
    EXPECT_FALSE(platform::isReadableByOthers(file));
    EXPECT_EQ(platform::ownerOf(file), platform::currentUser());
    EXPECT_EQ(platform::ownerOf(office.directory() / "pki"), "postgres") << "the service's";
    EXPECT_EQ(office.output({"connection-file", "--address", "192.168.1.2:7443"}), platform::readFile(file));
}

TEST(Office, saysBeforeItBeginsWhoMustBeAbleToWriteTheReadyFile)
{
    if (!platform::isAdministrator())
        GTEST_SKIP() << "only an administrator gives commands for other accounts";
    const Banhangd office;
    office.belongTo("postgres");
    const TempDirectory mine;
    const auto file = mine / "ready";
    const auto finished = office.run({"serve", "--ready-file", file.string()});

    EXPECT_NE(finished.exitCode, 0);
    EXPECT_NE(finished.errors.find("--ready-file " + file.string() + " cannot be written by postgres"),
              std::string::npos)
        << finished.errors;
    EXPECT_FALSE(std::filesystem::exists(office.directory() / "pg"));
}

TEST(Office, triesNoReadyFileThatIsAPipe)
{
    Banhangd office;
    office.set("log.directory=/dev/null/nowhere"); // ends it once the ready file was looked at
    const auto pipe = office.directory() / "ready";
    ASSERT_EQ(::mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    const auto finished = office.run({"serve", "--ready-file", pipe.string()});
    EXPECT_NE(finished.errors.find("/dev/null/nowhere"), std::string::npos) << finished.errors;
    pollfd reading{.fd = reader, .events = POLLIN, .revents = 0};
    EXPECT_EQ(::poll(&reading, 1, 0), 0) << "nobody opened and closed it";
    ::close(reader);
}

TEST(Office, leavesRunAsToAdministrators)
{
    Banhangd office;
    office.belongTo("postgres");
    office.set("database.run_as=nobody");
    setUp(office);

    EXPECT_EQ(platform::ownerOf(office.directory() / "pg"),
              platform::isAdministrator() ? "postgres" : platform::currentUser());
}

TEST(Office, refusesAWrongConfigurationWithFileAndLine)
{
    const Banhangd office;
    const auto file = office.directory() / "banhangd.toml";
    platform::writePrivateFile(file, "[server]\n\nlisten = 7443\n");
    const auto finished = office.run({"serve", "--config", file.string()});

    EXPECT_EQ(finished.exitCode, 3);
    EXPECT_NE(finished.errors.find(file.string() + ":3: server.listen must be"), std::string::npos) << finished.errors;
}

} // namespace
} // namespace banhang::test
