#include "server/series/series_job.h"

#include <set>

#include "server/series/occurrence_reconciliation.h"
#include "server/series/series_history.h"

namespace banhang::server {

namespace {

constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 60'000};

/// What somebody who left was to do again and again is done by whoever was given the last of it.
void passOn(Tx& tx, StoredSeries& series, const SeriesOwner& heir)
{
    const StoredSeries before = series;
    handOverSeries(tx, series, heir);
    recordSeries(tx, {}, "assign", &before, series);
}

/// What the rule has after what was made.
void makeNext(Tx& tx, ActivityWriter& writer, StoredSeries& series, const vn::Date& today)
{
    const vn::Date from = vn::addDays(series.madeUntil, 1);
    WantedDays wanted = wantedDays(series.repetition, today, today);
    if (series.endedDay) {
        std::erase_if(wanted.days, [&series](const vn::Date& day) { return day > *series.endedDay; });
        if (wanted.madeUntil >= *series.endedDay)
            wanted.nextMakeOn.reset();
    }
    std::set<vn::Date> there;
    for (const Occurrence& each : occurrencesFrom(tx, series.id, from))
        there.insert(each.slot);
    const SeriesCustomer customer = presentCustomer(tx, series.pattern);
    for (const vn::Date& day : wanted.days) {
        if (day < from || there.contains(day))
            continue;
        v1::Activity made = newOccurrence(series, day, customer);
        writer.insert(made, vn::formatIsoDate(day));
    }
    series.madeUntil = std::max(series.madeUntil, wanted.madeUntil);
    series.nextMakeOn = wanted.nextMakeOn;
    noteMade(tx, series);
}

} // namespace

int makeDueOccurrences(DatabasePool& system, const ActivityListeners& listeners, int batch)
{
    return system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) {
        const vn::Date today = presentDay(tx);
        std::vector<DueSeries> due = lockDueSeries(tx, today, batch);
        if (!due.empty())
            lockPresentCustomers(tx, due);
        ActivityWriter writer(tx, {}, listeners);
        for (DueSeries& each : due) {
            if (each.heir)
                passOn(tx, each.series, *each.heir);
            makeNext(tx, writer, each.series, today);
        }
        writer.finish();
        return static_cast<int>(due.size());
    });
}

SeriesJob::SeriesJob(DatabasePool& system, ActivityListeners listeners, SeriesJobOptions options)
    : m_system(system),
      m_listeners(std::move(listeners)),
      m_options(std::move(options)),
      m_thread("series", [this] { return workOnce(); })
{
}

std::chrono::milliseconds SeriesJob::workOnce()
{
    if (makeDueOccurrences(m_system, m_listeners, m_options.batch) == 0)
        return m_options.look;
    m_options.committed();
    return std::chrono::milliseconds(0);
}

} // namespace banhang::server
