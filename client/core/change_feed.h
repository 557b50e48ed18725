// The stream of news from the server, kept open; tells how the connection stands.
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "banhang/v1/changes.pb.h"
#include "client/core/rpc_client.h"

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

struct FeedTiming
{
    int firstBackoffMs = 500;
    int lastBackoffMs = 10'000;
    /// The server sends a heartbeat every 15 s; a stream that is silent for longer is dead, whatever TCP believes.
    int silenceMs = 40'000;
};

/// Opens Watch, resumes it where it broke, waits longer after each failure (with jitter, so that a returning server is
/// not overrun), and asks for the server's version on each new connection. Thread: UI.
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
    /// What is on the screen may be stale in any way: load it anew.
    void resyncNeeded();
    /// Besides, the caller's rights changed: GetMe is to be asked first.
    void rightsChanged();
    /// Server and client are of different versions.
    void serverVersionDiffers(const QString& serverVersion);

private:
    void connectNow();
    void onEvent(const v1::WatchEvent& event);
    void onBatch(const v1::ChangeBatch& batch);
    void onResync(const v1::Resync& resync);
    void onEnd(const AppError& error);
    void onOnline();
    void waitAndRetry(int delayMs);
    void setState(State state);

    RpcClient& m_rpc;
    FeedTiming m_timing;
    CallHandle m_stream;
    CallHandle m_infoCall;
    QTimer m_retryTimer;
    QTimer m_silenceTimer;
    QDateTime m_lostAt;
    QString m_serverVersion;
    std::string m_resumeToken;
    State m_state = State::Stopped;
    int m_failures = 0;
};

} // namespace banhang::client
