// Database threads, each with a connection of its own, behind one bounded queue.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

#include "common/error.h"
#include "server/core/database/transaction.h"
#include "server/core/database/work_queue.h"

namespace banhang::server {

struct PoolOptions
{
    ConnectOptions connect;
    int threads = 4;
    QueueLimits queue;
};

/// Work for a database thread. The pool calls exactly one of the two functions, once, and does not touch the task
/// afterwards.
class DatabaseTask
{
public:
    virtual ~DatabaseTask() = default;
    virtual void run(ConnectionSlot& slot) noexcept = 0;
    /// Unavailable "database.unavailable", Timeout "call.timeout", or overloadedError().
    virtual void refuse(const AppError& error) noexcept = 0;
    /// Past it the task is refused rather than run.
    virtual std::chrono::steady_clock::time_point deadline() const = 0;
};

struct PoolStats
{
    int threads = 0;
    int connected = 0;
    int busy = 0;
    std::size_t queued = 0;
    std::int64_t rejected = 0; ///< since the start
};

/// Thread: any; the destructor refuses what waits and joins the threads.
class DatabasePool
{
public:
    explicit DatabasePool(PoolOptions options);
    ~DatabasePool();
    DatabasePool(const DatabasePool&) = delete;
    DatabasePool& operator=(const DatabasePool&) = delete;

    /// Queues a task; refuses it within this call if the queue is full or the pool stops, and later if the queue's
    /// limits turn it away.
    void post(DatabaseTask* task);

    /// Runs `body(Tx&)` on a database thread and waits for it; for start-up, commands and jobs. It goes before all that
    /// post() queued and is never turned away, since a thread waits for it. See runTransaction for reruns. Throws also
    /// what refuse() is told. Thread: any but a database thread, which would wait for itself.
    template <typename Body>
    std::invoke_result_t<Body, Tx&> inTransaction(const TxIdentity& identity, Tx::Mode mode, Body&& body)
    {
        using Result = std::invoke_result_t<Body, Tx&>;
        if constexpr (std::is_void_v<Result>) {
            runAndWait(
                identity, mode, [&](Tx& tx) { body(tx); }, nullptr);
        } else {
            std::optional<Result> result;
            runAndWait(
                identity, mode, [&](Tx& tx) { result.emplace(body(tx)); }, nullptr);
            return std::move(*result); // NOLINT(bugprone-unchecked-optional-access): runAndWait ran the body or threw
        }
    }
    /// What it asked of the database is added to `queryStats`, unless null.
    void runAndWait(const TxIdentity& identity, Tx::Mode mode, const std::function<void(Tx&)>& body,
                    CancelToken* cancel, QueryStats* queryStats = nullptr);

    /// Waits until a connection stands. False after `patience`.
    bool waitConnected(std::chrono::milliseconds patience);
    /// How long no connection has stood; zero while one does.
    std::chrono::steady_clock::duration unavailableFor() const;
    PoolStats stats() const;

private:
    void work();
    /// Connects a thread's slot; after a failure refuses what waits, if no thread is connected, and backs off.
    bool connect(ConnectionSlot& slot, std::chrono::milliseconds& backOff);
    void serve(ConnectionSlot& slot);
    DatabaseTask* take(ConnectionSlot& slot);
    DatabaseTask* next(std::vector<DatabaseTask*>& late);
    bool isIdle() const { return m_waitedFor.empty() && m_queue.empty(); }
    void countConnected(int change);
    void refuseQueued(const AppError& error);

    const PoolOptions m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_connectedChanged;
    WorkQueue<DatabaseTask*> m_queue;
    std::deque<DatabaseTask*> m_waitedFor; ///< of runAndWait
    int m_connected = 0;
    int m_busy = 0;
    std::int64_t m_turnedAway = 0;
    ServerGeneration m_generation = 0;
    bool m_stopping = false;
    std::chrono::steady_clock::time_point m_unavailableSince;
    std::vector<std::thread> m_threads;
};

} // namespace banhang::server
