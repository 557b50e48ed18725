// Counts what is under way in threads of others, for whoever must not go before them.
#pragma once

#include <condition_variable>
#include <mutex>

namespace banhang::client {

/// Shared with those threads, since the last one may still be unlocking when its waiter goes on.
class InFlight final
{
public:
    void enter()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    void leave()
    {
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_idle.notify_all();
    }
    void waitUntilIdle()
    {
        std::unique_lock lock(m_mutex);
        m_idle.wait(lock, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_count = 0;
};

} // namespace banhang::client
