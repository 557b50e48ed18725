#include "server/core/database/database_pool.h"

#include <algorithm>
#include <random>

#include <spdlog/spdlog.h>

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kFirstBackOff{100};
constexpr milliseconds kMaxBackOff{2000};
/// How often an idle thread looks whether its connection was closed.
constexpr std::chrono::seconds kIdleLook{1};

thread_local bool onDatabaseThread = false;

const AppError& unavailable()
{
    static const AppError error(ErrorCode::Unavailable, "database.unavailable");
    return error;
}

/// Lets a thread wait for a transaction that another one runs.
class WaitedTask final : public DatabaseTask
{
public:
    WaitedTask(const TxIdentity& identity, Tx::Mode mode, const std::function<void(Tx&)>& body, CancelToken* cancel,
               QueryStats* queryStats)
        : m_identity(identity),
          m_mode(mode),
          m_body(body),
          m_cancel(cancel),
          m_queryStats(queryStats),
          m_deadline(identity.timeoutMs > 0 ? Clock::now() + milliseconds(identity.timeoutMs)
                                            : Clock::time_point::max())
    {
    }
    void run(ConnectionSlot& slot) noexcept override
    {
        // Local, because the waiting thread ends this task as soon as the promise is kept.
        std::promise<void> done = std::move(m_done);
        try {
            {
                const QueryMeter meter(m_queryStats);
                runTransaction(slot, m_mode, m_identity, m_cancel, m_body);
            }
            done.set_value();
        } catch (...) {
            done.set_exception(std::current_exception());
        }
    }
    void refuse(const AppError& error) noexcept override
    {
        std::promise<void> done = std::move(m_done);
        done.set_exception(std::make_exception_ptr(error));
    }
    Clock::time_point deadline() const override { return m_deadline; }
    std::future<void> result() { return m_done.get_future(); }

private:
    TxIdentity m_identity;
    Tx::Mode m_mode;
    const std::function<void(Tx&)>& m_body;
    CancelToken* m_cancel;
    QueryStats* m_queryStats;
    Clock::time_point m_deadline;
    std::promise<void> m_done;
};

} // namespace

DatabasePool::DatabasePool(PoolOptions options)
    : m_options(std::move(options)), m_queue(m_options.queue), m_unavailableSince(Clock::now())
{
    m_threads.reserve(static_cast<std::size_t>(m_options.threads));
    for (int i = 0; i < m_options.threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

DatabasePool::~DatabasePool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_connectedChanged.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    refuseQueued(unavailable());
}

void DatabasePool::post(DatabaseTask* task)
{
    bool stopping = false;
    {
        const std::lock_guard lock(m_mutex);
        stopping = m_stopping;
        if (!stopping && m_queue.push(task, Clock::now()))
            task = nullptr;
        else if (!stopping)
            ++m_turnedAway;
    }
    if (task == nullptr)
        m_wake.notify_one();
    else
        task->refuse(stopping ? unavailable() : overloadedError());
}

void DatabasePool::runAndWait(const TxIdentity& identity, Tx::Mode mode, const std::function<void(Tx&)>& body,
                              CancelToken* cancel, QueryStats* queryStats)
{
    if (onDatabaseThread)
        throw std::logic_error("a database thread must not wait for another");
    WaitedTask task(identity, mode, body, cancel, queryStats);
    std::future<void> result = task.result();
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            throw AppError(ErrorCode::Unavailable, "database.unavailable");
        m_waitedFor.push_back(&task);
    }
    m_wake.notify_one();
    result.get();
}

bool DatabasePool::waitConnected(milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_connectedChanged.wait_for(lock, patience, [this] { return m_connected > 0; });
}

Clock::duration DatabasePool::unavailableFor() const
{
    const std::lock_guard lock(m_mutex);
    return m_connected > 0 ? Clock::duration::zero() : Clock::now() - m_unavailableSince;
}

PoolStats DatabasePool::stats() const
{
    const std::lock_guard lock(m_mutex);
    return {m_options.threads, m_connected, m_busy, m_queue.size() + m_waitedFor.size(), m_turnedAway};
}

void DatabasePool::work()
{
    onDatabaseThread = true;
    ConnectionSlot slot(m_options.connect, &m_generation);
    milliseconds backOff = kFirstBackOff;
    const auto stopping = [this] {
        const std::lock_guard lock(m_mutex);
        return m_stopping;
    };
    while (!stopping()) {
        if (!connect(slot, backOff))
            continue;
        countConnected(1);
        serve(slot);
        countConnected(-1);
    }
}

bool DatabasePool::connect(ConnectionSlot& slot, milliseconds& backOff)
{
    try {
        slot.get();
        backOff = kFirstBackOff;
        return true;
    } catch (const DatabaseError& error) {
        spdlog::warn("event=database.connect_failed reason=\"{}\" retry_ms={}", error.what(), backOff.count());
    }
    const bool nobodyConnected = stats().connected == 0;
    if (nobodyConnected)
        refuseQueued(unavailable());
    thread_local std::minstd_rand random{std::random_device{}()};
    const milliseconds jitter(random() % static_cast<unsigned>(backOff.count() / 2));
    std::unique_lock lock(m_mutex);
    // Not at m_wake, where it would take the one call that a new task has for a thread that can serve it.
    m_connectedChanged.wait_for(lock, backOff / 2 + jitter, [this] { return m_stopping; });
    backOff = std::min(backOff * 2, kMaxBackOff);
    return false;
}

void DatabasePool::serve(ConnectionSlot& slot)
{
    while (DatabaseTask* task = take(slot)) {
        if (Clock::now() > task->deadline())
            task->refuse(AppError(ErrorCode::Timeout, "call.timeout"));
        else
            task->run(slot);
        const std::lock_guard lock(m_mutex);
        --m_busy;
    }
}

DatabaseTask* DatabasePool::next(std::vector<DatabaseTask*>& late)
{
    const auto now = Clock::now();
    late = m_queue.takeLate(now);
    m_turnedAway += static_cast<std::int64_t>(late.size());
    DatabaseTask* task = nullptr;
    if (!m_waitedFor.empty()) {
        task = m_waitedFor.front();
        m_waitedFor.pop_front();
    } else {
        task = m_queue.pop(now).value_or(nullptr);
    }
    m_busy += task != nullptr ? 1 : 0;
    return task;
}

/// Null once the connection is lost or the pool stops.
DatabaseTask* DatabasePool::take(ConnectionSlot& slot)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (slot.current() == nullptr)
            return nullptr;
        std::vector<DatabaseTask*> late;
        DatabaseTask* task = next(late);
        // Telling them is no work for the lock; the end of the last transaction, with nothing to travel with, neither.
        lock.unlock();
        for (DatabaseTask* refused : late)
            refused->refuse(overloadedError());
        if (task != nullptr)
            return task;
        slot.current()->flushEnd();
        lock.lock();
        if (!isIdle() || m_stopping)
            continue;
        if (m_wake.wait_for(lock, kIdleLook) == std::cv_status::timeout && slot.current() != nullptr)
            slot.current()->noticeClosed();
    }
    return nullptr;
}

void DatabasePool::countConnected(int change)
{
    const std::lock_guard lock(m_mutex);
    const int before = m_connected;
    m_connected += change;
    if (m_connected == 0)
        m_unavailableSince = Clock::now();
    if (before == 0 || m_connected == 0)
        spdlog::info("event=database.{}", m_connected == 0 ? "away" : "connected");
    m_connectedChanged.notify_all();
}

void DatabasePool::refuseQueued(const AppError& error)
{
    std::vector<DatabaseTask*> refused;
    {
        const std::lock_guard lock(m_mutex);
        refused = m_queue.takeAll();
        refused.insert(refused.end(), m_waitedFor.begin(), m_waitedFor.end());
        m_waitedFor.clear();
    }
    for (DatabaseTask* task : refused)
        task->refuse(error);
}

} // namespace banhang::server
