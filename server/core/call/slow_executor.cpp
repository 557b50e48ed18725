#include "server/core/call/slow_executor.h"

namespace banhang::server {

namespace {

/// What two threads hash within the seconds that a person waits for signing in.
constexpr std::size_t kQueueBound = 200;

} // namespace

SlowExecutor::SlowExecutor(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

SlowExecutor::~SlowExecutor()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

bool SlowExecutor::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_queue.size() >= kQueueBound)
        return false;
    m_queue.push_back(std::move(work));
    // With the lock: the work may be what its owner waits for before it destroys this object.
    m_wake.notify_one();
    return true;
}

void SlowExecutor::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const std::function<void()> work = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

} // namespace banhang::server
