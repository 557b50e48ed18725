#include "client/customers/customer_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include "client/core/session.h"
#include "client/core/texts.h"
#include "client/customers/customers_api.h"
#include "client/customers/filter_bar.h"
#include "client/customers/list_title.h"
#include "client/ui/form/search_box.h"
#include "client/ui/look/look.h"
#include "client/ui/parts/button.h"
#include "client/ui/parts/label.h"
#include "client/ui/parts/notice_bar.h"
#include "client/ui/parts/state_view.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

using View = ListTitle::View;

constexpr int kSearchWidth = 230;
constexpr int kCountCap = 1000;
const QList<int> kNarrowHidden = {CustomerModel::Code, CustomerModel::Group};

} // namespace

CustomerList::CustomerList(const Workplace& workplace, CustomersApi& api, QWidget* parent)
    : QWidget(parent),
      m_workplace(workplace),
      m_model(new CustomerModel(api, workplace.directory, workplace.picklists, this)),
      m_table(new DataTable),
      m_title(new ListTitle(workplace)),
      m_filters(new FilterBar(workplace)),
      m_search(new SearchBox(tr("Filter this list"), QKeySequence(Qt::CTRL | Qt::Key_F))),
      m_staleBar(new NoticeBar(Tone::Peer, NoticeBar::Shape::Strip)),
      m_selectionBar(new NoticeBar(Tone::Accent, NoticeBar::Shape::Strip))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* head = new Pane(Pane::Ground::Base);
    head->setEdges(int(Pane::Edge::Bottom));
    auto* rows = new QVBoxLayout(head);
    rows->setContentsMargins(12, 7, 12, 9);
    rows->setSpacing(6);
    rows->addWidget(m_title);
    rows->addWidget(makeFilterRow());
    layout->addWidget(head);
    makeBars();
    layout->addWidget(m_staleBar);
    layout->addWidget(m_selectionBar);
    layout->addWidget(m_table, 1);
    setUpTable();
    setUpKeys();
    updatePlaceholder();
}

QWidget* CustomerList::makeFilterRow()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto fit = [this] { m_search->setFixedWidth(kSearchWidth * Look::instance().textPercent() / 100); };
    fit();
    connect(&Look::instance(), &Look::changed, this, fit);
    row->addWidget(m_filters, 1);
    row->addWidget(m_search, 0, Qt::AlignTop);
    connect(m_filters, &FilterBar::changed, this, &CustomerList::applyQuery);
    connect(m_search, &SearchBox::searchRequested, this, &CustomerList::applyQuery);
    return bar;
}

void CustomerList::makeBars()
{
    m_staleBar->setIcon(QStringLiteral("refresh-cw"));
    auto* show = m_staleBar->addButton({}, tr("Show"));
    show->setKeyHint(QStringLiteral("F5"));
    connect(show, &Button::clicked, this, &CustomerList::refresh);
    m_staleBar->hide();
    m_selectionBar->setIcon(QStringLiteral("copy-check"));
    m_assign = m_selectionBar->addButton(QStringLiteral("user-check"), tr("Give to a colleague…"));
    m_bin = m_selectionBar->addButton(QStringLiteral("trash-2"), tr("Delete"));
    m_bin->setKeyHint(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText));
    connect(m_assign, &Button::clicked, this, [this] { emit assignRequested(selectedIds()); });
    connect(m_bin, &Button::clicked, this, [this] { emit binRequested(selectedIds()); });
    m_selectionBar->hide();
}

void CustomerList::setUpTable()
{
    m_table->setModel(m_model);
    m_table->setColumnKind(CustomerModel::Name, CellKind::Name, 0);
    m_table->setColumnKind(CustomerModel::Code, CellKind::Figure, 76);
    m_table->setColumnKind(CustomerModel::Tier, CellKind::Tag, 66);
    m_table->setColumnKind(CustomerModel::Group, CellKind::Tag, 82);
    m_table->setColumnKind(CustomerModel::Phone, CellKind::Figure, 114);
    m_table->setColumnKind(CustomerModel::Owner, CellKind::Person, 78);
    m_table->setColumnKind(CustomerModel::LastContact, CellKind::Figure, 72);
    m_table->setColumnKind(CustomerModel::Status, CellKind::Text, 100);
    m_table->setColumnKind(CustomerModel::Province, CellKind::Text, 100);
    m_table->setColumnKind(CustomerModel::Source, CellKind::Text, 110);
    m_table->setColumnKind(CustomerModel::Created, CellKind::Figure, 84);
    m_table->setAccessibleName(tr("Customers"));
    m_table->setSortMark(CustomerModel::Name, Qt::AscendingOrder);
    applyColumns();
    connect(m_title, &ListTitle::viewChosen, this, [this] { m_filters->reset(m_title->view() != View::Bin); });
    connect(m_title, &ListTitle::columnsChanged, this, &CustomerList::applyColumns);
    connect(m_title, &ListTitle::refreshRequested, this, &CustomerList::refresh);
    connect(m_title, &ListTitle::addRequested, this, &CustomerList::addRequested);
    connect(m_table, &DataTable::sortRequested, this, &CustomerList::onSort);
    connect(m_table, &DataTable::rowActivated, this, [this] { emit opened(currentId()); });
    connect(m_table, &DataTable::currentSettled, this, [this](const QModelIndex& index) {
        if (!m_isFilling)
            emit currentChanged(index.isValid() ? index.data(RowIdRole).toLongLong() : 0);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CustomerList::onSelectionChanged);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &CustomerList::loadVisible);
    connect(m_model, &LiveListModel::reloaded, this, &CustomerList::onReloaded);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CustomerList::updatePlaceholder);
    connect(m_model, &LiveListModel::loadFailed, this, &CustomerList::onFailed);
    connect(m_model, &LiveListModel::staleChanged, this, &CustomerList::updateStale);
    connect(m_model, &LiveListModel::rowsShiftedAbove, this, [this](int count) {
        auto* bar = m_table->verticalScrollBar();
        bar->setValue(bar->value() + count * m_table->verticalHeader()->defaultSectionSize());
    });
}

void CustomerList::setUpKeys()
{
    const auto onKey = [this](const QKeySequence& key, auto work) {
        auto* shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onKey(QKeySequence(Qt::Key_F2), [this] { emit editRequested(currentId()); });
    onKey(QKeySequence(Qt::Key_Delete), [this] {
        if (m_bin->isEnabled())
            emit binRequested(selectedIds());
    });
    onKey(QKeySequence::Copy, [this] { copyRows(); });
}

void CustomerList::begin()
{
    applyRights();
    m_search->clear();
    const auto scope = m_workplace.session.scopeOf(v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW);
    m_model->setOwnUserId(m_workplace.session.userId());
    m_title->setView(scope == v1::SCOPE_OWN ? View::Mine : View::Visible);
    m_filters->reset(true); // asks for the list
}

void CustomerList::end()
{
    m_model->clear();
    m_wantedId = 0;
}

void CustomerList::applyRights()
{
    const auto& session = m_workplace.session;
    const auto gate = [&session](Button* button, v1::Action action, const QString& reason) {
        if (session.may(v1::RESOURCE_CUSTOMER, action))
            button->setEnabled(true);
        else
            button->disableByRight(reason);
    };
    m_title->applyRights();
    gate(m_assign, v1::ACTION_ASSIGN,
         tr("You do not have the right to give customers to colleagues. Your team leader or IT can grant it."));
    gate(m_bin, v1::ACTION_DELETE,
         tr("You do not have the right to delete customers. Your team leader or IT can grant it."));
}

void CustomerList::applyColumns()
{
    for (int column = CustomerModel::Code; column < CustomerModel::ColumnCount; ++column) {
        const bool isHidden =
            m_title->hiddenColumns().contains(column) || (m_isNarrow && kNarrowHidden.contains(column));
        m_table->setColumnHidden(column, isHidden);
    }
}

void CustomerList::setNarrow(bool isNarrow)
{
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    applyColumns();
}

void CustomerList::applyQuery()
{
    if (!m_workplace.session.isSignedIn())
        return;
    auto query = m_model->query();
    query.filter = m_filters->filter();
    query.text = m_search->text().trimmed();
    query.filter.set_deleted(m_title->view() == View::Bin);
    if (m_title->view() == View::Mine && query.filter.owner_user_ids().empty())
        query.filter.add_owner_user_ids(m_workplace.session.userId());
    m_wantedId = currentId();
    m_wantedOffset = -1;
    m_isFilling = true;
    if (query.text.isEmpty())
        m_table->setSortMark(CustomerModel::columnOf(query.sort),
                             query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        m_table->setSortMark(-1, Qt::AscendingOrder); // the best match first
    m_model->setQuery(query);
}

void CustomerList::onSort(int column, Qt::SortOrder order)
{
    auto query = m_model->query();
    const auto sort = CustomerModel::sortOf(column);
    if (sort == v1::CUSTOMER_SORT_UNSPECIFIED || !query.text.isEmpty()) {
        m_table->setSortMark(query.text.isEmpty() ? CustomerModel::columnOf(query.sort) : -1,
                             query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        return;
    }
    query.sort = sort;
    query.isDescending = order == Qt::DescendingOrder;
    m_wantedId = currentId();
    m_wantedOffset = -1;
    m_isFilling = true;
    m_model->setQuery(query);
}

void CustomerList::refresh()
{
    m_wantedId = currentId();
    const int row = m_model->rowOf(m_wantedId);
    m_wantedOffset = row >= 0 ? m_table->rowViewportPosition(row) : -1;
    m_isFilling = true;
    m_model->refresh(m_wantedId);
}

void CustomerList::select(qint64 customerId)
{
    m_wantedId = customerId;
    m_wantedOffset = -1;
    if (m_model->rowOf(customerId) >= 0) {
        restorePlace();
        return;
    }
    m_isFilling = true;
    if (m_model->query().text.isEmpty())
        m_model->reload(false, customerId);
    else
        m_search->clear(), applyQuery();
    m_wantedId = customerId;
}

qint64 CustomerList::currentId() const
{
    const auto* row = m_model->rowAt(m_table->currentIndex().row());
    return row ? row->id : 0;
}

QList<qint64> CustomerList::selectedIds() const
{
    QList<qint64> ids;
    for (const auto& index : m_table->selectionModel()->selectedRows()) {
        if (const auto* row = m_model->rowAt(index.row()))
            ids.append(row->id);
    }
    return ids;
}

void CustomerList::restorePlace()
{
    const int row = std::max(0, m_model->rowOf(m_wantedId));
    if (m_model->loadedCount() == 0) {
        emit currentChanged(0);
        return;
    }
    const auto index = m_model->index(row, CustomerModel::Name);
    m_table->setCurrentIndex(index);
    if (m_wantedOffset >= 0 && m_model->rowOf(m_wantedId) >= 0) {
        auto* bar = m_table->verticalScrollBar();
        bar->setValue(bar->value() + m_table->rowViewportPosition(row) - m_wantedOffset);
    } else {
        m_table->scrollTo(index);
    }
}

void CustomerList::onReloaded()
{
    restorePlace();
    m_isFilling = false;
    emit currentChanged(currentId());
    m_title->setAge({});
    updateCount();
    loadVisible();
}

void CustomerList::onFailed(const AppError& error)
{
    m_isFilling = false;
    if (error.code() == ErrorCode::Denied) {
        m_model->clear(); // the right was taken away: nothing of what was seen before may stay
        return;
    }
    if (m_model->loadedCount() > 0 || error.code() == ErrorCode::Cancelled)
        return; // what is there stays; the bar of the window tells about the connection
    m_empty = new StateView(StateView::Kind::Failed);
    m_empty->setTexts(tr("The list has not come"), errorText(error));
    auto* again = m_empty->addButton(false, QStringLiteral("refresh-cw"), tr("Try again"));
    again->setKeyHint(QStringLiteral("F5"));
    connect(again, &Button::clicked, this, &CustomerList::refresh);
    m_table->setPlaceholder(m_empty);
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
    } else if (m_title->view() == View::Bin) {
        m_empty = new StateView(StateView::Kind::Empty);
        m_empty->setIcon(QStringLiteral("trash-2"));
        m_empty->setTexts(tr("The bin is empty"), tr("Deleted customers stay here until they are restored."));
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
        text = tr("%1 new customers").arg(newRows);
    else if (m_model->isOrderStale())
        text = tr("The order is another one now");
    m_staleBar->setTexts(text, {});
    m_staleBar->setVisible(!text.isEmpty());
    updateCount();
}

void CustomerList::onSelectionChanged()
{
    const auto count = m_table->selectionModel()->selectedRows().size();
    m_selectionBar->setTexts(tr("%1 customers chosen").arg(count), {});
    m_selectionBar->setVisible(count > 1 && m_title->view() != View::Bin);
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
    m_title->setAge(isOffline ? tr("as of %1").arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))) : QString());
}

void CustomerList::focusTable()
{
    m_table->setFocus();
}

void CustomerList::copyRows() const
{
    QStringList lines;
    for (const auto& selected : m_table->selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < CustomerModel::ColumnCount; ++column) {
            if (m_table->isColumnHidden(column))
                continue;
            const auto* customer = m_model->customerAt(selected.row());
            const auto cell = m_model->index(selected.row(), column);
            cells.append(column == CustomerModel::Name && customer ? QString::fromStdString(customer->name())
                                                                   : cell.data().toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace banhang::client
