#include "server/core/database/work_queue.h"

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

using namespace std::chrono_literals;

constexpr QueueLimits kLimits{.most = 4, .burst = 500ms, .standing = 100ms};
const WorkQueue<int>::Moment kStart{};

std::vector<int> taken(WorkQueue<int>& queue, WorkQueue<int>::Moment now)
{
    std::vector<int> order;
    while (const auto item = queue.pop(now))
        order.push_back(*item);
    return order;
}

TEST(WorkQueue, servesABurstInTheOrderOfComing)
{
    WorkQueue<int> queue(kLimits);
    for (const int item : {1, 2, 3})
        EXPECT_TRUE(queue.push(item, kStart));
    EXPECT_TRUE(queue.takeLate(kStart + 500ms).empty());
    EXPECT_EQ(taken(queue, kStart + 500ms), (std::vector<int>{1, 2, 3}));
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

TEST(WorkQueue, turnsAwayWhoWaitedLongInALineThatStands)
{
    WorkQueue<int> queue(kLimits);
    queue.push(1, kStart);
    queue.push(2, kStart + 401ms);
    queue.push(3, kStart + 450ms);
    EXPECT_EQ(queue.takeLate(kStart + 501ms), std::vector<int>{1});
    EXPECT_TRUE(queue.takeLate(kStart + 501ms).empty());
    EXPECT_EQ(queue.size(), 2U);
}

TEST(WorkQueue, servesTheNewestOfALineThatStands)
{
    WorkQueue<int> queue(kLimits);
    queue.push(1, kStart);
    queue.push(2, kStart + 450ms);
    queue.push(3, kStart + 460ms);
    EXPECT_EQ(queue.pop(kStart + 501ms), 3);
    EXPECT_EQ(queue.takeLate(kStart + 501ms), std::vector<int>{1});
    EXPECT_EQ(queue.pop(kStart + 501ms), 2);
}

TEST(WorkQueue, isAsBeforeOnceItRanEmpty)
{
    WorkQueue<int> queue(kLimits);
    queue.push(1, kStart);
    queue.push(2, kStart + 501ms);
    EXPECT_EQ(taken(queue, kStart + 502ms), (std::vector<int>{2, 1}));
    queue.push(3, kStart + 600ms);
    queue.push(4, kStart + 610ms);
    EXPECT_TRUE(queue.takeLate(kStart + 1100ms).empty());
    EXPECT_EQ(taken(queue, kStart + 1100ms), (std::vector<int>{3, 4}));
}

TEST(WorkQueue, turnsNobodyAwayUnlessToldTo)
{
    WorkQueue<int> queue(QueueLimits{});
    queue.push(1, kStart);
    EXPECT_TRUE(queue.takeLate(kStart + 59min).empty());
}

TEST(WorkQueue, saysWhenToComeBack)
{
    const AppError error = turnedAway();
    EXPECT_EQ(error.code(), ErrorCode::Throttled);
    EXPECT_EQ(error.key(), "server.busy");
    EXPECT_GT(std::stoi(error.detail().args().at("retry_ms")), 0);
}

} // namespace
} // namespace banhang::server
