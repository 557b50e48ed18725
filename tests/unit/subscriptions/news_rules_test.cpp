// How changes become notifications.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/subscriptions/news_rules.h"

namespace banhang::server {

namespace {

constexpr Subscriber kLan{1, 10};
constexpr Subscriber kHoa{2, 10};

SubscriberHit hit(const Subscriber& subscriber, std::int64_t record, std::int64_t sequence, std::int64_t actor = 7)
{
    return {.subscriber = subscriber,
            .entityId = record,
            .sequence = sequence,
            .actorId = actor,
            .timeMicros = sequence * 1000,
            .what = Happening::Changed,
            .fields = {"name"}};
}

std::vector<SubscriberHit> records(const Subscriber& subscriber, int count)
{
    std::vector<SubscriberHit> hits;
    for (int i = 1; i <= count; ++i)
        hits.push_back(hit(subscriber, i, i));
    return hits;
}

TEST(NewsRules, giveEachRecordItsOwnUpToABound)
{
    EXPECT_EQ(planNews(records(kLan, kMaxRecords), {}).size(), static_cast<std::size_t>(kMaxRecords));
    const std::vector<News> flood = planNews(records(kLan, kMaxRecords + 1), {});
    ASSERT_EQ(flood.size(), 1U);
    EXPECT_EQ(flood[0].entityId, 0);
    EXPECT_EQ(flood[0].amount, kMaxRecords + 1);
    EXPECT_EQ(flood[0].key, "notification.subscribed_many");
}

TEST(NewsRules, countWhatCameJustBefore)
{
    EXPECT_EQ(planNews(records(kLan, 2), {{kLan, {.records = {100, 101, 102, 103}, .recentRecords = 4}}}).size(), 1U);
    EXPECT_EQ(planNews(records(kLan, 2), {{kLan, {.records = {100, 101, 102, 103}, .recentRecords = 0}}}).size(), 2U);
    EXPECT_EQ(planNews(records(kLan, 1), {{kLan, {.isFlooded = true}}})[0].entityId, 0);
}

TEST(NewsRules, addToWhatIsUnreadOfTheSameRecord)
{
    std::vector<SubscriberHit> hits = records(kLan, kMaxRecords + 1);
    hits.push_back(hit(kLan, 100, 50));
    const std::vector<News> news = planNews(hits, {{kLan, {.records = {100}}}});
    ASSERT_EQ(news.size(), 2U) << "a flood of others leaves it alone";
    EXPECT_EQ(news[1].entityId, 100);
}

TEST(NewsRules, joinChangesOfOneRecord)
{
    std::vector<SubscriberHit> hits{hit(kLan, 5, 1), hit(kLan, 5, 2, 8)};
    hits[0].what = Happening::New;
    hits[0].fields.clear();
    const std::vector<News> news = planNews(hits, {});
    ASSERT_EQ(news.size(), 1U);
    EXPECT_EQ(news[0].key, "notification.subscribed_new");
    EXPECT_EQ(news[0].amount, 2);
    EXPECT_EQ(news[0].actorId, 8) << "who changed it last";
    EXPECT_EQ(news[0].timeMicros, 2000);
    EXPECT_EQ(news[0].named.size(), 2U);
}

TEST(NewsRules, sayLastWhereARecordIs)
{
    const auto keyAfter = [](std::initializer_list<Happening> happenings) {
        std::vector<SubscriberHit> hits;
        for (const Happening what : happenings) {
            hits.push_back(hit(kLan, 5, std::ssize(hits) + 1));
            hits.back().what = what;
        }
        return planNews(hits, {}).at(0).key;
    };
    EXPECT_EQ(keyAfter({Happening::Changed, Happening::Binned}), "notification.subscribed_binned");
    EXPECT_EQ(keyAfter({Happening::Binned, Happening::Restored}), "notification.subscribed_restored");
    EXPECT_EQ(keyAfter({Happening::Restored, Happening::Changed}), "notification.subscribed_restored");
    EXPECT_EQ(keyAfter({Happening::New, Happening::Changed}), "notification.subscribed_new");
}

TEST(NewsRules, sayWhoDidManyOnlyIfItWasOne)
{
    std::vector<SubscriberHit> hits = records(kLan, kMaxRecords + 2);
    EXPECT_EQ(planNews(hits, {})[0].actorId, 7);
    hits[2].actorId = 8;
    EXPECT_EQ(planNews(hits, {})[0].actorId, 0);
}

TEST(NewsRules, keepPeopleApart)
{
    std::vector<SubscriberHit> hits = records(kLan, kMaxRecords + 1);
    hits.push_back(hit(kHoa, 1, 1));
    const std::vector<News> news = planNews(hits, {});
    ASSERT_EQ(news.size(), 2U);
    EXPECT_EQ(news[1].subscriber, kHoa);
    EXPECT_EQ(news[1].entityId, 1);
}

RC_GTEST_PROP(NewsRules, tellEachChangeOnce, ())
{
    std::vector<SubscriberHit> hits;
    const auto count = *rc::gen::inRange(0, 60);
    hits.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        hits.push_back(hit({*rc::gen::inRange(1, 4), *rc::gen::inRange(10, 12)}, *rc::gen::inRange(1, 12), i));
    std::map<Subscriber, OpenNews> open;
    for (std::int64_t user = 1; user < 4; ++user)
        if (*rc::gen::arbitrary<bool>())
            open[{user, 10}] = {.records = {*rc::gen::inRange(1, 12)},
                                .recentRecords = *rc::gen::inRange(0, 7),
                                .isFlooded = *rc::gen::arbitrary<bool>()};
    std::int64_t told = 0;
    std::set<std::pair<Subscriber, std::int64_t>> places;
    std::map<Subscriber, int> fresh;
    for (const News& news : planNews(hits, open)) {
        told += news.amount;
        RC_ASSERT(places.emplace(news.subscriber, news.entityId).second);
        RC_ASSERT(static_cast<std::int64_t>(news.named.size()) == news.amount);
        const bool isKnown = open.contains(news.subscriber) && open[news.subscriber].records.contains(news.entityId);
        if (!isKnown)
            RC_ASSERT(++fresh[news.subscriber] <= kMaxRecords);
    }
    RC_ASSERT(told == count);
}

} // namespace

} // namespace banhang::server
