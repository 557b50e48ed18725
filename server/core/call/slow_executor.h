// A few threads for work that nobody else should wait for: password hashing, which is slow by purpose, and files.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace banhang::server {

/// Thread: any.
class SlowExecutor
{
public:
    explicit SlowExecutor(int threads);
    /// Finishes what was posted.
    ~SlowExecutor();
    SlowExecutor(const SlowExecutor&) = delete;
    SlowExecutor& operator=(const SlowExecutor&) = delete;

    /// False if more work waits than could be done before its callers give up.
    bool post(std::function<void()> work);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace banhang::server
