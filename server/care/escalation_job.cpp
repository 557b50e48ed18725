#include "server/care/escalation_job.h"

#include <spdlog/spdlog.h>

#include "server/care/escalation_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};

} // namespace

EscalationJob::EscalationJob(DatabasePool& system, EscalationJobOptions options)
    : m_system(system), m_options(std::move(options)), m_thread("care", [this] { return workOnce(); })
{
}

std::chrono::milliseconds EscalationJob::workOnce()
{
    const Escalated done = m_system.inTransaction(
        kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { return escalateDueCareRequests(tx, m_options.batch); });
    if (done.requests == 0)
        return m_options.look;
    m_options.committed();
    spdlog::info("event=care.escalated requests={} notifications={}", done.requests, done.notifications);
    return std::chrono::milliseconds(0);
}

} // namespace banhang::server
