#include "client/customers/list/customer_list.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/office_time.h"
#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/batch/batch_bar.h"
#include "client/customers/customers_api.h"
#include "client/customers/filter/filter_bar.h"
#include "client/customers/list/cell_editing.h"
#include "client/customers/list/list_title.h"
#include "client/customers/list/persistent_selection.h"
#include "client/customers/views/list_views.h"
#include "client/customers/views/view_editor.h"
#include "client/ui/form/search_box.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

constexpr int kSearchWidth = 208;
constexpr int kCountCap = 1000;
constexpr int kRetryMs = 3000;

CellKind kindOf(ColumnShape shape)
{
    switch (shape) {
    case ColumnShape::Name:
        return CellKind::Name;
    case ColumnShape::Tag:
        return CellKind::Tag;
    case ColumnShape::Person:
        return CellKind::Person;
    case ColumnShape::Figure:
        return CellKind::Figure;
    case ColumnShape::Text:
        break;
    }
    return CellKind::Text;
}

} // namespace

CustomerList::CustomerList(const Workplace& workplace, CustomersApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_model(new CustomerModel(api, workplace.directory, workplace.picklists, this)),
      m_table(new DataTable),
      m_choice(new PersistentSelection(m_model, this)),
      m_views(new ListViews(workplace, this)),
      m_title(new ListTitle(workplace)),
      m_filters(new FilterBar(workplace)),
      m_search(new SearchBox(tr("Filter this list"), {})),
      m_saveAs(new Button(ButtonKind::Link, {}, tr("Save as a list…"))),
      m_editor(new ViewEditor(*m_views)),
      m_batch(new BatchBar(workplace, api)),
      m_cells(new CellEditing(workplace, api, m_model, m_table)),
      m_staleBar(new NoticeBar(Tone::Peer, NoticeBar::Shape::Strip))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(4, 7, 12, 9); // the button of the title has room inside
    rows->setSpacing(6);
    rows->addWidget(m_title);
    rows->addWidget(makeFilterRow());
    layout->addWidget(head);
    makeBars();
    layout->addWidget(m_editor);
    layout->addWidget(m_staleBar);
    layout->addWidget(m_batch);
    layout->addWidget(m_table, 1);
    setUpColumns();
    connectTable();
    connectViews();
    connectCells();
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &CustomerList::refresh);
    setUpKeys();
    setUpViewKeys();
    updatePlaceholder();
}

QWidget* CustomerList::makeFilterRow()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(8);
    // As high as a chip, so that the table stays where it is when the field comes.
    const auto fit = [this] {
        m_search->setFixedSize(kSearchWidth * Look::instance().textPercent() / 100,
                               smallHeight(QFontMetrics(textFont(TextSize::Second))));
    };
    fit();
    connect(&Look::instance(), &Look::changed, this, fit);
    row->addWidget(m_filters, 1);
    row->addWidget(m_search, 0, Qt::AlignTop);
    row->addWidget(m_saveAs, 0, Qt::AlignTop);
    m_search->installEventFilter(this);
    m_search->hide();
    m_saveAs->hide();
    connect(m_filters, &FilterBar::changed, this, &CustomerList::applyQuery);
    connect(m_search, &SearchBox::searchRequested, this, &CustomerList::load);
    return bar;
}

void CustomerList::makeBars()
{
    m_staleBar->setIcon(QStringLiteral("refresh-cw"));
    auto* show = m_staleBar->addButton({}, tr("Show"));
    show->setKeyHint(QStringLiteral("F5"));
    connect(show, &Button::clicked, this, &CustomerList::refresh);
    m_staleBar->hide();
    connect(m_batch, &BatchBar::assignRequested, this, &CustomerList::assignRequested);
    connect(m_batch, &BatchBar::mergeRequested, this, &CustomerList::mergeRequested);
    connect(m_batch, &BatchBar::planRequested, this, &CustomerList::planRequested);
    connect(m_batch, &BatchBar::sequenceRequested, this, &CustomerList::sequenceRequested);
    connect(m_batch, &BatchBar::exportRequested, this, &CustomerList::exportRequested);
    connect(m_batch, &BatchBar::undoOffered, this, &CustomerList::undoOffered);
    connect(m_batch, &BatchBar::failed, this, &CustomerList::failed);
    connect(m_batch, &BatchBar::left, this, &CustomerList::focusTable);
    connect(m_batch, &BatchBar::newsHappened, this,
            [this](const QString& text) { emit newsHappened(text, QStringLiteral("circle-check")); });
    connect(m_batch, &BatchBar::stepDone, this, [this](const StepDone& done) {
        bool isBack = false;
        for (const auto& customer : done.changed) {
            const auto record = std::make_shared<v1::Customer>(customer);
            if (m_choice->update(customer.id(), record))
                continue; // it stands where it stood, far away
            const auto* row = m_model->rowAt(m_model->rowOf(customer.id()));
            isBack = isBack || !row || !row->goneReason.isEmpty();
            m_model->applyRecord(record);
        }
        for (const qint64 id : done.gone)
            m_model->markGone(id, tr("moved to the bin"));
        onSelectionChanged(); // tags are counted there
        if (isBack)
            refresh();
    });
}

void CustomerList::setUpColumns()
{
    m_table->setModel(m_model);
    m_table->viewport()->installEventFilter(this);
    delete m_table->selectionModel();
    m_table->setSelectionModel(m_choice);
    for (int column = 0; column < CustomerModel::ColumnCount; ++column)
        m_table->setColumnKind(column, kindOf(columnInfo(column).shape), columnInfo(column).width);
    m_table->setAccessibleName(tr("Customers"));
    m_table->setSortMark(CustomerModel::Name, Qt::AscendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    applyColumns();
}

void CustomerList::connectTable()
{
    connect(m_table, &DataTable::sortRequested, this, &CustomerList::onSort);
    connect(m_table, &DataTable::rowActivated, this, [this] { emit opened(currentId()); });
    connect(m_table, &DataTable::currentSettled, this, &CustomerList::onSettled);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CustomerList::onSelectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CustomerList::onCurrentRowChanged);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &CustomerList::loadVisible);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionMoved, this, &CustomerList::takeColumns);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &CustomerList::takeColumns);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CustomerList::openRowMenu);
    connect(m_model, &LiveListModel::reloaded, this, &CustomerList::onReloaded);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CustomerList::updatePlaceholder);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_empty) // around a customer at the very end there was no row at first
            updatePlaceholder();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &CustomerList::onSelectionChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CustomerList::goOnLoading);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CustomerList::goOnLoading);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CustomerList::takeCurrentBack);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &CustomerList::takeCurrentBack);
    connect(m_model, &LiveListModel::lettingGo, this, &CustomerList::letCurrentGo);
    connect(m_model, &LiveListModel::loadFailed, this, &CustomerList::onFailed);
    connect(m_model, &LiveListModel::staleChanged, this, &CustomerList::updateStale);
    connect(m_model, &LiveListModel::rowsShiftedAbove, m_table, &DataTable::keepPlaceBelow);
}

void CustomerList::connectCells()
{
    connect(m_table, &DataTable::cellActivated, this, &CustomerList::editCell);
    connect(m_cells, &CellEditing::undoOffered, this, &CustomerList::undoOffered);
    connect(m_cells, &CellEditing::failed, this, &CustomerList::failed);
    connect(m_cells, &CellEditing::refused, this,
            [this](const QString& why) { emit newsHappened(why, QStringLiteral("info")); });
}

void CustomerList::setUpKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto work) {
        auto* shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::Key_F2), [this] { editCell(); });
    onKey(QKeySequence(Qt::Key_Delete), [this] {
        if (m_table->hasCellCursor())
            editCell(); // who is in a cell means the cell
        else if (m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE))
            emit binRequested(selectedIds());
    });
    onKey(QKeySequence::Copy, [this] { copyRows(); });
    onKey(QKeySequence::Paste, [this] { paste(); });
    onKey(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { fillFromAbove(); });
    onKey(QKeySequence::SelectAll, [this] { selectAll(); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        onKey(QKeySequence(Qt::CTRL | key), [this] { emit windowRequested(currentId()); });
}

void CustomerList::begin()
{
    applyRights();
    m_search->clear();
    m_model->setOwnUserId(m_workplace.session.userId());
    m_views->begin(); // asks for the list
    m_cells->begin();
}

void CustomerList::end()
{
    m_editor->hide();
    m_cells->end();
    m_views->end();
    forgetPlace();
    m_whenLoaded = {};
    m_model->clear();
    m_retry.stop();
}

void CustomerList::onChanges(const QList<RecordChange>& changes)
{
    m_model->onChanges(changes);
    m_views->onChanges(changes);
}

void CustomerList::applyRights()
{
    m_title->applyRights();
    m_batch->applyRights();
}

void CustomerList::applyQuery()
{
    if (m_isSettingUp || !m_workplace.session.isSignedIn())
        return;
    auto setup = m_views->setup();
    setup.filter = m_filters->filter();
    m_views->setSetup(setup);
    load();
}

v1::CustomerFilter CustomerList::filter() const
{
    auto filter = m_views->setup().filter;
    filter.set_deleted(false);
    if (m_views->isMine() && filter.owner_user_ids().empty())
        filter.add_owner_user_ids(m_workplace.session.userId());
    return filter;
}

void CustomerList::load()
{
    if (!m_workplace.session.isSignedIn())
        return;
    const auto& setup = m_views->setup();
    CustomerQuery query;
    query.filter = filter();
    query.text = m_search->text().trimmed();
    query.sort = setup.sort;
    query.isDescending = setup.isDescending;
    m_wantedId = query.text.isEmpty() ? currentId() : 0; // what matches a text best stands first, and is to be seen
    m_wantedOffset = -1;
    m_whenLoaded = {};
    m_isFilling = true;
    if (query.text.isEmpty())
        m_table->setSortMark(CustomerModel::columnOf(query.sort),
                             query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        m_table->setSortMark(-1, Qt::AscendingOrder); // the best match first
    m_model->setQuery(query, query.text.isEmpty() ? m_pendingId : 0);
}

void CustomerList::onSort(int column, Qt::SortOrder order)
{
    const auto& query = m_model->query();
    const auto sort = CustomerModel::sortOf(column);
    if (sort == v1::CUSTOMER_SORT_UNSPECIFIED || !query.text.isEmpty()) {
        m_table->setSortMark(query.text.isEmpty() ? CustomerModel::columnOf(query.sort) : -1,
                             query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        return;
    }
    auto setup = m_views->setup();
    setup.sort = sort;
    setup.isDescending = order == Qt::DescendingOrder;
    m_views->setSetup(setup);
    load();
}

/// Something else is in its place, perhaps in the middle of being typed: what waits for rows does not come over it.
void CustomerList::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_whenLoaded = {};
}

void CustomerList::onFailed(const AppError& error)
{
    const qint64 openedId = m_pendingId != 0 ? m_pendingId : m_openedId;
    m_pendingId = m_openedId = 0;
    m_isFilling = false;
    m_whenLoaded = {}; // who waited for more rows is not surprised by them later
    if (error.code() == ErrorCode::Denied) {
        forgetPlace();
        m_model->clear(); // the right was taken away: nothing of what was seen before may stay
        return;
    }
    if (openedId != 0 && m_model->rowOf(openedId) < 0)
        chooseNoneBut(openedId);
    if (m_model->loadedCount() > 0 || error.code() == ErrorCode::Cancelled)
        return; // what is there stays; the bar of the window tells about the connection
    m_empty = new StateView(StateView::Kind::Failed);
    m_empty->setFailure(tr("The list could not be loaded"), errorText(error), [this] { refresh(); })
        ->setKeyHint(QStringLiteral("F5"));
    m_table->setPlaceholder(m_empty);
    if (error.code() == ErrorCode::Timeout || error.code() == ErrorCode::Unavailable ||
        error.code() == ErrorCode::Throttled)
        m_retry.start(); // nobody has to watch for the server
}

void CustomerList::updateCount()
{
    const int count = m_model->cappedCount();
    m_title->setCount(std::min(count, kCountCap), count > kCountCap || m_model->isTruncated());
}

void CustomerList::updatePlaceholder()
{
    if (m_model->rowCount() > 0 || m_model->isLoading()) {
        m_empty = nullptr;
        m_table->setPlaceholder(nullptr);
        return;
    }
    const bool isSearch = !m_model->query().text.isEmpty() || !m_filters->isEmpty();
    if (!m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW)) {
        m_empty = new StateView(StateView::Kind::NoRight);
        m_empty->setTexts(tr("You may not see customers yet"), tr("Your team leader or IT can grant it."));
    } else if (isSearch) {
        m_empty = new StateView(StateView::Kind::NoMatch);
        const QString text = m_model->query().text;
        m_empty->setTexts(tr("No customers"),
                          text.isEmpty() ? tr("match these conditions") : tr("match “%1”").arg(text));
        auto* wider = m_empty->addButton(false, {}, tr("Search without conditions"));
        connect(wider, &Button::clicked, this, [this] { m_filters->reset(false); });
    } else {
        m_empty = new StateView(StateView::Kind::Empty);
        m_empty->setTexts(tr("No customers yet"),
                          tr("Add the first one; everybody who may see it will see it at once."));
        auto* add = m_empty->addButton(true, QStringLiteral("plus"), tr("Add"));
        connect(add, &Button::clicked, this, &CustomerList::addRequested);
    }
    m_table->setPlaceholder(m_empty);
}

void CustomerList::updateStale()
{
    const int newRows = m_model->newRowCount();
    QString text;
    if (newRows > 0)
        text = tr("%Ln new customers", nullptr, newRows);
    else if (m_model->isOrderStale())
        text = tr("The order has changed");
    m_staleBar->setTexts(text, {});
    m_staleBar->setVisible(!text.isEmpty());
    updateCount();
}

void CustomerList::loadVisible()
{
    const int first = m_table->rowAt(0);
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    if (last < 0)
        last = m_model->rowCount() - 1;
    m_model->ensureLoaded(std::max(0, first), last);
}

void CustomerList::setOffline(bool isOffline)
{
    m_table->setOffline(isOffline);
    m_title->setAge(isOffline ? tr("as of %1").arg(officeNow().toString(QStringLiteral("HH:mm"))) : QString());
}

void CustomerList::focusTable()
{
    m_table->setFocus();
}

} // namespace banhang::client
