// The half of LiveListModel that follows the feed.
#include "client/core/live_list_model.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace banhang::client {

namespace {

constexpr int kMaxBatch = 500;

void merge(QHash<qint64, RecordChange>& changes, const RecordChange& change)
{
    auto& known = changes[change.id];
    auto fields = known.fields + change.fields;
    fields.removeDuplicates();
    known = change;
    known.fields = std::move(fields);
}

} // namespace

void LiveListModel::onChanges(const QList<RecordChange>& changes)
{
    for (const auto& change : changes) {
        if (change.entity != entity())
            continue;
        if (isLoading())
            merge(m_meanwhile, change);
        if (change.isGone) {
            m_pending.remove(change.id);
            m_newIds.remove(change.id);
            markGone(change.id, tr("no longer shown"));
        } else {
            merge(m_pending, change);
        }
    }
    retryPending();
}

/// The page that has come may have been read before.
void LiveListModel::fetchChangedMeanwhile()
{
    for (const auto& change : std::exchange(m_meanwhile, {})) {
        if (!change.isGone || rowOf(change.id) >= 0)
            merge(m_pending, change);
    }
    retryPending();
}

void LiveListModel::retryPending()
{
    if (!m_pending.isEmpty() && !m_gatherTimer.isActive())
        m_gatherTimer.start();
}

void LiveListModel::fetchPending()
{
    if (m_recordsCall.isActive())
        return; // its answer starts the next round
    QHash<qint64, RecordChange> asked;
    std::vector<qint64> ids;
    for (auto it = m_pending.begin(); it != m_pending.end() && asked.size() < kMaxBatch;) {
        asked.insert(it.key(), it.value());
        ids.push_back(it.key());
        it = m_pending.erase(it);
    }
    if (ids.empty())
        return;
    m_recordsCall = fetchRecords(ids, [this, asked](const Outcome<std::vector<RecordPtr>>& outcome) {
        if (outcome) {
            onRecords(asked, outcome.value());
            retryPending();
            return;
        }
        // More than goes into one answer; in pages it does.
        if (outcome.error().code() == ErrorCode::Invalid)
            return reload(false);
        // Asked again when the connection is back; what came in meanwhile is newer.
        for (const auto& change : asked) {
            if (!m_pending.contains(change.id))
                m_pending.insert(change.id, change);
        }
    });
}

void LiveListModel::onRecords(const QHash<qint64, RecordChange>& asked, const std::vector<RecordPtr>& records)
{
    QSet<qint64> missing(asked.keyBegin(), asked.keyEnd());
    const auto newBefore = m_newIds.size();
    for (const auto& record : records) {
        const qint64 id = idOf(*record);
        missing.remove(id);
        const int row = rowOf(id);
        const auto change = asked.value(id);
        if (row >= 0)
            replaceRecord(row, record, change);
        else if (belongs(*record) && (!hasNext() || versionOf(*record) == 1))
            m_newIds.insert(id); // else it may well stand outside the loaded window
    }
    for (const qint64 id : std::as_const(missing))
        markGone(id, tr("no longer shown"));
    if (m_newIds.size() != newBefore)
        emit staleChanged();
}

void LiveListModel::replaceRecord(int row, const RecordPtr& record, const RecordChange& change)
{
    auto& live = m_rows[static_cast<size_t>(row)];
    if (versionOf(*record) < live.version)
        return;
    const bool isOwn = change.actorUserId == 0 || change.actorUserId == m_ownUserId;
    const bool isNews = versionOf(*record) > live.version;
    const bool isMoved = !hasSamePlace(*live.record, *record);
    live.version = versionOf(*record);
    live.record = record;
    live.goneReason = belongs(*record) ? QString() : leavingReason(*record);
    if (!isOwn && isNews) {
        live.changedAtMs = QDateTime::currentMSecsSinceEpoch();
        live.changedBy = change.actorUserId;
        live.changedFields = change.fields;
        live.isUnseen = true;
    }
    const qint64 id = live.id;
    emitRow(row);
    if (isMoved && !m_isOrderStale) {
        m_isOrderStale = true;
        emit staleChanged();
    }
    if (isNews)
        emit recordChanged(id, change.actorUserId, change.fields);
}

void LiveListModel::applyRecord(const RecordPtr& record)
{
    const int row = rowOf(idOf(*record));
    if (row >= 0)
        replaceRecord(row, record, {});
}

void LiveListModel::markSeen(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0 || !m_rows[static_cast<size_t>(row)].isUnseen)
        return;
    m_rows[static_cast<size_t>(row)].isUnseen = false;
    emitRow(row);
}

void LiveListModel::markGone(qint64 id, const QString& reason)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    auto& known = m_rows[static_cast<size_t>(row)].goneReason;
    if (known.isEmpty()) // what is told first is what the user did, or more exact than the news of it
        known = reason;
    emitRow(row);
}

} // namespace banhang::client
