// The stream of news from the server, kept open; tells how the connection stands.
#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>

#include "banhang/v1/changes.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/version.h"

namespace banhang::client {

/// News of one record; see v1::Change.
struct RecordChange
{
    QString entity;
    qint64 id = 0;
    qint64 version = 0;
    bool isGone = false;
    qint64 actorUserId = 0;
    QStringList fields;
};

/// Somebody else at a customer; see v1::PresentPerson.
struct Colleague
{
    qint64 userId = 0;
    bool isEditing = false;
    QString field;
};

struct FeedTiming
{
    int firstBackoffMs = 500;
    int lastBackoffMs = 10'000;
    /// The server sends a heartbeat every 15 s; a stream that is silent for longer is dead, whatever TCP believes.
    int silenceMs = 40'000;
    /// How often it looks whether the machine slept: the clock on the wall went on, that of the processor did not.
    int sleepCheckMs = 2'000;
    /// More than the clock is ever put right by.
    int sleptMs = 15'000;
    std::function<qint64()> wallClockMs = [] { return QDateTime::currentMSecsSinceEpoch(); };
};

/// Opens Watch, resumes it where it broke or where the machine fell asleep, waits longer after each failure (with
/// jitter, so that a returning server is not overrun), and asks for the server's version on each new connection.
/// Thread: UI.
class ChangeFeed final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Stopped,    ///< nobody is signed in
        Connecting, ///< for the first time
        Online,
        Reconnecting, ///< since `lostAt`
        SignedOut,    ///< the session ended; somebody has to sign in again
    };

    explicit ChangeFeed(RpcClient& rpc, QObject* parent = nullptr, FeedTiming timing = {});

    void start(const QByteArray& resumeToken);
    void stop();
    /// Tries at once instead of waiting; drops a stream that seems alive.
    void reconnectNow();

    State state() const { return m_state; }
    bool isOnline() const { return m_state == State::Online; }
    QDateTime lostAt() const { return m_lostAt; }
    /// Seconds until the next try, 0 while one runs.
    int secondsToRetry() const;
    /// Of the server last reached; empty before.
    QString serverVersion() const { return m_serverVersion; }

signals:
    void stateChanged();
    void changesArrived(const QList<banhang::client::RecordChange>& changes);
    /// Everybody else at that customer, as of now.
    void presenceArrived(qint64 customerId, const QList<banhang::client::Colleague>& people);
    /// What is on the screen may be stale in any way: load it anew.
    void resyncNeeded();
    /// Besides, the caller's rights changed: GetMe is to be asked first.
    void rightsChanged();
    /// With each new connection: how the server's version and this program's fit.
    void versionJudged(banhang::client::VersionFit fit, const QString& serverVersion);

private:
    void connectNow();
    void onEvent(const v1::WatchEvent& event);
    void onBatch(const v1::ChangeBatch& batch);
    void onPresence(const v1::Presence& presence);
    void onResync(const v1::Resync& resync);
    void onEnd(const AppError& error);
    void onOnline();
    void waitAndRetry(int delayMs);
    void checkSleep();
    void verify();
    void setState(State state);

    RpcClient& m_rpc;
    FeedTiming m_timing;
    CallHandle m_stream;
    CallHandle m_infoCall;
    QTimer m_retryTimer;
    QTimer m_silenceTimer;
    QTimer m_sleepTimer;
    QElapsedTimer m_awake;
    qint64 m_awakeSinceMs = 0; ///< on the wall, when m_awake began
    QDateTime m_lostAt;
    QString m_serverVersion;
    std::string m_resumeToken;
    State m_state = State::Stopped;
    int m_failures = 0;
};

} // namespace banhang::client
