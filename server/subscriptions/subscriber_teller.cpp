#include "server/subscriptions/subscriber_teller.h"

#include <algorithm>

#include "server/subscriptions/seen_fields.h"
#include "server/subscriptions/telling_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};
/// More than an office has people; when it is reached all are dropped and learnt again.
constexpr std::size_t kMostKnown = 5000;

std::vector<std::int64_t> peopleIn(const std::vector<Seer>& seers)
{
    std::vector<std::int64_t> people;
    people.reserve(seers.size());
    for (const Seer& seer : seers)
        people.push_back(seer.userId);
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    return people;
}

std::vector<Subscriber> subscribersIn(const std::vector<ToldHit>& hits)
{
    std::vector<Subscriber> subscribers;
    subscribers.reserve(hits.size());
    for (const ToldHit& hit : hits)
        subscribers.push_back(hit.subscriber);
    std::ranges::sort(subscribers);
    subscribers.erase(std::ranges::unique(subscribers).begin(), subscribers.end());
    return subscribers;
}

} // namespace

SubscriberTeller::SubscriberTeller(DatabasePool& system, CallerSource& callers, TellerOptions options)
    : m_system(system), m_callers(callers), m_options(std::move(options))
{
}

ToldRound SubscriberTeller::tellSome()
{
    const ToldRound done = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { return round(tx); });
    m_options.passed("committed");
    return done;
}

ToldRound SubscriberTeller::round(Tx& tx)
{
    if (!TellingStore::claim(tx))
        return {};
    m_options.passed("claimed");
    FeedPoint point = currentFeedPoint(tx);
    const auto last = TellingStore::progress(tx, point.epoch);
    if (!last) {
        TellingStore::setProgress(tx, point);
        return {};
    }
    ToldRound done;
    const std::vector<LiveSubscription> subscriptions = liveSubscriptions(tx);
    if (subscriptions.empty()) {
        // Nobody asks: what came meanwhile is passed over at once, and is not read when somebody does.
        if (const auto newest = TellingStore::newest(tx, *last))
            TellingStore::setProgress(tx, {point.epoch, *newest});
        return done;
    }
    const std::vector<LoggedChange> changes = TellingStore::read(tx, *last, m_options.batch);
    if (changes.empty())
        return done;
    m_options.passed("read");
    const std::vector<Match> matches = matchChanges(tx, changes, subscriptions);
    m_options.passed("matched");
    for (const auto entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY})
        done.notifications += tellOf(tx, entity, matches);
    m_options.passed("told");
    TellingStore::setProgress(tx, {point.epoch, changes.back().position});
    tx.settle();
    m_options.passed("moved");
    done.rows = static_cast<int>(changes.size());
    return done;
}

int SubscriberTeller::tellOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches)
{
    const std::vector<ToldHit> hits = hitsOf(tx, entity, matches);
    if (hits.empty())
        return 0;
    const std::vector<News> news = planNews(hits, TellingStore::openNews(tx, subscribersIn(hits)));
    TellingStore::tell(tx, entity, news);
    return static_cast<int>(news.size());
}

std::vector<ToldHit> SubscriberTeller::hitsOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches)
{
    std::vector<const Match*> asked;
    std::vector<AskedHit> questions;
    for (const Match& match : matches) {
        if (match.change->entity != entity)
            continue;
        asked.push_back(&match);
        questions.push_back({match.subscription->subscription.id(), match.change->entityId, match.change->actorId});
    }
    std::vector<ToldHit> hits;
    if (asked.empty())
        return hits;
    const std::vector<Seer> seers = TellingStore::seers(tx, entity, questions);
    loadCallers(tx, peopleIn(seers));
    for (const Seer& seer : seers) {
        const auto caller = m_known.find(seer.userId);
        if (caller == m_known.end())
            continue; // left at this very moment
        const Match& match = *asked.at(seer.place);
        FieldNames fields = seenFields(*caller->second, match);
        if (!match.meant.isNew && fields.empty())
            continue;
        hits.push_back({.subscriber = {seer.userId, match.subscription->subscription.id()},
                        .entityId = match.change->entityId,
                        .sequence = match.change->position.seq,
                        .actorId = match.change->actorId,
                        .timeMicros = match.change->timeMicros,
                        .isNew = match.meant.isNew,
                        .fields = std::move(fields)});
    }
    return hits;
}

void SubscriberTeller::loadCallers(Tx& tx, const std::vector<std::int64_t>& userIds)
{
    if (m_known.size() > kMostKnown)
        m_known.clear();
    for (const auto& [userId, rightsVersion] : TellingStore::rightsVersions(tx, userIds)) {
        const auto known = m_known.find(userId);
        if (known != m_known.end() && known->second->rightsVersion == rightsVersion)
            continue;
        m_known.erase(userId);
        if (auto caller = m_callers.load(tx, userId))
            m_known.emplace(userId, std::move(caller));
    }
}

} // namespace banhang::server
