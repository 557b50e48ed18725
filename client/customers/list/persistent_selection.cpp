#include "client/customers/list/persistent_selection.h"

#include <algorithm>

namespace banhang::client {

PersistentSelection::PersistentSelection(LiveListModel* rows, QObject* parent)
    : QItemSelectionModel(rows, parent), m_rows(rows)
{
    connect(rows, &LiveListModel::lettingGo, this, &PersistentSelection::stashRows);
    connect(rows, &QAbstractItemModel::dataChanged, this, &PersistentSelection::restoreRows);
    connect(rows, &QAbstractItemModel::rowsInserted, this, &PersistentSelection::restoreRows);
}

QList<int> PersistentSelection::rows() const
{
    QList<int> chosen;
    for (const QModelIndex& index : selectedRows())
        chosen.append(index.row());
    std::ranges::sort(chosen);
    return chosen;
}

QList<qint64> PersistentSelection::ids() const
{
    QList<qint64> chosen;
    for (const int row : rows())
        if (const auto* live = m_rows->rowAt(row))
            chosen.append(live->id);
    return chosen + m_away.keys();
}

bool PersistentSelection::update(qint64 id, const RecordPtr& record)
{
    const auto found = m_away.find(id);
    if (found == m_away.end())
        return false;
    *found = record;
    return true;
}

void PersistentSelection::select(const QItemSelection& selection, SelectionFlags command)
{
    if (command.testFlag(Clear))
        m_away.clear();
    QItemSelectionModel::select(selection, command);
}

void PersistentSelection::clear()
{
    m_away.clear();
    QItemSelectionModel::clear();
}

void PersistentSelection::reset()
{
    m_away.clear();
    QItemSelectionModel::reset();
}

void PersistentSelection::stashRows(int firstRow, int lastRow)
{
    for (int row = firstRow; row <= lastRow; ++row)
        if (const auto* live = m_rows->rowAt(row); live != nullptr && isRowSelected(row))
            m_away.insert(live->id, live->record);
}

void PersistentSelection::restoreRows()
{
    QItemSelection back;
    for (auto away = m_away.begin(); away != m_away.end();) {
        const int row = m_rows->rowOf(away.key());
        if (row < 0) {
            ++away;
            continue;
        }
        back.select(m_rows->index(row, 0), m_rows->index(row, m_rows->columnCount() - 1));
        away = m_away.erase(away);
    }
    if (!back.isEmpty())
        QItemSelectionModel::select(back, Select | Rows);
}

} // namespace banhang::client
