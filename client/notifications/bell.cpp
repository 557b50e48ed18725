#include "client/notifications/bell.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "client/core/texts.h"
#include "client/notifications/notice_model.h"
#include "client/notifications/notice_view.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/state_view.h"

namespace banhang::client {

namespace {

constexpr int kSide = 32;
constexpr int kIcon = 18;
constexpr int kListWidth = 420;
constexpr int kListHeight = 460;

QString countText(int count)
{
    return count >= NoticeModel::kMoreThan ? QStringLiteral("99+") : QString::number(count);
}

} // namespace

Bell::Bell(const Workplace& workplace, NoticeModel* model, QWidget* parent)
    : QToolButton(parent), m_workplace(workplace), m_model(model)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setShortcut(QKeySequence(Qt::Key_F7));
    connect(this, &QToolButton::clicked, this, &Bell::showList);
    connect(model, &NoticeModel::unreadChanged, this, &Bell::updateName);
    connect(&Look::instance(), &Look::changed, this, [this] { updateGeometry(); });
    updateName();
}

QSize Bell::sizeHint() const
{
    return {scaled(kSide), scaled(kSide)};
}

void Bell::updateName()
{
    const int count = m_model->unreadCount();
    setAccessibleName(count ? tr("Notifications, %1 unread").arg(countText(count)) : tr("Notifications"));
    setToolTip(tr("Notifications  %1").arg(shortcut().toString(QKeySequence::NativeText)));
    update();
}

void Bell::paintEvent(QPaintEvent* event)
{
    QToolButton::paintEvent(event);
    QPainter painter(this);
    Icon::paint(painter, QStringLiteral("bell"), theme().text, rect(), scaled(kIcon));
    if (m_model->unreadCount() == 0)
        return;
    const QString text = countText(m_model->unreadCount());
    const QFont font = textFont(TextSize::Tiny, TextWeight::Strong);
    const QFontMetrics metrics(font);
    const int height = metrics.height() + scaled(1);
    const int width = std::max(height, metrics.horizontalAdvance(text) + scaled(7));
    const QRect badge(this->width() - width, 0, width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setFont(font);
    painter.setPen(theme().onAccent);
    painter.drawText(badge, Qt::AlignCenter, text);
}

QWidget* Bell::makeList()
{
    auto* list = new Pane(Pane::Ground::Base, this);
    list->setWindowFlags(Qt::Popup);
    list->setEdges(int(Pane::Edge::Box));
    list->setAccessibleName(tr("Notifications"));
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Alt);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 5, 8, 5);
    row->addWidget(new Label(tr("Notifications"), TextSize::Body, TextWeight::Strong), 1);
    auto* read = new Button(ButtonKind::Small, QStringLiteral("check"), tr("Mark all as read"));
    auto* follow = new Button(ButtonKind::Small, QStringLiteral("eye"), tr("What you follow…"));
    row->addWidget(follow);
    row->addWidget(read);
    column->addWidget(head);
    m_view = new NoticeView(m_workplace, m_model);
    auto* nothing = new StateView(StateView::Kind::Empty);
    nothing->setIcon(QStringLiteral("bell"));
    column->addWidget(m_view, 1);
    column->addWidget(nothing, 1);
    const auto showState = [this, nothing] {
        nothing->setTexts(tr("No notifications"), tr("Reminders and work that colleagues assign to you appear here."));
        m_view->setVisible(m_model->rowCount() > 0);
        nothing->setVisible(m_model->rowCount() == 0);
    };
    connect(m_model, &QAbstractItemModel::modelReset, list, showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, list, showState);
    connect(m_model, &NoticeModel::loadFailed, list, [this, nothing](const AppError& error) {
        nothing->setFailure(tr("The notifications could not be loaded."), errorText(error),
                            [this] { m_model->reload(); });
    });
    showState();
    connect(read, &Button::clicked, m_model, &NoticeModel::markAllRead);
    connect(m_view, &NoticeView::openRequested, this, [this](const QString& entity, qint64 id, qint64 customerId) {
        m_list->hide();
        emit openRequested(entity, id, customerId);
    });
    connect(m_view, &NoticeView::doneRequested, this, [this](qint64 id) {
        m_list->hide();
        emit doneRequested(id);
    });
    connect(m_view, &NoticeView::muteRequested, this, &Bell::muteRequested);
    connect(m_view, &NoticeView::subscriptionRequested, this, &Bell::openSubscription);
    connect(follow, &Button::clicked, this, [this] { openSubscription(0); });
    return list;
}

void Bell::openSubscription(qint64 subscriptionId)
{
    m_list->hide();
    emit subscriptionRequested(subscriptionId);
}

void Bell::showList()
{
    if (!m_list)
        m_list = makeList();
    if (!m_model->isLoaded())
        m_model->reload();
    m_list->resize(scaled(kListWidth), std::min(scaled(kListHeight), window()->height() - height()));
    const QPoint corner = mapToGlobal(QPoint(width(), height()));
    m_list->move(corner.x() - m_list->width(), corner.y());
    m_list->show();
    if (m_model->rowCount() > 0 && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    m_view->setFocus();
}

} // namespace banhang::client
