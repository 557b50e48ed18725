#include "client/core/change_feed.h"

#include <optional>

#include <gtest/gtest.h>

#include "banhang/v1/ops.pb.h"
#include "tests/client/support/fake_server.h"
#include "tests/client/support/patience.h"
#include "tests/client/support/wait.h"

namespace banhang::client {
namespace {

using test::FakeServer;
using test::waitUntil;

struct ChangeFeedTest : testing::Test
{
    ChangeFeedTest()
    {
        QObject::connect(&feed, &ChangeFeed::changesArrived, &feed,
                         [this](const QList<RecordChange>& news) { changes += news; });
        QObject::connect(&feed, &ChangeFeed::resyncNeeded, &feed, [this] { ++resyncs; });
    }

    bool comesOnline()
    {
        return waitUntil([this] { return feed.isOnline(); });
    }

    FakeServer server;
    RpcClient rpc{server.channel(), QString(), nullptr, test::kPatient};
    ChangeFeed feed{rpc, nullptr, {.firstBackoffMs = 5, .lastBackoffMs = 20, .silenceMs = 5000}};
    QList<RecordChange> changes;
    int resyncs = 0;
};

TEST_F(ChangeFeedTest, bringsNews)
{
    feed.start({});
    ASSERT_TRUE(comesOnline());
    server.sendChange(7, 3, 2, {"phones", "note"});
    ASSERT_TRUE(waitUntil([this] { return !changes.isEmpty(); }));
    EXPECT_EQ(changes[0].id, 7);
    EXPECT_EQ(changes[0].version, 3);
    EXPECT_EQ(changes[0].actorUserId, 2);
    EXPECT_EQ(changes[0].fields, QStringList({QStringLiteral("phones"), QStringLiteral("note")}));
    EXPECT_FALSE(changes[0].isGone);
}

TEST_F(ChangeFeedTest, resumesWhereItBrokeAndMissesNothing)
{
    feed.start("0");
    ASSERT_TRUE(comesOnline());
    server.sendChange(1, 1, 2, {});
    ASSERT_TRUE(waitUntil([this] { return changes.size() == 1; }));
    server.breakStreams();
    server.sendChange(2, 1, 2, {});
    ASSERT_TRUE(waitUntil([this] { return changes.size() == 2; }));
    EXPECT_EQ(changes[1].id, 2);
    EXPECT_EQ(server.resumeTokens().back(), "1");
}

TEST_F(ChangeFeedTest, comesBackAfterTheServerWasAway)
{
    feed.start({});
    ASSERT_TRUE(comesOnline());
    server.stop();
    ASSERT_TRUE(waitUntil([this] { return feed.state() == ChangeFeed::State::Reconnecting; }));
    EXPECT_TRUE(feed.lostAt().isValid());
    server.start();
    EXPECT_TRUE(comesOnline());
    EXPECT_FALSE(feed.lostAt().isValid());
}

TEST_F(ChangeFeedTest, takesASilentStreamForDead)
{
    ChangeFeed impatient(rpc, nullptr, {.firstBackoffMs = 5, .lastBackoffMs = 20, .silenceMs = 60});
    impatient.start({});
    EXPECT_TRUE(waitUntil([this] { return server.resumeTokens().size() >= 2; }));
}

TEST_F(ChangeFeedTest, comesBackAtOnceAfterTheMachineSlept)
{
    qint64 wall = 1'000'000;
    ChangeFeed laptop(
        rpc, nullptr,
        {.firstBackoffMs = 5, .lastBackoffMs = 20, .sleepCheckMs = 10, .wallClockMs = [&wall] { return wall; }});
    laptop.start({});
    ASSERT_TRUE(waitUntil([&] { return laptop.isOnline(); }));
    const auto streams = server.resumeTokens().size();
    wall += 3'600'000;
    ASSERT_TRUE(waitUntil([&] { return server.resumeTokens().size() == streams + 1; }));
    ASSERT_TRUE(waitUntil([&] { return laptop.isOnline(); }));
    EXPECT_EQ(server.resumeTokens().size(), streams + 1) << "once for each sleep";
}

TEST_F(ChangeFeedTest, looksAtTheConnectionWhenACallFindsNone)
{
    feed.start({});
    ASSERT_TRUE(comesOnline());
    server.failNext("GetServerInfo", AppError(ErrorCode::Unavailable, "database.unavailable"), 3);
    QList<ChangeFeed::State> states;
    QObject::connect(&feed, &ChangeFeed::stateChanged, &feed, [&] { states.append(feed.state()); });
    const Method<v1::GetServerInfoRequest, v1::ServerInfo> method("banhang.v1.OpsService.GetServerInfo");
    const auto call = rpc.call(method, v1::GetServerInfoRequest(), &feed,
                               std::function<void(Outcome<v1::ServerInfo>)>([](const auto&) {}), {.retries = 0});
    ASSERT_TRUE(waitUntil([&] { return states.contains(ChangeFeed::State::Reconnecting); }));
    EXPECT_TRUE(comesOnline());
}

TEST_F(ChangeFeedTest, tellsHowTheVersionsFit)
{
    std::optional<VersionFit> fit;
    QObject::connect(&feed, &ChangeFeed::versionJudged, &feed, [&](VersionFit judged) { fit = judged; });
    server.setVersion("9.0.0", "8.0.0");
    feed.start({});
    ASSERT_TRUE(waitUntil([&] { return fit.has_value(); }));
    EXPECT_EQ(fit, VersionFit::TooOld);
    // Renewed while this program ran on.
    fit.reset();
    server.setVersion("9.1.0", "0.1.0");
    server.breakStreams();
    ASSERT_TRUE(waitUntil([&] { return fit.has_value(); }));
    EXPECT_EQ(fit, VersionFit::ServerNewer);
}

TEST(VersionFit, looksAtTheSeriesAndNotAtMendedFaults)
{
    EXPECT_EQ(judgeVersion("0.1.0", "0.1.7", "0.1.0"), VersionFit::Same);
    EXPECT_EQ(judgeVersion("0.1.9", "0.2.0", "0.1.0"), VersionFit::ServerNewer);
    EXPECT_EQ(judgeVersion("0.10.0", "0.9.0", ""), VersionFit::ServerOlder);
    EXPECT_EQ(judgeVersion("0.1.9", "0.2.0", "0.1.10"), VersionFit::TooOld);
    EXPECT_EQ(judgeVersion("0.1.0", "newest", "1"), VersionFit::Same);
    EXPECT_EQ(judgeVersion("0.1", "0.2.0", ""), VersionFit::Same);
}

TEST_F(ChangeFeedTest, asksForEverythingAnewOnResync)
{
    int rights = 0;
    QObject::connect(&feed, &ChangeFeed::rightsChanged, &feed, [&] { ++rights; });
    feed.start({});
    ASSERT_TRUE(comesOnline());
    v1::WatchEvent event;
    event.mutable_resync()->set_reason(v1::Resync::REASON_OVERFLOW);
    server.sendEvent(event);
    ASSERT_TRUE(waitUntil([this] { return resyncs == 1; }));
    EXPECT_EQ(rights, 0);
    event.mutable_resync()->set_reason(v1::Resync::REASON_RIGHTS);
    server.sendEvent(event);
    ASSERT_TRUE(waitUntil([this] { return resyncs == 2; }));
    EXPECT_EQ(rights, 1);
}

TEST_F(ChangeFeedTest, waitsAsLongAsALeavingServerAsks)
{
    feed.start({});
    ASSERT_TRUE(comesOnline());
    v1::WatchEvent event;
    event.mutable_going_away()->set_delay_ms(60'000);
    server.sendEvent(event);
    ASSERT_TRUE(waitUntil([this] { return feed.state() == ChangeFeed::State::Reconnecting; }));
    EXPECT_GE(feed.secondsToRetry(), 30) << "by itself it would come back at once";
    feed.reconnectNow();
    EXPECT_TRUE(comesOnline());
}

TEST_F(ChangeFeedTest, staysSignedOutWhenTheSessionEnded)
{
    server.failNext("Watch", AppError(ErrorCode::SignedOut, "session.ended"));
    feed.start({});
    ASSERT_TRUE(waitUntil([this] { return feed.state() == ChangeFeed::State::SignedOut; }));
    feed.reconnectNow();
    EXPECT_EQ(feed.state(), ChangeFeed::State::SignedOut);
    EXPECT_EQ(server.calls("Watch"), 1);
}

} // namespace
} // namespace banhang::client
