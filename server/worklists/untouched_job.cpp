#include "server/worklists/untouched_job.h"

#include <prometheus/counter.h>
#include <spdlog/spdlog.h>

#include "server/worklists/untouched_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 30'000};

} // namespace

UntouchedJob::UntouchedJob(DatabasePool& system, UntouchedJobOptions options, prometheus::Registry& figures)
    : m_system(system),
      m_options(std::move(options)),
      m_told(prometheus::BuildCounter()
                 .Name("banhang_untouched_told_total")
                 .Help("Customers never worked with that their owners and leaders were told of")
                 .Register(figures)
                 .Add({})),
      m_thread("untouched", [this] { return workOnce(); })
{
}

std::chrono::milliseconds UntouchedJob::workOnce()
{
    const auto day = m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, untoldUntouchedDay);
    if (!day || !noteAll(*day))
        return m_options.look;
    const auto round =
        m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&day](Tx& tx) { return notifyOfUntouched(tx, *day); });
    if (round) {
        m_told.Increment(round->customers);
        spdlog::info("event=untouched.told people={} customers={}", round->people, round->customers);
        if (round->people > 0)
            m_options.committed();
    }
    return m_options.look;
}

bool UntouchedJob::noteAll(const std::string& day)
{
    for (std::optional<UntouchedPlace> place(std::in_place); place;) {
        if (m_thread.isStopping())
            return false;
        place = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                       [&](Tx& tx) { return noteUntouched(tx, day, *place, m_options.batch); });
    }
    return true;
}

} // namespace banhang::server
