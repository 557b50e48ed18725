// The table of every list page: dense rows, hover row, glow of colleagues' changes, keyboard first.
#pragma once

#include "client/ui/table/cell_text.h"

#include <QTableView>
#include <QTimer>

#include <functional>

namespace banhang::client {

enum class CellKind { Text, Name, Tag, Person, Figure };

class DataTable final : public QTableView
{
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    /// Delegate and resize mode of a column. `width` in logical pixels at 100 % text size; 0 = takes the free room.
    void setColumnKind(int column, CellKind kind, int width);
    void setModel(QAbstractItemModel* model) override;
    /// Offline: quiet text, grey tags; everything stays readable and usable.
    void setOffline(bool isOffline);
    bool isOffline() const { return m_isOffline; }
    /// Shown in the middle instead of rows (`StateView`), null for none. Owner: the table.
    void setPlaceholder(QWidget* placeholder);
    /// Arrow at the column head without asking the model to sort.
    void setSortMark(int column, Qt::SortOrder order);
    /// Columns that hide one after the other while the stretched column would get less than `leastStretch` (logical
    /// pixels at 100 % text size), and come back when there is room. Columns hidden by the page stay hidden.
    void setYieldingColumns(const QList<int>& columns, int leastStretch);
    /// Clock of the glow, ms since the epoch; replaced by tests.
    void setClock(std::function<qint64()> clock);

    /// For sheets of samples: drawn with this row under the pointer, and as if it had the focus.
    void pose(int hoveredRow, bool isActive);
    bool isActive() const { return m_isPosedActive || hasFocus(); }
    /// Width of a column that has one, in pixels at 100 % text size.
    void setColumnWidth100(int column, int width);
    int columnWidth100(int column) const;
    /// The current cell is framed, because the person walks among cells (← →) and not only among rows.
    bool hasCellCursor() const { return m_hasCellCursor; }
    void setCellCursor(bool isShown);
    /// Rows came above those that are seen (went, if negative): they stay where they are seen.
    void keepPlaceBelow(int rows);

    /// Row under the pointer, -1 for none.
    int hoveredRow() const { return m_hoveredRow; }
    bool isGlowTimerRunning() const { return m_glowTimer.isActive(); }
    qint64 now() const { return m_clock(); }
    CellTextCache& texts() { return m_texts; }

    /// For delegates, while painting: a row glows, so keep ticking; a figure did not fit, so widen its column.
    void keepGlowing();
    void widenColumn(int column, int byPixels);

signals:
    /// Enter or a double click.
    void rowActivated(const QModelIndex& index);
    /// Enter on the framed cell.
    void cellActivated(const QModelIndex& index);
    /// The current row, 80 ms after the last move; invalid when there is none.
    void currentSettled(const QModelIndex& index);
    /// The user clicked a column head.
    void sortRequested(int column, Qt::SortOrder order);
    /// The last rows come into view: time to fetch the next page.
    void nearEnd();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyboardSearch(const QString& text) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void verticalScrollbarValueChanged(int value) override;
    bool viewportEvent(QEvent* event) override;

private:
    /// What walks among cells, or leaves them; false for other keys.
    bool onCellKey(QKeyEvent* event);
    /// Space: into the selection or out of it.
    void toggleCurrent();
    void applyMetrics();
    void setHoveredRow(int row);
    void updateRow(int row);
    void onGlowTick();
    void onRowsChanged();
    void placePlaceholder();
    void yieldColumns();
    void setUpHeaders();

    struct Column
    {
        int column;
        int width;
    };
    CellTextCache m_texts;
    QTimer m_glowTimer;
    QTimer m_settleTimer;
    std::function<qint64()> m_clock;
    QList<Column> m_columns;
    QList<int> m_yieldingColumns;
    QList<int> m_yielded;
    int m_leastStretch = 0;
    QWidget* m_corner; ///< beside the head, above the scroll bar
    QWidget* m_placeholder = nullptr;
    int m_hoveredRow = -1;
    int m_wideningColumn = -1;
    bool m_isMarkingSort = false;
    bool m_isOffline = false;
    bool m_hasCellCursor = false;
    bool m_isPosedActive = false;
};

} // namespace banhang::client
