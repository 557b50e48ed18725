#include "client/calendar/grid_geometry.h"

#include <algorithm>

#include "client/calendar/day_layout.h"
#include "client/core/office_time.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kHour = 50;
constexpr int kGutter = 48;
constexpr int kWholeDayRow = 22;
constexpr int kWholeDayPadding = 2;
constexpr int kBlockLeft = 2;
constexpr int kBlockRight = 4;
constexpr int kBlockTop = 2;
constexpr double kWeekend = 0.75;

} // namespace

double GridGeometry::weight(const GridColumn& column)
{
    return column.person == 0 && column.day.dayOfWeek() >= Qt::Saturday ? kWeekend : 1.0;
}

void GridGeometry::setSize(const QSize& size, int wholeDayRows)
{
    m_size = size;
    const QFontMetrics metrics(textFont(TextSize::Second));
    m_gutter = scaled(kGutter);
    m_headHeight = headerHeight(metrics);
    m_rowHeight = std::max(scaled(kWholeDayRow), metrics.height() + 4);
    m_wholeDayHeight = std::max(1, wholeDayRows) * m_rowHeight + 2 * kWholeDayPadding;
    m_hourHeight = scaled(kHour);

    double total = 0;
    for (const GridColumn& column : m_columns)
        total += m_columns.size() > 1 ? weight(column) : 1.0;
    m_edges = {m_gutter};
    double at = 0;
    for (const GridColumn& column : m_columns) {
        at += m_columns.size() > 1 ? weight(column) : 1.0;
        m_edges.append(m_gutter + qRound((size.width() - m_gutter) * at / total));
    }
}

QRect GridGeometry::column(int index) const
{
    return {m_edges.value(index), 0, m_edges.value(index + 1) - m_edges.value(index), m_size.height()};
}

QRect GridGeometry::wholeDayRect(int first, int last, int row) const
{
    const int left = column(first).left() + kBlockLeft;
    const int right = column(last).right() - kBlockRight;
    return {left, m_headHeight + kWholeDayPadding + row * m_rowHeight + 1, right - left + 1, m_rowHeight - 2};
}

QRect GridGeometry::blockRect(int column, int startMinute, int endMinute, int depth) const
{
    const QRect place = this->column(column);
    const int end = std::min(std::max(endMinute, startMinute + kMinShownMinutes), kMinutesOfDay);
    const int indent = static_cast<int>(place.width() * kCascadeStep * depth);
    const int top = yOf(startMinute) + kBlockTop;
    return {place.left() + kBlockLeft + indent, top, place.width() - kBlockLeft - kBlockRight - indent, yOf(end) - top};
}

int GridGeometry::columnAt(int x) const
{
    if (m_edges.isEmpty() || x < m_gutter || x >= m_edges.back())
        return -1;
    const auto next = std::upper_bound(m_edges.begin(), m_edges.end(), x);
    return static_cast<int>(next - m_edges.begin()) - 1;
}

int GridGeometry::minuteAt(int y) const
{
    return std::clamp((y - bodyTop() + m_scroll) * 60 / m_hourHeight, 0, kMinutesOfDay - 1);
}

QDateTime GridGeometry::momentAt(const QPoint& point) const
{
    const int index = columnAt(point.x());
    if (index < 0)
        return {};
    const int minute = minuteAt(point.y()) / kSnap * kSnap;
    return officeTime(m_columns[index].day, QTime(minute / 60, minute % 60));
}

int GridGeometry::columnOf(const QDate& day, qint64 person) const
{
    for (int i = 0; i < m_columns.size(); ++i)
        if (m_columns[i].day == day && (person == 0 || m_columns[i].person == person))
            return i;
    return -1;
}

} // namespace banhang::client
