// A large import or hand-over meets many subscriptions: few notifications, and no round without a bound.
#include <algorithm>

#include "subscriptions_fixture.h"

namespace banhang::test {

namespace {

class Burst : public SubscriptionsFixture
{
protected:
    static constexpr int kRows = 3000;
    static constexpr int kPeople = 10;
    static constexpr int kSubscriptions = 8;

    void SetUp() override
    {
        SubscriptionsFixture::SetUp();
        for (int i = 0; i < kPeople; ++i)
            people.push_back(world().addUserWith("p" + std::to_string(i), teamOne,
                                                 {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM}}));
        for (int i = 0; i < kSubscriptions; ++i) {
            v1::Subscription wanted = ofCustomers("Phòng " + std::to_string(i), {}, world().company());
            wanted.set_on_create(true);
            subscribe(anToken, wanted);
        }
        tell();
        rounds.clear();
    }

    /// Lan's customers of the import to Hoa, as An's hand-over leaves them behind.
    void handOver()
    {
        sql().run("UPDATE banhang.customer SET owner_id = $1::bigint, unit_id = $2::bigint, version = version + 1"
                  " WHERE code LIKE 'X%'",
                  {std::to_string(hoa.id), std::to_string(hoa.unitId)});
        sql().run("INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_before, unit_after,"
                  " actor_id, fields) SELECT 'customer', id, version, 'assign', $1::bigint, unit_id, $2::bigint,"
                  " jsonb_build_object('owner_user_id', jsonb_build_object('old', $3::bigint, 'new', owner_id))"
                  " FROM banhang.customer WHERE code LIKE 'X%'",
                  {std::to_string(lan.unitId), std::to_string(an.id), std::to_string(lan.id)});
    }
    int hitsOfAll() const
    {
        int hits = 0;
        for (const server::NotificationBatchResult& round : rounds)
            hits += round.hits;
        return hits;
    }
    /// One of each subscription for each person, with all changes in their numbers.
    void expectOneEach(std::int64_t changes)
    {
        for (const TestUser& user : people) {
            const std::string of = " FROM banhang.notification WHERE user_id = " + std::to_string(user.id);
            EXPECT_EQ(sql().number("SELECT count(*)" + of), kSubscriptions);
            EXPECT_EQ(sql().number("SELECT count(DISTINCT subscription_id)" + of), kSubscriptions);
            EXPECT_EQ(toldChanges(user), kSubscriptions * changes);
        }
    }

    std::vector<TestUser> people;
};

TEST_F(Burst, ofAnImportAndItsHandOverIsOnePieceOfNewsOfEachSubscription)
{
    importRows(kRows);
    tell();
    expectOneEach(kRows);
    handOver();
    tell();
    expectOneEach(kRows * 2L);
    // The people of the team and its leader, of whom each sees all; Hoa sees them since they are hers.
    EXPECT_GE(hitsOfAll(), 2 * kRows * kPeople * kSubscriptions);
    const auto written = sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'notification'");
    EXPECT_LE(written, static_cast<std::int64_t>(rounds.size()) * (kPeople + 3) * kSubscriptions)
        << "the feed hears of each once a round, not once a row";
    EXPECT_EQ(sql().number("SELECT max(named) FROM (SELECT count(*) AS named FROM banhang.notification_change"
                           " GROUP BY notification_id) AS each"),
              100);
}

TEST_F(Burst, isToldInRoundsThatHaveABound)
{
    constexpr int kMaxHits = 1000;
    constexpr int kFew = 150;
    notifier = std::make_unique<server::SubscriptionNotifier>(parts().system, parts().callers,
                                                              server::SubscriptionNotifierOptions{.maxHits = kMaxHits});
    importRows(kFew);
    tell();
    for (const TestUser& user : people)
        EXPECT_EQ(toldChanges(user), std::int64_t{kSubscriptions} * kFew);
    EXPECT_GT(
        std::ranges::count_if(rounds, [](const server::NotificationBatchResult& round) { return round.rows > 0; }), 10);
    for (const server::NotificationBatchResult& round : rounds)
        EXPECT_LE(round.hits, kMaxHits);
}

TEST_F(Burst, tellsAChangeWholeWhoeverItConcerns)
{
    notifier = std::make_unique<server::SubscriptionNotifier>(parts().system, parts().callers,
                                                              server::SubscriptionNotifierOptions{.maxHits = 1});
    importRows(3);
    tell();
    for (const TestUser& user : people)
        EXPECT_EQ(toldChanges(user), kSubscriptions * 3);
    EXPECT_EQ(std::ranges::max(rounds, {}, &server::NotificationBatchResult::rows).rows, 1);
}

} // namespace

} // namespace banhang::test
