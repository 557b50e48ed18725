#include "server/findings/scan_job.h"

#include <spdlog/spdlog.h>

#include "common/platform/own_process.h"
#include "common/platform/random.h"
#include "server/customers/saving/reading_renewal_store.h"
#include "server/duplicates/duplicate_index_store.h"
#include "server/duplicates/duplicate_learning.h"
#include "server/duplicates/duplicate_model_store.h"
#include "server/duplicates/duplicate_search.h"
#include "server/findings/scan_groups.h"
#include "server/findings/weights_store.h"

namespace banhang::server {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kGroupsAtOnce = 500;
/// The feed of all clients waits for a transaction that writes.
constexpr int kReadAtOnce = 50;
constexpr int kMaxFailures = 5;
/// Long enough for the last step of a large stock, which reads all links at once.
constexpr TxIdentity kPatient{.userId = 0, .timeoutMs = 120'000};

milliseconds since(Clock::time_point start)
{
    return std::chrono::duration_cast<milliseconds>(Clock::now() - start);
}

std::vector<FoundLink> linksOf(const std::vector<StoredRecord>& records, const std::vector<Matches>& matches)
{
    std::vector<FoundLink> links;
    for (std::size_t i = 0; i < records.size(); ++i)
        for (const DuplicateMatch& match : matches[i].found)
            if (match.similarity.probability >= match::kPossible)
                links.push_back({records[i].customerId, match.customerId, match.similarity.probability,
                                 match::digestOf(records[i].record), match::digestOf(match.record)});
    return links;
}

} // namespace

ScanJob::ScanJob(DatabasePool& system, ScanJobOptions options)
    : m_system(system),
      m_options(options),
      m_holder(platform::randomHex(16)),
      m_thread("scan", [this] { return workOnce(); })
{
}

milliseconds ScanJob::workOnce()
{
    learnIfAsked();
    if (const auto rest = doSome())
        return *rest;
    if (const auto rest = renewSome())
        return *rest;
    return startIfDue() ? milliseconds(0) : m_options.look;
}

std::optional<milliseconds> ScanJob::renewSome()
{
    if (m_isRenewed)
        return std::nullopt;
    const Clock::time_point start = Clock::now();
    std::optional<int> renewed;
    try {
        renewed = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                         [](Tx& tx) { return renewReadings(tx, kReadingVersion, kReadAtOnce); });
        m_failedRenewals = 0;
    } catch (const std::exception& error) {
        if (++m_failedRenewals < kMaxFailures || m_thread.isStopping())
            throw;
        // Old readings are found less well; that must not keep the scan from its work.
        spdlog::error("event=readings failed: {}", error.what());
    }
    m_isRenewed = renewed.value_or(0) == 0;
    if (renewed == 0)
        spdlog::info("event=readings.renewed version={}", kReadingVersion);
    if (m_isRenewed)
        return std::nullopt;
    return since(start) * (100 - m_options.loadPercent) / m_options.loadPercent;
}

bool ScanJob::startIfDue()
{
    if (!m_options.weekly)
        return false;
    const bool isStarted = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                                  [&](Tx& tx) { return startWeeklyScan(tx, m_options.loadPercent); });
    if (isStarted)
        spdlog::info("event=scan.started by=week");
    return isStarted;
}

void ScanJob::learnIfAsked()
{
    const auto drop = [this] {
        m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { dropWish(tx, m_holder); });
    };
    if (!m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [this](Tx& tx) { return leaseWish(tx, m_holder); }))
        return;
    try {
        learn();
    } catch (const std::exception&) {
        // Of a server that stops in the middle another one takes the wish over.
        if (!m_thread.isStopping())
            drop();
        throw;
    }
    drop();
}

std::optional<milliseconds> ScanJob::doSome()
{
    const auto scan =
        m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) { return leaseScan(tx, m_holder); });
    if (!scan)
        return std::nullopt;
    const Clock::time_point start = Clock::now();
    bool goesOn = false;
    try {
        goesOn = step(*scan);
    } catch (const std::exception&) {
        if (!m_thread.isStopping())
            m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, [&](Tx& tx) { noteFailure(tx, scan->id); });
        throw;
    }
    return goesOn ? since(start) * (100 - scan->loadPercent) / scan->loadPercent : m_options.look;
}

bool ScanJob::step(const LeasedScan& scan)
{
    if (scan.afterId == 0)
        refreshWeights();
    const Clock::time_point start = Clock::now();
    ScanStep done;
    done.fromId = scan.afterId;
    done.toId = scan.afterId;
    // Read apart from the writing: as long as one transaction writes, the feed of all clients waits.
    m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, [&](Tx& tx) {
        const std::vector<StoredRecord> records = storedRecordsAfter(tx, scan.afterId, m_options.step);
        if (records.empty())
            return;
        std::vector<Asked> asked;
        asked.reserve(records.size());
        for (const StoredRecord& stored : records)
            asked.push_back({stored.record, stored.customerId, true});
        const auto model = currentModel(tx);
        const std::vector<Matches> matches = findMatches(tx, *model, asked);
        done.links = linksOf(records, matches);
        done.toId = records.back().customerId;
        done.customers = static_cast<std::int64_t>(records.size());
        done.compared = 0;
        for (const Matches& one : matches)
            done.compared += one.compared;
    });
    if (done.customers == 0) {
        finish(scan);
        return false;
    }
    done.busyMs = since(start).count() * 100 / scan.loadPercent;
    return m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                  [&](Tx& tx) { return writeStep(tx, scan.id, m_holder, done); });
}

/// Before a scan begins, so that a week's new customers are judged by what is usual in this office.
void ScanJob::refreshWeights()
{
    if (m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, isModelOld))
        learn();
}

void ScanJob::learn()
{
    const Learnt learnt = refreshModel([this](const std::function<void(Tx&)>& body) {
        if (m_thread.isStopping())
            throw std::runtime_error("the server stops");
        m_system.inTransaction(kPatient, Tx::Mode::ReadWrite, body);
    });
    spdlog::info("event=duplicates.learnt customers={} pairs={} kept=\"{}\"", learnt.customers, learnt.pairs,
                 keptText(learnt));
    // Tens of thousands of customers were in memory at once.
    platform::releaseFreedMemory();
}

void ScanJob::finish(const LeasedScan& scan)
{
    std::vector<match::Link> links;
    m_system.inTransaction(kPatient, Tx::Mode::ReadOnly, [&](Tx& tx) {
        links.clear();
        for (const FoundLink& link : server::linksOf(tx, scan.id))
            links.push_back({link.lowId, link.highId, link.probability});
    });
    std::int64_t fresh = 0;
    std::vector<FoundGroup> some;
    const auto write = [&] {
        fresh += m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                        [&](Tx& tx) { return writeFindings(tx, scan.id, some); });
        some.clear();
    };
    std::size_t found = 0;
    for (ScanGroup& group : scanGroups(links)) {
        some.push_back({std::move(group.ids), group.probability});
        ++found;
        if (some.size() == kGroupsAtOnce)
            write();
    }
    if (!some.empty())
        write();
    const bool isDone = m_system.inTransaction(kPatient, Tx::Mode::ReadWrite,
                                               [&](Tx& tx) { return finishScan(tx, scan.id, m_holder, fresh); });
    if (isDone)
        spdlog::info("event=scan.done id={} findings={} new={}", scan.id, found, fresh);
}

} // namespace banhang::server
