#include "client/calendar/month_grid.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "client/calendar/block_painter.h"
#include "client/calendar/calendar_colors.h"
#include "client/calendar/notable_days.h"
#include "client/core/office_time.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kPadding = 6;
constexpr int kLineGap = 2;
constexpr int kTodayBar = 3;

QPen hairline(const QColor& color)
{
    QPen pen(color, 1);
    pen.setCosmetic(true);
    return pen;
}

int lineHeight()
{
    return QFontMetrics(textFont(TextSize::Second)).height() + 3;
}

} // namespace

MonthGrid::MonthGrid(const CalendarModel& model, const CalendarColors& colors, QWidget* parent)
    : QWidget(parent), m_model(model), m_colors(colors), m_now(officeNow())
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Month"));
    connect(&model, &CalendarModel::changed, this, &MonthGrid::rebuild);
    connect(&Look::instance(), &Look::changed, this, &MonthGrid::rebuild);
}

void MonthGrid::showMonth(const QDate& month)
{
    m_month = QDate(month.year(), month.month(), 1);
    m_first = m_month.addDays(1 - m_month.dayOfWeek());
    m_cursor = month;
    rebuild();
}

void MonthGrid::setNow(const QDateTime& now)
{
    m_now = now;
    update();
}

void MonthGrid::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    update();
}

void MonthGrid::choose(qint64 id)
{
    m_chosenId = id;
    update();
}

int MonthGrid::headHeight() const
{
    return headerHeight(QFontMetrics(textFont(TextSize::Second)));
}

int MonthGrid::dayHeadHeight() const
{
    return QFontMetrics(textFont(TextSize::Body)).height() + kPadding;
}

QRect MonthGrid::cell(int index) const
{
    const int row = index / kDays;
    const int column = index % kDays;
    const int body = height() - headHeight();
    const int top = headHeight() + body * row / kWeeks;
    const int left = width() * column / kDays;
    return {left, top, width() * (column + 1) / kDays - left, headHeight() + body * (row + 1) / kWeeks - top};
}

QDate MonthGrid::dayAt(const QPoint& point) const
{
    for (int i = 0; i < kWeeks * kDays; ++i)
        if (cell(i).contains(point))
            return m_first.addDays(i);
    return {};
}

const MonthGrid::Line* MonthGrid::lineAt(const QPoint& point) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&point](const Line& line) { return line.rect.contains(point); });
    return found == m_lines.end() ? nullptr : &*found;
}

void MonthGrid::rebuild()
{
    m_lines.clear();
    for (int i = 0; m_first.isValid() && i < kWeeks * kDays; ++i) {
        const QDate day = m_first.addDays(i);
        const auto items = m_model.allOn(day);
        const QRect place = cell(i).adjusted(2, dayHeadHeight(), -4, -1);
        const int step = lineHeight() + kLineGap;
        const int room = std::max(1, place.height() / step);
        const int shown = items.size() > room ? room - 1 : static_cast<int>(items.size());
        for (int line = 0; line < shown; ++line)
            m_lines.push_back(
                {items[line], day, QRect(place.left(), place.top() + line * step, place.width(), lineHeight())});
        if (items.size() > shown)
            m_lines.push_back({nullptr, day,
                               QRect(place.left(), place.top() + shown * step, place.width(), lineHeight()),
                               static_cast<int>(items.size()) - shown});
    }
    update();
}

void MonthGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().base);
    painter.fillRect(QRect(0, 0, width(), headHeight()), theme().alt);
    painter.setFont(textFont(TextSize::Second, TextWeight::Medium));
    for (int column = 0; column < kDays; ++column) {
        const QDate day = m_first.addDays(column);
        const QString near = nearDay(day, day);
        painter.setPen(day.dayOfWeek() == Qt::Sunday ? theme().err : theme().text2);
        painter.drawText(QRect(cell(column).left() + kPadding, 0, cell(column).width(), headHeight()), Qt::AlignVCenter,
                         near.left(near.indexOf(QLatin1Char(' '))));
    }
    for (int i = 0; i < kWeeks * kDays; ++i)
        paintCell(painter, i);
    for (const Line& line : m_lines) {
        if (!line.item) {
            painter.setFont(textFont(TextSize::Second));
            painter.setPen(theme().text2);
            painter.drawText(line.rect.adjusted(8, 0, 0, 0), Qt::AlignVCenter, tr("%1 more").arg(line.more));
            continue;
        }
        BlockLook look{line.rect, m_colors.of(*line.item)};
        look.isChosen = line.item->id == m_chosenId;
        look.isClash = m_model.clashes(line.item->id);
        look.isOffline = m_isOffline;
        look.isOnTint = line.day == m_now.date();
        const bool isTimed = !line.item->isWholeDay && line.item->firstDay == line.day;
        paintChip(painter, *line.item, isTimed ? line.item->start.toString(QStringLiteral("HH:mm")) : QString(), look);
    }
}

void MonthGrid::paintCell(QPainter& painter, int index) const
{
    const QDate day = m_first.addDays(index);
    const QRect place = cell(index);
    const bool isToday = day == m_now.date();
    const bool isOther = day.month() != m_month.month();
    if (isToday) {
        painter.fillRect(place, theme().accentBg);
        painter.fillRect(QRect(place.left(), place.top(), place.width(), kTodayBar), theme().accent);
    } else if (day.dayOfWeek() >= Qt::Saturday || isDayOff(day)) {
        painter.fillRect(place, theme().alt);
    }
    painter.setPen(hairline(theme().border));
    painter.drawLine(place.topLeft(), place.topRight());
    if (index % kDays != 0)
        painter.drawLine(place.topLeft(), place.bottomLeft());
    const QRect head(place.left() + kPadding, place.top() + 3, place.width() - 2 * kPadding, dayHeadHeight() - 3);
    const bool isRed = day.dayOfWeek() == Qt::Sunday || isDayOff(day);
    painter.setFont(textFont(TextSize::Body, TextWeight::Strong));
    painter.setPen(isRed ? theme().err : isToday ? theme().accent : isOther ? theme().text3 : theme().text);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     day.day() == 1 ? day.toString(QStringLiteral("d/M")) : QString::number(day.day()));
    painter.setFont(textFont(TextSize::Second));
    painter.setPen(isLunarFeast(day) ? theme().err : theme().text3);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, lunarDayText(day));
    if ((hasFocus() && day == m_cursor && m_chosenId == 0) || day == m_dropDay) {
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
}

void MonthGrid::resizeEvent(QResizeEvent*)
{
    rebuild();
}

void MonthGrid::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const Line* line = lineAt(point);
    m_pressedAt = point;
    m_pressedDay = dayAt(point);
    m_cursor = m_pressedDay.isValid() ? m_pressedDay : m_cursor;
    m_grabbedId = line && line->item && line->item->activity && line->item->isPlanned ? line->item->id : 0;
    if (line && !line->item)
        return emit dayOpened(line->day);
    chooseAndTell(line ? line->item->id : 0);
}

void MonthGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (m_grabbedId == 0 || (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dropDay = dayAt(point);
    update();
}

void MonthGrid::mouseReleaseEvent(QMouseEvent*)
{
    const QDate day = m_dropDay;
    m_dropDay = {};
    update();
    const CalendarItem* item = m_model.find(m_grabbedId);
    m_grabbedId = 0;
    if (item && day.isValid() && day != m_pressedDay)
        emit dayMoveRequested(item->id, item->firstDay.addDays(m_pressedDay.daysTo(day)));
}

void MonthGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const Line* line = lineAt(point);
    m_grabbedId = 0;
    if (line && line->item && line->item->activity)
        emit opened(line->item->id);
    else if (!line && dayAt(point).isValid())
        emit createRequested(dayAt(point));
}

void MonthGrid::keyPressEvent(QKeyEvent* event)
{
    if (actOnChosen(event))
        return;
    if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
        return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(-1);
    case Qt::Key_Right:
        return walk(1);
    case Qt::Key_Up:
        return m_chosenId != 0 ? chooseWithin(-1) : walk(-kDays);
    case Qt::Key_Down:
        return m_chosenId != 0 ? chooseWithin(1) : walk(kDays);
    case Qt::Key_PageUp:
        return emit periodRequested(-1);
    case Qt::Key_PageDown:
        return emit periodRequested(1);
    case Qt::Key_Space:
    case Qt::Key_Tab: {
        const auto items = m_model.allOn(m_cursor);
        if (!items.isEmpty())
            return chooseAndTell(items.front()->id);
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit dayOpened(m_cursor);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool MonthGrid::actOnChosen(QKeyEvent* event)
{
    const CalendarItem* item = m_model.find(m_chosenId);
    if (event->key() == Qt::Key_Escape && m_chosenId != 0) {
        chooseAndTell(0);
        return true;
    }
    if (!item || !item->activity)
        return false;
    if (event->modifiers() == Qt::ControlModifier && item->isPlanned) {
        const int days = event->key() == Qt::Key_Left    ? -1
                         : event->key() == Qt::Key_Right ? 1
                         : event->key() == Qt::Key_Up    ? -kDays
                         : event->key() == Qt::Key_Down  ? kDays
                                                         : 0;
        if (days != 0)
            emit dayMoveRequested(item->id, item->firstDay.addDays(days));
        return days != 0;
    }
    if (event->modifiers() != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit opened(item->id);
        return true;
    case Qt::Key_Space:
        emit doneRequested(item->id);
        return true;
    case Qt::Key_Delete:
        emit deleteRequested(item->id);
        return true;
    default:
        return false;
    }
}

void MonthGrid::walk(int days)
{
    chooseAndTell(0);
    m_cursor = m_cursor.addDays(days);
    if (m_cursor < m_first || m_cursor > lastDay())
        emit periodRequested(days < 0 ? -1 : 1);
    setAccessibleDescription(tr("%1, lunar %2").arg(nearDay(m_cursor, m_now.date()), lunarFullText(m_cursor)));
    update();
}

void MonthGrid::chooseWithin(int step)
{
    const auto items = m_model.allOn(m_cursor);
    for (int i = 0; i < items.size(); ++i)
        if (items[i]->id == m_chosenId && i + step >= 0 && i + step < items.size())
            return chooseAndTell(items[i + step]->id);
}

void MonthGrid::chooseAndTell(qint64 id)
{
    choose(id);
    emit chosen(id);
}

void MonthGrid::focusInEvent(QFocusEvent*)
{
    update();
}

void MonthGrid::focusOutEvent(QFocusEvent*)
{
    update();
}

} // namespace banhang::client
