// Columns, selection, single cells and the clipboard.
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

#include "client/core/session.h"
#include "client/customers/batch/batch_bar.h"
#include "client/customers/batch/paste_cells.h"
#include "client/customers/list/cell_editing.h"
#include "client/customers/list/cell_values.h"
#include "client/customers/list/column_chooser.h"
#include "client/customers/list/customer_list.h"
#include "client/customers/list/persistent_selection.h"
#include "client/customers/views/list_views.h"
#include "client/ui/look/text_style.h"
#include "client/ui/table/data_table.h"

namespace banhang::client {

namespace {

/// Rows that are chosen at once at most: as far as the list counts.
constexpr int kMaxChosen = 1000;
constexpr int kMinNameWidth = 200;
const QList<int> kNarrowHidden = {CustomerModel::Code, CustomerModel::Group};

int widthOf(const ShownColumn& shown)
{
    return shown.width > 0 ? shown.width : columnInfo(shown.column).width;
}

} // namespace

void CustomerList::applyColumns()
{
    m_isSettingUp = true;
    const auto& shown = m_views->setup().columns;
    // Who has chosen columns has also chosen what a narrow window shows.
    const bool isUsual = shown == usualColumns();
    auto* head = m_table->horizontalHeader();
    for (int column = 0; column < CustomerModel::ColumnCount; ++column) {
        const bool isShown = std::ranges::find(shown, column, &ShownColumn::column) != shown.end();
        m_table->setColumnHidden(column, !isShown || (m_isNarrow && isUsual && kNarrowHidden.contains(column)));
    }
    for (int place = 0; place < shown.size(); ++place) {
        m_table->setColumnWidth100(shown[place].column, widthOf(shown[place]));
        head->moveSection(head->visualIndex(shown[place].column), place);
    }
    fitName();
    m_isSettingUp = false;
}

/// The name takes what the others leave; where that is too little, the table scrolls sideways.
void CustomerList::fitName()
{
    auto* head = m_table->horizontalHeader();
    int others = 0;
    for (int column = 0; column < CustomerModel::ColumnCount; ++column) {
        if (column != CustomerModel::Name && !m_table->isColumnHidden(column))
            others += m_table->columnWidth(column);
    }
    const bool hasRoom = m_table->viewport()->width() - others >= scaled(kMinNameWidth);
    const auto mode = hasRoom ? QHeaderView::Stretch : QHeaderView::Interactive;
    if (head->sectionResizeMode(CustomerModel::Name) != mode)
        head->setSectionResizeMode(CustomerModel::Name, mode);
    if (!hasRoom)
        head->resizeSection(CustomerModel::Name, scaled(kMinNameWidth));
}

/// What the mouse has done to the head; everything else that moves sections is no wish of the user.
void CustomerList::takeColumns()
{
    if (m_isSettingUp || !(QGuiApplication::mouseButtons() & Qt::LeftButton) ||
        !m_table->horizontalHeader()->isVisible())
        return;
    auto setup = m_views->setup();
    const auto* head = m_table->horizontalHeader();
    for (auto& shown : setup.columns) {
        const bool isOther = m_table->columnWidth100(shown.column) != widthOf(shown);
        if (isOther && columnInfo(shown.column).width > 0 && !m_table->isColumnHidden(shown.column))
            shown.width = m_table->columnWidth100(shown.column);
    }
    std::ranges::stable_sort(setup.columns, {},
                             [head](const ShownColumn& shown) { return head->visualIndex(shown.column); });
    m_views->setSetup(setup);
    m_isSettingUp = true;
    fitName();
    m_isSettingUp = false;
}

void CustomerList::chooseColumns(QWidget* below)
{
    auto* chooser = new ColumnChooser(m_views->setup().columns, below);
    connect(chooser, &ColumnChooser::changed, this, [this](const QList<ShownColumn>& shown) {
        auto setup = m_views->setup();
        setup.columns = shown;
        m_views->setSetup(setup);
        applyColumns();
    });
    connect(chooser, &ColumnChooser::usualRequested, this, [this] {
        auto setup = m_views->setup();
        setup.columns = usualColumns();
        m_views->setSetup(setup);
        applyColumns();
    });
}

void CustomerList::setNarrow(bool isNarrow)
{
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    applyColumns();
}

QList<ShownColumn> CustomerList::shownColumns() const
{
    return m_views->setup().columns;
}

QList<int> CustomerList::columnsInOrder() const
{
    QList<int> columns;
    const auto* head = m_table->horizontalHeader();
    for (int place = 0; place < head->count(); ++place) {
        const int column = head->logicalIndex(place);
        if (!m_table->isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

QList<qint64> CustomerList::selectedIds() const
{
    if (m_pendingId != 0)
        return {m_pendingId}; // what is marked in the list is the one before
    const auto ids = m_choice->ids();
    return ids.isEmpty() && m_awayId != 0 ? QList<qint64>{m_awayId} : ids;
}

/// Cells are filled where they stand; what is not loaded has none.
bool CustomerList::hasChosenFarAway()
{
    if (m_choice->away().isEmpty())
        return false;
    emit newsHappened(tr("Some of the chosen rows are too far away for this: choose fewer."), QStringLiteral("info"));
    return true;
}

QList<const v1::Customer*> CustomerList::chosenCustomers() const
{
    QList<const v1::Customer*> customers;
    for (const int row : m_choice->rows())
        if (const auto* customer = m_model->customerAt(row))
            customers.append(customer);
    for (const RecordPtr& record : m_choice->away())
        customers.append(static_cast<const v1::Customer*>(record.get()));
    return customers;
}

void CustomerList::selectAll()
{
    const int count = m_model->cappedCount() < 0 ? m_model->loadedCount() : m_model->cappedCount();
    const int wanted = std::min(count, kMaxChosen);
    whenLoaded(0, wanted, [this, wanted] { selectLoaded(wanted); });
}

/// As soon as so many rows are there from this customer on (0 = from the first row), or all that there are.
void CustomerList::whenLoaded(qint64 firstId, int count, const std::function<void()>& work)
{
    m_loadFromId = firstId;
    m_wantedCount = count;
    m_whenLoaded = work;
    goOnLoading();
}

void CustomerList::goOnLoading()
{
    if (!m_whenLoaded)
        return;
    const int last = std::max(0, m_model->rowOf(m_loadFromId)) + m_wantedCount - 1;
    if (last >= m_model->loadedCount() && m_model->hasNext()) {
        m_model->ensureLoaded(0, last);
        return;
    }
    std::exchange(m_whenLoaded, {})();
}

void CustomerList::selectLoaded(int count)
{
    const int last = std::min(count, m_model->loadedCount()) - 1;
    if (last < 0)
        return;
    const QItemSelection all(m_model->index(0, 0), m_model->index(last, CustomerModel::ColumnCount - 1));
    m_table->selectionModel()->select(all, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (m_model->cappedCount() > kMaxChosen)
        emit newsHappened(tr("The first 1,000 are chosen: more cannot be changed at once."), QStringLiteral("info"));
}

void CustomerList::onSelectionChanged()
{
    QHash<QString, int> tags;
    for (const v1::Customer* customer : chosenCustomers())
        for (const auto& key : customer->tag_keys())
            ++tags[QString::fromStdString(key)];
    m_batch->setSelection(m_choice->ids(), tags);
}

void CustomerList::editCell()
{
    const auto index = m_table->currentIndex();
    // Who walks among rows means the record, unless they have clicked into a cell that is edited in the list.
    const bool isCell = m_table->hasCellCursor() ||
                        (index.column() != CustomerModel::Name && cellInput(index.column()) != CellInput::None);
    if (!isCell) {
        emit editRequested(currentId());
        return;
    }
    m_table->setCellCursor(true);
    if (!m_cells->start(index) && cellInput(index.column()) == CellInput::None)
        emit newsHappened(tr("This column is not edited in the list; F2 on the name opens the form."),
                          QStringLiteral("info"));
}

void CustomerList::fillFromAbove()
{
    const auto current = m_table->currentIndex();
    if (!current.isValid() || !m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        return;
    if (!m_table->hasCellCursor()) {
        emit newsHappened(tr("Go to a cell first, with → or ←; Ctrl+D then takes the cell above."),
                          QStringLiteral("info"));
        return;
    }
    if (hasChosenFarAway())
        return;
    const int column = current.column();
    auto rows = m_choice->rows();
    const bool isBlock = rows.size() > 1;
    const auto* source = m_model->customerAt(isBlock ? rows.first() : current.row() - 1);
    if (!source || cellInput(column) == CellInput::None || isCellHidden(column, *source)) {
        emit newsHappened(tr("There is nothing here that Ctrl+D could take from above."), QStringLiteral("info"));
        return;
    }
    const QString text = cellText(column, *source);
    if (!isBlock) {
        m_cells->fill(current, text);
        return;
    }
    rows.removeFirst();
    const auto cells = planPaste(*m_model, rows, {column}, {{text}}, m_workplace.picklists);
    if (cells.isEmpty())
        emit newsHappened(tr("Nothing to change: the cells hold this already."), QStringLiteral("info"));
    else
        emit pasteRequested(cells, 0);
}

void CustomerList::openRowMenu(const QPoint& place)
{
    if (selectedIds().isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRowMenu(menu);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void CustomerList::fillRowMenu(QMenu* menu)
{
    const auto ids = selectedIds();
    if (ids.isEmpty())
        return;
    const auto& session = m_workplace.session;
    const auto add = [this, menu](const QString& text, const QKeySequence& key, bool isEnabled, const auto& work) {
        auto* action = menu->addAction(text + QLatin1Char('\t') + key.toString(QKeySequence::NativeText));
        action->setEnabled(isEnabled);
        connect(action, &QAction::triggered, this, work);
    };
    const bool isOne = ids.size() == 1;
    const bool mayEdit = session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT);
    add(tr("Open"), Qt::Key_Return, isOne, [this] { emit opened(currentId()); });
    add(tr("Open in a separate window"), QKeySequence(Qt::CTRL | Qt::Key_Return), isOne,
        [this] { emit windowRequested(currentId()); });
    add(tr("Edit the customer"), {}, isOne && mayEdit, [this] { emit editRequested(currentId()); });
    add(tr("Edit the cell"), Qt::Key_F2, isOne && mayEdit, [this] { editCell(); });
    menu->addSeparator();
    add(tr("Copy as a table"), QKeySequence::Copy, true, [this] { copyRows(); });
    add(tr("Paste into the cells"), QKeySequence::Paste, mayEdit, [this] { paste(); });
    add(tr("Copy from the cell above"), QKeySequence(Qt::CTRL | Qt::Key_D), mayEdit, [this] { fillFromAbove(); });
    menu->addSeparator();
    add(tr("Assign to a colleague…"), {}, session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_ASSIGN),
        [this, ids] { emit assignRequested(ids); });
    add(tr("Delete"), Qt::Key_Delete, session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_DELETE),
        [this, ids] { emit binRequested(ids); });
}

void CustomerList::copyRows() const
{
    QStringList lines;
    QString html = QStringLiteral("<table>");
    const auto columns = columnsInOrder();
    for (const v1::Customer* customer : chosenCustomers()) {
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const int column : columns) {
            QString text = m_model->textOf(*customer, column);
            html += QStringLiteral("<td>%1</td>").arg(text.toHtmlEscaped());
            cells.append(
                text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' ')));
        }
        html += QStringLiteral("</tr>");
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (lines.isEmpty())
        return;
    auto* mime = new QMimeData;
    mime->setText(lines.join(QLatin1Char('\n')));
    mime->setHtml(html + QStringLiteral("</table>"));
    QGuiApplication::clipboard()->setMimeData(mime);
}

void CustomerList::paste()
{
    const auto current = m_table->currentIndex();
    const auto block = tableOf(QGuiApplication::clipboard()->text());
    if (!current.isValid() || block.isEmpty() || !m_workplace.session.may(v1::RESOURCE_CUSTOMER, v1::ACTION_EDIT))
        return;
    if (hasChosenFarAway())
        return;
    const int column = current.column();
    if (const auto rows = m_choice->rows(); rows.size() > 1)
        return pasteInto(rows, column, block);
    const auto lines = static_cast<int>(std::min<qsizetype>(block.size(), kMaxChosen));
    const qint64 id = currentId();
    whenLoaded(id, lines, [this, id, column, block] { pasteFrom(id, column, block); });
}

/// Downwards from the customer, wherever its row stands by now.
void CustomerList::pasteFrom(qint64 customerId, int column, const QList<QStringList>& block)
{
    const int first = m_model->rowOf(customerId);
    if (first < 0)
        return;
    QList<int> rows;
    const int end = std::min(first + std::min(static_cast<int>(block.size()), kMaxChosen), m_model->loadedCount());
    for (int row = first; row < end; ++row)
        rows.append(row);
    pasteInto(rows, column, block);
}

void CustomerList::pasteInto(const QList<int>& rows, int column, const QList<QStringList>& block)
{
    auto columns = columnsInOrder();
    columns.remove(0, std::max<qsizetype>(0, columns.indexOf(column)));
    const auto cells = planPaste(*m_model, rows, columns, block, m_workplace.picklists);
    const auto homeless = static_cast<int>(block.size() == 1 ? 0 : std::max<qsizetype>(0, block.size() - rows.size()));
    if (cells.isEmpty() && homeless == 0)
        emit newsHappened(tr("Nothing to change: the cells hold this already."), QStringLiteral("info"));
    else
        emit pasteRequested(cells, homeless);
}

} // namespace banhang::client
