#include "common/platform/process.h"

#include <csignal>
#include <fcntl.h>
#include <future>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "common/platform/account.h"
#include "common/platform/private_file.h"
#include "tests/support/temp_directory.h"

namespace banhang::platform {
namespace {

using namespace std::chrono_literals;

Command shell(const std::string& script)
{
    Command command;
    command.arguments = {"/bin/sh", "-c", script};
    return command;
}

TEST(Run, gathersOutputErrorsAndExitCode)
{
    const Finished finished = run(shell("echo out; echo err >&2; exit 7"));

    EXPECT_EQ(finished.exitCode, 7);
    EXPECT_EQ(finished.output, "out\n");
    EXPECT_EQ(finished.errors, "err\n");
}

TEST(Run, passesArgumentsAsTheyAre)
{
    Command command;
    command.arguments = {"/usr/bin/printf", "%s|", "$HOME", "a b", "\"; rm -rf /"};

    EXPECT_EQ(run(command).output, "$HOME|a b|\"; rm -rf /|");
}

TEST(Run, exchangesMoreThanPipesHold)
{
    Command command;
    command.arguments = {"/bin/cat"};
    command.input = std::string(3'000'000, 'x');

    EXPECT_EQ(run(command).output, command.input);
}

TEST(Run, outlivesAChildThatDoesNotRead)
{
    Command command;
    command.arguments = {"/bin/true"};
    command.input = std::string(3'000'000, 'x');

    EXPECT_EQ(run(command).exitCode, 0);
}

TEST(Run, setsAndRemovesVariables)
{
    ::setenv("BANHANG_TEST_A", "parent", 1); // NOLINT(concurrency-mt-unsafe): this program has one thread then
    ::setenv("BANHANG_TEST_B", "parent", 1); // NOLINT(concurrency-mt-unsafe): this program has one thread then
    Command command = shell("echo \"$BANHANG_TEST_A,${BANHANG_TEST_B-unset}\"");
    command.environment = {{"BANHANG_TEST_A", "child"}, {"BANHANG_TEST_B", ""}};

    EXPECT_EQ(run(command).output, "child,unset\n");
}

TEST(Run, saysWhyAProgramDoesNotStart)
{
    Command command;
    command.arguments = {"/no/such/program"};

    try {
        run(command);
        FAIL() << "started";
    } catch (const std::system_error& error) {
        EXPECT_EQ(error.code(), std::errc::no_such_file_or_directory);
    }
}

TEST(Run, countsASignalAsShellsDo)
{
    EXPECT_EQ(run(shell("kill -KILL $$")).exitCode, 128 + SIGKILL);
}

TEST(Run, endsTheChildWhenToldToStop)
{
    const test::TempDirectory directory;
    const auto ready = directory / "ready";
    std::stop_source stop;
    const auto finished = std::async(std::launch::async, [&] {
                              return run(shell("touch " + ready.string() + "; exec sleep 1000"), stop.get_token());
                          }).share();
    while (!exists(ready))
        ASSERT_EQ(finished.wait_for(5ms), std::future_status::timeout);
    stop.request_stop();
    EXPECT_EQ(finished.get().exitCode, 128 + SIGTERM);
    EXPECT_EQ(run(shell("exec sleep 1000"), stop.get_token()).exitCode, 128 + SIGTERM) << "told before it began";
}

TEST(Run, leavesNoFileOpenInTheChild)
{
    // Opened without O_CLOEXEC, as a careless library would.
    const int leaky = ::open("/dev/null", O_RDONLY);
    Command command;
    command.arguments = {"/bin/ls", "/proc/self/fd"};

    EXPECT_EQ(run(command).output, "0\n1\n2\n3\n") << "3 is the directory that ls reads";
    ::close(leaky);
}

TEST(Run, runsAsAnotherAccountOnlyForTheAdministrator)
{
    Command command;
    command.arguments = {"/usr/bin/id", "-un"};
    command.user = "nobody";

    if (isAdministrator()) {
        EXPECT_EQ(run(command).output, "nobody\n");
        command.arguments = {"/usr/bin/id", "-G"};
        EXPECT_EQ(run(command).output.find(' '), std::string::npos) << "kept a group of root";
    } else {
        EXPECT_THROW(run(command), std::system_error);
    }
    command.user = "no-such-account";
    EXPECT_THROW(run(command), std::system_error);
}

TEST(ChildProcess, endsGentlyWhenAsked)
{
    const test::TempDirectory directory;
    Command command = shell("trap 'echo asked; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
    command.outputFile = directory / "output";
    ChildProcess child = ChildProcess::start(command);
    while (readFile(command.outputFile) != "ready\n")
        ASSERT_FALSE(child.waitFor(5ms));

    EXPECT_EQ(child.stop(ChildProcess::Manner::Gentle, 20s), 3);
    EXPECT_EQ(readFile(command.outputFile), "ready\nasked\n");
    EXPECT_EQ(child.waitFor(0ms), 3);
}

TEST(ChildProcess, isEndedByForceWhenItDoesNotListen)
{
    const test::TempDirectory directory;
    Command command = shell("trap '' TERM; echo ready; while :; do sleep 0.05; done");
    command.outputFile = directory / "output";
    ChildProcess child = ChildProcess::start(command);
    while (readFile(command.outputFile) != "ready\n")
        ASSERT_FALSE(child.waitFor(5ms));

    EXPECT_EQ(child.stop(ChildProcess::Manner::Gentle, 50ms), 128 + SIGKILL);
    EXPECT_FALSE(isProcessAlive(child.id()));
}

TEST(IsProcessAlive, countsAProcessThatOnlyWaitsToBeCollectedAsDead)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    siginfo_t ended = {};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT), 0);

    EXPECT_FALSE(isProcessAlive(child));
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(isProcessAlive(::getpid()));
}

} // namespace
} // namespace banhang::platform
