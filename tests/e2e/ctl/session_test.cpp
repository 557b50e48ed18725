// Who may use banhangctl, and what it answers when it may not do its work.
#include <filesystem>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/platform/private_file.h"
#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// What a person reads at a terminal who types `lines`, each once they are asked.
struct Screen
{
    Screen(std::vector<std::string> command, const std::vector<std::string>& lines)
    {
        int terminal = -1;
        std::vector<char*> arguments;
        arguments.reserve(command.size() + 1);
        for (std::string& word : command)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
        if (child == 0) {
            execv(arguments.front(), arguments.data());
            _exit(127);
        }
        for (const std::string& line : lines) {
            readUntil(terminal, ": ");
            const std::string typed = line + "\n";
            EXPECT_EQ(write(terminal, typed.data(), typed.size()), static_cast<ssize_t>(typed.size()));
        }
        readUntil(terminal, {});
        close(terminal); // hangs up on what never ended
        int status = 0;
        waitpid(child, &status, 0);
        exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    std::string text;
    int exitCode = -1;

private:
    /// From here on; without `end` all that comes, and in any case no longer than a minute of silence.
    void readUntil(int terminal, const std::string& end)
    {
        std::string got;
        char letter = 0;
        pollfd ready{.fd = terminal, .events = POLLIN, .revents = 0};
        while ((end.empty() || !got.ends_with(end)) && poll(&ready, 1, 60'000) == 1 &&
               ::read(terminal, &letter, 1) == 1)
            got += letter;
        text += got;
    }
};

class CtlSession : public DemoOfficeFixture<CtlSession>
{
};

TEST_F(CtlSession, isKeptPrivatelyAndSaysWhoIsSignedIn)
{
    const Ctl minh(office(), "minh");

    EXPECT_EQ(minh.json({"whoami"}).at("full_name"), "Lê Quang Minh");
    EXPECT_FALSE(platform::isReadableByOthers(minh.sessionFile()));
}

TEST_F(CtlSession, leavesTheDirectoryOfItsFileAsItWas)
{
    const auto shared = office().directory() / "shared";
    std::filesystem::create_directory(shared);
    std::filesystem::permissions(shared, std::filesystem::perms::all);
    ASSERT_EQ(Ctl::withSessionFile(office(), shared / "session").signIn("thao", "banhang.demo").exitCode, 0);

    EXPECT_EQ(std::filesystem::status(shared).permissions(), std::filesystem::perms::all);
}

TEST_F(CtlSession, isNotUsedOnceOthersCouldReadIt)
{
    const Ctl minh(office(), "minh");
    std::filesystem::permissions(minh.sessionFile(), std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);

    EXPECT_EQ(minh.exitCode({"whoami"}), 3);
}

TEST_F(CtlSession, isNotOpenedByAWrongPassword)
{
    const Ctl somebody(office());
    const auto refused = somebody.signIn("tuan", "not the password");

    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_THAT(refused.errors, HasSubstr("identity.sign_in_refused"));
    EXPECT_EQ(somebody.signIn("nobody", "not the password").errors, refused.errors);
    EXPECT_FALSE(std::filesystem::exists(somebody.sessionFile()));
    EXPECT_EQ(somebody.exitCode({"customer", "list"}), 3);
    EXPECT_THAT(somebody.run({"customer", "list"}).errors,
                HasSubstr("session.missing\n  sign in with: banhangctl sign-in --connection FILE --user NAME"));
}

TEST_F(CtlSession, endsWithSignOutAndWithANewPassword)
{
    const Ctl here(office(), "mai");
    const Ctl there(office(), "mai");
    EXPECT_EQ(here.exitCode({"change-password"}, "banhang.demo\nMột câu dài hơn\n"), 0);

    const auto refused = there.run({"whoami"});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_THAT(refused.errors, HasSubstr("session.ended"));
    EXPECT_EQ(here.exitCode({"whoami"}), 0);

    const std::string file = platform::readFile(here.sessionFile());
    EXPECT_EQ(here.exitCode({"sign-out"}), 0);
    EXPECT_FALSE(std::filesystem::exists(here.sessionFile()));
    platform::writePrivateFile(here.sessionFile(), file);
    EXPECT_EQ(here.exitCode({"whoami"}), 3) << "a copied session must not outlive the sign-out";
}

TEST_F(CtlSession, isForgottenBySignOutAlsoWhenItHasEnded)
{
    const Ctl there(office(), "nam");
    const Ctl here(office(), "nam");
    ASSERT_EQ(here.exitCode({"change-password"}, "banhang.demo\nMột câu dài hơn\n"), 0);
    ASSERT_EQ(there.exitCode({"whoami"}), 3);

    EXPECT_EQ(there.exitCode({"sign-out"}), 0);
    EXPECT_FALSE(std::filesystem::exists(there.sessionFile()));
    EXPECT_EQ(there.exitCode({"sign-out"}), 3) << "there is none";
}

TEST_F(CtlSession, asksForPasswordsUnseenAtATerminal)
{
    const Ctl person(office(), "quynh");
    const Screen unlike(person.commandLine({"change-password"}),
                        {"banhang.demo", "Một câu dài hơn", "Một câu khác hẳn"});
    EXPECT_EQ(unlike.exitCode, 2) << unlike.text;
    EXPECT_THAT(unlike.text, HasSubstr("not typed twice alike"));
    const Screen alike(person.commandLine({"change-password"}), {"banhang.demo", "Một câu dài hơn", "Một câu dài hơn"});
    EXPECT_EQ(alike.exitCode, 0) << alike.text;
    EXPECT_THAT(alike.text, HasSubstr("Old password: "));
    EXPECT_THAT(alike.text, HasSubstr("New password again: "));
    for (const Screen* screen : {&unlike, &alike}) {
        EXPECT_THAT(screen->text, Not(HasSubstr("banhang.demo")));
        EXPECT_THAT(screen->text, Not(HasSubstr("Một câu")));
    }
}

TEST_F(CtlSession, doesNothingElseUntilTheFirstPasswordIsChanged)
{
    const auto made = office().json(
        {"user", "create", "moi", "--name", "Lê Thị Mới", "--unit", "Nhóm KD 1", "--group", "Nhân viên kinh doanh"});
    const std::string first = made.at("one_time_password");
    const Ctl newcomer(office(), "moi", first);

    const auto refused = newcomer.run({"customer", "list"});
    EXPECT_EQ(refused.exitCode, 6);
    EXPECT_THAT(refused.errors, HasSubstr("identity.password_change_required"));
    EXPECT_EQ(newcomer.exitCode({"change-password"}, first + "\nmoi\n"), 6);
    EXPECT_EQ(newcomer.exitCode({"change-password"}, first + "\nMột câu dài hơn\n"), 0);
    EXPECT_EQ(newcomer.exitCode({"customer", "list"}), 0);
}

TEST_F(CtlSession, tellsAMistakeAtTheCommandLineFromAFault)
{
    const Ctl minh(office(), "minh");
    const auto unknown = minh.run({"cusomer", "list"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("banhangctl: there is no command \"cusomer\"; did you mean \"customer\"?"));
    EXPECT_THAT(minh.run({"customer", "gte", "1"}).errors,
                HasSubstr("banhangctl: \"customer\" has no command \"gte\"; did you mean \"get\"?"));
    EXPECT_EQ(minh.exitCode({"dance"}), 2);
    EXPECT_EQ(minh.exitCode({"customer", "get", "Lan"}), 2);
    EXPECT_EQ(minh.exitCode({"customer", "list", "--sort", "colour"}), 2);
    EXPECT_EQ(minh.exitCode({"customer", "create", "{not json"}), 2);
    EXPECT_EQ(minh.exitCode({"customer", "import", "/nowhere.csv"}), 2);
    EXPECT_EQ(minh.exitCode({"sign-in", "--connection", "/nowhere.banhang", "--user", "minh", "--password-stdin"}, "x"),
              2);

    const Ctl nowhere = Ctl::withSessionFile(office(), minh.sessionFile() / "below a file");
    EXPECT_EQ(nowhere.signIn("minh", "banhang.demo").exitCode, 1);
}

TEST_F(CtlSession, hasNoRightsWithoutAGroup)
{
    const auto made = office().json({"user", "create", "khach", "--name", "Lê Văn Khách", "--unit", "Nhóm KD 1"});
    const std::string first = made.at("one_time_password");
    const Ctl guest(office(), "khach", first);
    ASSERT_EQ(guest.exitCode({"change-password"}, first + "\nMột câu dài hơn\n"), 0);

    EXPECT_EQ(guest.exitCode({"customer", "list"}), 4);
    EXPECT_EQ(guest.exitCode({"customer", "get", "1"}), 4);
    EXPECT_EQ(guest.exitCode({"customer", "create", R"({"kind":1,"name":"Ai đó"})"}), 4);
    EXPECT_EQ(guest.exitCode({"duplicate", "check", "--name", "Ai đó"}), 4);
}

TEST_F(CtlSession, saysThatTheServerIsAwayAndGoesOnWhenItIsBack)
{
    const Ctl minh(office(), "minh");
    office().stop();
    EXPECT_EQ(minh.exitCode({"whoami"}), 8);
    office().serve();

    EXPECT_EQ(minh.exitCode({"whoami"}), 0);
}

} // namespace
} // namespace banhang::test
