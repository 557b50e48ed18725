// The chosen rows of a live list, also those whose rows are not loaded any more since one has scrolled far away.
#pragma once

#include <QItemSelectionModel>
#include <QMap>

#include "client/core/live_list_model.h"

namespace banhang::client {

/// Rows that come back are chosen again. Whoever chooses anew forgets those that are away too; who adds to the choice
/// keeps them. Thread: UI.
class PersistentSelection final : public QItemSelectionModel
{
    Q_OBJECT
public:
    explicit PersistentSelection(LiveListModel* rows, QObject* parent = nullptr);

    /// Those that are loaded in the order of the list, then those that are away.
    QList<qint64> ids() const;
    /// Those that are away, as they were shown last, by id.
    const QMap<qint64, RecordPtr>& away() const { return m_away; }
    /// What has become of one that is away; false when it is not.
    bool update(qint64 id, const RecordPtr& record);
    /// Of the rows that are loaded, in the order of the list.
    QList<int> rows() const;

    void select(const QItemSelection& selection, SelectionFlags command) override;
    using QItemSelectionModel::select;
    void clear() override;
    void reset() override;

private:
    void stashRows(int firstRow, int lastRow);
    void restoreRows();

    LiveListModel* m_rows;
    QMap<qint64, RecordPtr> m_away;
};

} // namespace banhang::client
