#include "client/customers/detail/customer_detail.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_clock.h"
#include "client/core/office_time.h"
#include "client/core/presence.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/customers/detail/customer_facts.h"
#include "client/customers/detail/detail_draft.h"
#include "client/customers/detail/detail_head.h"
#include "client/customers/detail/detail_part.h"
#include "client/customers/detail/field_restore.h"
#include "client/customers/detail/history_model.h"
#include "client/customers/detail/history_view.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/parts/tab_bar.h"

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
    m_head = new DetailHead(workplace);
    column->addWidget(m_head);
    m_draft = new DetailDraft(workplace);
    column->addWidget(m_draft);
    m_tabs = new TabBar;
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Changes"));
    auto* tabs = new Pane(Pane::Ground::Base);
    tabs->setEdges(int(Pane::Edge::Bottom));
    m_tabPane = tabs;
    auto* tabRow = new QHBoxLayout(tabs);
    tabRow->setContentsMargins(12, 0, 12, 0);
    tabRow->addWidget(m_tabs);
    column->addWidget(tabs);
    m_bodies = new QStackedWidget;
    m_bodies->addWidget(makeOverview());
    auto* changes = new HistoryView(m_history);
    m_bodies->addWidget(makeChanges(changes));
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
    connect(&OfficeClock::instance(), &OfficeClock::dateChanged, this, [this] {
        showWatchPoints();
        showFacts({});
    });
    connectHead();
    showCustomer(0);
}

void CustomerDetail::connectHead()
{
    connect(m_head, &DetailHead::editRequested, this, &CustomerDetail::editRequested);
    connect(m_head, &DetailHead::assignRequested, this, &CustomerDetail::assignRequested);
    connect(m_head, &DetailHead::shareRequested, this, &CustomerDetail::shareRequested);
    connect(m_head, &DetailHead::binRequested, this, &CustomerDetail::binRequested);
    connect(m_head, &DetailHead::restoreRequested, this, &CustomerDetail::restoreRequested);
    connect(m_draft, &DetailDraft::openRequested, this, [this] { emit draftRequested(m_customer.id()); });
    connect(m_draft, &DetailDraft::settleRequested, this, &CustomerDetail::settleRequested);
    connect(m_draft, &DetailDraft::changed, this, &CustomerDetail::fitDraft);
}

void CustomerDetail::addParts(const QList<DetailPart*>& parts)
{
    m_parts += parts;
    for (auto* part : parts) {
        part->setParent(this);
        m_head->addActions(part->actions());
        if (auto* section = part->section()) {
            m_sections->addWidget(section);
            m_shortHistory->hide();
        }
        if (auto* tab = part->tab()) {
            const int place = m_tabs->count() - 1; // the changes stay the last ones
            m_bodies->insertWidget(place, tab);
            m_tabs->insertTab(place, part->tabTitle());
            connect(part, &DetailPart::countChanged, this,
                    [this, tab](int count) { m_tabs->setCount(m_bodies->indexOf(tab), count); });
            connect(part, &DetailPart::tabRequested, this,
                    [this, tab] { m_tabs->setCurrentIndex(m_bodies->indexOf(tab)); });
        }
        if (auto* view = part->waitingView()) {
            m_waitingView = view;
            m_content->layout()->addWidget(view);
        }
        connect(m_head, &DetailHead::reachedOut, part, &DetailPart::onReachedOut);
        connect(part, &DetailPart::undoOffered, this, &CustomerDetail::undoOffered);
        connect(part, &DetailPart::failed, this, &CustomerDetail::failed);
        part->showCustomer(m_customer);
    }
    fitDraft();
}

/// Who has to choose while there is no connection sees, in the place of what nobody knows to be true any more, what
/// else waits.
void CustomerDetail::fitDraft()
{
    const bool isWaiting = m_isOffline && m_waitingView && m_draft->hasConflict();
    if (m_waitingView)
        m_waitingView->setVisible(isWaiting);
    m_head->setActionsShown(!isWaiting);
    m_tabPane->setVisible(!isWaiting);
    m_bodies->setVisible(!isWaiting);
}

bool CustomerDetail::reach(const QString& channelKey)
{
    return m_head->reach(channelKey);
}

void CustomerDetail::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    m_head->setOffline(isOffline);
    m_draft->setOffline(isOffline);
    fitDraft();
    for (auto* part : std::as_const(m_parts))
        part->setOffline(isOffline);
}

void CustomerDetail::setNarrow(bool isNarrow)
{
    m_head->setNarrow(isNarrow);
    for (auto* part : std::as_const(m_parts))
        part->setNarrow(isNarrow);
}

void CustomerDetail::applyRights()
{
    m_head->applyRights();
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
    m_openSurvivor = m_gone->addButton(QStringLiteral("arrow-right"), {});
    connect(m_openSurvivor, &Button::clicked, this, [this] { emit survivorRequested(m_survivorId); });
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
    m_sections = new QVBoxLayout;
    column->addLayout(m_sections);
    column->addWidget(makeShortHistory());
    column->addStretch(1);
    m_overview->setWidget(body);
    return m_overview;
}

QWidget* CustomerDetail::makeChanges(HistoryView* view)
{
    auto* page = new Pane(Pane::Ground::Base);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto* failure = new StateView(StateView::Kind::Failed);
    column->addWidget(view);
    column->addWidget(failure);
    page->setFocusProxy(view);
    failure->hide();
    const auto showRows = [view, failure] {
        view->show();
        failure->hide();
    };
    connect(m_history, &QAbstractItemModel::modelReset, failure, showRows);
    connect(m_history, &QAbstractItemModel::rowsInserted, failure, showRows);
    connect(m_history, &HistoryModel::failed, failure, [this, view, failure](const AppError& error) {
        if (m_history->rowCount() > 0)
            return; // what is there stays; scrolling on asks again
        failure->setFailure(tr("The changes could not be loaded"), errorText(error),
                            [this] { m_history->load(m_wantedId); });
        failure->show();
        view->hide();
    });
    return page;
}

QWidget* CustomerDetail::makeShortHistory()
{
    m_shortHistory = new QWidget;
    auto* column = new QVBoxLayout(m_shortHistory);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(14, 0, 14, 0);
    heading->addWidget(new Label(tr("History"), TextSize::Body, TextWeight::Strong));
    column->addLayout(heading);
    m_timeline = new HistoryView(m_history);
    m_timeline->setFitted(kTimelineRows);
    column->addWidget(m_timeline);
    return m_shortHistory;
}

void CustomerDetail::showCustomer(qint64 customerId)
{
    m_wantedId = customerId;
    m_place->enter(customerId);
    m_head->watch(customerId);
    if (customerId == 0) {
        m_getCall.cancel();
        m_customer.Clear();
        m_draft->showCustomer(m_customer);
        m_history->clear();
        tellParts();
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
        if (outcome->id() != m_wantedId) {
            showCustomer(outcome->id()); // that one was merged into this one
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
    auto* view = new StateView(StateView::Kind::NoRight);
    const QString what = tr("This customer could not be loaded");
    if (error.code() == ErrorCode::NotFound)
        view->setTexts(what, errorText(error));
    else
        view->setFailure(what, errorText(error), [this] { showCustomer(m_wantedId); });
    view->setToolTip(technicalText(error));
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
    m_head->showCustomer(m_customer);
    m_draft->showCustomer(m_customer);
    showWatchPoints();
    showFacts(peerFields);
    m_history->setCurrent(m_customer, m_head->mayEdit());
    m_stack->setCurrentWidget(m_content);
    tellParts();
    emit shown();
}

void CustomerDetail::tellParts()
{
    for (auto* part : std::as_const(m_parts))
        part->showCustomer(m_customer);
}

void CustomerDetail::showWatchPoints()
{
    if (m_customer.watch_points().empty()) {
        m_watch->hide();
        return;
    }
    QList<NoticeLine> lines;
    for (const auto& point : m_customer.watch_points()) {
        const auto* unit = m_workplace.directory.unit(point.unit_id());
        QStringList source;
        if (unit)
            source.append(QString::fromStdString(unit->short_name().empty() ? unit->name() : unit->short_name()));
        const auto time = officeTime(point.create_time());
        if (time.isValid())
            source.append(shortMoment(time, officeNow()));
        lines.append({QString::fromStdString(point.text()), source.join(QStringLiteral(", "))});
    }
    m_watch->setLines(tr("Points to watch:"), lines);
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
    showGone(nullptr);
    askWhatBecameOfIt();
}

/// The server answers the number of a merged customer with the one that lives on.
void CustomerDetail::askWhatBecameOfIt()
{
    m_goneCall = m_api.get(m_wantedId, this, [this, asked = m_wantedId](const Outcome<v1::Customer>& outcome) {
        if (outcome && outcome->id() != asked && asked == m_wantedId)
            showGone(&outcome.value());
    });
}

void CustomerDetail::showGone(const v1::Customer* survivor)
{
    m_survivorId = survivor ? survivor->id() : 0;
    if (survivor) {
        const QString code = QString::fromStdString(survivor->code());
        m_gone->setTexts(tr("Merged into %1.").arg(code), QString::fromStdString(survivor->name()));
        m_openSurvivor->relabel(tr("Open %1").arg(code));
    } else {
        m_gone->setTexts(tr("No longer shown to you."), tr("It was deleted, or assigned to somebody else."));
    }
    m_openSurvivor->setVisible(survivor != nullptr);
    m_gone->show();
    m_head->setGone();
}

void CustomerDetail::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F2 && event->modifiers() == Qt::NoModifier && m_head->mayEdit())
        emit editRequested(m_customer.id());
    else
        QWidget::keyPressEvent(event);
}

void CustomerDetail::focusContent()
{
    if (!m_head->focusFirst())
        m_tabs->setFocus();
}

void CustomerDetail::nextTab(int step)
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + m_tabs->count()) % m_tabs->count());
}

} // namespace banhang::client
