// How the week looks: hours, heads of the days, blocks, the line of now.
#include <QPainter>

#include "client/calendar/calendar_colors.h"
#include "client/calendar/notable_days.h"
#include "client/calendar/time_grid.h"
#include "client/core/office_time.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kLunchFrom = 12 * 60;
constexpr int kLunchTo = 13 * 60;
constexpr int kHeadPadding = 5;
constexpr int kLunarGap = 2; // beside the air that figures bring along
constexpr int kTodayBar = 3;
constexpr int kNowDot = 4;

QPen hairline(const QColor& color)
{
    QPen pen(color, 1);
    pen.setCosmetic(true);
    return pen;
}

/// "T4 ", "Wed ": of the column heads.
QString weekdayText(const QDate& day)
{
    const QString near = nearDay(day, day);
    return near.left(near.indexOf(QLatin1Char(' ')));
}

} // namespace

void TimeGrid::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().base);
    if (m_geometry.columns().isEmpty())
        return;
    painter.save();
    painter.setClipRect(0, m_geometry.bodyTop(), viewport()->width(), viewport()->height());
    paintHours(painter);
    paintCursor(painter);
    paintBlocks(painter, false);
    paintGhost(painter);
    paintNow(painter);
    painter.restore();
    paintHead(painter);
    paintBlocks(painter, true);
}

void TimeGrid::paintHours(QPainter& painter) const
{
    const auto& columns = m_geometry.columns();
    const int right = m_geometry.column(static_cast<int>(columns.size()) - 1).right();
    for (int i = 0; i < columns.size(); ++i)
        if (columns[i].day.dayOfWeek() >= Qt::Saturday || isDayOff(columns[i].day))
            painter.fillRect(m_geometry.column(i), theme().alt);
    const int lunch = m_geometry.yOf(kLunchFrom);
    painter.fillRect(QRect(m_geometry.gutter(), lunch, right - m_geometry.gutter(), m_geometry.yOf(kLunchTo) - lunch),
                     theme().alt);
    painter.setFont(textFont(TextSize::Second));
    const int textHeight = QFontMetrics(painter.font()).height();
    for (int hour = 0; hour < 24; ++hour) {
        const int y = m_geometry.yOf(hour * 60);
        painter.setPen(hairline(theme().grid));
        painter.drawLine(m_geometry.gutter(), y, right, y);
        painter.setPen(theme().text2);
        if (y - textHeight / 2 > m_geometry.bodyTop())
            painter.drawText(QRect(0, y - textHeight / 2, m_geometry.gutter() - 6, textHeight),
                             Qt::AlignRight | Qt::AlignVCenter, QTime(hour, 0).toString(QStringLiteral("HH:mm")));
    }
    painter.setPen(hairline(theme().border));
    for (int i = 0; i < columns.size(); ++i)
        painter.drawLine(m_geometry.column(i).left() - 1, 0, m_geometry.column(i).left() - 1, viewport()->height());
}

void TimeGrid::paintHead(QPainter& painter) const
{
    const int width = viewport()->width();
    painter.fillRect(QRect(0, 0, width, m_geometry.headHeight()), theme().alt);
    painter.fillRect(QRect(0, m_geometry.headHeight(), width, m_geometry.wholeDayHeight()), theme().base);
    for (int i = 0; i < m_geometry.columns().size(); ++i)
        paintColumnHead(painter, i);
    painter.setPen(theme().text3);
    painter.setFont(textFont(TextSize::Small));
    painter.drawText(QRect(0, m_geometry.headHeight(), m_geometry.gutter() - 3, m_geometry.rowHeight() + 4),
                     Qt::AlignRight | Qt::AlignVCenter, tr("all day"));
    painter.setPen(hairline(theme().border));
    painter.drawLine(0, 0, width, 0);
    painter.drawLine(0, m_geometry.headHeight(), width, m_geometry.headHeight());
    painter.drawLine(0, m_geometry.bodyTop() - 1, width, m_geometry.bodyTop() - 1);
}

void TimeGrid::paintColumnHead(QPainter& painter, int column) const
{
    const GridColumn& place = m_geometry.columns()[column];
    const QRect whole = m_geometry.column(column);
    const QRect head(whole.left(), 0, whole.width(), m_geometry.headHeight());
    const bool isToday = place.day == m_now.date();
    if (isToday) {
        painter.fillRect(QRect(whole.left(), 0, whole.width(), m_geometry.bodyTop()), theme().accentBg);
        painter.fillRect(QRect(whole.left(), 0, whole.width(), kTodayBar), theme().accent);
    }
    painter.setPen(hairline(theme().border));
    painter.drawLine(head.left() - 1, 0, head.left() - 1, m_geometry.bodyTop());
    const bool isRed = place.day.dayOfWeek() == Qt::Sunday || isDayOff(place.day);
    const QColor color = isRed ? theme().err : isToday ? theme().accent : theme().text;
    const QRect line = head.adjusted(kHeadPadding, 0, -kHeadPadding, 0);
    if (place.person != 0) {
        painter.setFont(textFont(TextSize::Body, TextWeight::Strong));
        painter.setPen(theme().text);
        painter.drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(painter.font()).elidedText(m_personNames.value(place.person), Qt::ElideRight, line.width()));
        return;
    }
    painter.setFont(textFont(TextSize::Body, TextWeight::Medium));
    painter.setPen(isRed || isToday ? color : theme().text2);
    const QString weekday = weekdayText(place.day);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, weekday);
    const int left = line.left() + QFontMetrics(painter.font()).horizontalAdvance(weekday) + 4;
    painter.setFont(textFont(TextSize::Title, TextWeight::Strong));
    painter.setPen(color);
    painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     QString::number(place.day.day()));
    painter.setFont(textFont(TextSize::Second));
    painter.setPen(isLunarFeast(place.day) ? theme().err : theme().text3);
    const int numberEnd =
        left +
        QFontMetrics(textFont(TextSize::Title, TextWeight::Strong)).horizontalAdvance(QString::number(place.day.day()));
    const int room = line.right() - numberEnd - kLunarGap;
    // Where the month has no room beside it, the day stands alone, as in the small month.
    for (const QString& lunar : {lunarFullText(place.day), lunarDayText(place.day)}) {
        if (QFontMetrics(painter.font()).horizontalAdvance(lunar) > room)
            continue;
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, lunar);
        break;
    }
}

void TimeGrid::paintBlocks(QPainter& painter, bool isWholeDay) const
{
    const auto isPainted = [&](const GridBlock& block) {
        const bool isDragged = m_drag.kind() >= GridDrag::Kind::Move && m_drag.id() == block.item->id;
        return block.item->isWholeDay == isWholeDay && !isDragged;
    };
    for (const GridBlock& block : m_blocks)
        if (isPainted(block))
            paintOne(painter, block);
}

void TimeGrid::paintOne(QPainter& painter, const GridBlock& block) const
{
    const CalendarItem& item = *block.item;
    const qint64 person = m_geometry.columns()[block.column].person;
    BlockLook look{rectOf(block), m_colors.of(item, person)};
    look.isChosen = item.id == m_chosenId;
    look.isClash = m_model.clashes(item.id);
    look.isPeerChange = m_peerChanges.contains(item.id);
    look.isOffline = m_isOffline;
    // The head of today is tinted itself.
    look.isOnTint = item.isWholeDay && m_geometry.columns()[block.column].day == m_now.date();
    // A hairline of ground between blocks of a cascade.
    if (block.depth > 0 && !item.isWholeDay)
        painter.fillRect(look.rect.adjusted(-1, -1, 0, 0), theme().base);
    if (item.isWholeDay)
        paintChip(painter, item, {}, look);
    else
        paintBlock(painter, item, block.text, look);
}

void TimeGrid::paintGhost(QPainter& painter) const
{
    QDateTime start = m_drag.start();
    QDateTime end = m_drag.end();
    if (m_dropAt) {
        start = *m_dropAt;
        end = start.addSecs(3600);
    } else if (!m_drag.isActive()) {
        return;
    }
    for (int i = 0; i < m_geometry.columns().size(); ++i) {
        CalendarItem span{.start = start, .end = end, .firstDay = start.date(), .lastDay = end.addSecs(-1).date()};
        const QDate day = m_geometry.columns()[i].day;
        if (!span.touches(day))
            continue;
        const QRect rect = m_geometry.blockRect(i, span.startMinute(day), span.endMinute(day), 0);
        painter.fillRect(rect, theme().sel);
        painter.setPen(QPen(theme().accent, 1, Qt::DashLine));
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
        painter.setFont(textFont(TextSize::Second, TextWeight::Strong));
        painter.setPen(theme().text);
        painter.drawText(rect.adjusted(8, 2, -4, 0), Qt::AlignLeft | Qt::AlignTop,
                         tr("%1 – %2", "from, to")
                             .arg(start.toString(QStringLiteral("HH:mm")), end.toString(QStringLiteral("HH:mm"))));
    }
}

void TimeGrid::paintNow(QPainter& painter) const
{
    for (int i = 0; i < m_geometry.columns().size(); ++i) {
        if (m_geometry.columns()[i].day != m_now.date())
            continue;
        const QRect column = m_geometry.column(i);
        const int y = m_geometry.yOf(m_now.time().msecsSinceStartOfDay() / 60'000);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().err, 2));
        painter.drawLine(column.left(), y, column.right(), y);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().err);
        painter.drawEllipse(QPoint(column.left(), y), kNowDot, kNowDot);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void TimeGrid::paintCursor(QPainter& painter) const
{
    if (m_cursorColumn < 0 || m_chosenId != 0 || !hasFocus())
        return;
    const QRect rect = m_geometry.blockRect(m_cursorColumn, m_cursorMinute, m_cursorMinute + 60, 0);
    painter.fillRect(rect, theme().accentBg);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawRect(rect.adjusted(1, 1, -1, -1));
}

} // namespace banhang::client
