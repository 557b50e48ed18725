// How changes that people are told of become notifications: one for a record, one for a flood.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/fields/record_fields.h"
#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

/// More records than these of one subscription at a time are one notification with their number.
constexpr int kMaxRecords = 5;
/// Rows of the log that one notification names; further ones only count.
constexpr int kMaxNamed = 100;

/// One person and one of the subscriptions that are for them.
struct Subscriber
{
    std::int64_t userId = 0;
    std::int64_t subscriptionId = 0;

    friend auto operator<=>(const Subscriber&, const Subscriber&) = default;
};

/// One change that one person is told of.
struct SubscriberHit
{
    Subscriber subscriber;
    std::int64_t entityId = 0;
    std::int64_t sequence = 0; ///< in the log
    std::int64_t actorId = 0;
    std::int64_t timeMicros = 0;
    Happening what = Happening::Changed;
    FieldNames fields = {}; ///< of a changed one: those that the person may see
};

/// What a subscriber has not read yet.
struct OpenNews
{
    std::set<std::int64_t> records = {}; ///< each has a notification of its own
    int recentRecords = 0;               ///< those that came to be in the last minutes
    bool isFlooded = false;              ///< many records were told as one in the last minutes
};

/// One notification to make, or to add to where one of the same record, or of many, is unread.
struct News
{
    Subscriber subscriber;
    std::string key;
    std::int64_t entityId = 0; ///< 0 = of many
    std::int64_t amount = 0;   ///< of changes
    std::int64_t actorId = 0;  ///< of one record the last one; 0 = several, or the server
    std::int64_t timeMicros = 0;
    std::vector<std::pair<std::int64_t, FieldNames>> named = {}; ///< sequence and fields, at most kMaxNamed
};

/// In the order of the hits. Each hit is in exactly one of them.
std::vector<News> planNews(const std::vector<SubscriberHit>& hits, const std::map<Subscriber, OpenNews>& open);

} // namespace banhang::server
