#include "server/reminders/clock_watch.h"

#include <gtest/gtest.h>

namespace banhang::server {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kStart = 1'800'000'000'000'000;

TEST(ClockWatch, keepsSilentWhileBothClocksGoAlike)
{
    ClockWatch watch;
    const ClockWatch::Steady::time_point here;
    EXPECT_FALSE(watch.look(kStart, here));
    EXPECT_FALSE(watch.look(kStart + 3'600'000'000, here + 1h));
    EXPECT_FALSE(watch.look(kStart + 3'600'000'000 + 29'000'000, here + 1h));
}

TEST(ClockWatch, tellsAJumpOnceAndGoesOnFromThere)
{
    ClockWatch watch;
    const ClockWatch::Steady::time_point here;
    EXPECT_FALSE(watch.look(kStart, here));
    EXPECT_EQ(watch.look(kStart + 3'601'000'000, here + 1s), 1h);
    EXPECT_FALSE(watch.look(kStart + 3'602'000'000, here + 2s));
    EXPECT_EQ(watch.look(kStart + 3'000'000, here + 3s), -1h);
}

} // namespace

} // namespace banhang::server
