#include "server/worklists/untouched_job.h"

#include <prometheus/counter.h>
#include <spdlog/spdlog.h>

#include "server/worklists/untouched_store.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 120'000};

std::optional<UntouchedRound> tellToday(Tx& tx)
{
    const auto day = claimUntouchedDay(tx);
    return day ? std::optional(tellOfUntouched(tx, *day)) : std::nullopt;
}

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
    const auto round = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, tellToday);
    if (round) {
        m_told.Increment(round->customers);
        spdlog::info("event=untouched.told people={} customers={}", round->people, round->customers);
        if (round->people > 0)
            m_options.committed();
    }
    return m_options.look;
}

} // namespace banhang::server
