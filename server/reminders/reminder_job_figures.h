// What the scheduler tells to whoever watches the server.
#pragma once

#include <string>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
class Registry;
template <typename T>
class Family;
} // namespace prometheus

namespace banhang::server {

/// Thread: any.
class ReminderJobFigures
{
public:
    explicit ReminderJobFigures(prometheus::Registry& registry);

    /// `lateness` in seconds, behind the moment that it was due at.
    void countFired(double lateness);
    void countSkipped(const std::string& reason);
    void countFailure();
    void countClockJump();
    /// How long the oldest pending one has been due, in seconds.
    void setBacklog(double seconds);

private:
    prometheus::Histogram& m_lateness;
    prometheus::Family<prometheus::Counter>& m_skipped;
    prometheus::Counter& m_failures;
    prometheus::Counter& m_clockJumps;
    prometheus::Gauge& m_backlog;
};

} // namespace banhang::server
