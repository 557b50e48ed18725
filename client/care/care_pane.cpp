#include "client/care/care_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/care/care_editor.h"
#include "client/care/care_text.h"
#include "client/core/directory_cache.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/chip.h"
#include "client/ui/parts/segmented.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kMargin = 14;
constexpr int kMinSubjectWidth = 200;
constexpr int kMinTableHeight = 56; // while something is written above it
constexpr int kMaxEditorWidth = 860;
constexpr int kMinuteMs = 60'000;
constexpr int kMine = 0;
constexpr int kEverybodys = 1;

} // namespace

CarePane::CarePane(const Workplace& workplace, CareApi& api, Place place, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_api(api),
      m_place(place),
      m_model(new CareModel(workplace, api, this)),
      m_table(new DataTable),
      m_editor(new CareEditor(workplace, api)),
      m_owners(new QMenu(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, scaled(10), 0, 0);
    column->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{makeBar(), m_editor}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(kMargin, 0, kMargin, 0);
        row->addWidget(widget, 1);
        row->addStretch(0);
        column->addLayout(row);
    }
    // Lines longer than that are hard to read.
    updateWithLook(m_editor, [this] { m_editor->setMaximumWidth(scaled(kMaxEditorWidth)); });
    column->addWidget(m_table, 1);
    setUpTable();
    setFocusProxy(m_table);
    connect(m_model, &CareModel::reloaded, this, &CarePane::showState);
    connect(m_model, &CareModel::loadFailed, this, &CarePane::onFailed);
    connect(&workplace.feed, &ChangeFeed::changesArrived, m_model, &CareModel::onChanges);
    connect(&workplace.feed, &ChangeFeed::resyncNeeded, this, &CarePane::load);
    connect(m_model, &CareModel::recordChanged, this, [this] { emit counted(); });
    connect(m_editor, &CareEditor::saved, this, &CarePane::onSaved);
    connect(m_editor, &CareEditor::failed, this, &CarePane::failed);
    connect(m_editor, &CareEditor::opened, this, [this] { m_new->setKind(ButtonKind::Small); });
    connect(m_editor, &CareEditor::closed, this, [this](bool hadFocus) {
        m_new->setKind(usualKind());
        if (hadFocus)
            m_table->setFocus();
    });
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, m_model, &CareModel::tick);
    m_minute.start();
    applyRights();
}

QWidget* CarePane::makeBar()
{
    m_bar = new QWidget;
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto& [text, shown] : {std::pair(tr("Open"), Shown::Open), std::pair(tr("Overdue"), Shown::Overdue),
                                      std::pair(tr("All"), Shown::All)}) {
        auto* chip = new Chip(Chip::Kind::Choice, text);
        row->addWidget(chip);
        m_chips.append({chip, shown});
        connect(chip, &QAbstractButton::clicked, this, [this, shown = shown] { choose(shown); });
    }
    if (m_place == Place::Page) {
        m_whose = new Segmented;
        m_whose->addChoice(kMine, QStringLiteral("user"), tr("Yours"));
        m_whose->addChoice(kEverybodys, QStringLiteral("users"), tr("Everybody's"));
        m_severity = new QComboBox;
        m_severity->setAccessibleName(tr("Severity"));
        m_severity->setMinimumContentsLength(11);
        m_severity->addItem(tr("any severity"), 0);
        for (const auto severity :
             {v1::CARE_SEVERITY_URGENT, v1::CARE_SEVERITY_HIGH, v1::CARE_SEVERITY_NORMAL, v1::CARE_SEVERITY_LOW})
            m_severity->addItem(careSeverityWord(severity), int(severity));
        row->addWidget(m_whose);
        row->addWidget(m_severity);
        connect(m_whose, &Segmented::chosen, this, &CarePane::ask);
        connect(m_severity, &QComboBox::activated, this, &CarePane::ask);
    }
    row->addStretch(1);
    makeActs(row);
    return m_bar;
}

/// Behind a tab of the customer the page has a main button already.
ButtonKind CarePane::usualKind() const
{
    return m_place == Place::Page ? ButtonKind::SmallPrimary : ButtonKind::Small;
}

void CarePane::makeActs(QHBoxLayout* row)
{
    m_answer = new Button(ButtonKind::Small, QStringLiteral("corner-down-left"), tr("Answer"));
    m_give = new Button(ButtonKind::Small, QStringLiteral("user-plus"), tr("Assign to"));
    m_close = new Button(ButtonKind::Small, QStringLiteral("circle-check"), tr("Close request"));
    m_new = new Button(usualKind(), QStringLiteral("plus"), tr("New request"));
    const auto key = [](Qt::Key letter) { return QKeySequence(Qt::CTRL | Qt::SHIFT | letter); };
    const auto add = [&](Button* button, const QKeySequence& sequence, const auto& act) {
        button->setToolTip(QStringLiteral("%1  %2").arg(button->text(), sequence.toString(QKeySequence::NativeText)));
        if (button != m_new) {
            button->setAccessibleName(button->text());
            m_wordy.append({button, button->text()});
            button->relabel({}); // until it is known that there is room
        }
        button->setShortcut(sequence); // after the text, which sets one too
        connect(button, &Button::clicked, this, act);
        row->addWidget(button);
    };
    add(m_answer, key(Qt::Key_R), &CarePane::answer);
    add(m_give, key(Qt::Key_G), [this] { m_owners->popup(m_give->mapToGlobal(QPoint(0, m_give->height()))); });
    add(m_close, key(Qt::Key_D), &CarePane::close);
    add(m_new, key(Qt::Key_Y), &CarePane::begin);
    connect(m_owners, &QMenu::aboutToShow, this, &CarePane::fillOwners);
    if (m_place == Place::Page) {
        // Never asks for the room of the words, and takes it where it is.
        m_bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(&Look::instance(), &Look::changed, this, &CarePane::fitActs);
    }
}

/// Beside a list there is room for the main one alone.
void CarePane::fitActs()
{
    if (m_place == Place::Customer)
        return;
    for (const auto& [button, words] : std::as_const(m_wordy))
        button->relabel(words);
    if (m_bar->layout()->sizeHint().width() <= width() - 2 * kMargin)
        return;
    for (const auto& [button, words] : std::as_const(m_wordy))
        button->relabel({});
}

void CarePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitActs();
}

void CarePane::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Care requests"));
    updateWithLook(m_table, [this] { m_table->setMinimumHeight(scaled(kMinTableHeight)); });
    m_table->setColumnKind(CareModel::Subject, CellKind::Name, 0);
    m_table->setColumnKind(CareModel::Customer, CellKind::Text, 190);
    m_table->setColumnKind(CareModel::Kind, CellKind::Text, 90);
    m_table->setColumnKind(CareModel::Severity, CellKind::Tag, 76);
    m_table->setColumnKind(CareModel::State, CellKind::Tag, 106);
    m_table->setColumnKind(CareModel::Owner, CellKind::Person, 110);
    m_table->setColumnKind(CareModel::Promised, CellKind::Figure, 130);
    m_table->setColumnHidden(CareModel::Customer, m_place == Place::Customer);
    m_table->setYieldingColumns({CareModel::Kind, CareModel::Owner, CareModel::Severity}, kMinSubjectWidth);
    m_table->setSortMark(CareModel::Promised, Qt::AscendingOrder);
    connect(m_table, &DataTable::rowActivated, this, [this] { openCurrent(); });
    connect(m_table, &DataTable::nearEnd, m_model,
            [this] { m_model->ensureLoaded(m_model->loadedCount(), m_model->loadedCount()); });
    connect(m_table, &DataTable::sortRequested, this, [this](int column, Qt::SortOrder order) {
        CareQuery query = m_model->query();
        query.order = column == CareModel::Promised ? v1::CARE_ORDER_PROMISED : v1::CARE_ORDER_CREATED;
        query.isDescending = order == Qt::DescendingOrder;
        m_model->setQuery(query);
        m_table->setSortMark(column, order);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CarePane::updateActs);
    auto* bin = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    bin->setContext(Qt::WidgetShortcut);
    connect(bin, &QShortcut::activated, this, &CarePane::moveToBin);
}

void CarePane::choose(Shown shown)
{
    m_shown = shown;
    ask();
}

void CarePane::ask()
{
    for (const auto& [chip, shown] : std::as_const(m_chips))
        chip->setChecked(shown == m_shown);
    CareQuery query = m_model->query();
    query.filter.Clear();
    query.filter.set_open_only(m_shown == Shown::Open);
    query.filter.set_overdue_only(m_shown == Shown::Overdue);
    if (m_place == Place::Customer)
        query.filter.set_customer_id(m_customer.id());
    if (isOwn())
        query.filter.add_owner_user_ids(m_workplace.session.userId());
    if (m_severity && m_severity->currentData().toInt() != 0)
        query.filter.add_severities(static_cast<v1::CareSeverity>(m_severity->currentData().toInt()));
    m_model->setOwnUserId(m_workplace.session.userId());
    m_model->setQuery(query);
}

bool CarePane::isOwn() const
{
    return m_whose && m_whose->current() == kMine;
}

void CarePane::load()
{
    const bool isMeant = m_place == Place::Page || m_customer.id() != 0;
    if (isMeant && m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW))
        ask();
}

void CarePane::clear()
{
    m_openCall.cancel();
    m_editor->cancel();
    m_model->clear();
}

void CarePane::setCustomer(const v1::Customer& customer)
{
    const bool isOther = customer.id() != m_customer.id();
    m_customer = customer;
    if (!isOther)
        return;
    m_openCall.cancel();
    m_editor->cancel();
    if (customer.id() && m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_VIEW))
        choose(Shown::All);
    else
        m_model->clear();
}

void CarePane::onFailed(const AppError& error)
{
    const v1::CareRequest* first = m_model->requestAt(0);
    if (first && m_place == Place::Customer && first->customer_id() != m_customer.id())
        m_model->clear(); // those of the customer before
    if (m_model->loadedCount() > 0) {
        emit failed(tr("The care requests could not be loaded."), error);
        return;
    }
    auto* failure = new StateView(StateView::Kind::Failed);
    failure->setFailure(tr("The care requests could not be loaded."), errorText(error), [this] { ask(); });
    m_table->setPlaceholder(failure);
    updateActs();
}

void CarePane::showState()
{
    StateView* state = nullptr;
    if (m_model->loadedCount() == 0) {
        const bool isFiltered = m_shown != Shown::All || (m_severity && m_severity->currentIndex() > 0);
        state = new StateView(isFiltered ? StateView::Kind::NoMatch : StateView::Kind::Empty);
        state->setIcon(QStringLiteral("handshake"));
        state->setTexts(
            m_shown == Shown::Overdue ? tr("Nothing is overdue") : tr("No care request here"),
            tr("%1 logs what a customer asks for.").arg(m_new->shortcut().toString(QKeySequence::NativeText)));
        if (isFiltered)
            connect(state->addButton(false, {}, tr("Show all")), &Button::clicked, this, [this] {
                if (m_severity)
                    m_severity->setCurrentIndex(0);
                choose(Shown::All);
            });
    }
    m_table->setPlaceholder(state);
    if (!state && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    updateActs();
    emit counted();
}

void CarePane::applyRights()
{
    if (m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_CREATE))
        m_new->setEnabled(true);
    else
        m_new->disableByRight(
            tr("You do not have the right to log care requests. Your team leader or IT can grant it."));
    updateActs();
}

void CarePane::updateActs()
{
    const v1::CareRequest* request = current();
    const bool mayEdit = m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_EDIT);
    m_answer->setEnabled(request && mayEdit && isOpenCare(*request));
    m_close->setEnabled(request && mayEdit && request->state() == v1::CARE_STATE_RESOLVED);
    m_give->setEnabled(request && m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_ASSIGN));
}

const v1::CareRequest* CarePane::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->requestAt(index.row()) : nullptr;
}

void CarePane::begin()
{
    if (!m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_CREATE))
        return;
    v1::CareRequest seed;
    seed.set_state(v1::CARE_STATE_NEW);
    seed.set_owner_user_id(m_workplace.session.userId());
    seed.set_customer_id(m_customer.id());
    seed.set_customer_name(m_customer.name());
    m_editor->begin(seed);
}

void CarePane::openCurrent(std::optional<v1::CareState> wanted)
{
    if (const v1::CareRequest* request = current()) {
        m_model->markSeen(request->id());
        m_editor->open(*request, wanted.value_or(request->state()));
    }
}

void CarePane::open(qint64 id)
{
    m_openCall = m_api.get(id, this, [this](const Outcome<v1::CareRequest>& outcome) {
        if (!outcome) {
            emit failed(tr("This care request cannot be opened."), outcome.error());
            return;
        }
        m_editor->open(outcome.value(), outcome->state());
    });
}

void CarePane::answer()
{
    openCurrent(v1::CARE_STATE_RESOLVED);
}

void CarePane::close()
{
    const v1::CareRequest* request = current();
    if (!request)
        return;
    v1::MoveCareRequestRequest wanted;
    *wanted.mutable_care_request() = *request;
    wanted.set_state(v1::CARE_STATE_CLOSED);
    m_api
        .move(wanted, this,
              [this, title = careTitle(*request)](const Outcome<v1::CareRequest>& outcome) {
                  write(tr("Not closed."), tr("Closed: %1").arg(title), outcome);
              })
        .release();
}

void CarePane::fillOwners()
{
    m_owners->clear();
    for (const auto* person : m_workplace.directory.activePeople()) {
        auto* action = m_owners->addAction(QString::fromStdString(person->full_name()));
        connect(action, &QAction::triggered, this, [this, id = qint64(person->user_id())] { give(id); });
    }
}

void CarePane::give(qint64 ownerUserId)
{
    const v1::CareRequest* request = current();
    if (!request || request->owner_user_id() == ownerUserId)
        return;
    const QString name = m_workplace.directory.fullName(ownerUserId);
    m_api
        .assign({request->id()}, ownerUserId, this,
                [this, name, title = careTitle(*request)](const Outcome<v1::AssignCareRequestsResponse>& outcome) {
                    if (!outcome) {
                        emit failed(tr("Not assigned."), outcome.error());
                        return;
                    }
                    for (const auto& given : outcome->care_requests())
                        m_model->apply(given);
                    emit newsHappened(tr("%1 goes to %2").arg(title, name));
                    emit counted();
                })
        .release();
}

void CarePane::moveToBin()
{
    const v1::CareRequest* request = current();
    if (!request || !m_workplace.session.may(v1::RESOURCE_CARE_REQUEST, v1::ACTION_DELETE))
        return;
    m_api
        .moveToBin(request->id(), request->version(), this,
                   [this, id = request->id(), title = careTitle(*request)](const Outcome<v1::CareRequest>& outcome) {
                       if (!outcome) {
                           emit failed(tr("Not deleted."), outcome.error());
                           return;
                       }
                       m_model->markGone(id, tr("moved to the bin"));
                       emit counted();
                       emit undoOffered(tr("Deleted: %1").arg(title), [this, id] { restore(id); });
                   })
        .release();
}

void CarePane::restore(qint64 id)
{
    m_api
        .restore(id, this, [this](const Outcome<v1::CareRequest>& outcome) { write(tr("Not restored."), {}, outcome); })
        .release();
}

void CarePane::write(const QString& failure, const QString& news, const Outcome<v1::CareRequest>& outcome)
{
    if (!outcome) {
        emit failed(failure, outcome.error());
        return;
    }
    m_model->apply(outcome.value());
    updateActs();
    if (!news.isEmpty())
        emit newsHappened(news);
    emit counted();
}

void CarePane::onSaved(const v1::CareRequest& request)
{
    if (m_model->rowOf(request.id()) >= 0)
        m_model->apply(request);
    else
        m_model->reload(false, 0);
    updateActs();
    emit newsHappened(tr("Saved: %1").arg(careTitle(request)));
    emit counted();
}

void CarePane::focusOther()
{
    if (m_editor->isOpen() && !m_editor->isAncestorOf(focusWidget()))
        m_editor->fields()->focusFirst();
    else
        m_table->setFocus();
}

} // namespace banhang::client
