// Cancels the query of a call whose caller gave up, and never another one.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace banhang::server {

class Connection;

/// Whether one call was given up, and which connection works for it right now. Thread: any.
class CancelToken
{
public:
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    /// Marks the call; its next statement is not sent. Does not block.
    void mark() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    friend class CancelScope;
    friend class Canceller;

    std::atomic<bool> m_cancelled = false;
    std::mutex m_mutex;
    Connection* m_working = nullptr;
    bool m_sent = false;
};

/// While it lives, a cancel of `token` reaches `connection`. Must end before COMMIT is sent: a commit is never
/// cancelled.
class CancelScope
{
public:
    CancelScope(CancelToken* token, Connection& connection);
    ~CancelScope() { end(); }
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;

    /// Waits for a cancel that is under way; afterwards none can come. Repeating it is harmless.
    void end();

private:
    CancelToken* m_token;
    Connection& m_connection;
};

/// The helper thread that sends cancels, since PQcancel blocks and reactions must not.
class Canceller
{
public:
    Canceller();
    ~Canceller();
    Canceller(const Canceller&) = delete;
    Canceller& operator=(const Canceller&) = delete;

    void request(std::shared_ptr<CancelToken> token);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<CancelToken>> m_requests;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace banhang::server
