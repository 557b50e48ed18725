#include "server/core/jobs/job_thread.h"

#include <algorithm>

#include <spdlog/spdlog.h>

namespace banhang::server {

using std::chrono::milliseconds;

milliseconds pauseAfterFailures(int failures, milliseconds longest)
{
    constexpr milliseconds kFirst{1000};
    constexpr int kDoublings = 20;
    return std::min(kFirst * (1 << std::clamp(failures - 1, 0, kDoublings)), longest);
}

JobThread::JobThread(std::string job, Round round, milliseconds longestPause)
    : m_job(std::move(job)), m_round(std::move(round)), m_longestPause(longestPause), m_thread([this] { work(); })
{
}

JobThread::~JobThread()
{
    m_stop.stop();
    m_thread.join();
}

void JobThread::work()
{
    milliseconds rest{0};
    while (!m_stop.waitFor(rest))
        rest = workOnce();
}

milliseconds JobThread::workOnce()
{
    try {
        const milliseconds rest = m_round();
        noteSuccess();
        return rest;
    } catch (const std::exception& error) {
        if (!isStopping())
            noteFailure(error.what());
        return pauseAfterFailures(m_failures, m_longestPause);
    }
}

void JobThread::noteFailure(const std::string& what)
{
    ++m_failures;
    if (what == m_lastFailure)
        return;
    m_lastFailure = what;
    spdlog::warn("event=job.interrupted job={} what=\"{}\"", m_job, what);
}

void JobThread::noteSuccess()
{
    if (m_failures == 0)
        return;
    spdlog::info("event=job.resumed job={} failures={}", m_job, m_failures);
    m_failures = 0;
    m_lastFailure.clear();
}

} // namespace banhang::server
