#include "common/platform/local_time.h"

#include <cstdlib>
#include <ctime>

#include <gtest/gtest.h>

namespace banhang::platform {
namespace {

/// Each case in a time zone of its own; the process' zone is put back afterwards.
class LocalTime : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (const char* zone = std::getenv("TZ"))
            m_before = zone;
    }
    void TearDown() override { setZone(m_before); }

    static void setZone(const std::string& zone)
    {
        if (zone.empty())
            ::unsetenv("TZ"); // NOLINT(concurrency-mt-unsafe): this program has one thread then
        else
            ::setenv("TZ", zone.c_str(), 1); // NOLINT(concurrency-mt-unsafe): this program has one thread then
        ::tzset();
    }

    static WallTime at(std::time_t seconds) { return std::chrono::system_clock::from_time_t(seconds); }

private:
    std::string m_before;
};

constexpr std::time_t kMidnightUtc = 1'700'006'400; // 2023-11-15 00:00:00 UTC

TEST_F(LocalTime, isLaterTheSameDayOrTheNext)
{
    setZone("UTC0");

    EXPECT_EQ(nextLocalTime(at(kMidnightUtc), 1, 30), at(kMidnightUtc + 5'400));
    EXPECT_EQ(nextLocalTime(at(kMidnightUtc + 5'400), 1, 30), at(kMidnightUtc + 86'400 + 5'400));
    EXPECT_EQ(nextLocalTime(at(kMidnightUtc + 80'000), 1, 30), at(kMidnightUtc + 86'400 + 5'400));
}

TEST_F(LocalTime, followsTheZone)
{
    setZone("ICT-7");

    EXPECT_EQ(nextLocalTime(at(kMidnightUtc), 7, 30), at(kMidnightUtc + 1'800));
    EXPECT_EQ(localTimeStamp(at(kMidnightUtc)), "20231115-070000");
}

TEST_F(LocalTime, comesOnceOnTheDayThatSkipsIt)
{
    setZone("CET-1CEST,M3.5.0,M10.5.0/3"); // 2024-03-31: 02:00 becomes 03:00
    const auto begin = at(1'711'843'200);  // that day, 00:00 UTC = 01:00 CET

    const auto first = nextLocalTime(begin, 2, 30);
    EXPECT_LE(first, begin + std::chrono::hours(2));
    EXPECT_GE(nextLocalTime(first, 2, 30), first + std::chrono::hours(22));
}

} // namespace
} // namespace banhang::platform
