#include "server/subscriptions/news_rules.h"

#include <algorithm>

namespace banhang::server {

namespace {

using Records = std::map<Subscriber, std::set<std::int64_t>>;

/// Records that would need a notification of their own.
Records freshRecords(const std::vector<SubscriberHit>& hits, const std::map<Subscriber, OpenNews>& open)
{
    Records fresh;
    for (const SubscriberHit& hit : hits) {
        const auto known = open.find(hit.subscriber);
        if (known == open.end() || !known->second.records.contains(hit.entityId))
            fresh[hit.subscriber].insert(hit.entityId);
    }
    return fresh;
}

bool isFlood(const Records& fresh, const std::map<Subscriber, OpenNews>& open, const Subscriber& subscriber)
{
    const auto records = fresh.find(subscriber);
    const auto known = open.find(subscriber);
    const OpenNews before = known == open.end() ? OpenNews{} : known->second;
    return records != fresh.end() &&
           (before.isFlooded || before.recentRecords + static_cast<int>(records->second.size()) > kMaxRecords);
}

std::string keyOf(const SubscriberHit& hit, bool isOfMany)
{
    if (isOfMany)
        return "notification.subscribed_many";
    switch (hit.what) {
    case Happening::New:
        return "notification.subscribed_new";
    case Happening::Binned:
        return "notification.subscribed_binned";
    case Happening::Restored:
        return "notification.subscribed_restored";
    case Happening::Changed:
        break;
    }
    return "notification.subscribed_change";
}

void add(News& news, const SubscriberHit& hit)
{
    const bool isOfAnother = news.amount > 0 && news.actorId != hit.actorId;
    news.actorId = news.entityId == 0 && isOfAnother ? 0 : hit.actorId;
    ++news.amount;
    news.timeMicros = std::max(news.timeMicros, hit.timeMicros);
    if (std::ssize(news.named) < kMaxNamed)
        news.named.emplace_back(hit.sequence, hit.fields);
}

} // namespace

std::vector<News> planNews(const std::vector<SubscriberHit>& hits, const std::map<Subscriber, OpenNews>& open)
{
    const Records fresh = freshRecords(hits, open);
    std::vector<News> planned;
    std::map<std::pair<Subscriber, std::int64_t>, std::size_t> places;
    for (const SubscriberHit& hit : hits) {
        const auto records = fresh.find(hit.subscriber);
        const bool isFresh = records != fresh.end() && records->second.contains(hit.entityId);
        const bool isOfMany = isFresh && isFlood(fresh, open, hit.subscriber);
        const std::int64_t entityId = isOfMany ? 0 : hit.entityId;
        const auto [place, isFirst] = places.try_emplace({hit.subscriber, entityId}, planned.size());
        if (isFirst)
            planned.push_back({.subscriber = hit.subscriber, .key = keyOf(hit, isOfMany), .entityId = entityId});
        else if (hit.what != Happening::Changed)
            planned[place->second].key = keyOf(hit, isOfMany);
        add(planned[place->second], hit);
    }
    return planned;
}

} // namespace banhang::server
