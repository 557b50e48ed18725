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

/// How many of the changes may be told together; the first one in any case.
std::size_t changesWithin(std::int64_t mostHits, const std::vector<LoggedChange>& changes,
                          const std::vector<Match>& matches)
{
    std::int64_t hits = 0;
    for (const Match& match : matches) {
        hits += match.subscription->audience;
        if (hits > mostHits && match.change > changes.data())
            return static_cast<std::size_t>(match.change - changes.data());
    }
    return changes.size();
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
    const LogStretch log = TellingStore::read(tx, *last, m_options.batch);
    if (!log.end)
        return {};
    m_options.passed("read");
    const std::vector<LiveSubscription> subscriptions = liveSubscriptions(tx);
    if (subscriptions.empty()) {
        // Nobody asks: what came meanwhile is passed over at once, and is not told when somebody does.
        TellingStore::setProgress(tx, {point.epoch, *log.end});
        return {};
    }
    std::vector<Match> matches = matchChanges(tx, log.changes, subscriptions);
    const std::size_t within = changesWithin(m_options.mostHits, log.changes, matches);
    std::erase_if(matches, [&](const Match& match) { return match.change >= log.changes.data() + within; });
    m_options.passed("matched");
    ToldRound done{.rows = static_cast<int>(within)};
    done.isMore = within < log.changes.size() || std::ssize(log.changes) == m_options.batch;
    for (const auto entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY})
        tellOf(tx, entity, matches, done);
    m_options.passed("told");
    TellingStore::setProgress(tx, {point.epoch, done.isMore ? log.changes[within - 1].position : *log.end});
    tx.settle();
    m_options.passed("moved");
    return done;
}

void SubscriberTeller::tellOf(Tx& tx, v1::SubscribedEntity entity, const std::vector<Match>& matches, ToldRound& done)
{
    const std::vector<ToldHit> hits = hitsOf(tx, entity, matches);
    if (hits.empty())
        return;
    const std::vector<News> news = planNews(hits, TellingStore::openNews(tx, subscribersIn(hits)));
    TellingStore::tell(tx, entity, news);
    done.hits += static_cast<int>(hits.size());
    done.notifications += static_cast<int>(news.size());
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
        if (match.meant.what == Happening::Changed && fields.empty())
            continue;
        hits.push_back({.subscriber = {seer.userId, match.subscription->subscription.id()},
                        .entityId = match.change->entityId,
                        .sequence = match.change->position.seq,
                        .actorId = match.change->actorId,
                        .timeMicros = match.change->timeMicros,
                        .what = match.meant.what,
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
