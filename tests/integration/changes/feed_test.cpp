// What each subscriber is told, and when it is told to reload or to go.
#include "common/status_codec.h"
#include "tests/integration/changes/feed_fixture.h"

namespace banhang::test {
namespace {

using namespace banhang::server;

class FeedTest : public FeedFixture
{
protected:
    void adjustHub(ChangeHubOptions& options) override
    {
        options.pendingBound = m_pendingBound;
        options.stall = m_stall;
    }

    std::size_t m_pendingBound = 1000;
    std::chrono::milliseconds m_stall{15000};
};

TEST_F(FeedTest, tellsWhoSeesTheNewStateAndWhoLostIt)
{
    const std::int64_t branch = world().addBranch("HN");
    const TestUser lan = viewer("lan", branch, v1::SCOPE_OWN);
    const TestUser minh = viewer("minh", branch, v1::SCOPE_OWN);
    const TestUser boss = viewer("boss", branch, v1::SCOPE_BRANCH);
    const std::int64_t customer = addCustomer(lan);
    const auto ofLan = watch(lan);
    const auto ofMinh = watch(minh);
    const auto ofBoss = watch(boss);
    change(customer, lan.unitId);
    EXPECT_TRUE(ofLan->waitFor(sees(customer, 2)));
    EXPECT_TRUE(ofBoss->waitFor(sees(customer, 2)));
    change(customer, minh.unitId);
    EXPECT_TRUE(ofLan->waitFor(lost(customer)));
    EXPECT_TRUE(ofMinh->waitFor(sees(customer, 3)));
    EXPECT_TRUE(ofBoss->waitFor(sees(customer, 3)));
    change(customer, minh.unitId, true);
    EXPECT_TRUE(ofMinh->waitFor(lost(customer)));
    EXPECT_TRUE(ofBoss->waitFor(lost(customer)));
    // Lan heard nothing of the versions that were not hers.
    EXPECT_EQ(ofLan->heard(customer).value().version, 2);
}

TEST_F(FeedTest, leavesOutNamesOfMaskedFields)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN, {v1::SENSITIVE_FIELD_PHONE});
    const std::int64_t customer = addCustomer(lan);
    const auto watcher = watch(lan);
    change(customer, lan.unitId, false, R"({"phones": {}, "name": {}, "tax_code": {}})");
    ASSERT_TRUE(watcher->waitFor(sees(customer, 2)));
    EXPECT_EQ(watcher->heard(customer).value().fields, (std::vector<std::string>{"name", "tax_code"}));
}

TEST_F(FeedTest, followsSharesBothWays)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const TestUser minh = viewer("minh", world().company(), v1::SCOPE_OWN);
    const std::int64_t customer = addCustomer(lan);
    const auto watcher = watch(minh);
    share(customer, minh, true);
    EXPECT_TRUE(watcher->waitFor(sees(customer, 2)));
    change(customer, lan.unitId);
    EXPECT_TRUE(watcher->waitFor(sees(customer, 3)));
    share(customer, minh, false);
    EXPECT_TRUE(watcher->waitFor(lost(customer)));
}

TEST_F(FeedTest, anOpenTransactionDelaysButLosesNothing)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::int64_t early = addCustomer(lan);
    const std::int64_t late = addCustomer(lan);
    const auto watcher = watch(lan);
    SqlSession idle(access("postgres"));
    idle.run("BEGIN");
    change(idle, early, lan.unitId);
    change(late, lan.unitId);
    // The later commit is not told before the earlier transaction ends: a position behind it would skip that one for
    // ever.
    const std::string before = watcher->resumeToken();
    idle.run("COMMIT");
    EXPECT_TRUE(watcher->waitFor(sees(early, 2)));
    EXPECT_TRUE(watcher->waitFor(sees(late, 2)));
    const auto again = watch(lan, before);
    EXPECT_TRUE(again->waitFor(sees(early, 2)));
    EXPECT_TRUE(again->waitFor(sees(late, 2)));
}

TEST_F(FeedTest, rowsInTheWrongOrderTellTheNewestState)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const TestUser minh = viewer("minh", world().company(), v1::SCOPE_OWN);
    const std::int64_t customer = addCustomer(lan);
    const auto ofLan = watch(lan);
    const auto ofMinh = watch(minh);
    SqlSession first(access("postgres"));
    first.run("BEGIN");
    first.run("SELECT pg_current_xact_id()");
    change(customer, lan.unitId);         // version 2 in a later transaction ...
    change(first, customer, minh.unitId); // ... and version 3 in the earlier one
    first.run("COMMIT");
    EXPECT_TRUE(ofMinh->waitFor(sees(customer, 3)));
    EXPECT_TRUE(ofLan->waitFor(lost(customer)));
    EXPECT_EQ(ofLan->heard(customer).value().version, 0);
    EXPECT_EQ(ofLan->wentBack() + ofMinh->wentBack(), 0);
}

TEST_F(FeedTest, resumesAfterTheServerWasAway)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::int64_t customer = addCustomer(lan);
    auto watcher = watch(lan);
    change(customer, lan.unitId);
    ASSERT_TRUE(watcher->waitFor(sees(customer, 2)));
    stopServer();
    EXPECT_TRUE(watcher->isToldToGo() || !watcher->waitEnd().ok());
    const std::string token = watcher->resumeToken();
    change(customer, lan.unitId);
    const auto resumed = watch(lan, token);
    EXPECT_TRUE(resumed->waitFor(sees(customer, 3)));
    EXPECT_TRUE(resumed->resyncs().empty());
}

TEST_F(FeedTest, aTokenFromBeforeARestoreIsAnsweredByResync)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const auto watcher = watch(lan);
    const std::string token = watcher->resumeToken();
    sql().run("UPDATE banhang.company SET feed_epoch = gen_random_uuid()");
    EXPECT_TRUE(watcher->waitFor(resynced(v1::Resync::REASON_TOKEN)));
    EXPECT_TRUE(watch(lan, token)->waitFor(resynced(v1::Resync::REASON_TOKEN)));
    EXPECT_TRUE(watch(lan, "made up")->waitFor(resynced(v1::Resync::REASON_TOKEN)));
}

TEST_F(FeedTest, aTokenFromBeforeAFailoverIsAnsweredByResync)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::string session = world().signIn(lan);
    Watcher watcher(channel(), session);
    ASSERT_TRUE(watcher.waitOpen());
    const std::string token = watcher.resumeToken();
    PgCluster::shared().stop();
    PgCluster::shared().failOver();
    EXPECT_TRUE(watcher.waitFor(resynced(v1::Resync::REASON_TOKEN)));
    Watcher again(channel(), session, token);
    EXPECT_TRUE(again.waitFor(resynced(v1::Resync::REASON_TOKEN)));
}

TEST_F(FeedTest, aTokenFromAheadOfTheDatabaseIsAnsweredByResync)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const auto now = fromFeedToken(parts().signer, lan.id, watch(lan)->resumeToken());
    ASSERT_TRUE(now);
    FeedMark ahead = now.value();
    ahead.point.position.xid += 1000;
    EXPECT_TRUE(watch(lan, toFeedToken(parts().signer, lan.id, ahead))->waitFor(resynced(v1::Resync::REASON_TOKEN)));
}

TEST_F(FeedTest, aTokenOfSomebodyElseIsWorthNothing)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const TestUser minh = viewer("minh", world().company(), v1::SCOPE_OWN);
    const std::string token = watch(lan)->resumeToken();
    EXPECT_TRUE(watch(minh, token)->waitFor(resynced(v1::Resync::REASON_TOKEN)));
}

TEST_F(FeedTest, tooMuchAtOnceIsToldAsResync)
{
    m_pendingBound = 5;
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    std::vector<std::int64_t> customers;
    for (int i = 0; i < 20; ++i)
        customers.push_back(addCustomer(lan));
    const auto watcher = watch(lan);
    sql().run("BEGIN");
    for (const std::int64_t customer : customers)
        change(customer, lan.unitId);
    sql().run("COMMIT");
    EXPECT_TRUE(watcher->waitFor(resynced(v1::Resync::REASON_OVERFLOW)));
    change(customers.front(), lan.unitId);
    EXPECT_TRUE(watcher->waitFor(sees(customers.front(), 3)));
}

TEST_F(FeedTest, aClientThatDoesNotReadIsCutOff)
{
    m_stall = std::chrono::milliseconds(300);
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    std::vector<std::int64_t> customers;
    for (int i = 0; i < 300; ++i)
        customers.push_back(addCustomer(lan));
    const auto stub = v1::ChangesService::NewStub(channel());
    grpc::ClientContext sleepy;
    sleepy.AddMetadata("authorization", "Bearer " + world().signIn(lan));
    const auto unread = stub->Watch(&sleepy, {});
    auto& streams = parts().metrics.openStreams();
    while (streams.Value() < 1)
        std::this_thread::yield();
    // The connection takes some hundred kilobytes before the writes stop.
    const std::string fields = "{\"" + std::string(300, 'x') + "\": {}}";
    while (streams.Value() > 0)
        for (std::size_t i = 0; i < customers.size() && streams.Value() > 0; ++i)
            change(customers[i], lan.unitId, false, fields);
    v1::WatchEvent event;
    while (unread->Read(&event)) {
    }
    EXPECT_FALSE(unread->Finish().ok());
}

TEST_F(FeedTest, theOldestOfTooManyStreamsOfASessionMakesRoom)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::string session = world().signIn(lan);
    std::vector<std::unique_ptr<Watcher>> watchers;
    for (int i = 0; i < 5; ++i) {
        watchers.push_back(std::make_unique<Watcher>(channel(), session));
        ASSERT_TRUE(watchers.back()->waitOpen());
    }
    const AppError error = fromStatus(watchers.front()->waitEnd());
    EXPECT_EQ(error.key(), "server.busy");
    EXPECT_EQ(error.code(), ErrorCode::Throttled);
    EXPECT_TRUE(error.detail().args().contains("retry_ms"));
    EXPECT_FALSE(watchers[1]->isEnded());
}

TEST_F(FeedTest, aRightTakenAwayWorksAtOnceOnOpenStreams)
{
    const std::int64_t branch = world().addBranch("HN");
    const TestUser lan = viewer("lan", branch, v1::SCOPE_OWN);
    const TestUser boss = world().addUser("boss", branch);
    const std::int64_t bosses =
        world().addGroup("bosses", {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_BRANCH}});
    world().join(boss, bosses);
    const std::int64_t customer = addCustomer(lan);
    const auto ofLan = watch(lan);
    const auto ofBoss = watch(boss);
    change(customer, lan.unitId);
    ASSERT_TRUE(ofBoss->waitFor(sees(customer, 2)));
    // Even while a long transaction holds the feed back.
    SqlSession idle(access("postgres"));
    idle.run("BEGIN");
    idle.run("SELECT pg_current_xact_id()");
    world().leave(boss, bosses);
    ASSERT_TRUE(ofBoss->waitFor(resynced(v1::Resync::REASON_RIGHTS)));
    idle.run("COMMIT");
    change(customer, lan.unitId);
    ASSERT_TRUE(ofLan->waitFor(sees(customer, 3)));
    EXPECT_EQ(ofBoss->heard(customer).value().version, 2);
}

TEST_F(FeedTest, rightsThatChangedWhileAwayAreToldOnReturn)
{
    const std::int64_t branch = world().addBranch("HN");
    const TestUser lan = viewer("lan", branch, v1::SCOPE_OWN);
    const TestUser boss = world().addUser("boss", branch);
    const std::int64_t bosses =
        world().addGroup("bosses", {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_BRANCH}});
    const std::string before = watch(boss)->resumeToken();
    world().join(boss, bosses);
    const auto gained = watch(boss, before);
    EXPECT_TRUE(gained->waitFor(resynced(v1::Resync::REASON_RIGHTS)));
    const std::int64_t customer = addCustomer(lan);
    change(customer, lan.unitId);
    ASSERT_TRUE(gained->waitFor(sees(customer, 2)));
    const std::string with = gained->resumeToken();
    world().leave(boss, bosses);
    EXPECT_TRUE(watch(boss, with)->waitFor(resynced(v1::Resync::REASON_RIGHTS)));
}

TEST_F(FeedTest, theEventThatTellsOfNewRightsGivesATokenForThem)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    auto watcher = watch(lan);
    world().join(lan, world().addGroup("more", {{v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT, v1::SCOPE_OWN}}));
    ASSERT_TRUE(watcher->waitFor(resynced(v1::Resync::REASON_RIGHTS)));
    const auto again = watch(lan, watcher->resumeToken());
    const std::int64_t customer = addCustomer(lan);
    change(customer, lan.unitId);
    ASSERT_TRUE(again->waitFor(sees(customer, 2)));
    EXPECT_TRUE(again->resyncs().empty());
}

TEST_F(FeedTest, anEndedSessionEndsItsStream)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::string token = world().signIn(lan);
    Watcher watcher(channel(), token);
    ASSERT_TRUE(watcher.waitOpen());
    world().endSession(token);
    EXPECT_EQ(watcher.waitEnd().error_code(), grpc::StatusCode::UNAUTHENTICATED);
}

TEST_F(FeedTest, aSessionHasAFewStreamsOnly)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::string token = world().signIn(lan);
    std::vector<std::unique_ptr<Watcher>> watchers;
    for (int i = 0; i < 6; ++i) {
        watchers.push_back(std::make_unique<Watcher>(channel(), token));
        ASSERT_TRUE(watchers.back()->waitOpen());
    }
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_FALSE(watchers[i]->waitEnd().ok());
    const std::int64_t customer = addCustomer(lan);
    change(customer, lan.unitId);
    for (std::size_t i = 2; i < watchers.size(); ++i)
        EXPECT_TRUE(watchers[i]->waitFor(sees(customer, 2)));
}

TEST_F(FeedTest, aGapOfMoreThanADayIsAnsweredByResync)
{
    const TestUser lan = viewer("lan", world().company(), v1::SCOPE_OWN);
    const std::int64_t customer = addCustomer(lan);
    const std::string token = watch(lan)->resumeToken();
    change(customer, lan.unitId);
    EXPECT_TRUE(watch(lan, token)->waitFor(sees(customer, 2)));
    sql().run("UPDATE banhang.change_log SET at = at - interval '25 hours'");
    EXPECT_TRUE(watch(lan, token)->waitFor(resynced(v1::Resync::REASON_TOKEN)));
}

TEST_F(FeedTest, strangersGetNoStream)
{
    Watcher watcher(channel(), "made up");
    EXPECT_EQ(watcher.waitEnd().error_code(), grpc::StatusCode::UNAUTHENTICATED);
}

TEST_F(FeedTest, newsOfListsReachEverybody)
{
    const TestUser lan = world().addUser("lan", world().company());
    const auto watcher = watch(lan);
    sql().run(
        "INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_before, unit_after, actor_id)"
        " VALUES ('pick_item', 5, 2, 'update', 0, 0, 0), ('user_group', 6, 2, 'update', NULL, NULL, 0)");
    EXPECT_TRUE(watcher->waitFor(sees(5, 2)));
    EXPECT_FALSE(watcher->heard(6));
}

} // namespace
} // namespace banhang::test
