// Lets a background thread sleep between rounds and wake at once when it is to end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace banhang::server {

/// Thread: any.
class StopFlag
{
public:
    void stop()
    {
        m_source.request_stop();
        {
            // Whoever has just looked is asleep by now, and so will be woken.
            const std::lock_guard lock(m_mutex);
        }
        m_wake.notify_all();
    }
    bool isStopped() const { return m_source.stop_requested(); }
    /// For what waits for something else meanwhile.
    std::stop_token token() const { return m_source.get_token(); }
    /// True once stopped; otherwise after `time`.
    bool waitFor(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, time, [this] { return isStopped(); });
    }

private:
    std::stop_source m_source;
    std::mutex m_mutex;
    std::condition_variable m_wake;
};

} // namespace banhang::server
