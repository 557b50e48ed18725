#include "client/notifications/notice_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QTextLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_text.h"
#include "client/notifications/reminder_toast.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 12;
constexpr int kAvatar = 20;
constexpr int kGap = 8;
constexpr int kTop = 8;
constexpr int kDot = 6;
constexpr qint64 kMinute = 60; // seconds
constexpr qint64 kHour = 3600;
constexpr int kWeek = 7;    // days
constexpr int kMorning = 8; // o'clock

/// Breaks the pieces into lines of that width. Returns the height.
int layOut(QTextLayout& layout, const QList<NoticePiece>& pieces, int width)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const auto& piece : pieces) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(text.size());
        range.length = static_cast<int>(piece.text.size());
        range.format.setFont(textFont(TextSize::Body, piece.weight));
        range.format.setForeground(theme().tone(piece.tone));
        formats.append(range);
        text += piece.text;
    }
    layout.setFont(textFont(TextSize::Body));
    layout.setText(text);
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return static_cast<int>(height + 1);
}

} // namespace

NoticeDelegate::NoticeDelegate(const Workplace& workplace, const NoticeModel* model, QListView* view)
    : QStyledItemDelegate(view), m_workplace(workplace), m_model(model), m_view(view)
{
}

int NoticeDelegate::wordsLeft() const
{
    return scaled(kMargin + kAvatar + kGap);
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const int width = m_view->viewport()->width();
    const auto& notice = m_model->notice(index.row());
    const QPair<qint64, int> key(notice.id(), width);
    if (const auto found = m_heights.constFind(key); found != m_heights.constEnd())
        return {width, *found};
    QTextLayout layout;
    const int words =
        layOut(layout, noticePieces(notice, m_workplace, officeNow()), width - wordsLeft() - scaled(kMargin));
    const int height = 2 * scaled(kTop) + words + QFontMetrics(textFont(TextSize::Second)).height();
    m_heights.insert(key, height);
    return {width, height};
}

void NoticeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& colors = theme();
    const auto& notice = m_model->notice(index.row());
    const bool isCurrent = (option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus);
    painter->save();
    painter->fillRect(option.rect, isCurrent ? colors.sel : colors.base);
    painter->setPen(colors.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect room = option.rect.adjusted(scaled(kMargin), scaled(kTop), -scaled(kMargin), -scaled(kTop));
    const QRect face(room.topLeft(), QSize(scaled(kAvatar), scaled(kAvatar)));
    if (notice.actor_user_id())
        painter->drawPixmap(face.topLeft(),
                            avatarPixmap(notice.actor_user_id(), m_workplace.directory.initials(notice.actor_user_id()),
                                         scaled(kAvatar), m_view->devicePixelRatioF()));
    else
        Icon::paint(*painter, noticeIcon(notice), notice.is_waiting() ? colors.accent : colors.text2, face, scaled(16));
    QTextLayout layout;
    const int left = option.rect.left() + wordsLeft();
    const int height = layOut(layout, noticePieces(notice, m_workplace, officeNow()), room.right() - left);
    layout.draw(painter, QPointF(left, room.top()));
    painter->setFont(textFont(TextSize::Second));
    painter->setPen(colors.text2);
    const QRect aside(left, room.top() + height, room.right() - left, room.height() - height);
    painter->drawText(
        aside, Qt::AlignTop,
        painter->fontMetrics().elidedText(noticeAside(notice, officeNow()), Qt::ElideRight, aside.width()));
    if (!notice.has_read_time()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accent);
        painter->drawEllipse(
            QRect(option.rect.left() + scaled(2), face.center().y() - scaled(kDot) / 2, scaled(kDot), scaled(kDot)));
    }
    painter->restore();
}

NoticeView::NoticeView(const Workplace& workplace, NoticeModel* model, QWidget* parent)
    : QListView(parent), m_notices(model), m_delegate(new NoticeDelegate(workplace, model, this))
{
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Notifications"));
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(model, &QAbstractItemModel::modelReset, this, &NoticeView::onChanged);
    connect(model, &QAbstractItemModel::dataChanged, this, &NoticeView::onChanged);
    connect(&Look::instance(), &Look::changed, this, &NoticeView::onChanged);
}

void NoticeView::onChanged()
{
    m_delegate->forgetSizes();
    scheduleDelayedItemsLayout();
}

void NoticeView::openCurrent()
{
    if (!currentIndex().isValid())
        return;
    const v1::Notification notice = m_notices->notice(currentIndex().row());
    if (!notice.has_read_time())
        m_notices->markRead(notice.id());
    if (notice.subscription_id() && notice.entity_id() == 0)
        emit openRequested(QStringLiteral("notification"), notice.id(), 0);
    else if (notice.entity_id() || notice.customer_id())
        emit openRequested(QString::fromStdString(notice.entity()), notice.entity_id(), notice.customer_id());
}

void NoticeView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!currentIndex().isValid())
        return;
    const v1::Notification notice = m_notices->notice(currentIndex().row());
    if (notice.subscription_id() == 0 && !notice.is_waiting())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (notice.is_waiting())
        addAnswers(menu, notice);
    else
        addMutes(menu, notice);
    menu->popup(event->reason() == QContextMenuEvent::Mouse
                    ? event->globalPos()
                    : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void NoticeView::addAnswers(QMenu* menu, const v1::Notification& notice)
{
    const qint64 reminderId = notice.reminder_id();
    const auto add = [this, menu, reminderId](const QString& text, const QDateTime& until) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, reminderId, until] { m_notices->snooze(reminderId, until); });
    };
    const QDateTime now = officeNow();
    const int soon = ReminderToast::kSnoozeMinutes;
    add(tr("Again in %Ln minutes", nullptr, soon), now.addSecs(soon * kMinute));
    add(tr("Again in an hour"), now.addSecs(kHour));
    add(tr("Again tomorrow, 08:00"), officeTime(now.date().addDays(1), QTime(kMorning, 0)));
    menu->addSeparator();
    if (notice.entity() == "activity")
        connect(menu->addAction(tr("Done")), &QAction::triggered, this,
                [this, id = qint64(notice.entity_id())] { emit doneRequested(id); });
    connect(menu->addAction(tr("Dismiss")), &QAction::triggered, this,
            [this, reminderId] { m_notices->dismiss(reminderId); });
}

void NoticeView::addMutes(QMenu* menu, const v1::Notification& notice)
{
    const auto add = [&](const QString& text, const QDateTime& until) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, id = qint64(notice.subscription_id()), until] { emit muteRequested(id, until); });
    };
    menu->addSection(QString::fromStdString(notice.subscription_name()));
    const QDateTime now = officeNow();
    add(tr("Mute for an hour"), now.addSecs(kHour));
    add(tr("Mute until tomorrow"), officeTime(now.date().addDays(1), QTime(0, 0)));
    add(tr("Mute for a week"), now.addDays(kWeek));
    add(tr("Mute this"), {});
    menu->addSeparator();
    connect(menu->addAction(tr("What you follow…")), &QAction::triggered, this,
            [this, id = qint64(notice.subscription_id())] { emit subscriptionRequested(id); });
}

void NoticeView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier)
        openCurrent();
    else
        QListView::keyPressEvent(event);
}

void NoticeView::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        openCurrent();
}

void NoticeView::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        onChanged();
}

} // namespace banhang::client
