#include "common/command_usage.h"

#include <algorithm>
#include <sstream>

#include <CLI/CLI.hpp>
#include <gtest/gtest.h>

namespace banhang {
namespace {

const std::vector<std::string> kKnown = {"serve", "setup", "user", "unit", "group", "restore", "backup"};

/// What a program says that has `user create|list`, each with `--json`.
std::string complaintAbout(std::vector<std::string> arguments)
{
    CLI::App app("A program", "program");
    app.require_subcommand(1);
    app.fallthrough();
    app.failure_message(usageComplaint);
    CLI::App* user = app.add_subcommand("user", "People");
    user->require_subcommand(1);
    user->add_subcommand("create", "Makes one")->add_option("NAME", "Name")->required();
    user->add_subcommand("list", "Lists all")->add_flag("--json");
    app.add_subcommand("serve", "Serves");
    std::ranges::reverse(arguments);
    std::ostringstream out;
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        EXPECT_NE(app.exit(error, out, out), 0);
    }
    return out.str();
}

TEST(NearestWord, isTheOneWithTheFewestSlips)
{
    EXPECT_EQ(nearestWord("usr", kKnown), "user");
    EXPECT_EQ(nearestWord("uesr", kKnown), "user");
    EXPECT_EQ(nearestWord("unti", kKnown), "unit");
    EXPECT_EQ(nearestWord("gruop", kKnown), "group");
    EXPECT_EQ(nearestWord("retsore", kKnown), "restore");
}

TEST(NearestWord, isTheOneThatWasBegun)
{
    EXPECT_EQ(nearestWord("back", kKnown), "backup");
    EXPECT_EQ(nearestWord("b", kKnown), "");
}

TEST(NearestWord, isNoneWhereNothingIsNear)
{
    EXPECT_EQ(nearestWord("dance", kKnown), "");
    EXPECT_EQ(nearestWord("", kKnown), "");
    EXPECT_EQ(nearestWord("x", kKnown), "");
    EXPECT_EQ(nearestWord("usr", {}), "");
}

TEST(UsageComplaint, namesTheWordThatIsNoCommandAndTheNearestOne)
{
    EXPECT_EQ(
        complaintAbout({"usr", "create", "lan"}),
        "program: there is no command \"usr\"; did you mean \"user\"?\nRun `program --help` for what there is.\n");
    EXPECT_EQ(complaintAbout({"user", "lst", "--json"}),
              "program: \"user\" has no command \"lst\"; did you mean \"list\"?\n"
              "Run `program user --help` for what there is.\n");
    EXPECT_EQ(complaintAbout({"dance"}),
              "program: there is no command \"dance\"\nRun `program --help` for what there is.\n");
}

TEST(UsageComplaint, namesAnOptionThatStandsBeforeAnyCommand)
{
    EXPECT_EQ(complaintAbout({"--colour", "red"}),
              "program: there is no option \"--colour\" here\nRun `program --help` for what there is.\n");
}

TEST(UsageComplaint, leavesOtherMistakesToTheParser)
{
    EXPECT_EQ(complaintAbout({"user"}).substr(0, 24), "A subcommand is required");
    EXPECT_EQ(complaintAbout({"user", "create"}).substr(0, 16), "NAME is required");
    EXPECT_NE(complaintAbout({"user", "list", "lan"}).find("not expected: lan"), std::string::npos);
    EXPECT_EQ(complaintAbout({"user", "list"}), "");
}

} // namespace
} // namespace banhang
