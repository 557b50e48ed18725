#include "server/care/escalation_job.h"

#include <spdlog/spdlog.h>

#include "server/care/escalation_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};

} // namespace

EscalationJob::EscalationJob(DatabasePool& system, EscalationJobOptions options)
    : m_system(system), m_options(std::move(options)), m_thread([this] { work(); })
{
}

EscalationJob::~EscalationJob()
{
    m_stop.stop();
    m_thread.join();
}

void EscalationJob::work()
{
    const auto escalate = [this](Tx& tx) { return escalateDueCareRequests(tx, m_options.batch); };
    do {
        try {
            Escalated done;
            do {
                done = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, escalate);
                if (done.requests == 0)
                    break;
                m_options.committed();
                spdlog::info("event=care.escalated requests={} notifications={}", done.requests, done.notifications);
            } while (!m_stop.waitFor(std::chrono::milliseconds(0)));
        } catch (const std::exception& error) {
            // A commit in doubt is no matter either: the next look sees what became of it.
            spdlog::warn("event=care.escalation_interrupted what={}", error.what());
        }
    } while (!m_stop.waitFor(m_options.look));
}

} // namespace banhang::server
