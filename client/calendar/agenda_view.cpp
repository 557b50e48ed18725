#include "client/calendar/agenda_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

#include "client/calendar/calendar_colors.h"
#include "client/calendar/notable_days.h"
#include "client/core/office_time.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/text_style.h"
#include "client/ui/look/theme.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;
constexpr int kTimeWidth = 104;
constexpr int kBar = 3;
constexpr int kGap = 10;
constexpr int kIcon = 15;

QString timeText(const CalendarItem& item, const QDate& day)
{
    if (item.isWholeDay)
        return AgendaView::tr("all day");
    if (item.firstDay < day)
        return AgendaView::tr("until %1").arg(item.end.toString(QStringLiteral("HH:mm")));
    const QString start = item.start.toString(QStringLiteral("HH:mm"));
    return item.takesTime()
               ? AgendaView::tr("%1 – %2", "from, to").arg(start, item.end.toString(QStringLiteral("HH:mm")))
               : start;
}

} // namespace

class AgendaDelegate final : public QStyledItemDelegate
{
public:
    explicit AgendaDelegate(AgendaView* view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QFontMetrics metrics(textFont(TextSize::Body));
        const bool isHead = !m_view->m_rows->itemAt(index.row());
        return {0, isHead ? headerHeight(metrics) + 4 : rowHeight(metrics)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const CalendarItem* item = m_view->m_rows->itemAt(index.row());
        if (item)
            paintItem(*painter, option, *item, m_view->m_rows->dayAt(index.row()));
        else
            paintHead(*painter, option.rect, m_view->m_rows->dayAt(index.row()));
        painter->setPen(theme().grid);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }

private:
    void paintHead(QPainter& painter, const QRect& rect, const QDate& day) const
    {
        painter.fillRect(rect, theme().alt);
        const bool isToday = day == m_view->m_today;
        const bool isRed = day.dayOfWeek() == Qt::Sunday || isDayOff(day);
        painter.setFont(textFont(TextSize::Body, TextWeight::Strong));
        painter.setPen(isToday ? theme().accent : isRed ? theme().err : theme().text);
        QString text = namedDay(day, m_view->m_today);
        text[0] = text[0].toUpper();
        painter.drawText(rect.adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::AlignLeft, text);
        painter.setFont(textFont(TextSize::Second));
        painter.setPen(isLunarFeast(day) ? theme().err : theme().text3);
        painter.drawText(rect.adjusted(kMargin, 0, -kMargin, 0), Qt::AlignVCenter | Qt::AlignRight,
                         AgendaView::tr("%1 lunar").arg(lunarFullText(day)));
    }

    void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const CalendarItem& item,
                   const QDate& day) const
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        painter.fillRect(option.rect, isSelected  ? (m_view->hasFocus() ? theme().sel : theme().selInactive)
                                      : isHovered ? theme().hover
                                                  : theme().base);
        QRect line = option.rect.adjusted(kMargin, 0, -kMargin, 0);
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme().text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, timeText(item, day));
        line.setLeft(line.left() + scaled(kTimeWidth));
        painter.fillRect(QRect(line.left(), line.top() + 5, kBar, line.height() - 10),
                         m_view->m_isOffline ? theme().text3 : m_view->m_colors.of(item));
        line.setLeft(line.left() + kBar + kGap);
        paintWords(painter, line, item);
    }

    void paintWords(QPainter& painter, QRect line, const CalendarItem& item) const
    {
        const QString icon = item.isDone                           ? QStringLiteral("check")
                             : m_view->m_calendar.clashes(item.id) ? QStringLiteral("triangle-alert")
                                                                   : item.iconName;
        const QColor tone = item.isDone                           ? theme().ok
                            : m_view->m_calendar.clashes(item.id) ? theme().warn
                                                                  : theme().text2;
        Icon::paint(painter, icon, tone, QRect(line.left(), line.top(), scaled(kIcon), line.height()), scaled(kIcon));
        line.setLeft(line.left() + scaled(kIcon) + kGap);
        const QString who = item.people.isEmpty() || m_view->m_calendar.isOwn(item)
                                ? QString()
                                : m_view->m_names.value(item.people.front());
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme().text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, who);
        line.setRight(line.right() - QFontMetrics(painter.font()).horizontalAdvance(who) - kGap);
        painter.setFont(textFont(TextSize::Body, item.isPlanned ? TextWeight::Medium : TextWeight::Regular));
        painter.setPen(item.isPlanned && !m_view->m_isOffline ? theme().text : theme().text2);
        const QFontMetrics metrics(painter.font());
        const QString title = metrics.elidedText(item.title, Qt::ElideRight, line.width());
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, title);
        line.setLeft(line.left() + metrics.horizontalAdvance(title) + kGap);
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(theme().text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(painter.font()).elidedText(item.detail, Qt::ElideRight, line.width()));
    }

    AgendaView* m_view;
};

AgendaModel::AgendaModel(const CalendarModel& calendar, QObject* parent)
    : QAbstractListModel(parent), m_calendar(calendar)
{
    connect(&calendar, &CalendarModel::changed, this, &AgendaModel::rebuild);
}

void AgendaModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (QDate day = m_calendar.firstDay(); day.isValid() && day <= m_calendar.lastDay(); day = day.addDays(1)) {
        const auto items = m_calendar.allOn(day);
        if (!items.isEmpty())
            m_rows.push_back({day, nullptr});
        for (const CalendarItem* item : items)
            m_rows.push_back({day, item});
    }
    endResetModel();
}

int AgendaModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AgendaModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return row.item ? row.item->id : qint64{0};
    case DayRole:
        return row.day;
    case Qt::DisplayRole:
        return row.item ? QStringLiteral("%1 %2").arg(timeText(*row.item, row.day), row.item->title)
                        : nearDay(row.day, row.day);
    default:
        return {};
    }
}

Qt::ItemFlags AgendaModel::flags(const QModelIndex& index) const
{
    return index.isValid() && itemAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled;
}

AgendaView::AgendaView(const CalendarModel& calendar, const CalendarColors& colors, QWidget* parent)
    : QListView(parent),
      m_rows(new AgendaModel(calendar, this)),
      m_calendar(calendar),
      m_colors(colors),
      m_today(officeNow().date())
{
    setModel(m_rows);
    setItemDelegate(new AgendaDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("List of the calendar"));
    connect(this, &QListView::doubleClicked, this, [this] {
        if (currentId() > 0)
            emit opened(currentId());
    });
}

void AgendaView::setToday(const QDate& today)
{
    m_today = today;
    viewport()->update();
}

void AgendaView::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    viewport()->update();
}

void AgendaView::choose(qint64 id)
{
    m_isChoosing = true;
    const auto found =
        id == 0 ? QModelIndexList() : m_rows->match(m_rows->index(0, 0), AgendaModel::IdRole, id, 1, Qt::MatchExactly);
    setCurrentIndex(found.value(0));
    m_isChoosing = false;
}

qint64 AgendaView::currentId() const
{
    return currentIndex().data(AgendaModel::IdRole).toLongLong();
}

void AgendaView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isChoosing && current.isValid())
        emit chosen(currentId());
}

/// Qt makes the first row the current one, and that would be a choice that nobody made.
void AgendaView::focusInEvent(QFocusEvent* event)
{
    const qint64 id = currentId();
    m_isChoosing = true;
    QListView::focusInEvent(event);
    choose(id);
}

void AgendaView::keyPressEvent(QKeyEvent* event)
{
    const qint64 id = currentId();
    switch (event->modifiers() == Qt::NoModifier && id > 0 ? event->key() : 0) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return emit opened(id);
    case Qt::Key_Space:
        return emit doneRequested(id);
    case Qt::Key_Delete:
        return emit deleteRequested(id);
    default:
        QListView::keyPressEvent(event);
    }
}

} // namespace banhang::client
