#include "server/core/telemetry/logging.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "tests/support/temp_directory.h"

namespace banhang::server {
namespace {

/// Gives the process its logger back.
class LoggingTest : public ::testing::Test
{
protected:
    ~LoggingTest() override
    {
        spdlog::set_default_logger(m_before);
        unsetenv("JOURNAL_STREAM"); // NOLINT(concurrency-mt-unsafe): this program has one thread then
    }

    static std::string textOf(const std::filesystem::path& file)
    {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    test::TempDirectory m_directory;

private:
    std::shared_ptr<spdlog::logger> m_before = spdlog::default_logger();
};

TEST_F(LoggingTest, aFilesLinesCarryTimeLevelAndThread)
{
    const auto file = m_directory.path() / "banhangd.log";
    startLogging({.file = file, .level = "info"});
    spdlog::debug("event=hidden");
    spdlog::warn("event=seen n=1");
    EXPECT_TRUE(std::regex_match(
        textOf(file),
        std::regex("time=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d level=warning thread=\\d+ "
                   "event=seen n=1\n")))
        << textOf(file);
}

TEST_F(LoggingTest, aFileThatIsFullMakesRoomAndTheOldestGoes)
{
    const auto file = m_directory.path() / "banhangd.log";
    startLogging({.file = file, .fileSizeMb = 1, .fileCount = 2, .level = "info"});
    const std::string line(1000, 'x');
    for (int i = 0; i < 4 * 1100; ++i)
        spdlog::info("event=filler n={} {}", i, line);
    spdlog::warn("event=last");
    const std::filesystem::directory_iterator files(m_directory.path());
    EXPECT_EQ(std::count_if(begin(files), end(files), [](const auto&) { return true; }), 3);
    for (const auto& entry : std::filesystem::directory_iterator(m_directory.path()))
        EXPECT_LE(entry.file_size(), 1U << 20);
    EXPECT_NE(textOf(file).find("event=last"), std::string::npos);
    EXPECT_EQ(textOf(m_directory.path() / "banhangd.2.log").find("n=0 "), std::string::npos) << "the oldest lines went";
}

TEST_F(LoggingTest, underSystemdLinesCarryTheJournalsPriority)
{
    setenv("JOURNAL_STREAM", "1:2", 1); // NOLINT(concurrency-mt-unsafe): this program has one thread then
    ::testing::internal::CaptureStderr();
    startLogging({.file = {}, .level = "debug"});
    spdlog::debug("event=a");
    spdlog::info("event=b");
    spdlog::warn("event=c");
    spdlog::error("event=d");
    spdlog::critical("event=e");
    const std::string lines =
        std::regex_replace(::testing::internal::GetCapturedStderr(), std::regex("thread=\\d+ "), "");
    EXPECT_EQ(lines, "<7>event=a\n<6>event=b\n<4>event=c\n<3>event=d\n<2>event=e\n");
}

TEST_F(LoggingTest, refusesWhatItCannotDo)
{
    EXPECT_THROW(startLogging({.file = {}, .level = "loud"}), std::runtime_error);
    EXPECT_THROW(startLogging({.file = m_directory.path(), .level = "info"}), spdlog::spdlog_ex);
}

} // namespace
} // namespace banhang::server
