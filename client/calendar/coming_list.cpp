#include "client/calendar/coming_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "client/core/office_time.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kGap = 7;
constexpr int kIcon = 14;
constexpr int kPadding = 4;
/// One that fires within this time is written in red.
constexpr int kSoonSeconds = 900;

QString timeOrDay(const QDateTime& moment, const QDateTime& now)
{
    QString hour = moment.toString(QStringLiteral("HH:mm"));
    if (moment.date() == now.date())
        return hour;
    const QString day = nearDay(moment.date(), now.date());
    // Within a week the weekday alone tells the day.
    return now.daysTo(moment) < 6 ? day.left(day.indexOf(QLatin1Char(' '))) + QLatin1Char(' ') + hour
                                  : day + QLatin1Char(' ') + hour;
}

} // namespace

ComingList::ComingList(QWidget* parent) : QWidget(parent), m_now(officeNow())
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Reminders to come"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ComingList::setReminders(std::vector<v1::Reminder> reminders)
{
    m_reminders = std::move(reminders);
    m_current = 0;
    tellText();
    updateGeometry();
    update();
}

void ComingList::setNow(const QDateTime& now)
{
    m_now = now;
    update();
}

int ComingList::rowHeight() const
{
    return QFontMetrics(textFont(TextSize::Body, TextWeight::Medium)).height() +
           QFontMetrics(textFont(TextSize::Body)).height() + 2 * kPadding;
}

QSize ComingList::sizeHint() const
{
    return {0, rowHeight() * std::max(1, static_cast<int>(m_reminders.size()))};
}

QSize ComingList::minimumSizeHint() const
{
    return sizeHint();
}

void ComingList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().base);
    if (m_reminders.empty()) {
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme().text2);
        painter.drawText(rect().adjusted(kMargin, 0, 0, 0), Qt::AlignVCenter, tr("No reminder to come"));
    }
    for (std::size_t row = 0; row < m_reminders.size(); ++row)
        paintRow(painter, row);
}

void ComingList::paintRow(QPainter& painter, std::size_t row) const
{
    const v1::Reminder& reminder = m_reminders[row];
    const QRect whole(0, static_cast<int>(row) * rowHeight(), width(), rowHeight());
    if (hasFocus() && static_cast<int>(row) == m_current)
        painter.fillRect(whole, theme().sel);
    const bool isSoon = m_now.secsTo(officeTime(reminder.due_time())) <= kSoonSeconds;
    QRect line = whole.adjusted(kMargin, kPadding, -kMargin, 0);
    const QFont strong = textFont(TextSize::Body, TextWeight::Medium);
    line.setHeight(QFontMetrics(strong).height());
    Icon::paint(painter, QStringLiteral("bell"), isSoon ? theme().err : theme().text2,
                QRect(line.left(), line.top(), scaled(kIcon), line.height()), scaled(kIcon));
    line.setLeft(line.left() + scaled(kIcon) + kGap);
    const QFont plain = textFont(TextSize::Body);
    painter.setFont(plain);
    painter.setPen(isSoon ? theme().err : theme().text2);
    const QString due = dueText(reminder);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, due);
    const int room = line.width() - QFontMetrics(plain).horizontalAdvance(due) - kGap;
    painter.setFont(strong);
    painter.setPen(isSoon ? theme().err : theme().text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(QString::fromStdString(reminder.title()), Qt::ElideRight, room));
    line.translate(0, line.height());
    painter.setFont(plain);
    painter.setPen(theme().text2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(plain).elidedText(eventText(reminder), Qt::ElideRight, line.width()));
    painter.setPen(theme().grid);
    painter.drawLine(whole.bottomLeft(), whole.bottomRight());
}

QString ComingList::dueText(const v1::Reminder& reminder) const
{
    return timeOrDay(officeTime(reminder.due_time()), m_now);
}

QString ComingList::eventText(const v1::Reminder& reminder) const
{
    QString begin = reminder.has_event_time() ? timeOrDay(officeTime(reminder.event_time()), m_now) : QString();
    const QString customer = QString::fromStdString(reminder.customer_name());
    if (customer.isEmpty())
        return begin;
    return tr("%1 · %2", "time, customer").arg(begin, customer);
}

void ComingList::tellText()
{
    QStringList texts;
    for (const v1::Reminder& reminder : m_reminders)
        texts.append(QStringLiteral("%1 %2").arg(dueText(reminder), QString::fromStdString(reminder.title())));
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
}

void ComingList::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>(event->position().y()) / rowHeight();
    if (row < 0 || row >= static_cast<int>(m_reminders.size()))
        return;
    m_current = row;
    update();
    emit activityChosen(m_reminders[static_cast<std::size_t>(row)].entity_id());
}

void ComingList::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_reminders.size()) - 1;
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        m_current = std::clamp(m_current + (event->key() == Qt::Key_Up ? -1 : 1), 0, std::max(0, last));
        update();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current <= last) {
        emit activityChosen(m_reminders[static_cast<std::size_t>(m_current)].entity_id());
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace banhang::client
