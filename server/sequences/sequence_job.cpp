#include "server/sequences/sequence_job.h"

#include <algorithm>

#include "server/activities/contact_upkeep_store.h"
#include "server/sequences/enrolment_reconciliation.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 60'000};

/// Looks at each of them once; `ids` may name some that others wait for.
void keepAll(Tx& tx, const ActivityListeners& listeners, const std::vector<std::int64_t>& ids, const PresentTime& now)
{
    std::vector<LockedEnrolment> held = lockEnrolments(tx, ids);
    const std::vector<MadeSteps> made = readMadeSteps(tx, ids);
    std::vector<std::int64_t> customers;
    ActivityWriter writer(tx, {}, listeners);
    for (LockedEnrolment& enrolment : held) {
        const auto its = std::ranges::find(made, enrolment.stored.id, &MadeSteps::enrolmentId);
        if (reconcileEnrolment(tx, writer, enrolment, its == made.end() ? std::vector<MadeStep>{} : its->steps, now))
            customers.push_back(enrolment.stored.customerId);
    }
    // Last of all, and all at once: it locks the customers.
    writer.finish(customers);
}

} // namespace

int reconcileDueEnrolments(DatabasePool& system, const ActivityListeners& listeners, int batch)
{
    const auto round = [&](auto take) {
        return system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) {
            const PresentTime now = presentTime(tx);
            const std::vector<std::int64_t> ids = take(tx, now);
            if (!ids.empty())
                keepAll(tx, listeners, ids, now);
            return static_cast<int>(ids.size());
        });
    };
    const int woken = round([batch](Tx& tx, const PresentTime&) { return takeWoken(tx, batch); });
    const int due = round([batch](Tx& tx, const PresentTime& now) { return lockDueEnrolments(tx, now.today, batch); });
    return woken + due;
}

SequenceJob::SequenceJob(DatabasePool& system, ActivityListeners listeners, SequenceJobOptions options)
    : m_system(system),
      m_listeners(std::move(listeners)),
      m_options(std::move(options)),
      m_thread("sequences", [this] { return workOnce(); })
{
}

std::chrono::milliseconds SequenceJob::workOnce()
{
    if (reconcileDueEnrolments(m_system, m_listeners, m_options.batch) == 0)
        return m_options.look;
    m_options.committed();
    return std::chrono::milliseconds(0);
}

} // namespace banhang::server
