#include "server/changes/change_hub.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "common/status_codec.h"
#include "server/changes/presence_store.h"
#include "server/core/crypto/token_signer.h"
#include "server/core/database/work_queue.h"
#include "server/core/telemetry/metrics.h"

namespace banhang::server {

namespace {

using std::chrono::milliseconds;

constexpr int kRowsPerRead = 1000;
/// What is not remembered is asked for again, together with what is new: more would save little, and take an hour of
/// office work to fill (a quarter of a kilobyte each).
constexpr std::size_t kRememberedRecords = 8192;
constexpr milliseconds kRightsCheck{250};
constexpr milliseconds kPresenceCheck{100};
constexpr std::int64_t kPollTimeoutMs = 5000;
constexpr milliseconds kClosestPolls{5};
/// After the last sign of work the feed is looked at more often for so long.
constexpr milliseconds kBusyFor{1000};
constexpr double kAlarmingAgeSeconds = 5;

bool contains(const std::vector<std::int64_t>& sorted, std::int64_t value)
{
    return std::find(sorted.begin(), sorted.end(), value) != sorted.end();
}

} // namespace

ChangeHub::ChangeHub(ChangeHubOptions options, CallerSource& callers, const TokenSigner& signer, Metrics& metrics)
    : m_options(std::move(options)),
      m_callers(callers),
      m_signer(signer),
      m_metrics(metrics),
      m_slot(m_options.connect),
      m_newest(kRememberedRecords),
      m_thread([this] { work(); })
{
}

ChangeHub::~ChangeHub()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void ChangeHub::add(ChangeStream* stream, const CallerSource::Signed& signedIn, const std::string& resumeToken)
{
    auto subscriber = std::make_unique<Subscriber>(Subscriber{.stream = stream,
                                                              .view = {signedIn.caller, {}},
                                                              .session = signedIn.session,
                                                              .resumeToken = resumeToken,
                                                              .position = {},
                                                              .pending = PendingChanges(m_options.pendingBound)});
    {
        const std::lock_guard lock(m_mutex);
        m_newcomers.push_back(std::move(subscriber));
        m_awake = true;
    }
    m_wake.notify_one();
}

void ChangeHub::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_committed = true;
        if (std::exchange(m_awake, true))
            return;
    }
    m_wake.notify_one();
}

void ChangeHub::streamMoved()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_awake, true))
            return;
    }
    m_wake.notify_one();
}

void ChangeHub::goAway(milliseconds delay)
{
    std::unique_lock lock(m_mutex);
    m_goAwayDelay = delay;
    m_awake = true;
    m_wake.notify_one();
    m_saidGoodbye.wait_for(lock, std::chrono::seconds(2), [this] { return m_allTold; });
}

void ChangeHub::work()
{
    while (waitForWork()) {
        takeNewcomers();
        if (!m_subscribers.empty() && pollIsDue())
            m_failures = pollDatabase() ? 0 : m_failures + 1;
        deliver();
        sayGoodbye();
    }
    takeNewcomers();
    endAll(toStatus(AppError(ErrorCode::Unavailable, "server.stopping")));
}

/// False once the hub is to stop.
bool ChangeHub::waitForWork()
{
    std::unique_lock lock(m_mutex);
    const auto woken = [this] { return m_awake || m_stopping; };
    if (m_subscribers.empty())
        m_wake.wait(lock, woken);
    else
        m_wake.wait_until(lock, nextPoll(), woken);
    m_awake = false;
    if (std::exchange(m_committed, false)) {
        m_commitsUnread = true;
        m_busyUntil = Clock::now() + kBusyFor;
    }
    return !m_stopping;
}

/// Many commits and many streams must not make as many reads: a few milliseconds apart is soon enough.
ChangeHub::Clock::time_point ChangeHub::nextPoll() const
{
    if (m_behind)
        return m_lastPoll;
    if (m_failures > 0)
        return m_lastPoll + m_options.idlePoll * std::min(m_failures, 8);
    const bool newcomers = std::any_of(m_subscribers.begin(), m_subscribers.end(),
                                       [](const auto& subscriber) { return !subscriber->joined; });
    if (m_commitsUnread || newcomers)
        return m_lastPoll + kClosestPolls;
    return m_lastPoll + (m_lastPoll < m_busyUntil ? m_options.busyPoll : m_options.idlePoll);
}

bool ChangeHub::pollIsDue() const
{
    return Clock::now() >= nextPoll();
}

void ChangeHub::takeNewcomers()
{
    const std::lock_guard lock(m_mutex);
    for (auto& newcomer : m_newcomers) {
        makeRoomFor(*newcomer);
        m_subscribers.push_back(std::move(newcomer));
    }
    m_newcomers.clear();
    // Without listeners nothing is read, and the feed starts anew with the next one.
    if (m_subscribers.empty())
        m_started = false;
}

/// Each stream costs work for every change: one session must not hold them by the hundred.
void ChangeHub::makeRoomFor(const Subscriber& newcomer)
{
    const auto isOfSession = [&](const auto& subscriber) {
        return !subscriber->done && subscriber->session.id == newcomer.session.id;
    };
    if (std::count_if(m_subscribers.begin(), m_subscribers.end(), isOfSession) < m_options.streamsOfSession)
        return;
    const auto oldest = std::find_if(m_subscribers.begin(), m_subscribers.end(), isOfSession);
    // It is told why, unless it does not even read what was sent before.
    end(**oldest, toStatus(overloadedError()), !(*oldest)->stream->canSend());
}

bool ChangeHub::pollDatabase()
{
    m_lastPoll = Clock::now();
    m_commitsUnread = false;
    try {
        runTransaction(m_slot, Tx::Mode::ReadOnly, {0, kPollTimeoutMs}, nullptr, [this](Tx& tx) { poll(tx); });
        if (Connection* connection = m_slot.current())
            connection->flushEnd();
        return true;
    } catch (const std::exception& error) {
        if (m_failures == 0)
            spdlog::warn("event=feed.read_failed reason=\"{}\"", error.what());
        m_behind = false;
        return false;
    }
}

void ChangeHub::poll(Tx& tx)
{
    const FeedHead head = ChangeStore::head(tx);
    m_metrics.feedLagSeconds().Set(head.oldestOpenSeconds);
    if (head.oldestOpenSeconds > kAlarmingAgeSeconds && Clock::now() >= m_nextRightsCheck)
        spdlog::warn("event=feed.held_back seconds={:.1f}", head.oldestOpenSeconds);
    followEpoch(head);
    m_behind = readOn(tx);
    for (auto& subscriber : m_subscribers) {
        if (!subscriber->joined)
            join(tx, *subscriber, head);
    }
    if (Clock::now() >= m_nextRightsCheck) {
        checkRights(tx);
        m_nextRightsCheck = Clock::now() + kRightsCheck;
    }
    if (Clock::now() >= m_nextPresenceCheck) {
        checkPresence(tx);
        m_nextPresenceCheck = Clock::now() + kPresenceCheck;
    }
}

/// A head behind what was read is another life too: what was read is lost there.
void ChangeHub::followEpoch(const FeedHead& head)
{
    if (m_started && head.point.epoch == m_point.epoch && head.point.position >= m_point.position)
        return;
    if (m_started) {
        for (auto& subscriber : m_subscribers)
            subscriber->pending.resync(v1::Resync::REASON_TOKEN);
    }
    m_point = head.point;
    for (auto& subscriber : m_subscribers)
        subscriber->position = m_point.position;
    m_newest.clear();
    m_started = true;
}

/// True if more rows are waiting. The position moves with rows and never to the head: ids of transactions that ended
/// without a trace are given out again after a crash.
bool ChangeHub::readOn(Tx& tx)
{
    const std::vector<ChangeRow> rows = ChangeStore::read(tx, m_point.position, kRowsPerRead);
    if (rows.empty())
        return false;
    learnNewest(tx, rows);
    followShares(tx, rows);
    for (auto& subscriber : m_subscribers) {
        if (subscriber->joined)
            hand(*subscriber, rows);
    }
    m_point.position = rows.back().position;
    m_busyUntil = Clock::now() + kBusyFor;
    m_metrics.feedRows().Increment(static_cast<double>(rows.size()));
    return rows.size() == static_cast<std::size_t>(kRowsPerRead);
}

void ChangeHub::learnNewest(Tx& tx, const std::vector<ChangeRow>& rows)
{
    std::vector<RecordKey> unknown;
    for (const ChangeRow& row : rows) {
        if (m_newest.find(row.record) == nullptr)
            unknown.push_back(row.record);
    }
    if (!unknown.empty()) {
        const std::vector<RecordState> states = ChangeStore::newest(tx, unknown);
        for (std::size_t i = 0; i < unknown.size(); ++i)
            m_newest.merge(unknown[i], states[i]);
    }
    for (const ChangeRow& row : rows)
        m_newest.merge(row.record, {row.version, row.unitAfter, row.people});
}

/// Shares are asked for as they stand now: their rows may be out of order like all others.
void ChangeHub::followShares(Tx& tx, const std::vector<ChangeRow>& rows)
{
    std::vector<ShareKey> asked;
    for (const ChangeRow& row : rows) {
        if (row.isShare && std::any_of(m_subscribers.begin(), m_subscribers.end(), [&](const auto& subscriber) {
                return subscriber->view.caller->userId == row.granteeId;
            }))
            asked.push_back({row.granteeId, row.record.id});
    }
    if (asked.empty())
        return;
    const std::vector<ShareKey> standing = ChangeStore::standing(tx, asked);
    for (const ShareKey& share : asked) {
        const bool stands = std::find(standing.begin(), standing.end(), share) != standing.end();
        for (auto& subscriber : m_subscribers) {
            if (subscriber->view.caller->userId != share.userId)
                continue;
            if (stands)
                subscriber->view.sharedCustomers.insert(share.customerId);
            else
                subscriber->view.sharedCustomers.erase(share.customerId);
        }
    }
}

void ChangeHub::hand(Subscriber& subscriber, const std::vector<ChangeRow>& rows)
{
    for (const ChangeRow& row : rows) {
        if (row.position <= subscriber.position)
            continue;
        const RecordState* newest = m_newest.find(row.record);
        const RecordState state = newest != nullptr ? *newest : RecordState{row.version, row.unitAfter, row.people};
        if (const auto change = decide(subscriber.view, row, state))
            subscriber.pending.add(*change);
    }
    subscriber.position = std::max(subscriber.position, rows.back().position);
}

void ChangeHub::join(Tx& tx, Subscriber& subscriber, const FeedHead& head)
{
    for (const std::int64_t customer : ChangeStore::sharedWith(tx, subscriber.view.caller->userId))
        subscriber.view.sharedCustomers.insert(customer);
    subscriber.position = m_point.position;
    if (!subscriber.resumeToken.empty()) {
        const Caller& caller = *subscriber.view.caller;
        const auto from = fromFeedToken(m_signer, caller.userId, subscriber.resumeToken);
        if (!from || from->point.epoch != head.point.epoch || from->point.position > head.point.position)
            subscriber.pending.resync(v1::Resync::REASON_TOKEN);
        else if (from->rightsVersion != caller.rightsVersion)
            subscriber.pending.resync(v1::Resync::REASON_RIGHTS);
        else
            replay(tx, subscriber, from->point.position, head.timeMicros);
    }
    subscriber.joined = true;
    m_metrics.openStreams().Increment();
}

/// What the client missed between its token and where this server reads. A token from ahead (of another server) just
/// skips.
void ChangeHub::replay(Tx& tx, Subscriber& subscriber, const FeedPosition& from, std::int64_t nowMicros)
{
    subscriber.position = from;
    if (from >= m_point.position)
        return;
    if (ChangeStore::count(tx, from, m_point.position, m_options.replayBound + 1) > m_options.replayBound) {
        subscriber.pending.resync(v1::Resync::REASON_TOKEN);
        subscriber.position = m_point.position;
        return;
    }
    const std::int64_t oldestMicros = nowMicros - std::chrono::microseconds(m_options.tokenLife).count();
    while (subscriber.position < m_point.position) {
        std::vector<ChangeRow> rows = ChangeStore::read(tx, subscriber.position, kRowsPerRead);
        std::erase_if(rows, [this](const ChangeRow& row) { return row.position > m_point.position; });
        if (rows.empty())
            break;
        if (rows.front().timeMicros < oldestMicros)
            subscriber.pending.resync(v1::Resync::REASON_TOKEN);
        learnNewest(tx, rows);
        hand(subscriber, rows);
    }
    subscriber.position = m_point.position;
}

void ChangeHub::checkRights(Tx& tx)
{
    std::vector<std::int64_t> userIds;
    std::vector<std::int64_t> sessionIds;
    for (const auto& subscriber : m_subscribers) {
        userIds.push_back(subscriber->view.caller->userId);
        sessionIds.push_back(subscriber->session.id);
    }
    const std::vector<UserState> users = ChangeStore::users(tx, userIds);
    const std::vector<std::int64_t> ended = ChangeStore::endedSessions(tx, sessionIds, m_options.sessionIdle);
    for (auto& subscriber : m_subscribers) {
        const auto user = std::find_if(users.begin(), users.end(), [&](const UserState& state) {
            return state.userId == subscriber->view.caller->userId;
        });
        if (contains(ended, subscriber->session.id) || user == users.end() || !user->active)
            end(*subscriber, toStatus(AppError(ErrorCode::SignedOut, "session.ended")), false);
        else if (user->rightsVersion != subscriber->view.caller->rightsVersion)
            reloadRights(tx, *subscriber);
    }
}

void ChangeHub::checkPresence(Tx& tx)
{
    const PresenceBoard board(PresenceStore::live(tx));
    for (auto& subscriber : m_subscribers) {
        if (!subscriber->joined)
            continue;
        for (v1::Presence& news : board.newsFor(subscriber->view, subscriber->session.id, subscriber->told)) {
            std::erase_if(subscriber->presence, [&](const v1::Presence& older) { return older.id() == news.id(); });
            subscriber->presence.push_back(std::move(news));
        }
    }
}

void ChangeHub::reloadRights(Tx& tx, Subscriber& subscriber)
{
    auto caller = m_callers.load(tx, subscriber.view.caller->userId);
    if (!caller) {
        end(subscriber, toStatus(AppError(ErrorCode::SignedOut, "session.ended")), false);
        return;
    }
    subscriber.view.caller = std::move(caller);
    subscriber.view.sharedCustomers.clear();
    for (const std::int64_t customer : ChangeStore::sharedWith(tx, subscriber.view.caller->userId))
        subscriber.view.sharedCustomers.insert(customer);
    subscriber.pending.resync(v1::Resync::REASON_RIGHTS);
}

} // namespace banhang::server
