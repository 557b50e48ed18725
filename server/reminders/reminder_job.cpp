#include "server/reminders/reminder_job.h"

#include <algorithm>

#include <spdlog/spdlog.h>

#include "server/reminders/due_reminder_store.h"

namespace banhang::server {

namespace {

using std::chrono::milliseconds;

/// A reminder is late by no more than that once the database is back.
constexpr milliseconds kMaxPause{1000};
/// What is due and was not had is in another server's hands, which may fail.
constexpr milliseconds kMinSleep{50};
constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};

} // namespace

ReminderJob::ReminderJob(DatabasePool& system, ReminderJobOptions options, prometheus::Registry& figures)
    : m_system(system),
      m_options(std::move(options)),
      m_figures(figures),
      m_thread(
          "reminders", [this] { return workOnce(); }, kMaxPause)
{
}

milliseconds ReminderJob::workOnce()
{
    try {
        return settleSome() ? milliseconds(0) : untilNext();
    } catch (const std::exception&) {
        m_figures.countFailure();
        throw;
    }
}

milliseconds ReminderJob::untilNext()
{
    const ReminderJobClock clock = m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, DueReminderStore::clock);
    if (const auto jump = m_clockWatch.look(clock.nowMicros, ClockWatch::Steady::now())) {
        m_figures.countClockJump();
        spdlog::error("event=reminders.clock_jumped seconds={}", jump->count());
    }
    const double longest = std::chrono::duration<double>(m_options.maxSleep).count();
    const double toNext = std::min(clock.secondsToNext.value_or(longest), longest);
    m_figures.setBacklog(std::max(0.0, -toNext));
    // Up to the millisecond after it.
    return std::max(kMinSleep, milliseconds(static_cast<std::int64_t>(toNext * 1000.0) + 1));
}

bool ReminderJob::settleSome()
{
    Batch done;
    m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) { done = settle(tx); });
    m_options.passed("committed");
    const std::size_t settled = done.fire.size() + done.later.size() + done.skipped.size();
    if (settled == 0)
        return false;
    m_options.committed();
    for (const double seconds : done.lateness)
        m_figures.countFired(seconds);
    for (const std::string& reason : done.skipReasons)
        m_figures.countSkipped(reason);
    if (!done.skipped.empty())
        spdlog::info("event=reminders.skipped count={}", done.skipped.size());
    return settled == static_cast<std::size_t>(m_options.batch);
}

ReminderJob::Batch ReminderJob::settle(Tx& tx)
{
    Batch batch;
    for (const DueReminder& due : DueReminderStore::claim(tx, m_options.batch)) {
        const FiringDecision decision = decideFiring(due);
        switch (decision.kind) {
        case FiringDecision::Kind::Fire:
            batch.fire.push_back(due.id);
            break;
        case FiringDecision::Kind::PutOff:
            batch.later.push_back(due.id);
            batch.laterMinutes.push_back(decision.minutes);
            break;
        case FiringDecision::Kind::Skip:
            batch.skipped.push_back(due.id);
            batch.skipReasons.push_back(decision.reason);
            if (decision.reason == kOverdue)
                batch.missedBy.push_back(due.userId);
            break;
        }
    }
    apply(tx, batch);
    return batch;
}

void ReminderJob::apply(Tx& tx, Batch& batch)
{
    m_options.passed("claimed");
    if (!batch.later.empty()) {
        DueReminderStore::putOff(tx, batch.later, batch.laterMinutes);
        m_options.passed("put_off");
    }
    if (!batch.skipped.empty()) {
        DueReminderStore::skip(tx, batch.skipped, batch.skipReasons);
        m_options.passed("skipped");
    }
    if (!batch.missedBy.empty()) {
        DueReminderStore::summarise(tx, batch.missedBy);
        m_options.passed("summarised");
    }
    if (batch.fire.empty())
        return;
    batch.lateness = DueReminderStore::fire(tx, batch.fire);
    m_options.passed("fired");
    m_options.fired(tx, batch.fire);
    m_options.passed("handed_on");
}

} // namespace banhang::server
