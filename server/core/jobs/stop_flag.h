// Lets a background thread sleep between rounds and wake at once when it is to end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace banhang::server {

/// Thread: any.
class StopFlag
{
public:
    void stop()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_wake.notify_all();
    }
    bool isStopped()
    {
        const std::lock_guard lock(m_mutex);
        return m_stopped;
    }
    /// True once stopped; otherwise after `time`.
    bool waitFor(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, time, [this] { return m_stopped; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
};

} // namespace banhang::server
