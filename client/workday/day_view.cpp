#include "client/workday/day_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/core/session.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/tag.h"
#include "client/workday/day_rows.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kTick = 14;
constexpr int kTimeLeft = 35;
constexpr int kTimeWidth = 42;
constexpr int kIconLeft = 83;
constexpr int kWordsLeft = 108;
constexpr int kNowHeight = 7;
constexpr int kGap = 8;
constexpr int kBar = 3;
constexpr int kSoonMinutes = 60;
constexpr int kSecondsPerMinute = 60;

QString timeText(const v1::Activity& activity, bool isOverdue)
{
    const auto start = activityStart(activity);
    const QDate today = officeNow().date();
    const QDate day = activityDay(activity);
    if (isOverdue && day.isValid() && day != today) {
        const QString near = nearDay(day, today);
        return near.left(near.indexOf(QLatin1Char('/'))); // "T2 16"
    }
    return start.isValid() ? start.toString(QStringLiteral("HH:mm")) : QString();
}

QString countdown(const v1::Activity& activity)
{
    const qint64 minutes = (officeNow().secsTo(activityStart(activity)) + kSecondsPerMinute - 1) / kSecondsPerMinute;
    return minutes > 0 && minutes <= kSoonMinutes ? DayView::tr("%1 min to go").arg(minutes) : QString();
}

} // namespace

DayDelegate::DayDelegate(const Workplace& workplace, const DayRows* model, QListView* view)
    : QStyledItemDelegate(view), m_workplace(workplace), m_model(model), m_view(view)
{
}

QRect DayDelegate::tickRect(const QRect& row)
{
    const int side = scaled(kTick);
    return {row.left() + scaled(kMargin), row.center().y() - side / 2, side, side};
}

QSize DayDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics body(textFont(TextSize::Body));
    switch (m_model->row(index.row()).kind) {
    case DayRows::RowKind::Section:
        return {0, headerHeight(body)};
    case DayRows::RowKind::Now:
        return {0, scaled(kNowHeight)};
    default:
        return {0, rowHeight(body)};
    }
}

void DayDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    switch (m_model->row(index.row()).kind) {
    case DayRows::RowKind::Section:
        paintSection(painter, option.rect, index.row());
        break;
    case DayRows::RowKind::Now:
        paintNow(painter, option.rect);
        break;
    case DayRows::RowKind::More:
        paintMore(painter, option, index);
        break;
    default:
        paintItem(painter, option, index.row());
    }
    painter->restore();
}

void DayDelegate::paintSection(QPainter* painter, const QRect& area, int row) const
{
    const auto& colors = theme();
    const auto& section = m_model->row(row);
    painter->fillRect(area, colors.alt);
    painter->setPen(colors.grid);
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    const QFont strong = textFont(TextSize::Second, TextWeight::Strong);
    painter->setFont(strong);
    painter->setPen(section.isOverdue ? colors.err : colors.text2);
    QRect room = area.adjusted(scaled(kMargin), 0, -scaled(kMargin), 0);
    painter->drawText(room, Qt::AlignVCenter, section.section);
    room.setLeft(room.left() + QFontMetrics(strong).horizontalAdvance(section.section) + scaled(4));
    painter->setFont(textFont(TextSize::Second));
    painter->drawText(room, Qt::AlignVCenter, section.count);
}

void DayDelegate::paintNow(QPainter* painter, const QRect& area) const
{
    painter->fillRect(area, theme().base);
    painter->fillRect(QRect(area.left() + scaled(kMargin), area.center().y() - scaled(1) + 1,
                            area.width() - scaled(kMargin), scaled(2)),
                      theme().err);
}

void DayDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option) const
{
    const auto& colors = theme();
    const QRect area = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool hasFocus = m_view->hasFocus();
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(area, isChosen    ? (hasFocus ? colors.sel : colors.selInactive)
                            : isHovered ? colors.hover
                                        : colors.base);
    painter->setPen(colors.grid);
    painter->drawLine(area.bottomLeft(), area.bottomRight());
    if (isChosen)
        painter->fillRect(QRect(area.left(), area.top(), scaled(kBar), area.height()), colors.accent);
}

void DayDelegate::paintMore(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    paintGround(painter, option);
    const QRect room = option.rect.adjusted(scaled(kWordsLeft), 0, -scaled(kMargin), 0);
    const QFont font = textFont(TextSize::Body);
    painter->setFont(font);
    painter->setPen(theme().text2);
    painter->drawText(room, Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

void DayDelegate::paintItem(QPainter* painter, const QStyleOptionViewItem& option, int row) const
{
    const auto& colors = theme();
    const QRect area = option.rect;
    const auto& activity = m_model->row(row).activity;
    paintGround(painter, option);
    paintTick(painter, tickRect(area), isClosed(activity));
    const bool isOverdue = m_model->row(row).isOverdue;
    const QString when = timeText(activity, isOverdue);
    QFont time = textFont(TextSize::Body);
    if (QFontMetrics(time).horizontalAdvance(when) > scaled(kTimeWidth))
        time = textFont(TextSize::Second); // a day in English
    time.setStrikeOut(isClosed(activity));
    painter->setFont(time);
    painter->setPen(colors.text2);
    painter->drawText(QRect(area.left() + scaled(kTimeLeft), area.top(), scaled(kTimeWidth), area.height()),
                      Qt::AlignVCenter, when);
    Icon::paint(*painter, activityIcon(activity), colors.text2,
                QRect(area.left() + scaled(kIconLeft), area.top(), scaled(16), area.height()), scaled(16));
    const int aside = paintAside(painter, area.adjusted(0, 0, -scaled(kMargin), 0), row);
    paintWords(painter, area.adjusted(scaled(kWordsLeft), 0, -scaled(kMargin) - aside - scaled(kGap), 0), row);
}

/// Where nothing is to be ticked there is no box that asks for it.
void DayDelegate::paintTick(QPainter* painter, const QRect& place, bool isDone) const
{
    if (m_model->isTickable()) {
        QStyleOption tick;
        tick.rect = place;
        tick.state = QStyle::State_Enabled | (isDone ? QStyle::State_On : QStyle::State_Off);
        paintCheckMark(*painter, tick);
    } else if (isDone) {
        Icon::paint(*painter, QStringLiteral("check"), theme().ok, place, place.width());
    }
}

qint64 DayDelegate::assignerOf(const v1::Activity& activity, qint64 readerId)
{
    const qint64 creator = activity.creator_user_id();
    return creator == readerId || creator == activity.owner_user_id() ? 0 : creator;
}

int DayDelegate::paintAside(QPainter* painter, const QRect& area, int row) const
{
    const auto& colors = theme();
    const auto& one = m_model->row(row);
    const auto& activity = one.activity;
    QString tag;
    auto tone = CellTone::Warn;
    if (!one.clash.isEmpty()) {
        tag = tr("Clash %1").arg(one.clash);
    } else if (isPlanned(activity) && activity.priority() == v1::PRIORITY_HIGH) {
        tag = tr("Urgent");
        tone = CellTone::Error;
    }
    if (!tag.isEmpty()) {
        const auto pixmap = tagPixmap(tag, tone, m_view->devicePixelRatioF());
        const QSizeF size = pixmap.deviceIndependentSize();
        painter->drawPixmap(QPointF(area.right() - size.width(), area.center().y() - size.height() / 2 + 0.5), pixmap);
        return static_cast<int>(size.width());
    }
    QString text;
    QColor color = colors.text2;
    if (isClosed(activity)) {
        text = activity.state() == v1::ACTIVITY_STATE_DONE ? durationText(activity.duration_seconds())
                                                           : stateWord(activity.state());
        color = activity.state() == v1::ACTIVITY_STATE_DONE ? colors.ok : colors.text2;
    } else if (const QString late = lateText(activity, officeNow()); !late.isEmpty()) {
        text = late;
        color = colors.err;
    } else if (const QString soon = one.isOtherDay ? QString() : countdown(activity); !soon.isEmpty()) {
        text = soon;
    } else if (const qint64 assigner = assignerOf(activity, m_workplace.session.userId())) {
        text = tr("from %1").arg(m_workplace.directory.givenName(assigner));
    }
    const QFont font = textFont(TextSize::Second);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, text);
    return QFontMetrics(font).horizontalAdvance(text);
}

void DayDelegate::paintWords(QPainter* painter, const QRect& area, int row) const
{
    const auto& colors = theme();
    const auto& activity = m_model->row(row).activity;
    const bool isDone = isClosed(activity);
    QFont strong = textFont(TextSize::Body, TextWeight::Medium);
    strong.setStrikeOut(isDone);
    const QFontMetrics metrics(strong);
    const QString title = activityTitle(activity, m_workplace.picklists);
    const QString whom = activityWhom(activity);
    const QFont font = textFont(TextSize::Body);
    const int gap = scaled(4);
    const int width = titleWidth(area.width(), metrics.horizontalAdvance(title) + 2,
                                 whom.isEmpty() ? 0 : gap + QFontMetrics(font).horizontalAdvance(whom) + 2);
    painter->setFont(strong);
    painter->setPen(isDone ? colors.text2 : colors.text);
    painter->drawText(QRect(area.topLeft(), QSize(width, area.height())), Qt::AlignVCenter,
                      metrics.elidedText(title, Qt::ElideRight, width));
    const QRect rest = area.adjusted(width + gap, 0, 0, 0);
    painter->setFont(font);
    painter->setPen(colors.text2);
    painter->drawText(rest, Qt::AlignVCenter, QFontMetrics(font).elidedText(whom, Qt::ElideRight, rest.width()));
}

int DayDelegate::titleWidth(int room, int title, int whom)
{
    return std::min(title, room - std::min(whom, room * 2 / 5));
}

DayView::DayView(const Workplace& workplace, DayRows* model, QWidget* parent) : QListView(parent), m_day(model)
{
    setModel(model);
    setItemDelegate(new DayDelegate(workplace, model, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Today's work"));
    connect(&Look::instance(), &Look::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

qint64 DayView::currentId() const
{
    const auto* activity = m_day->activityAt(currentIndex());
    return activity ? activity->id() : 0;
}

void DayView::restore(qint64 activityId, int row)
{
    const int same = activityId ? m_day->rowOf(activityId) : -1;
    if (same >= 0) {
        setCurrentIndex(m_day->index(same));
        return;
    }
    for (int distance = 0; distance <= m_day->rowCount(); ++distance) {
        for (const int place : {row + distance, row - distance}) {
            if (m_day->activityAt(m_day->index(place))) {
                setCurrentIndex(m_day->index(place));
                return;
            }
        }
    }
}

void DayView::keyPressEvent(QKeyEvent* event)
{
    const qint64 id = currentId();
    const bool isEnter =
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier;
    const bool isMore = currentIndex().isValid() && m_day->row(currentIndex().row()).kind == DayRows::RowKind::More;
    if (isMore && isEnter)
        emit moreRequested(m_day->row(currentIndex().row()).day);
    else if (id && event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        emit tickRequested(id);
    else if (id && isEnter)
        emit openRequested(id);
    else if (id && event->key() == Qt::Key_Delete)
        emit binRequested(id);
    else
        QListView::keyPressEvent(event);
}

void DayView::mousePressEvent(QMouseEvent* event)
{
    const auto index = indexAt(event->pos());
    const auto* activity = m_day->activityAt(index);
    const int slack = scaled(6);
    const QRect tick = DayDelegate::tickRect(visualRect(index)).adjusted(-slack, -slack, slack, slack);
    const qint64 ticked = activity && tick.contains(event->pos()) ? activity->id() : 0;
    QListView::mousePressEvent(event);
    if (ticked && event->button() == Qt::LeftButton)
        emit tickRequested(ticked);
}

void DayView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto index = indexAt(event->pos());
    const auto* activity = m_day->activityAt(index);
    if (index.isValid() && m_day->row(index.row()).kind == DayRows::RowKind::More)
        emit moreRequested(m_day->row(index.row()).day);
    if (activity && event->button() == Qt::LeftButton && event->pos().x() > scaled(kTimeLeft))
        emit openRequested(activity->id());
}

} // namespace banhang::client
