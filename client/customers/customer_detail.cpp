#include "client/customers/customer_detail.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customer_facts.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"
#include "client/customers/field_restore.h"
#include "client/customers/history_model.h"
#include "client/customers/history_view.h"
#include "client/customers/presence_view.h"
#include "client/ui/look/icon.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/icon_label.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/parts/tab_bar.h"
#include "client/ui/parts/tag.h"
#include "common/vn/phone.h"

namespace banhang::client {

namespace {

constexpr int kTimelineRows = 20;
enum Tab { Overview, Changes };

} // namespace

CustomerDetail::CustomerDetail(const Workplace& workplace, CustomersApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_place(new PresencePlace(workplace.presence, this)),
      m_history(new HistoryModel(workplace, api, this)),
      m_restoring(new FieldRestore(api, this)),
      m_stack(new QStackedWidget)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    auto* content = new Pane(Pane::Ground::Base);
    m_content = content;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeActions());
    m_tabs = new TabBar;
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Changes"));
    auto* tabs = new Pane(Pane::Ground::Base);
    tabs->setEdges(int(Pane::Edge::Bottom));
    auto* tabRow = new QHBoxLayout(tabs);
    tabRow->setContentsMargins(12, 0, 12, 0);
    tabRow->addWidget(m_tabs);
    column->addWidget(tabs);
    m_bodies = new QStackedWidget;
    m_bodies->addWidget(makeOverview());
    auto* changes = new HistoryView(m_history);
    m_bodies->addWidget(changes);
    column->addWidget(m_bodies, 1);
    m_stack->addWidget(content);
    for (auto* view : {changes, m_timeline})
        connect(view, &HistoryView::restoreRequested, this, [this](const QString& field, const std::string& json) {
            m_restoring->restore(m_customer, field, json);
        });
    connect(m_restoring, &FieldRestore::restored, this,
            [this](const v1::Customer& stored, const QString& text, const std::function<void()>& undo) {
                setCustomer(stored);
                emit undoOffered(text, undo);
            });
    connect(m_restoring, &FieldRestore::failed, this, [this](const QString& strong, const AppError& error) {
        reload({}); // it may be another one by now
        emit failed(strong, error);
    });
    connect(m_tabs, &QTabBar::currentChanged, m_bodies, &QStackedWidget::setCurrentIndex);
    showCustomer(0);
}

QWidget* CustomerDetail::makeHead()
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(14, 10, 14, 4);
    row->setSpacing(10);
    m_icon = new IconLabel(QStringLiteral("building-2"), Tone::Accent, 18);
    m_icon->setPlate(36);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    m_name = new Label({}, TextSize::Record, TextWeight::Strong);
    m_name->setElided(true);
    m_colleagues = new PresenceView(m_workplace);
    auto* first = new QHBoxLayout;
    first->setSpacing(10);
    first->addWidget(m_name, 1);
    first->addWidget(m_colleagues);
    words->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(6);
    m_codes = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Quiet);
    m_tier = new Tag({}, CellTone::Quiet);
    m_group = new Tag({}, CellTone::Accent);
    m_status = new Tag({}, CellTone::Plain);
    m_age = new Tag({}, CellTone::Warn, QStringLiteral("clock"));
    m_age->hide();
    second->addWidget(m_codes);
    for (auto* tag : {m_tier, m_group, m_status, m_age})
        second->addWidget(tag);
    second->addStretch(1);
    words->addLayout(second);
    row->addLayout(words, 1);
    return head;
}

QWidget* CustomerDetail::makeActions()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 8, 14, 6);
    row->setSpacing(6);
    m_edit = new Button(ButtonKind::Primary, QStringLiteral("pencil"), tr("Edit"));
    m_edit->setKeyHint(QStringLiteral("F2"));
    m_call = new Button(ButtonKind::Normal, QStringLiteral("phone"), tr("Call"));
    m_mail = new Button(ButtonKind::Normal, QStringLiteral("mail"), tr("Email"));
    m_zalo = new Button(ButtonKind::Normal, QStringLiteral("message-circle"), tr("Zalo"));
    m_restore = new Button(ButtonKind::Normal, QStringLiteral("archive-restore"), tr("Restore"));
    m_call->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_mail->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_zalo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_call->setToolTip(tr("Call  %1").arg(m_call->shortcut().toString(QKeySequence::NativeText)));
    m_mail->setToolTip(tr("Write an e-mail  %1").arg(m_mail->shortcut().toString(QKeySequence::NativeText)));
    m_zalo->setToolTip(tr("Open Zalo  %1").arg(m_zalo->shortcut().toString(QKeySequence::NativeText)));
    auto* more = qobject_cast<QToolButton*>(makeIconButton(QStringLiteral("ellipsis"), tr("More actions")));
    m_menu = new QMenu(more);
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    for (auto* button : {m_edit, m_call, m_mail, m_zalo, m_restore})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(more);
    connect(m_edit, &Button::clicked, this, [this] { emit editRequested(m_customer.id()); });
    connect(m_call, &Button::clicked, this, [this] { callPhone(QStringLiteral("tel:+%1")); });
    connect(m_zalo, &Button::clicked, this, [this] { callPhone(QStringLiteral("https://zalo.me/%1")); });
    connect(m_mail, &Button::clicked, this, [this] {
        QDesktopServices::openUrl(
            QUrl(QStringLiteral("mailto:") + QString::fromStdString(m_customer.emails(0).address())));
    });
    connect(m_restore, &Button::clicked, this, [this] { emit restoreRequested(m_customer.id()); });
    connect(m_menu, &QMenu::aboutToShow, this, &CustomerDetail::fillMenu);
    return bar;
}

QWidget* CustomerDetail::makeOverview()
{
    m_overview = new QScrollArea;
    m_overview->setAccessibleName(tr("Overview"));
    m_overview->setWidgetResizable(true);
    m_overview->setFrameShape(QFrame::NoFrame);
    m_overview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 10, 0, 10);
    column->setSpacing(10);
    const auto addInset = [column](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(14, 0, 14, 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    m_gone = new NoticeBar(Tone::Warn);
    m_gone->hide();
    addInset(m_gone);
    m_watch = new NoticeBar(Tone::Warn, NoticeBar::Shape::Note);
    m_watch->hide();
    addInset(m_watch);
    m_facts = new FactGrid;
    addInset(m_facts);
    m_missing = new Label({}, TextSize::Second, TextWeight::Regular, Tone::Hint);
    m_missing->setWordWrap(true);
    addInset(m_missing);
    auto* line = new Pane(Pane::Ground::Base);
    line->setEdges(int(Pane::Edge::Top));
    line->setFixedHeight(1);
    addInset(line);
    addInset(new Label(tr("History"), TextSize::Body, TextWeight::Strong));
    m_timeline = new HistoryView(m_history);
    m_timeline->setFitted(kTimelineRows);
    column->addWidget(m_timeline);
    column->addStretch(1);
    m_overview->setWidget(body);
    return m_overview;
}

void CustomerDetail::showCustomer(qint64 customerId)
{
    m_wantedId = customerId;
    m_place->enter(customerId);
    m_colleagues->showCustomer(customerId);
    if (customerId == 0) {
        m_getCall.cancel();
        m_customer.Clear();
        m_history->clear();
        auto* view = new StateView(StateView::Kind::Empty);
        view->setTexts(tr("No customer chosen"), tr("Choose one in the list, or press Ctrl+K to find one."));
        showState(view);
        return;
    }
    reload({});
    m_history->load(customerId);
}

void CustomerDetail::reload(const QStringList& peerFields)
{
    m_getCall = m_api.get(m_wantedId, this, [this, peerFields](Outcome<v1::Customer> outcome) {
        if (!outcome) {
            onFailed(outcome.error());
            return;
        }
        m_customer = std::move(outcome).value();
        fill(peerFields);
    });
}

void CustomerDetail::setCustomer(const v1::Customer& customer)
{
    if (customer.id() != m_wantedId)
        return;
    m_customer = customer;
    fill({});
    m_history->load(customer.id());
}

void CustomerDetail::onFailed(const AppError& error)
{
    if (m_customer.id() == m_wantedId && error.code() != ErrorCode::NotFound)
        return; // what is shown stays; the bar of the window tells about the connection
    auto* view =
        new StateView(error.code() == ErrorCode::NotFound ? StateView::Kind::NoRight : StateView::Kind::Failed);
    view->setTexts(tr("This customer has not come"), errorText(error));
    view->setToolTip(technicalText(error));
    if (error.code() != ErrorCode::NotFound) {
        auto* again = view->addButton(false, QStringLiteral("refresh-cw"), tr("Try again"));
        connect(again, &Button::clicked, this, [this] { showCustomer(m_wantedId); });
    }
    showState(view);
}

void CustomerDetail::showState(StateView* view)
{
    if (m_state)
        m_state->deleteLater();
    m_state = view;
    m_stack->addWidget(view);
    m_stack->setCurrentWidget(view);
}

void CustomerDetail::fill(const QStringList& peerFields)
{
    m_gone->hide();
    applyRights();
    showHead();
    showWatchPoints();
    showFacts(peerFields);
    m_history->setCurrent(m_customer, m_edit->isEnabled() && !isInBin());
    m_stack->setCurrentWidget(m_content);
    emit shown();
}

void CustomerDetail::showHead()
{
    m_icon->setIcon(kindIcon(m_customer.kind()), Tone::Accent);
    m_name->setText(m_customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL
                        ? addressedName(m_customer.honorific(), m_customer.name())
                        : QString::fromStdString(m_customer.name()));
    QStringList codes{QString::fromStdString(m_customer.code())};
    if (!m_customer.tax_code().empty())
        codes.append(tr("Tax code %1").arg(taxCodeText(m_customer.tax_code())));
    m_codes->setText(codes.join(QStringLiteral("  ·  ")));
    const auto show = [this](Tag* tag, const QString& list, const std::string& key, CellTone tone) {
        tag->setText(m_workplace.picklists.label(list, key));
        tag->setTone(tone);
        tag->setVisible(!key.empty());
    };
    show(m_tier, QStringLiteral("tier"), m_customer.tier_key(),
         m_customer.tier_key() == "vip" ? CellTone::Vip : CellTone::Plain);
    show(m_group, QStringLiteral("group"), m_customer.group_key(),
         m_customer.group_key() == "loyal" ? CellTone::Accent : CellTone::Plain);
    show(m_status, QStringLiteral("status"), m_customer.status_key(),
         m_customer.status_key() == "trading" ? CellTone::Ok : CellTone::Plain);
    // New is what everybody is at first, and the group may be called so too.
    m_status->setVisible(!m_customer.status_key().empty() && m_customer.status_key() != "new");
    const bool hasPhone = !m_customer.phones().empty();
    m_call->setVisible(hasPhone && !isInBin());
    m_zalo->setVisible(hasPhone && !isInBin());
    m_mail->setVisible(!m_customer.emails().empty() && !isInBin());
    m_edit->setVisible(!isInBin());
    m_restore->setVisible(isInBin());
}

void CustomerDetail::showWatchPoints()
{
    if (m_customer.watch_points().empty()) {
        m_watch->hide();
        return;
    }
    QStringList lines;
    for (const auto& point : m_customer.watch_points()) {
        const auto* unit = m_workplace.directory.unit(point.unit_id());
        QStringList source;
        if (unit)
            source.append(QString::fromStdString(unit->short_name().empty() ? unit->name() : unit->short_name()));
        const auto time = toDateTime(point.create_time());
        if (time.isValid())
            source.append(shortMoment(time, QDateTime::currentDateTime()));
        const QString text = QString::fromStdString(point.text());
        lines.append(source.isEmpty() ? text : tr("%1 (%2)").arg(text, source.join(QStringLiteral(", "))));
    }
    m_watch->setTexts(tr("Points to watch:"), lines.join(QLatin1Char('\n')));
    m_watch->show();
}

void CustomerDetail::showFacts(const QStringList& peerFields)
{
    const auto facts = factsOf(m_customer, m_workplace);
    m_facts->setFacts(facts.known);
    m_facts->markChanged(peerFields);
    m_missing->setText(tr("Still missing: %1").arg(facts.missing.join(QStringLiteral(", "))));
    m_missing->setVisible(!facts.missing.isEmpty());
}

void CustomerDetail::onChanged(qint64 customerId, qint64 actorUserId, const QStringList& fields)
{
    if (customerId != m_wantedId)
        return;
    reload(actorUserId == m_workplace.session.userId() ? QStringList() : fields);
    m_history->load(customerId);
}

void CustomerDetail::onGone(qint64 customerId)
{
    if (customerId != m_wantedId || m_stack->currentWidget() != m_content)
        return;
    m_gone->setTexts(tr("No longer shown to you."), tr("It was deleted, or given to somebody else."));
    m_gone->show();
    m_edit->setEnabled(false);
}

void CustomerDetail::setOffline(bool isOffline)
{
    m_age->setText(tr("as of %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))));
    m_age->setVisible(isOffline);
}

void CustomerDetail::setNarrow(bool isNarrow)
{
    m_call->setText(isNarrow ? QString() : tr("Call"));
    m_mail->setText(isNarrow ? QString() : tr("Email"));
    m_zalo->setText(isNarrow ? QString() : tr("Zalo"));
    m_call->setAccessibleName(tr("Call"));
    m_mail->setAccessibleName(tr("Email"));
    m_zalo->setAccessibleName(tr("Zalo"));
}

void CustomerDetail::applyRights()
{
    if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        m_edit->setEnabled(true);
    else
        m_edit->disableByRight(tr("You do not have the right to edit customers. Your team leader or IT can grant it."));
    m_restore->setEnabled(m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE));
}

void CustomerDetail::callPhone(const QString& scheme)
{
    const auto phone = vn::parsePhone(m_customer.phones(0).number());
    if (phone.isValid())
        QDesktopServices::openUrl(QUrl(scheme.arg(QString::fromStdString(phone.key))));
}

void CustomerDetail::fillMenu()
{
    m_menu->clear();
    const auto& session = m_workplace.session;
    const auto add = [this](const QString& icon, const QString& text, auto work) {
        auto* action = m_menu->addAction(Icon::named(icon), text);
        connect(action, &QAction::triggered, this, work);
    };
    add(QStringLiteral("copy"), tr("Copy the code %1").arg(QString::fromStdString(m_customer.code())),
        [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(m_customer.code())); });
    if (isInBin())
        return;
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN))
        add(QStringLiteral("user-check"), tr("Give to a colleague…"),
            [this] { emit assignRequested({m_customer.id()}); });
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        add(QStringLiteral("share-2"), tr("Share with a colleague…"), [this] { emit shareRequested(m_customer.id()); });
    if (session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE)) {
        m_menu->addSeparator();
        add(QStringLiteral("trash-2"), tr("Delete"), [this] { emit binRequested({m_customer.id()}); });
    }
}

void CustomerDetail::focusContent()
{
    (m_edit->isEnabled() && m_edit->isVisible() ? static_cast<QWidget*>(m_edit) : m_tabs)->setFocus();
}

void CustomerDetail::nextTab(int step)
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

} // namespace banhang::client
