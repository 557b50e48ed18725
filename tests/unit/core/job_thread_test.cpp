#include "server/core/jobs/job_thread.h"

#include <atomic>
#include <future>
#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

namespace banhang::server {
namespace {

using namespace std::chrono_literals;

/// Longer than any test runs: whoever rests so long is woken, or hangs.
constexpr auto kForEver = std::chrono::milliseconds(24h);

TEST(JobThread, roundsFollowAtOnceWhileThereIsMore)
{
    std::promise<void> fifth;
    int rounds = 0;
    const JobThread job("test", [&] {
        if (++rounds < 5)
            return 0ms;
        fifth.set_value();
        return kForEver;
    });
    fifth.get_future().wait();
}

TEST(JobThread, endsOutOfARest)
{
    std::promise<void> first;
    std::atomic<int> rounds = 0;
    {
        const JobThread job("test", [&] {
            ++rounds;
            first.set_value();
            return kForEver;
        });
        first.get_future().wait();
    }
    EXPECT_EQ(rounds, 1);
}

/// A job as the server has them: one round of steps without end.
class LongJob
{
public:
    std::promise<void> begun;

    explicit LongJob(std::atomic<int>& ended) : m_ended(ended) {}

private:
    std::chrono::milliseconds workOnce()
    {
        begun.set_value();
        while (!m_thread.isStopping())
            std::this_thread::yield();
        ++m_ended;
        throw std::runtime_error("the server stops");
    }

    std::atomic<int>& m_ended;
    JobThread m_thread{"test", [this] { return workOnce(); }};
};

TEST(JobThread, aRoundOfManyStepsSeesThatItIsToEnd)
{
    std::atomic<int> ended = 0;
    {
        LongJob job(ended);
        job.begun.get_future().wait();
    }
    EXPECT_EQ(ended, 1);
}

TEST(JobThread, tellsAFailureOnceAndGoesOnUntilItIsOver)
{
    std::ostringstream log;
    const auto before = spdlog::default_logger();
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
    std::promise<void> after;
    int rounds = 0;
    {
        const JobThread job(
            "test",
            [&] {
                if (++rounds <= 3)
                    throw std::runtime_error("the database is away");
                if (rounds == 5)
                    after.set_value();
                return rounds == 5 ? kForEver : 0ms;
            },
            1ms);
        after.get_future().wait();
    }
    spdlog::set_default_logger(before);
    const std::string lines = log.str();
    const auto told = lines.find("event=job.interrupted job=test what=\"the database is away\"");
    ASSERT_NE(told, std::string::npos) << lines;
    EXPECT_EQ(lines.find("job.interrupted", told + 20), std::string::npos) << lines;
    EXPECT_NE(lines.find("event=job.resumed job=test failures=3"), std::string::npos) << lines;
}

TEST(JobThread, pausesDoubleUpToTheLongest)
{
    EXPECT_EQ(pauseAfterFailures(1, 10s), 1s);
    EXPECT_EQ(pauseAfterFailures(2, 10s), 2s);
    EXPECT_EQ(pauseAfterFailures(4, 10s), 8s);
    EXPECT_EQ(pauseAfterFailures(5, 10s), 10s);
    EXPECT_EQ(pauseAfterFailures(1'000'000, 10s), 10s);
    EXPECT_EQ(pauseAfterFailures(3, 1s), 1s);
}

} // namespace
} // namespace banhang::server
