// Days side by side with their hours: one painted surface with an index of what stands where, driven by mouse and keys.
#pragma once

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>
#include <vector>

#include "client/calendar/block_painter.h"
#include "client/calendar/calendar_model.h"
#include "client/calendar/day_layout.h"
#include "client/calendar/grid_drag.h"
#include "client/calendar/grid_geometry.h"

namespace banhang::client {

class CalendarColors;

/// One activity at one place. An activity of several days, or of several people side by side, has several.
struct GridBlock
{
    const CalendarItem* item = nullptr; ///< valid until the model changes, and with it the blocks
    int column = 0;
    int lastColumn = 0; ///< of whole days
    int depth = 0;      ///< of the cascade; row of whole days
    BlockText text{};
};

/// Changes nothing by itself: says what the user wants. Thread: UI.
class TimeGrid final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr auto kTaskMime = "application/x-banhang-activity";

    TimeGrid(const CalendarModel& model, const CalendarColors& colors, QWidget* parent = nullptr);

    void showColumns(const QList<GridColumn>& columns);
    /// Names above the columns where people stand side by side.
    void setPersonNames(const QHash<qint64, QString>& names);
    void setNow(const QDateTime& now);
    void setOffline(bool isOffline);
    /// 0 = none.
    void choose(qint64 id);
    qint64 chosenId() const { return m_chosenId; }
    /// Where something new would begin: the cursor, or the full hour after now on the first day shown.
    QDateTime cursorTime() const;
    qint64 cursorPerson() const;
    void scrollToHour(int hour);
    /// Scrolls to what is chosen, if it has an hour and its day is shown.
    void showChosen();
    /// A colleague has changed it: shown in violet for a while.
    void markPeerChange(qint64 id);

    const std::vector<GridBlock>& blocks() const { return m_blocks; }
    const GridGeometry& geometryOfGrid() const { return m_geometry; }
    QRect rectOf(const GridBlock& block) const;

signals:
    void chosen(qint64 id);
    void opened(qint64 id);
    void createRequested(const QDateTime& start, const QDateTime& end, qint64 person);
    void moveRequested(qint64 id, const QDateTime& start, const QDateTime& end);
    /// Of something that takes whole days.
    void dayMoveRequested(qint64 id, const QDate& firstDay);
    void taskDropped(qint64 id, const QDateTime& start);
    /// The keys led out of what is shown: -1 back, 1 on.
    void periodRequested(int step);
    void dayOpened(const QDate& day);
    void doneRequested(qint64 id);
    void deleteRequested(qint64 id);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void addTimed(int column);
    void addWholeDays();
    int freeHeight(const std::vector<DaySpan>& spans, const std::vector<int>& depths, std::size_t index,
                   int height) const;
    void applySize();
    const GridBlock* blockAt(const QPoint& point) const;
    bool isAtLowerEdge(const GridBlock& block, const QPoint& point) const;
    void startDrag(const QPoint& point);
    void finishDrag();

    bool moveByKey(QKeyEvent* event);
    bool stretchByKey(QKeyEvent* event);
    bool walkByKey(QKeyEvent* event);
    void chooseAndTell(qint64 id);
    void chooseNeighbour(int step);
    void chooseInColumn(int step);
    void moveCursor(int minutes, int columns);
    void showCursor();

    void paintHours(QPainter& painter) const;
    void paintHead(QPainter& painter) const;
    void paintColumnHead(QPainter& painter, int column) const;
    void paintBlocks(QPainter& painter, bool isWholeDay) const;
    void paintOne(QPainter& painter, const GridBlock& block) const;
    void paintGhost(QPainter& painter) const;
    void paintNow(QPainter& painter) const;
    void paintCursor(QPainter& painter) const;

    const CalendarModel& m_model;
    const CalendarColors& m_colors;
    GridGeometry m_geometry;
    GridDrag m_drag;
    std::vector<GridBlock> m_blocks;
    QHash<qint64, QString> m_personNames;
    QDateTime m_now;
    qint64 m_chosenId = 0;
    qint64 m_grabbedId = 0;
    QDate m_grabbedDay;
    QPoint m_pressedAt;
    bool m_isPressed = false;
    bool m_isOffline = false;
    int m_wholeDayRows = 1;
    int m_cursorColumn = -1;
    int m_cursorMinute = 0;
    std::optional<QDateTime> m_dropAt;
    QHash<qint64, qint64> m_peerChanges; ///< until when, ms
    QTimer m_peerTimer;
};

} // namespace banhang::client
