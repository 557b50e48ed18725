#include "server/reminders/reminder_job_figures.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace banhang::server {

namespace {

prometheus::Counter& counter(prometheus::Registry& registry, const char* name, const char* help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

} // namespace

ReminderJobFigures::ReminderJobFigures(prometheus::Registry& registry)
    : m_lateness(prometheus::BuildHistogram()
                     .Name("banhang_reminder_lateness_seconds")
                     .Help("From the moment that a reminder was due at until it fired")
                     .Register(registry)
                     .Add({}, prometheus::Histogram::BucketBoundaries{0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600})),
      m_skipped(prometheus::BuildCounter()
                    .Name("banhang_reminders_skipped_total")
                    .Help("Reminders that came due and were not told one by one, by reason")
                    .Register(registry)),
      m_failures(counter(registry, "banhang_scheduler_failures_total", "Rounds of the scheduler that failed")),
      m_clockJumps(counter(registry, "banhang_database_clock_jumps_total",
                           "Times that the database's clock was found set by more than 30 seconds")),
      m_backlog(prometheus::BuildGauge()
                    .Name("banhang_reminder_backlog_seconds")
                    .Help("How long the oldest pending reminder has been due")
                    .Register(registry)
                    .Add({}))
{
}

void ReminderJobFigures::countFired(double lateness)
{
    m_lateness.Observe(lateness);
}

void ReminderJobFigures::countSkipped(const std::string& reason)
{
    m_skipped.Add({{"reason", reason}}).Increment();
}

void ReminderJobFigures::countFailure()
{
    m_failures.Increment();
}

void ReminderJobFigures::countClockJump()
{
    m_clockJumps.Increment();
}

void ReminderJobFigures::setBacklog(double seconds)
{
    m_backlog.Set(seconds);
}

} // namespace banhang::server
