#include "server/subscriptions/subscription_notifier.h"

#include <algorithm>

#include "server/subscriptions/seen_fields.h"
#include "server/subscriptions/subscription_notification_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};
/// More than an office has people; when it is reached all are dropped and learnt again.
constexpr std::size_t kMaxKnown = 5000;

std::vector<std::int64_t> peopleIn(const std::vector<EligibleRecipient>& recipients)
{
    std::vector<std::int64_t> people;
    people.reserve(recipients.size());
    for (const EligibleRecipient& recipient : recipients)
        people.push_back(recipient.userId);
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

std::vector<Subscriber> subscribersIn(const std::vector<SubscriberHit>& hits)
{
    std::vector<Subscriber> subscribers;
    subscribers.reserve(hits.size());
    for (const SubscriberHit& hit : hits)
        subscribers.push_back(hit.subscriber);
    std::ranges::sort(subscribers);
    subscribers.erase(std::ranges::unique(subscribers).begin(), subscribers.end());
    return subscribers;
}

/// How many of the changes may be told together; the first one in any case.
std::size_t changesWithin(std::int64_t maxHits, const std::vector<LoggedChange>& changes,
                          const std::vector<Match>& matches)
{
    std::int64_t hits = 0;
    for (const Match& match : matches) {
        hits += match.subscription->audience;
        if (hits > maxHits && match.change > changes.data())
            return static_cast<std::size_t>(match.change - changes.data());
    }
    return changes.size();
}

} // namespace

SubscriptionNotifier::SubscriptionNotifier(DatabasePool& system, CallerSource& callers,
                                           SubscriptionNotifierOptions options)
    : m_system(system), m_callers(callers), m_options(std::move(options))
{
}

NotificationBatchResult SubscriptionNotifier::notifyBatch()
{
    const NotificationBatchResult done =
        m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { return round(tx); });
    m_options.passed("committed");
    return done;
}

NotificationBatchResult SubscriptionNotifier::round(Tx& tx)
{
    if (!SubscriptionNotificationStore::claim(tx))
        return {};
    m_options.passed("claimed");
    FeedPoint point = currentFeedPoint(tx);
    const auto last = SubscriptionNotificationStore::progress(tx, point.epoch);
    if (!last) {
        SubscriptionNotificationStore::setProgress(tx, point);
        return {};
    }
    const LogStretch log = SubscriptionNotificationStore::read(tx, *last, m_options.batch);
    if (!log.end)
        return {};
    m_options.passed("read");
    const std::vector<LiveSubscription> subscriptions = liveSubscriptions(tx);
    if (subscriptions.empty()) {
        // Nobody asks: what came meanwhile is passed over at once, and is not told when somebody does.
        SubscriptionNotificationStore::setProgress(tx, {point.epoch, *log.end});
        return {};
    }
    std::vector<Match> matches = matchChanges(tx, log.changes, subscriptions);
    const std::size_t within = changesWithin(m_options.maxHits, log.changes, matches);
    std::erase_if(matches, [&](const Match& match) { return match.change >= log.changes.data() + within; });
    m_options.passed("matched");
    NotificationBatchResult done{.rows = static_cast<int>(within)};
    done.isMore = within < log.changes.size() || std::ssize(log.changes) == m_options.batch;
    for (const auto entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY})
        notifyOf(tx, entity, matches, done);
    m_options.passed("told");
    SubscriptionNotificationStore::setProgress(
        tx, {point.epoch, done.isMore ? log.changes[within - 1].position : *log.end});
    tx.settle();
    m_options.passed("moved");
    return done;
}

void SubscriptionNotifier::notifyOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches,
                                    NotificationBatchResult& done)
{
    const std::vector<SubscriberHit> hits = hitsOf(tx, entity, matches);
    if (hits.empty())
        return;
    const std::vector<News> news = planNews(hits, SubscriptionNotificationStore::openNews(tx, subscribersIn(hits)));
    SubscriptionNotificationStore::notify(tx, entity, news);
    done.hits += static_cast<int>(hits.size());
    done.notifications += static_cast<int>(news.size());
}

std::vector<SubscriberHit> SubscriptionNotifier::hitsOf(Tx& tx, v1::SubscribedEntity entity,
                                                        const std::vector<Match>& matches)
{
    std::vector<const Match*> asked;
    std::vector<AskedHit> questions;
    for (const Match& match : matches) {
        if (match.change->entity != entity)
            continue;
        asked.push_back(&match);
        questions.push_back({match.subscription->subscription.id(), match.change->entityId, match.change->actorId});
    }
    std::vector<SubscriberHit> hits;
    if (asked.empty())
        return hits;
    const std::vector<EligibleRecipient> recipients =
        SubscriptionNotificationStore::eligibleRecipients(tx, entity, questions);
    loadCallers(tx, peopleIn(recipients));
    for (const EligibleRecipient& recipient : recipients) {
        const auto caller = m_known.find(recipient.userId);
        if (caller == m_known.end())
            continue; // left at this very moment
        const Match& match = *asked.at(recipient.place);
        FieldNames fields = seenFields(*caller->second, match);
        if (match.meant.what == Happening::Changed && fields.empty())
            continue;
        hits.push_back({.subscriber = {recipient.userId, match.subscription->subscription.id()},
                        .entityId = match.change->entityId,
                        .sequence = match.change->position.seq,
                        .actorId = match.change->actorId,
                        .timeMicros = match.change->timeMicros,
                        .what = match.meant.what,
                        .fields = std::move(fields)});
    }
    return hits;
}

void SubscriptionNotifier::loadCallers(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    if (m_known.size() > kMaxKnown)
        m_known.clear();
    for (const auto& [userId, rightsVersion] : SubscriptionNotificationStore::rightsVersions(tx, userIds)) {
        const auto known = m_known.find(userId);
        if (known != m_known.end() && known->second->rightsVersion == rightsVersion)
            continue;
        m_known.erase(userId);
        if (auto caller = m_callers.load(tx, userId))
            m_known.emplace(userId, std::move(caller));
    }
}

} // namespace banhang::server
