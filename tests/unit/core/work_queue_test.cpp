#include "server/core/database/work_queue.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

using namespace std::chrono_literals;

constexpr QueueLimits kLimits{.most = 4, .patience = 100ms, .watched = 2};
const WorkQueue<int>::Moment kStart{};

std::vector<int> taken(WorkQueue<int>& queue, WorkQueue<int>::Moment now)
{
    std::vector<int> order;
    while (const auto item = queue.pop(now))
        order.push_back(*item);
    return order;
}

/// A line of three that began with 1 and has been found to stand: 1 is out, 2 is about to be late, 4 is the newest.
WorkQueue<int> standingLine()
{
    WorkQueue<int> queue({.most = 8, .patience = 100ms, .watched = 2});
    for (const int item : {-2, -1, 1})
        queue.push(item, kStart);
    queue.push(2, kStart + 50ms);
    EXPECT_EQ(queue.pop(kStart + 101ms), -2);
    EXPECT_EQ(queue.pop(kStart + 110ms), -1);
    queue.push(3, kStart + 115ms);
    queue.push(4, kStart + 120ms);
    EXPECT_EQ(queue.takeLate(kStart + 125ms), std::vector<int>{1});
    return queue;
}

TEST(WorkQueue, servesInTheOrderOfComing)
{
    WorkQueue<int> queue(kLimits);
    for (const int item : {1, 2, 3})
        EXPECT_TRUE(queue.push(item, kStart));
    EXPECT_EQ(taken(queue, kStart + 100ms), (std::vector<int>{1, 2, 3}));
    EXPECT_TRUE(queue.empty());
}

TEST(WorkQueue, takesNoMoreThanItHolds)
{
    WorkQueue<int> queue(kLimits);
    for (const int item : {1, 2, 3, 4})
        EXPECT_TRUE(queue.push(item, kStart));
    EXPECT_FALSE(queue.push(5, kStart));
    EXPECT_EQ(queue.pop(kStart), 1);
    EXPECT_TRUE(queue.push(5, kStart));
    EXPECT_EQ(queue.size(), 4U);
}

TEST(WorkQueue, servesABurstWholeHoweverLongItTakes)
{
    WorkQueue<int> queue(kLimits);
    for (const int item : {1, 2, 3, 4})
        queue.push(item, kStart);
    for (const int item : {1, 2, 3, 4}) {
        const auto now = kStart + item * 1s;
        EXPECT_TRUE(queue.takeLate(now).empty());
        EXPECT_EQ(queue.pop(now), item);
    }
}

TEST(WorkQueue, aStandstillAloneTurnsNobodyAway)
{
    WorkQueue<int> queue(kLimits);
    queue.push(1, kStart);
    queue.push(2, kStart + 300ms);
    queue.push(3, kStart + 600ms);
    EXPECT_TRUE(queue.takeLate(kStart + 900ms).empty());
    EXPECT_EQ(taken(queue, kStart + 900ms), (std::vector<int>{1, 2, 3}));
}

TEST(WorkQueue, turnsAwayWhoWaitedLongInALineThatStands)
{
    auto queue = standingLine();
    EXPECT_TRUE(queue.takeLate(kStart + 150ms).empty());
    EXPECT_EQ(queue.takeLate(kStart + 151ms), std::vector<int>{2});
    EXPECT_EQ(queue.size(), 2U);
}

TEST(WorkQueue, servesTheNewestOfALineThatStands)
{
    auto queue = standingLine();
    EXPECT_EQ(taken(queue, kStart + 130ms), (std::vector<int>{4, 3, 2}));
}

TEST(WorkQueue, isAsBeforeOnceItRanEmpty)
{
    auto queue = standingLine();
    taken(queue, kStart + 130ms);
    queue.push(5, kStart + 200ms);
    queue.push(6, kStart + 210ms);
    EXPECT_TRUE(queue.takeLate(kStart + 400ms).empty());
    EXPECT_EQ(taken(queue, kStart + 400ms), (std::vector<int>{5, 6}));
}

/// What a single worker, who needs `service` for each, makes of items that come at these moments.
struct Served
{
    WorkQueue<int>::Moment::duration longestWait{};
    std::size_t count = 0;
    std::size_t rejected = 0;
};

Served serve(const std::vector<WorkQueue<int>::Moment>& coming, std::chrono::microseconds service)
{
    WorkQueue<int> queue({.most = 1000, .patience = 100ms});
    Served served;
    auto now = kStart;
    for (std::size_t next = 0; next < coming.size() || !queue.empty();) {
        if (queue.empty())
            now = std::max(now, coming[next]);
        for (; next < coming.size() && coming[next] <= now; ++next)
            queue.push(static_cast<int>(next), coming[next]);
        served.rejected += queue.takeLate(now).size();
        if (const auto item = queue.pop(now)) {
            served.longestWait = std::max(served.longestWait, now - coming[static_cast<std::size_t>(*item)]);
            ++served.count;
            now += service;
        }
    }
    return served;
}

TEST(WorkQueue, ofTwiceWhatCanBeDoneHalfIsServedSoon)
{
    std::vector<WorkQueue<int>::Moment> coming(10'000);
    for (std::size_t i = 0; i < coming.size(); ++i)
        coming[i] = kStart + i * 1ms;
    const Served served = serve(coming, 2ms);
    EXPECT_GT(served.count, 4'900U);
    EXPECT_EQ(served.count + served.rejected, coming.size());
    // Patience, and what it takes to see that the line is no burst.
    EXPECT_LE(served.longestWait, 100ms + 32 * 2ms);
}

TEST(WorkQueue, anOfficeThatSignsInAtOnceIsServedWhole)
{
    std::vector<WorkQueue<int>::Moment> coming(1000, kStart);
    for (std::size_t i = 0; i < 500; ++i)
        coming[500 + i] = kStart + i * 4ms; // the usual work beside it
    const Served served = serve(coming, 2ms);
    EXPECT_EQ(served.count, coming.size());
    EXPECT_EQ(served.rejected, 0U);
}

TEST(WorkQueue, turnsNobodyAwayUnlessToldTo)
{
    WorkQueue<int> queue(QueueLimits{});
    queue.push(1, kStart);
    EXPECT_TRUE(queue.takeLate(kStart + 59min).empty());
}

TEST(WorkQueue, saysWhenToComeBack)
{
    const AppError error = overloadedError();
    EXPECT_EQ(error.code(), ErrorCode::Throttled);
    EXPECT_EQ(error.key(), "server.busy");
    EXPECT_GT(std::stoi(error.detail().args().at("retry_ms")), 0);
}

} // namespace
} // namespace banhang::server
