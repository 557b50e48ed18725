#include "client/core/change_feed.h"

#include <QRandomGenerator>

#include <algorithm>

#include "banhang/v1/ops.pb.h"

#include "client/core/office_time.h"

namespace banhang::client {

namespace {

const Method<v1::WatchRequest, v1::WatchEvent>& watchMethod()
{
    static const Method<v1::WatchRequest, v1::WatchEvent> method("banhang.v1.ChangesService.Watch");
    return method;
}

const Method<v1::GetServerInfoRequest, v1::ServerInfo>& serverInfoMethod()
{
    static const Method<v1::GetServerInfoRequest, v1::ServerInfo> method("banhang.v1.OpsService.GetServerInfo");
    return method;
}

RecordChange fromProto(const v1::Change& change)
{
    RecordChange out{QString::fromStdString(change.entity()),
                     change.id(),
                     change.version(),
                     change.kind() == v1::CHANGE_KIND_GONE,
                     change.actor_user_id(),
                     {}};
    for (const auto& field : change.fields())
        out.fields.append(QString::fromStdString(field));
    return out;
}

} // namespace

ChangeFeed::ChangeFeed(RpcClient& rpc, QObject* parent, FeedTiming timing)
    : QObject(parent), m_rpc(rpc), m_timing(std::move(timing))
{
    m_retryTimer.setSingleShot(true);
    m_silenceTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &ChangeFeed::connectNow);
    connect(&m_rpc, &RpcClient::unreachable, this, &ChangeFeed::verify);
    connect(&m_sleepTimer, &QTimer::timeout, this, &ChangeFeed::checkSleep);
    connect(&m_silenceTimer, &QTimer::timeout, this,
            [this] { onEnd(AppError(ErrorCode::Unavailable, "connection.silent")); });
}

void ChangeFeed::start(const QByteArray& resumeToken)
{
    m_resumeToken = resumeToken.toStdString();
    m_failures = 0;
    m_lostAt = {};
    m_awake.start();
    m_awakeSinceMs = m_timing.wallClockMs();
    m_sleepTimer.start(m_timing.sleepCheckMs);
    setState(State::Connecting);
    connectNow();
}

void ChangeFeed::stop()
{
    m_stream.cancel();
    m_infoCall.cancel();
    m_retryTimer.stop();
    m_silenceTimer.stop();
    m_sleepTimer.stop();
    setState(State::Stopped);
}

void ChangeFeed::reconnectNow()
{
    if (m_state == State::Stopped || m_state == State::SignedOut)
        return;
    m_retryTimer.stop();
    connectNow();
}

int ChangeFeed::secondsToRetry() const
{
    return m_retryTimer.isActive() ? (m_retryTimer.remainingTime() + 999) / 1000 : 0;
}

void ChangeFeed::connectNow()
{
    v1::WatchRequest request;
    request.set_resume_token(m_resumeToken);
    m_stream = m_rpc.watch<v1::WatchRequest, v1::WatchEvent>(
        watchMethod(), request, this, [this](const v1::WatchEvent& event) { onEvent(event); },
        [this](const AppError& error) { onEnd(error); });
    m_silenceTimer.start(m_timing.silenceMs);
    emit stateChanged(); // the waiting is over
}

void ChangeFeed::onEvent(const v1::WatchEvent& event)
{
    m_silenceTimer.start(m_timing.silenceMs);
    if (!event.resume_token().empty())
        m_resumeToken = event.resume_token();
    onOnline();
    switch (event.event_case()) {
    case v1::WatchEvent::kBatch:
        onBatch(event.batch());
        break;
    case v1::WatchEvent::kResync:
        onResync(event.resync());
        break;
    case v1::WatchEvent::kPresence:
        onPresence(event.presence());
        break;
    case v1::WatchEvent::kGoingAway:
        m_stream.cancel();
        m_silenceTimer.stop();
        waitAndRetry(event.going_away().delay_ms());
        break;
    case v1::WatchEvent::kHeartbeat:
    case v1::WatchEvent::EVENT_NOT_SET:
        break;
    }
}

void ChangeFeed::onOnline()
{
    m_failures = 0;
    if (m_state == State::Online)
        return;
    m_lostAt = {};
    setState(State::Online);
    m_infoCall = m_rpc.call<v1::GetServerInfoRequest, v1::ServerInfo>(
        serverInfoMethod(), {}, this, [this](const Outcome<v1::ServerInfo>& outcome) {
            if (!outcome)
                return;
            m_serverVersion = QString::fromStdString(outcome->version());
            emit versionJudged(judgeVersion(BANHANG_VERSION, outcome->version(), outcome->oldest_client_version()),
                               m_serverVersion);
        });
}

void ChangeFeed::onBatch(const v1::ChangeBatch& batch)
{
    QList<RecordChange> changes;
    changes.reserve(batch.changes_size());
    for (const auto& change : batch.changes())
        changes.append(fromProto(change));
    if (!changes.isEmpty())
        emit changesArrived(changes);
}

void ChangeFeed::onPresence(const v1::Presence& presence)
{
    QList<Colleague> people;
    for (const auto& person : presence.people())
        people.append({person.user_id(), person.editing(), QString::fromStdString(person.field())});
    emit presenceArrived(presence.id(), people);
}

void ChangeFeed::onResync(const v1::Resync& resync)
{
    if (resync.reason() == v1::Resync::REASON_RIGHTS)
        emit rightsChanged();
    emit resyncNeeded();
}

void ChangeFeed::onEnd(const AppError& error)
{
    m_silenceTimer.stop();
    m_stream.cancel();
    if (error.code() == ErrorCode::SignedOut) {
        setState(State::SignedOut);
        return;
    }
    // The first failure after a good time is usually an ordinary end (connection age, a restart): try again at once.
    const int steps = std::min(m_failures, 10);
    const int delay = m_failures == 0 ? 0 : std::min(m_timing.firstBackoffMs << (steps - 1), m_timing.lastBackoffMs);
    ++m_failures;
    waitAndRetry(delay / 2);
}

void ChangeFeed::waitAndRetry(int delayMs)
{
    if (!m_lostAt.isValid())
        m_lostAt = officeNow();
    m_retryTimer.start(delayMs + QRandomGenerator::global()->bounded(delayMs + 1));
    setState(State::Reconnecting);
}

/// The connections of before the sleep are dead, and TCP would take long to find out.
void ChangeFeed::checkSleep()
{
    const qint64 now = m_timing.wallClockMs();
    const bool hasSlept = now - m_awakeSinceMs - m_awake.elapsed() > m_timing.sleptMs;
    m_awakeSinceMs = now;
    m_awake.start();
    if (!hasSlept || m_state == State::Stopped || m_state == State::SignedOut)
        return;
    m_stream.cancel();
    m_silenceTimer.stop();
    m_failures = 0;
    waitAndRetry(0);
}

/// A stream may seem alive long after the cable was cut. If it was only that call, the new stream answers at once.
void ChangeFeed::verify()
{
    if (m_state != State::Online)
        return;
    m_stream.cancel();
    m_silenceTimer.stop();
    waitAndRetry(0);
}

void ChangeFeed::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace banhang::client
