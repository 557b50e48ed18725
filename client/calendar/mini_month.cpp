#include "client/calendar/mini_month.h"

#include <QAbstractButton>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include "client/calendar/notable_days.h"
#include "client/core/office_time.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"
#include "client/ui/parts/button.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 10;
constexpr int kDays = 42;
constexpr int kWeek = 7;
constexpr int kGap = 6;
constexpr int kWidth = 194;

QDate monday(const QDate& day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

MiniMonth::MiniMonth(QWidget* parent)
    : QWidget(parent),
      m_back(makeIconButton(QStringLiteral("chevron-left"), tr("Month before"), {}, this)),
      m_next(makeIconButton(QStringLiteral("chevron-right"), tr("Month after"), {}, this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Small month"));
    connect(qobject_cast<QAbstractButton*>(m_back), &QAbstractButton::clicked, this, [this] { turn(-1); });
    connect(qobject_cast<QAbstractButton*>(m_next), &QAbstractButton::clicked, this, [this] { turn(1); });
    setToday(officeNow().date());
}

void MiniMonth::setToday(const QDate& today)
{
    m_today = today;
    if (!m_month.isValid())
        m_month = QDate(today.year(), today.month(), 1);
    update();
}

void MiniMonth::setShownRange(const QDate& first, const QDate& last)
{
    m_first = first;
    m_last = last;
    if (first < firstCell() || first > firstCell().addDays(kDays - 1))
        m_month = QDate(first.year(), first.month(), 1);
    update();
}

void MiniMonth::turn(int months)
{
    m_month = m_month.addMonths(months);
    update();
}

QSize MiniMonth::sizeHint() const
{
    return {scaled(kWidth), headHeight() + weekdayHeight() + 6 * cellHeight() + kGap};
}

int MiniMonth::headHeight() const
{
    return fieldHeight(QFontMetrics(textFont(TextSize::Body))) + kGap;
}

int MiniMonth::weekdayHeight() const
{
    return QFontMetrics(textFont(TextSize::Small)).height() + 4;
}

int MiniMonth::cellHeight() const
{
    return QFontMetrics(textFont(TextSize::Body)).height() - 2 + QFontMetrics(textFont(TextSize::Tiny)).height();
}

QDate MiniMonth::firstCell() const
{
    return monday(m_month);
}

QRect MiniMonth::cell(int index) const
{
    const int width = this->width() - 2 * kMargin;
    const int left = kMargin + width * (index % kWeek) / kWeek;
    const int right = kMargin + width * (index % kWeek + 1) / kWeek;
    return {left, headHeight() + weekdayHeight() + index / kWeek * cellHeight(), right - left, cellHeight()};
}

QDate MiniMonth::dayAt(const QPoint& point) const
{
    for (int i = 0; i < kDays; ++i)
        if (cell(i).contains(point))
            return firstCell().addDays(i);
    return {};
}

void MiniMonth::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().base);
    painter.setFont(textFont(TextSize::Body, TextWeight::Strong));
    painter.setPen(theme().text);
    QString title = QLocale().toString(m_month, tr("MMMM yyyy", "month and year, a date format"));
    title[0] = title[0].toUpper();
    painter.drawText(QRect(kMargin, kGap, width(), headHeight() - kGap), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme().text2);
    for (int i = 0; i < kWeek; ++i) {
        const QString near = nearDay(firstCell().addDays(i), firstCell());
        painter.drawText(QRect(cell(i).left(), headHeight(), cell(i).width(), weekdayHeight()), Qt::AlignCenter,
                         near.left(near.indexOf(QLatin1Char(' '))));
    }
    for (int i = 0; i < kDays; ++i)
        paintDay(painter, i);
}

void MiniMonth::paintDay(QPainter& painter, int index) const
{
    const QDate day = firstCell().addDays(index);
    const QRect place = cell(index);
    const bool isToday = day == m_today;
    const bool isOther = day.month() != m_month.month();
    if (day >= m_first && day <= m_last)
        painter.fillRect(place, theme().accentBg);
    if (isToday) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().accent);
        painter.drawRoundedRect(place.adjusted(1, 0, -1, 0), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    const int dayHeight = QFontMetrics(textFont(TextSize::Body)).height() - 2;
    const bool isRed = day.dayOfWeek() == Qt::Sunday || isDayOff(day);
    const QColor plain = isOther ? theme().text3 : theme().text;
    painter.setFont(textFont(TextSize::Body, isToday ? TextWeight::Strong : TextWeight::Regular));
    painter.setPen(isToday ? theme().onAccent : isRed && !isOther ? theme().err : plain);
    painter.drawText(QRect(place.left(), place.top(), place.width(), dayHeight), Qt::AlignCenter,
                     QString::number(day.day()));
    painter.setFont(textFont(TextSize::Tiny));
    painter.setPen(isToday ? theme().onAccent : isLunarFeast(day) && !isOther ? theme().err : theme().text3);
    painter.drawText(QRect(place.left(), place.top() + dayHeight - 2, place.width(), place.height() - dayHeight),
                     Qt::AlignCenter,
                     isFullMoon(day) ? tr("full", "full moon, in a cell of the small month") : lunarDayText(day));
    if (hasFocus() && day == m_cursor) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(1, 1, -1, -1));
    }
}

bool MiniMonth::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QDate day = dayAt(help->pos());
        if (day.isValid())
            QToolTip::showText(help->globalPos(), tr("%1, lunar %2").arg(nearDay(day, m_today), lunarFullText(day)),
                               this);
        return true;
    }
    return QWidget::event(event);
}

void MiniMonth::mousePressEvent(QMouseEvent* event)
{
    const QDate day = dayAt(event->position().toPoint());
    if (day.isValid())
        emit dayChosen(day);
}

void MiniMonth::keyPressEvent(QKeyEvent* event)
{
    if (!m_cursor.isValid())
        m_cursor = m_first.isValid() ? m_first : m_today;
    switch (event->key()) {
    case Qt::Key_Left:
        m_cursor = m_cursor.addDays(-1);
        break;
    case Qt::Key_Right:
        m_cursor = m_cursor.addDays(1);
        break;
    case Qt::Key_Up:
        m_cursor = m_cursor.addDays(-kWeek);
        break;
    case Qt::Key_Down:
        m_cursor = m_cursor.addDays(kWeek);
        break;
    case Qt::Key_PageUp:
        m_cursor = m_cursor.addMonths(-1);
        break;
    case Qt::Key_PageDown:
        m_cursor = m_cursor.addMonths(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit dayChosen(m_cursor);
    default:
        return QWidget::keyPressEvent(event);
    }
    m_month = QDate(m_cursor.year(), m_cursor.month(), 1);
    setAccessibleDescription(tr("%1, lunar %2").arg(nearDay(m_cursor, m_today), lunarFullText(m_cursor)));
    update();
}

void MiniMonth::wheelEvent(QWheelEvent* event)
{
    if (event->angleDelta().y() != 0)
        turn(event->angleDelta().y() > 0 ? -1 : 1);
}

void MiniMonth::resizeEvent(QResizeEvent*)
{
    const QSize size = m_next->sizeHint();
    const int top = kGap + (headHeight() - kGap - size.height()) / 2;
    m_next->setGeometry(QRect(QPoint(width() - kMargin / 2 - size.width(), top), size));
    m_back->setGeometry(m_next->geometry().translated(-size.width(), 0));
}

} // namespace banhang::client
