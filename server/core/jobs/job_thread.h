// The thread of a job: rounds of work with rests between them, until the server stops.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "server/core/jobs/stop_flag.h"

namespace banhang::server {

/// How long a job rests after so many failures in a row: a second, then twice as long each time, never more than
/// `longest`.
std::chrono::milliseconds pauseAfterFailures(int failures, std::chrono::milliseconds longest);

/// What all work without a caller has in common. A round that throws (the database is away, or the commit's outcome is
/// unknown) is no end: it is tried again after a pause, and told once in the log, not once for each try. Thread: rounds
/// run on its own alone; the destructor ends it after the round under way. Owner: the last member of its job, so that
/// nothing that a round touches goes before it.
class JobThread
{
public:
    /// One round of work; how long to rest before the next, zero for not at all.
    using Round = std::function<std::chrono::milliseconds()>;

    /// `job`: its name in the log. `longestPause`: after failures.
    JobThread(std::string job, Round round, std::chrono::milliseconds longestPause = std::chrono::seconds(10));
    ~JobThread();
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;

    /// For rounds of many steps: to be asked between them.
    bool isStopping() const { return m_stop.isStopped(); }
    /// For rounds with a step of minutes, which is to end with them.
    std::stop_token stopToken() const { return m_stop.token(); }

private:
    void work();
    std::chrono::milliseconds workOnce();
    void noteFailure(const std::string& what);
    void noteSuccess();

    const std::string m_job;
    const Round m_round;
    const std::chrono::milliseconds m_longestPause;
    int m_failures = 0; ///< in a row
    std::string m_lastFailure;
    StopFlag m_stop;
    std::thread m_thread;
};

} // namespace banhang::server
