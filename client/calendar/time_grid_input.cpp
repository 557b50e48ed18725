// The week by mouse and by keys; whatever the mouse can do, a key can.
#include <QAccessible>
#include <QApplication>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>

#include "client/calendar/time_grid.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr int kEdge = 6;
constexpr int kHalfHour = 30;
constexpr int kHour = 60;
constexpr int kSecondsPerMinute = 60;
constexpr int kSecondsPerHour = kHour * kSecondsPerMinute;
constexpr int kSecondsPerDay = 86'400;

bool isMovable(const CalendarItem& item)
{
    return item.activity && item.isPlanned;
}

qint64 taskOf(const QMimeData* data)
{
    return data->data(QLatin1String(TimeGrid::kTaskMime)).toLongLong();
}

} // namespace

bool TimeGrid::isAtLowerEdge(const GridBlock& block, const QPoint& point) const
{
    return !block.item->isWholeDay && isMovable(*block.item) && block.item->takesTime() &&
           rectOf(block).bottom() - point.y() < kEdge;
}

void TimeGrid::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    const GridBlock* block = blockAt(point);
    m_isPressed = true;
    m_pressedAt = point;
    m_grabbedId = block && isMovable(*block->item) ? block->item->id : 0;
    m_grabbedDay = m_geometry.columns().value(m_geometry.columnAt(point.x())).day;
    if (block)
        return chooseAndTell(block->item->id);
    chooseAndTell(0);
    if (point.y() >= m_geometry.bodyTop() && m_geometry.columnAt(point.x()) >= 0) {
        m_cursorColumn = m_geometry.columnAt(point.x());
        m_cursorMinute = m_geometry.minuteAt(point.y()) / kHalfHour * kHalfHour;
        viewport()->update();
    }
}

void TimeGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (!m_isPressed) {
        const GridBlock* block = blockAt(point);
        viewport()->setCursor(block && isAtLowerEdge(*block, point) ? Qt::SizeVerCursor : Qt::ArrowCursor);
        return;
    }
    if (!m_drag.isActive() && (point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        startDrag(m_pressedAt);
    const QDateTime at = m_geometry.momentAt(point);
    if (m_drag.isActive() && at.isValid()) {
        m_drag.moveTo(at);
        viewport()->update();
    }
    if (m_drag.isActive() && (point.y() < m_geometry.bodyTop() || point.y() > viewport()->height()))
        verticalScrollBar()->triggerAction(point.y() < m_geometry.bodyTop() ? QScrollBar::SliderSingleStepSub
                                                                            : QScrollBar::SliderSingleStepAdd);
}

void TimeGrid::startDrag(const QPoint& point)
{
    const GridBlock* block = blockAt(point);
    const QDateTime at = m_geometry.momentAt(point);
    if (!at.isValid() || (block && (block->item->isWholeDay || !isMovable(*block->item))))
        return;
    if (!block && point.y() >= m_geometry.bodyTop())
        m_drag.beginCreate(at);
    else if (block && isAtLowerEdge(*block, point))
        m_drag.beginResize(block->item->id, block->item->start, block->item->end);
    else if (block)
        m_drag.beginMove(block->item->id, block->item->start, block->item->end, at);
}

void TimeGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isPressed || event->button() != Qt::LeftButton)
        return;
    m_isPressed = false;
    if (m_drag.isActive())
        return finishDrag();
    const CalendarItem* item = m_model.find(m_grabbedId);
    const QDate day = m_geometry.columns().value(m_geometry.columnAt(event->position().toPoint().x())).day;
    if (item && item->isWholeDay && day.isValid() && day != m_grabbedDay)
        emit dayMoveRequested(item->id, item->firstDay.addDays(m_grabbedDay.daysTo(day)));
}

void TimeGrid::finishDrag()
{
    const GridDrag done = m_drag;
    m_drag.cancel();
    viewport()->update();
    if (done.kind() == GridDrag::Kind::Create)
        emit createRequested(done.start(), done.end(), cursorPerson());
    else if (done.hasMoved())
        emit moveRequested(done.id(), done.start(), done.end());
}

void TimeGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const int column = m_geometry.columnAt(point.x());
    if (const GridBlock* block = blockAt(point)) {
        if (block->item->activity)
            emit opened(block->item->id);
    } else if (column >= 0 && point.y() < m_geometry.bodyTop()) {
        emit dayOpened(m_geometry.columns()[column].day);
    } else if (column >= 0) {
        emit createRequested(cursorTime(), cursorTime().addSecs(kSecondsPerHour), cursorPerson());
    }
}

void TimeGrid::dragEnterEvent(QDragEnterEvent* event)
{
    if (taskOf(event->mimeData()) != 0)
        event->acceptProposedAction();
}

void TimeGrid::dragMoveEvent(QDragMoveEvent* event)
{
    const QPoint point = event->position().toPoint();
    const QDateTime at = m_geometry.momentAt(point);
    m_dropAt.reset();
    if (at.isValid() && point.y() >= m_geometry.bodyTop()) {
        m_dropAt = at;
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
    viewport()->update();
}

void TimeGrid::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropAt.reset();
    viewport()->update();
}

void TimeGrid::dropEvent(QDropEvent* event)
{
    const auto at = m_dropAt;
    m_dropAt.reset();
    viewport()->update();
    if (!at)
        return;
    event->acceptProposedAction();
    emit taskDropped(taskOf(event->mimeData()), *at);
}

void TimeGrid::keyPressEvent(QKeyEvent* event)
{
    if (moveByKey(event) || stretchByKey(event) || walkByKey(event))
        return;
    const CalendarItem* item = m_model.find(m_chosenId);
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    switch (isPlain ? event->key() : 0) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (item && item->activity)
            return emit opened(m_chosenId);
        if (!item && m_cursorColumn >= 0)
            return emit createRequested(cursorTime(), cursorTime().addSecs(kSecondsPerHour), cursorPerson());
        break;
    case Qt::Key_Space:
        if (item && item->activity)
            return emit doneRequested(m_chosenId);
        break;
    case Qt::Key_Delete:
        if (item && item->activity)
            return emit deleteRequested(m_chosenId);
        break;
    case Qt::Key_Escape:
        if (m_isPressed || m_chosenId != 0) {
            m_isPressed = false;
            m_drag.cancel();
            return chooseAndTell(0);
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

bool TimeGrid::moveByKey(QKeyEvent* event)
{
    const CalendarItem* item = m_model.find(m_chosenId);
    if (event->modifiers() != Qt::ControlModifier || !item || !isMovable(*item))
        return false;
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool isBack = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (!isSideways && event->key() != Qt::Key_Up && event->key() != Qt::Key_Down)
        return false;
    if (item->isWholeDay) {
        if (isSideways)
            emit dayMoveRequested(item->id, item->firstDay.addDays(isBack ? -1 : 1));
        return true;
    }
    const int seconds = (isSideways ? kSecondsPerDay : GridDrag::kStepMinutes * kSecondsPerMinute) * (isBack ? -1 : 1);
    emit moveRequested(item->id, item->start.addSecs(seconds), item->end.addSecs(seconds));
    return true;
}

bool TimeGrid::stretchByKey(QKeyEvent* event)
{
    const CalendarItem* item = m_model.find(m_chosenId);
    const bool isStretch = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (event->modifiers() != Qt::ShiftModifier || !isStretch || !item || !isMovable(*item) || item->isWholeDay)
        return false;
    const int step = GridDrag::kStepMinutes * kSecondsPerMinute * (event->key() == Qt::Key_Up ? -1 : 1);
    const QDateTime end = item->end.addSecs(step);
    if (end > item->start)
        emit moveRequested(item->id, item->start, end);
    return true;
}

bool TimeGrid::walkByKey(QKeyEvent* event)
{
    if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const int step = event->key() == Qt::Key_Up ? -1 : 1;
        m_chosenId != 0 ? chooseInColumn(step) : moveCursor(step * kHalfHour, 0);
        return true;
    }
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = event->key() == Qt::Key_Left ? -1 : 1;
        m_chosenId != 0 ? chooseNeighbour(step) : moveCursor(0, step);
        return true;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        emit periodRequested(event->key() == Qt::Key_PageUp ? -1 : 1);
        return true;
    default:
        return false;
    }
}

void TimeGrid::chooseAndTell(qint64 id)
{
    choose(id);
    QAccessibleEvent focus(this, QAccessible::Focus);
    for (std::size_t i = 0; i < m_blocks.size(); ++i)
        if (m_blocks[i].item->id == id)
            focus.setChild(static_cast<int>(i));
    QAccessible::updateAccessibility(&focus);
    emit chosen(id);
}

void TimeGrid::chooseInColumn(int step)
{
    std::vector<const GridBlock*> order;
    order.reserve(m_blocks.size());
    for (const GridBlock& block : m_blocks)
        order.push_back(&block);
    std::stable_sort(order.begin(), order.end(), [](const GridBlock* a, const GridBlock* b) {
        if (a->column != b->column)
            return a->column < b->column;
        return a->item->isWholeDay != b->item->isWholeDay ? a->item->isWholeDay : a->item->start < b->item->start;
    });
    const auto at = std::find_if(order.begin(), order.end(),
                                 [this](const GridBlock* block) { return block->item->id == m_chosenId; });
    if (at == order.end())
        return;
    const auto next = at - order.begin() + step;
    if (next >= 0 && next < static_cast<std::ptrdiff_t>(order.size())) {
        chooseAndTell(order[static_cast<std::size_t>(next)]->item->id);
        showCursor();
    }
}

void TimeGrid::chooseNeighbour(int step)
{
    const auto own = std::find_if(m_blocks.begin(), m_blocks.end(),
                                  [this](const GridBlock& block) { return block.item->id == m_chosenId; });
    if (own == m_blocks.end())
        return;
    const auto minuteOf = [](const GridBlock& block) { return block.item->start.time().msecsSinceStartOfDay(); };
    const GridBlock* best = nullptr;
    for (const GridBlock& block : m_blocks) {
        const int distance = (block.column - own->column) * step;
        if (distance <= 0 || block.item->isWholeDay != own->item->isWholeDay)
            continue;
        const int bestDistance = best ? (best->column - own->column) * step : distance + 1;
        const bool isNearer = distance == bestDistance &&
                              std::abs(minuteOf(block) - minuteOf(*own)) < std::abs(minuteOf(*best) - minuteOf(*own));
        if (distance < bestDistance || isNearer)
            best = &block;
    }
    if (!best)
        return emit periodRequested(step);
    chooseAndTell(best->item->id);
    showCursor();
}

void TimeGrid::moveCursor(int minutes, int columns)
{
    const int count = static_cast<int>(m_geometry.columns().size());
    if (m_cursorColumn < 0) {
        const QDateTime at = cursorTime();
        m_cursorColumn = std::max(0, m_geometry.columnOf(at.date()));
        m_cursorMinute = at.time().msecsSinceStartOfDay() / 60'000;
    } else if (m_cursorColumn + columns < 0 || m_cursorColumn + columns >= count) {
        m_cursorColumn = columns < 0 ? count - 1 : 0;
        emit periodRequested(columns);
    } else {
        m_cursorColumn += columns;
        m_cursorMinute = std::clamp(m_cursorMinute + minutes, 0, GridGeometry::kMinutesOfDay - kHalfHour);
    }
    showCursor();
}

void TimeGrid::showChosen()
{
    const bool isShown = std::any_of(m_blocks.begin(), m_blocks.end(), [this](const GridBlock& block) {
        return block.item->id == m_chosenId && !block.item->isWholeDay;
    });
    if (isShown)
        showCursor();
}

/// Scrolls so that the chosen activity, or else the cursor, is in view.
void TimeGrid::showCursor()
{
    int minute = m_cursorMinute;
    if (const CalendarItem* item = m_model.find(m_chosenId); item && !item->isWholeDay)
        minute = item->start.time().msecsSinceStartOfDay() / 60'000;
    const int hour = m_geometry.hourHeight();
    const int y = minute * hour / kHour;
    const int top = verticalScrollBar()->value();
    const int page = verticalScrollBar()->pageStep();
    if (y < top)
        verticalScrollBar()->setValue(y - hour / 2);
    else if (y + hour > top + page)
        verticalScrollBar()->setValue(y + hour + hour / 2 - page);
    viewport()->update();
}

} // namespace banhang::client
