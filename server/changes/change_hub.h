// The one reader of the change feed in this server, and the streams it feeds.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <grpcpp/support/status.h>

#include "server/changes/change_store.h"
#include "server/changes/pending_changes.h"
#include "server/changes/presence_board.h"
#include "server/core/call/caller_source.h"
#include "server/core/database/transaction.h"

namespace banhang::server {

class Metrics;
class TokenSigner;

/// The far end of a stream. The hub alone calls send and finish, from its thread, one at a time; nothing after finish.
class ChangeStream
{
public:
    virtual ~ChangeStream() = default;
    /// Does not wait. Only when canSend().
    virtual void send(const v1::WatchEvent& event) = 0;
    /// False while the last event is still on its way.
    virtual bool canSend() const = 0;
    /// The client went away; only finish() makes sense.
    virtual bool isGone() const = 0;
    /// Ends the stream, after what is on its way unless `atOnce`.
    virtual void finish(const grpc::Status& status, bool atOnce) = 0;
};

struct ChangeHubOptions
{
    /// As role banhang_system.
    ConnectOptions connect;
    std::chrono::milliseconds busyPoll{50};
    std::chrono::milliseconds idlePoll{250};
    /// News of one client are gathered for so long.
    std::chrono::milliseconds gather{50};
    std::chrono::milliseconds heartbeat{15000};
    /// A client that takes no event for so long is cut off.
    std::chrono::milliseconds stall{15000};
    /// Streams end before the connection's age would break them.
    std::chrono::milliseconds streamAge{25 * 60 * 1000};
    std::chrono::seconds sessionIdle{8 * 3600};
    std::chrono::hours tokenLife{24};
    /// A client needs one, and two while it finds out that the first is broken; the oldest beyond is ended.
    int streamsOfSession = 4;
    std::size_t pendingBound = 1000;
    /// More rows than this behind the head are not replayed but answered by RESYNC.
    int replayBound = 10000;
};

/// Rows are read below the oldest running transaction and in the order (xid, seq): a position that no later commit can
/// slip behind. Rights are read outside of that watermark, so that taking them away works even while a long transaction
/// holds the feed back. Thread: any; the work happens on one thread of its own. Owner: callers, signer and metrics must
/// outlive it.
class ChangeHub
{
public:
    ChangeHub(ChangeHubOptions options, CallerSource& callers, const TokenSigner& signer, Metrics& metrics);
    /// Ends all streams at once.
    ~ChangeHub();
    ChangeHub(const ChangeHub&) = delete;
    ChangeHub& operator=(const ChangeHub&) = delete;

    /// Takes over a stream whose caller was just verified. The first event is sent as soon as the feed's position is
    /// known.
    void add(ChangeStream* stream, const CallerSource::Signed& signedIn, const std::string& resumeToken);
    /// Something was committed here: look at once.
    void wake();
    /// A stream can be written again, or its client went away.
    void streamMoved();
    /// Tells every client to come back after `delay`, ends the streams, and from then on new ones too. Waits until all
    /// are told.
    void goAway(std::chrono::milliseconds delay);

private:
    using Clock = std::chrono::steady_clock;
    struct Subscriber
    {
        ChangeStream* stream;
        FeedView view;
        SessionInfo session;
        std::string resumeToken;
        FeedPosition position; ///< rows up to here are known to the client
        PendingChanges pending;
        PresenceTold told{};                  ///< who is where, as the client knows it
        std::vector<v1::Presence> presence{}; ///< what it is to be told next
        bool joined = false;
        bool done = false;
        bool heartbeatDue = true;
        Clock::time_point opened = Clock::now();
        Clock::time_point lastSent = Clock::now();
    };
    using Subscribers = std::vector<std::unique_ptr<Subscriber>>;

    void work();
    bool waitForWork();
    bool pollIsDue() const;
    Clock::time_point nextPoll() const;
    void takeNewcomers();
    void makeRoomFor(const Subscriber& newcomer);
    bool pollDatabase();
    void poll(Tx& tx);
    void followEpoch(const FeedHead& head);
    bool readOn(Tx& tx);
    void learnNewest(Tx& tx, const std::vector<ChangeRow>& rows);
    void followShares(Tx& tx, const std::vector<ChangeRow>& rows);
    void hand(Subscriber& subscriber, const std::vector<ChangeRow>& rows);
    void join(Tx& tx, Subscriber& subscriber, const FeedHead& head);
    void replay(Tx& tx, Subscriber& subscriber, const FeedPosition& from, std::int64_t nowMicros);
    void checkRights(Tx& tx);
    void checkPresence(Tx& tx);
    void reloadRights(Tx& tx, Subscriber& subscriber);
    void deliver();
    void deliverTo(Subscriber& subscriber, Clock::time_point now);
    void send(Subscriber& subscriber, v1::WatchEvent event);
    void end(Subscriber& subscriber, const grpc::Status& status, bool atOnce);
    void sayGoodbye();
    void endAll(const grpc::Status& status);

    const ChangeHubOptions m_options;
    CallerSource& m_callers;
    const TokenSigner& m_signer;
    Metrics& m_metrics;

    std::mutex m_mutex; ///< of what other threads touch: the next seven
    std::condition_variable m_wake;
    std::condition_variable m_saidGoodbye; ///< of m_allTold
    Subscribers m_newcomers;
    bool m_awake = false;
    bool m_committed = false;
    bool m_stopping = false;
    std::optional<std::chrono::milliseconds> m_goAwayDelay; ///< once set it stays: whoever comes later is told too
    bool m_allTold = false;

    // Of the hub's own thread.
    ConnectionSlot m_slot;
    Subscribers m_subscribers;
    NewestStates m_newest;
    FeedPoint m_point;
    bool m_started = false;
    bool m_behind = false;
    int m_failures = 0;
    bool m_commitsUnread = false;
    Clock::time_point m_lastPoll;
    Clock::time_point m_busyUntil;
    Clock::time_point m_nextRightsCheck;
    Clock::time_point m_nextPresenceCheck;
    std::thread m_thread;
};

} // namespace banhang::server
