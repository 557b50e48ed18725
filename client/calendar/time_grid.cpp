#include "client/calendar/time_grid.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/calendar/day_layout.h"
#include "client/calendar/grid_accessible.h"
#include "client/core/office_time.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kMaxWholeDayRows = 4;
constexpr int kPeerMs = 8000;
constexpr int kPeerTickMs = 1000;
constexpr int kMinutesPerHour = 60;

} // namespace

TimeGrid::TimeGrid(const CalendarModel& model, const CalendarColors& colors, QWidget* parent)
    : QAbstractScrollArea(parent), m_model(model), m_colors(colors), m_now(officeNow())
{
    GridAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAccessibleName(tr("Calendar"));
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(true);
    m_peerTimer.setInterval(kPeerTickMs);
    connect(&m_peerTimer, &QTimer::timeout, this, [this] {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        m_peerChanges.removeIf([now](const auto& entry) { return entry.value() <= now; });
        if (m_peerChanges.isEmpty())
            m_peerTimer.stop();
        viewport()->update();
    });
    connect(&model, &CalendarModel::changed, this, &TimeGrid::rebuild);
    connect(&Look::instance(), &Look::changed, this, &TimeGrid::rebuild);
}

void TimeGrid::showColumns(const QList<GridColumn>& columns)
{
    m_geometry.setColumns(columns);
    if (m_cursorColumn >= columns.size())
        m_cursorColumn = -1;
    rebuild();
}

void TimeGrid::setPersonNames(const QHash<qint64, QString>& names)
{
    m_personNames = names;
    viewport()->update();
}

void TimeGrid::setNow(const QDateTime& now)
{
    m_now = now;
    viewport()->update();
}

void TimeGrid::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    viewport()->update();
}

void TimeGrid::choose(qint64 id)
{
    m_chosenId = id;
    viewport()->update();
}

QDateTime TimeGrid::cursorTime() const
{
    const auto& columns = m_geometry.columns();
    if (columns.isEmpty())
        return {};
    if (m_cursorColumn >= 0)
        return officeTime(columns[m_cursorColumn].day, QTime(0, 0)).addSecs(qint64{m_cursorMinute} * kMinutesPerHour);
    QDateTime nextHour = officeTime(m_now.date(), QTime(m_now.time().hour(), 0)).addSecs(3600);
    if (m_geometry.columnOf(nextHour.date()) >= 0)
        return nextHour;
    constexpr int kOpening = 8;
    return officeTime(columns.front().day, QTime(kOpening, 0));
}

qint64 TimeGrid::cursorPerson() const
{
    return m_geometry.columns().value(m_cursorColumn).person;
}

void TimeGrid::scrollToHour(int hour)
{
    verticalScrollBar()->setValue(hour * m_geometry.hourHeight());
}

void TimeGrid::markPeerChange(qint64 id)
{
    m_peerChanges.insert(id, QDateTime::currentMSecsSinceEpoch() + kPeerMs);
    m_peerTimer.start();
    viewport()->update();
}

QRect TimeGrid::rectOf(const GridBlock& block) const
{
    if (block.item->isWholeDay)
        return m_geometry.wholeDayRect(block.column, block.lastColumn, block.depth);
    const QDate day = m_geometry.columns()[block.column].day;
    return m_geometry.blockRect(block.column, block.item->startMinute(day), block.item->endMinute(day), block.depth);
}

void TimeGrid::rebuild()
{
    m_blocks.clear();
    addWholeDays();
    applySize();
    for (int column = 0; column < m_geometry.columns().size(); ++column)
        addTimed(column);
    QAccessibleEvent event(this, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

void TimeGrid::addTimed(int column)
{
    const GridColumn& place = m_geometry.columns()[column];
    const auto items = m_model.timedOn(place.day, place.person);
    std::vector<DaySpan> spans;
    for (const CalendarItem* item : items)
        spans.push_back({item->startMinute(place.day), item->endMinute(place.day)});
    const std::vector<int> depths = cascade(spans);
    for (int i = 0; i < items.size(); ++i) {
        GridBlock block{items[i], column, column, depths[static_cast<std::size_t>(i)]};
        const QSize free(rectOf(block).width(),
                         freeHeight(spans, depths, static_cast<std::size_t>(i), rectOf(block).height()));
        block.text = layOutBlock(*items[i], free, m_model.clashes(items[i]->id));
        m_blocks.push_back(std::move(block));
    }
}

/// Down to where the next block of the cascade begins to cover it.
int TimeGrid::freeHeight(const std::vector<DaySpan>& spans, const std::vector<int>& depths, std::size_t index,
                         int height) const
{
    int free = height;
    for (std::size_t other = 0; other < spans.size(); ++other) {
        const int minutes = spans[other].start - spans[index].start;
        if (depths[other] > depths[index] && minutes > 0)
            free = std::min(free, minutes * m_geometry.hourHeight() / kMinutesPerHour - 2);
    }
    return free;
}

void TimeGrid::addWholeDays()
{
    const auto& columns = m_geometry.columns();
    std::vector<DayRange> ranges;
    for (int column = 0; column < columns.size(); ++column)
        for (const CalendarItem* item : m_model.wholeDaysOn(columns[column].day, columns[column].person)) {
            const bool goesOn = column > 0 && columns[column].person == columns[column - 1].person &&
                                item->touches(columns[column - 1].day);
            if (goesOn)
                continue;
            int last = column;
            while (last + 1 < columns.size() && columns[last + 1].person == columns[column].person &&
                   item->touches(columns[last + 1].day))
                ++last;
            m_blocks.push_back({item, column, last});
            ranges.push_back({column, last});
        }
    const std::vector<int> rows = stackRows(ranges);
    m_wholeDayRows = 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_blocks[i].depth = rows[i];
        m_wholeDayRows = std::max(m_wholeDayRows, rows[i] + 1);
    }
    m_wholeDayRows = std::min(m_wholeDayRows, kMaxWholeDayRows);
    std::erase_if(m_blocks, [](const GridBlock& block) { return block.depth >= kMaxWholeDayRows; });
}

void TimeGrid::applySize()
{
    m_geometry.setSize(viewport()->size(), m_wholeDayRows);
    const int page = std::max(0, viewport()->height() - m_geometry.bodyTop());
    verticalScrollBar()->setRange(0, std::max(0, m_geometry.contentHeight() - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_geometry.hourHeight() / 2);
    m_geometry.setScroll(verticalScrollBar()->value());
}

void TimeGrid::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    rebuild();
}

void TimeGrid::scrollContentsBy(int, int)
{
    m_geometry.setScroll(verticalScrollBar()->value());
    viewport()->update();
}

const GridBlock* TimeGrid::blockAt(const QPoint& point) const
{
    const auto holds = [&](const GridBlock& block) {
        return rectOf(block).contains(point) && (block.item->isWholeDay || point.y() >= m_geometry.bodyTop());
    };
    const auto found = std::find_if(m_blocks.rbegin(), m_blocks.rend(), holds);
    return found == m_blocks.rend() ? nullptr : &*found;
}

bool TimeGrid::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const GridBlock* block = blockAt(help->pos());
    if (!block) {
        QToolTip::hideText();
        return true;
    }
    QStringList lines{block->item->title};
    if (block->item->activity)
        lines.append(whenText(*block->item->activity, m_now));
    if (!block->item->detail.isEmpty())
        lines.append(block->item->detail);
    QToolTip::showText(help->globalPos(), lines.join(QLatin1Char('\n')), viewport());
    return true;
}

void TimeGrid::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimeGrid::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace banhang::client
