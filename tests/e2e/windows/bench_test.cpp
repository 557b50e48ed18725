// `banhang --bench` as it is started by hand: it works through everything and prints every figure that it promises.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/demo/office.h"
#include "common/platform/process.h"
#include "tests/e2e/ctl/demo_office_fixture.h"
#include "tests/support/temp_directory.h"

namespace banhang::test {
namespace {

using nlohmann::json;

constexpr int kCustomers = 12;

/// Median and worst of at least one sample, none of which took no time at all.
void expectFigures(const json& figures, const std::string& name)
{
    SCOPED_TRACE(name + ": " + figures.dump());
    EXPECT_GE(figures.at("samples"), 1);
    EXPECT_GT(figures.at("median"), 0);
    EXPECT_GE(figures.at("worst"), figures.at("median"));
}

class Bench : public DemoOfficeFixture<Bench>
{
protected:
    static platform::Finished bench(const std::string& userName)
    {
        const TempDirectory home;
        platform::Command command;
        command.arguments = {BANHANG_PROGRAM,
                             "--bench",
                             "--connection",
                             office().connectionFilePath(),
                             "--user",
                             userName,
                             "--password-stdin",
                             "--use-for",
                             "1"};
        command.input = std::string(demo::kPassword) + "\n";
        for (const char* place : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            command.environment[place] = (home / place).string();
        command.environment["QT_QPA_PLATFORM"] = "offscreen";
        return platform::run(command);
    }
};

TEST_F(Bench, worksThroughEverythingAndPrintsEachFigure)
{
    const Ctl minh(office(), "minh");
    for (int i = 1; i <= kCustomers; ++i)
        minh.create({{"kind", 2}, {"name", "Công ty TNHH Đo Lường " + std::to_string(i)}});

    const auto finished = bench("minh");
    ASSERT_EQ(finished.exitCode, 0) << finished.errors;
    const json figures = json::parse(finished.output);
    EXPECT_EQ(figures.at("platform"), "offscreen");
    EXPECT_EQ(figures.at("customers_opened"), kCustomers);
    for (const char* name : {"start_to_sign_in_form", "sign_in_answered", "sign_in_to_filled_list",
                             "memory_with_list_mib", "memory_after_opening_mib"})
        EXPECT_GT(figures.at(name), 0) << name;
    for (const char* name : {"keystroke_to_painted_letter", "keystroke_to_painted_result", "row_to_painted_detail",
                             "edit_to_painted_form", "scroll_frame"})
        expectFigures(figures.at(name), name);
    expectFigures(figures.at("scroll_frame").at("cpu"), "cpu");
    for (const char* name : {"rows", "frames_missed", "frames_below_the_rows"})
        EXPECT_GE(figures.at("scroll_frame").at(name), 0) << name;
    const json& pages = figures.at("page_to_painted_content");
    for (const char* page : {"WorkdayPage", "CustomersPage", "CarePage", "CalendarPage"})
        expectFigures(pages.at(page), page);
    EXPECT_GT(figures.at("longest_stretch").at("cpu_ms"), 0);
    const json& use = figures.at("use");
    EXPECT_GE(use.at("seconds"), 1);
    EXPECT_GT(use.at("memory_begin_mib"), 0);
    EXPECT_GE(use.at("memory_most_mib"), use.at("memory_end_mib"));
}

TEST_F(Bench, saysWhatItWaitedForInVain)
{
    const auto finished = bench("nobody");
    EXPECT_EQ(finished.exitCode, 1);
    EXPECT_NE(finished.errors.find("waited in vain for a session"), std::string::npos) << finished.errors;
    EXPECT_EQ(finished.output, "");
}

} // namespace
} // namespace banhang::test
