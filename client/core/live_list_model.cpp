#include "client/core/live_list_model.h"

#include <algorithm>
#include <utility>

namespace banhang::client {

namespace {

constexpr int kGatherMs = 50;
constexpr int kPlaceholderDelayMs = 150;
constexpr int kFirstPlaceholders = 24;
constexpr int kTailBeyondCount = 30;
constexpr int kCountCap = 1001;
constexpr int kPrefetchRows = 60;
constexpr int kQuickRows = 30; // passed between two looks
constexpr int kQuickPrefetchRows = 300;

} // namespace

LiveListModel::LiveListModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_gatherTimer.setSingleShot(true);
    m_gatherTimer.setInterval(kGatherMs);
    connect(&m_gatherTimer, &QTimer::timeout, this, &LiveListModel::fetchPending);
    m_placeholderTimer.setSingleShot(true);
    m_placeholderTimer.setInterval(kPlaceholderDelayMs);
    connect(&m_placeholderTimer, &QTimer::timeout, this, &LiveListModel::showPlaceholders);
}

int LiveListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : loadedCount() + m_tail;
}

QVariant LiveListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto* row = rowAt(index.row());
    if (!row)
        return role == LoadingRole ? QVariant(true) : QVariant();
    switch (role) {
    case RowIdRole:
        return row->id;
    case ChangedAtRole:
        return row->changedAtMs;
    case ChangedByRole:
        return row->changedBy;
    case ChangedFieldsRole:
        return row->changedFields;
    case UnseenRole:
        return row->isUnseen;
    case GoneReasonRole:
        return row->goneReason.isEmpty() ? QVariant() : row->goneReason;
    case LoadingRole:
        return false;
    default:
        return cellData(*row, index.column(), role);
    }
}

const LiveRow* LiveListModel::rowAt(int row) const
{
    return row >= 0 && row < loadedCount() ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

int LiveListModel::rowOf(qint64 id) const
{
    const auto found = m_positions.constFind(id);
    return found == m_positions.constEnd() ? -1 : static_cast<int>(*found - m_basePosition);
}

void LiveListModel::reload(bool isOther, qint64 aroundId)
{
    PageQuery query;
    query.aroundId = aroundId;
    query.withCount = true;
    m_wantedLastRow = -1;
    if (isOther)
        m_placeholderTimer.start();
    m_pageCall = fetchPage(query, [this, isOther, aroundId](Outcome<RecordPage> outcome) {
        if (!outcome && aroundId != 0 && outcome.error().code() == ErrorCode::NotFound) {
            reload(isOther); // the record has gone, the list has not
            return;
        }
        m_placeholderTimer.stop();
        if (outcome) {
            replaceAll(std::move(outcome).value(), aroundId == 0);
            fetchChangedMeanwhile();
            return;
        }
        dropPlaceholders();
        emit loadFailed(outcome.error());
    });
}

void LiveListModel::clear()
{
    m_pageCall.cancel();
    m_recordsCall.cancel();
    m_placeholderTimer.stop();
    m_gatherTimer.stop();
    m_pending.clear();
    m_meanwhile.clear();
    replaceAll({}, true);
}

void LiveListModel::showPlaceholders()
{
    beginResetModel();
    m_rows.clear();
    m_pages.clear();
    m_tail = kFirstPlaceholders;
    reindex();
    endResetModel();
}

/// Nothing is on its way that they could stand for.
void LiveListModel::dropPlaceholders()
{
    if (!m_rows.empty() || m_tail == 0)
        return;
    beginResetModel();
    m_tail = 0;
    endResetModel();
}

void LiveListModel::replaceAll(RecordPage page, bool isFromStart)
{
    beginResetModel();
    const auto before = std::exchange(m_rows, {});
    m_pages.clear();
    m_isFromStart = isFromStart && page.previousToken.empty();
    m_cappedCount = page.cappedCount;
    m_pages.push_back({static_cast<int>(page.records.size()), page.nextToken, page.previousToken});
    for (auto& record : page.records) {
        LiveRow row = toRow(std::move(record));
        // What was saved or fetched while the page was on its way is newer than the page.
        const auto known = m_positions.constFind(row.id);
        if (known != m_positions.constEnd())
            keepNewer(row, before[static_cast<size_t>(*known - m_basePosition)]);
        m_rows.push_back(std::move(row));
    }
    m_tail = wantedTail();
    m_newIds.clear();
    m_isOrderStale = false;
    reindex();
    endResetModel();
    emit reloaded();
    emit staleChanged();
}

void LiveListModel::ensureLoaded(int firstRow, int lastRow)
{
    // Who flicks through the list has left the usual reserve behind before a page can come over a slow line.
    const bool isQuick = m_wantedLastRow >= 0 && std::abs(lastRow - m_wantedLastRow) > kQuickRows;
    const int ahead = isQuick ? kQuickPrefetchRows : kPrefetchRows;
    m_wantedLastRow = lastRow;
    if (m_pageCall.isActive() || m_pages.empty())
        return;
    if (lastRow + ahead >= loadedCount() && hasNext())
        loadNext();
    else if (firstRow < ahead && hasPrevious())
        loadPrevious();
}

void LiveListModel::loadNext()
{
    PageQuery query;
    query.token = nextToken();
    m_pageCall = fetchPage(query, [this](Outcome<RecordPage> outcome) {
        if (!outcome) {
            emit loadFailed(outcome.error());
            return;
        }
        append(std::move(outcome).value());
        fetchChangedMeanwhile();
        // The view may have been dragged far beyond this page.
        if (m_wantedLastRow >= loadedCount() && hasNext())
            loadNext();
    });
}

void LiveListModel::loadPrevious()
{
    PageQuery query;
    query.token = previousToken();
    m_pageCall = fetchPage(query, [this](Outcome<RecordPage> outcome) {
        if (!outcome) {
            emit loadFailed(outcome.error());
            return;
        }
        prepend(std::move(outcome).value());
        fetchChangedMeanwhile();
    });
}

int LiveListModel::wantedTail() const
{
    if (!hasNext())
        return 0;
    const bool isCountExact = m_isFromStart && m_cappedCount >= 0 && m_cappedCount < kCountCap && m_basePosition == 0;
    return isCountExact ? std::max(1, m_cappedCount - loadedCount()) : kTailBeyondCount;
}

LiveRow LiveListModel::toRow(RecordPtr record) const
{
    LiveRow row;
    row.id = idOf(*record);
    row.version = versionOf(*record);
    row.record = std::move(record);
    return row;
}

void LiveListModel::keepNewer(LiveRow& row, const LiveRow& known) const
{
    if (known.version <= row.version)
        return;
    row = known;
    row.goneReason = belongs(*row.record) ? QString() : leavingReason(*row.record);
}

void LiveListModel::reindex()
{
    m_positions.clear();
    m_basePosition = 0;
    for (qsizetype i = 0; const auto& row : m_rows)
        m_positions.insert(row.id, i++);
}

void LiveListModel::append(RecordPage page)
{
    // A record may have moved down between the two reads; it stays where it is shown already.
    std::erase_if(page.records, [this](const RecordPtr& record) { return m_positions.contains(idOf(*record)); });
    const int added = static_cast<int>(page.records.size());
    m_pages.push_back({added, page.nextToken, page.previousToken});
    const auto push = [this, &page](int from, int to) {
        for (int i = from; i < to; ++i) {
            auto row = toRow(std::move(page.records[static_cast<size_t>(i)]));
            m_positions.insert(row.id, m_basePosition + loadedCount());
            m_rows.push_back(std::move(row));
        }
    };
    // Placeholders become rows first; what does not fit into their places is inserted behind.
    const int filled = std::min(added, m_tail);
    if (filled > 0) {
        const int first = loadedCount();
        push(0, filled);
        m_tail -= filled;
        emit dataChanged(index(first, 0), index(first + filled - 1, columnCount() - 1));
    }
    if (added > filled) {
        beginInsertRows({}, rowCount(), rowCount() + added - filled - 1);
        push(filled, added);
        endInsertRows();
    }
    changeTail(wantedTail());
    trimFront();
}

void LiveListModel::changeTail(int tail)
{
    const int end = rowCount();
    if (tail > m_tail) {
        beginInsertRows({}, end, end + tail - m_tail - 1);
        m_tail = tail;
        endInsertRows();
    } else if (tail < m_tail) {
        beginRemoveRows({}, end - (m_tail - tail), end - 1);
        m_tail = tail;
        endRemoveRows();
    }
}

void LiveListModel::prepend(RecordPage page)
{
    std::erase_if(page.records, [this](const RecordPtr& record) { return m_positions.contains(idOf(*record)); });
    const int added = static_cast<int>(page.records.size());
    m_pages.push_front({added, page.nextToken, page.previousToken});
    if (added == 0)
        return;
    beginInsertRows({}, 0, added - 1);
    m_basePosition -= added;
    for (int i = added - 1; i >= 0; --i) {
        auto& record = page.records[static_cast<size_t>(i)];
        m_positions.insert(idOf(*record), m_basePosition + i);
        m_rows.push_front(toRow(std::move(record)));
    }
    endInsertRows();
    emit rowsShiftedAbove(added);
    trimBack();
}

void LiveListModel::trimFront()
{
    while (loadedCount() > kMaxRows && m_pages.size() > 1) {
        const int gone = m_pages.front().size;
        if (gone > 0) {
            emit lettingGo(0, gone - 1);
            beginRemoveRows({}, 0, gone - 1);
        }
        for (int i = 0; i < gone; ++i) {
            m_positions.remove(m_rows.front().id);
            m_rows.pop_front();
        }
        m_basePosition += gone;
        m_pages.pop_front();
        if (gone > 0)
            endRemoveRows();
        emit rowsShiftedAbove(-gone);
    }
}

void LiveListModel::trimBack()
{
    while (loadedCount() > kMaxRows && m_pages.size() > 1) {
        const int gone = m_pages.back().size;
        changeTail(0);
        if (gone > 0) {
            emit lettingGo(loadedCount() - gone, loadedCount() - 1);
            beginRemoveRows({}, loadedCount() - gone, loadedCount() - 1);
        }
        for (int i = 0; i < gone; ++i) {
            m_positions.remove(m_rows.back().id);
            m_rows.pop_back();
        }
        m_pages.pop_back();
        if (gone > 0)
            endRemoveRows();
    }
    changeTail(wantedTail());
}

void LiveListModel::touchAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void LiveListModel::emitRow(int row)
{
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

} // namespace banhang::client
