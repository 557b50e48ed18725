// From an empty directory to people who sign in.
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
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
using ::testing::HasSubstr;

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

TEST(Office, namesTheWordThatIsNoCommandAndTheNearestOne)
{
    const Banhangd office;
    const auto command = office.run({"usr", "list"});
    const auto subcommand = office.run({"user", "lst"});

    EXPECT_EQ(command.exitCode, 2);
    EXPECT_THAT(command.errors, HasSubstr("banhangd: there is no command \"usr\"; did you mean \"user\"?\n"));
    EXPECT_EQ(subcommand.exitCode, 2);
    EXPECT_THAT(subcommand.errors, HasSubstr("banhangd: \"user\" has no command \"lst\"; did you mean \"list\"?\n"));
}

TEST(Office, takesNamesOfUnitsAndGroupsInAnyLetterCase)
{
    Banhangd office;
    setUp(office);
    const auto branch = office.json({"unit", "create", "Chi nhánh Đà Nẵng", "--kind", "branch", "--short", "DN"});
    office.json({"unit", "create", "Nhóm Sơn", "--kind", "team", "--below", "dn"});
    office.json({"unit", "create", "Nhóm Sớn", "--kind", "team", "--below", "chi nhanh da nang"});
    const auto person = office.json({"user", "create", "lan", "--name", "Lê Lan", "--unit", "CHI NHÁNH ĐÀ NẴNG",
                                     "--group", "nhân viên KINH doanh"});
    EXPECT_EQ(person.at("parent_unit_id"), branch.at("id"));
    EXPECT_EQ(person.at("group_ids").size(), 1u);

    const auto doubtful = office.run({"user", "move", "lan", "nhom son"});
    EXPECT_EQ(doubtful.exitCode, 4);
    EXPECT_THAT(doubtful.errors, HasSubstr("several units are called \"nhom son\"; give the id:"));
    EXPECT_THAT(doubtful.errors, HasSubstr("  Nhóm Sơn\n"));
    EXPECT_THAT(doubtful.errors, HasSubstr("  Nhóm Sớn\n"));
    EXPECT_EQ(office.run({"user", "move", "lan", "nhóm SƠN"}).exitCode, 0) << "with its marks it is one";
    office.json({"group", "create", "Thực Tập"});
    office.json({"group", "create", "thực tập"});
    EXPECT_THAT(office.run({"group", "grant", "THỰC TẬP", "customer.view:own"}).errors,
                HasSubstr("several groups are called \"THỰC TẬP\""));
    EXPECT_EQ(office.json({"group", "grant", "thực tập", "customer.view:own"}).at("name"), "thực tập");
}

TEST(Office, saysWhatToDoAboutNamesThatAreRefused)
{
    Banhangd office;
    setUp(office);

    const auto refused = office.run({"user", "create", "Lê Lan", "--name", "Lê Lan"});
    EXPECT_EQ(refused.exitCode, 4);
    EXPECT_THAT(refused.errors, HasSubstr("user.name_form"));
    EXPECT_THAT(refused.errors, HasSubstr("2 to 64 characters: small letters a to z without marks"));
    EXPECT_THAT(office.run({"user", "disable", "nobody"}).errors, HasSubstr("`banhangd user list`"));
}

TEST(Office, showsTheDirectoriesThatItUses)
{
    const Banhangd office;
    const auto settings = office.json({"config"});
    const std::string directory = office.directory().string();

    EXPECT_EQ(settings.at("server.data_dir").at("value"), "\"" + directory + "\"");
    EXPECT_EQ(settings.at("server.data_dir").at("origin"), "--data-dir");
    EXPECT_EQ(settings.at("backup.directory").at("value"), "\"" + directory + "/backups\"");
    EXPECT_EQ(settings.at("backup.directory").at("origin"), "server.data_dir");
}

TEST(Office, saysWhatTheConnectionFileIsForUnlessItIsTheAnswer)
{
    const Banhangd office;
    const auto file = office.directory() / "van-phong.banhang";
    const std::string told = office.output(
        {"connection-file", "--address", "192.168.1.2:7443", "--address", "192.168.2.2:7443", "--out", file});

    EXPECT_THAT(told,
                HasSubstr("Written: " + file.string() + ", for a server at 192.168.1.2:7443, 192.168.2.2:7443\n"));
    EXPECT_THAT(told, HasSubstr("sign-in --connection FILE"));
    EXPECT_EQ(office.output({"connection-file", "--address", "192.168.1.2:7443", "--address", "192.168.2.2:7443"}),
              platform::readFile(file));
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
    platform::writePrivateFile(file, "[server]\n\nlisten = 7443\n[backup]\nkeep = 0\n");
    const auto finished = office.run({"serve", "--config", file.string()});

    EXPECT_EQ(finished.exitCode, 3);
    EXPECT_THAT(finished.errors, HasSubstr("banhangd: " + file.string() + ":3: server.listen must be"));
    EXPECT_THAT(finished.errors, HasSubstr("\nbanhangd: " + file.string() + ":5: backup.keep must be"));
}

} // namespace
} // namespace banhang::test
