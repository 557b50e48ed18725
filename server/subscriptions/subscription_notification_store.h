// How far the log has been told, who may be told of a change, and the notifications that come of it. For role
// banhang_system.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "server/subscriptions/matching_store.h"
#include "server/subscriptions/news_rules.h"

namespace banhang::server {

/// A change and a subscription that means it.
struct AskedHit
{
    std::int64_t subscriptionId = 0;
    std::int64_t entityId = 0;
    std::int64_t actorId = 0;
};

/// A person who may be told of a hit, by its place among those that were asked about.
struct EligibleRecipient
{
    std::size_t place = 0;
    std::int64_t userId = 0;
};

/// A stretch of the log, without what nobody can subscribe to.
struct LogStretch
{
    std::vector<LoggedChange> changes; ///< the first ones, in reading order, as many as were asked for at most
    /// The last settled row of all, whatever it is of; nothing if there is none.
    std::optional<FeedPosition> end;
};

/// All SQL of telling.
class SubscriptionNotificationStore
{
public:
    /// False while another server tells. Until the end of the transaction; takes no transaction id, so that the feed
    /// does not wait for what is only read.
    static bool claim(Tx& tx);
    /// Where telling ended; nothing in another life of the database. Only after claim().
    static std::optional<FeedPosition> progress(Tx& tx, const std::string& epoch);
    static void setProgress(Tx& tx, const FeedPoint& point);

    /// What is settled behind `after`.
    static LogStretch read(Tx& tx, const FeedPosition& after, int limit);

    /// Active people for whom the subscription is, who have not turned it off, did not do it themselves, and see the
    /// record at this moment.
    static std::vector<EligibleRecipient> eligibleRecipients(Tx& tx, v1::SubscribedEntity entity,
                                                             const std::vector<AskedHit>& hits);
    /// app_user.rights_version of each.
    static std::map<std::int64_t, std::int64_t> rightsVersions(Tx& tx, const std::vector<std::int64_t>& userIds);
    static std::map<Subscriber, OpenNews> openNews(Tx& tx, const std::vector<Subscriber>& subscribers);
    /// Makes notifications or adds to unread ones, with their rows of the feed.
    static void notify(Tx& tx, v1::SubscribedEntity entity, const std::vector<News>& news);
};

} // namespace banhang::server
