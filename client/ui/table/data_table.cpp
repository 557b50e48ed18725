#include "client/ui/table/data_table.h"

#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/table/cell_delegates.h"
#include "client/ui/table/row_glow.h"

#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace banhang::client {

namespace {

constexpr int kSettleMs = 80;
constexpr qint64 kGlowTickMs = 1000;
constexpr int kRowsBeforeEnd = 60;
constexpr int kMinColumnWidth = 40;

/// Carries the ground of the head on over the scroll bar.
class HeadCorner final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme().alt);
        paintHairline(painter, rect(), Qt::BottomEdge, theme().border);
    }
};

CellDelegate* makeDelegate(CellKind kind, DataTable* table)
{
    switch (kind) {
    case CellKind::Name:
        return new NameDelegate(table);
    case CellKind::Tag:
        return new TagDelegate(table);
    case CellKind::Person:
        return new PersonDelegate(table);
    case CellKind::Figure:
        return new FigureDelegate(table);
    case CellKind::Text:
        break;
    }
    return new CellDelegate(table);
}

int rowHeightOf(RowDensity density, const QFontMetrics& metrics)
{
    switch (density) {
    case RowDensity::Compact:
        return std::max(26, metrics.height() + 8);
    case RowDensity::Airy:
        return std::max(36, metrics.height() + 18);
    case RowDensity::Normal:
        break;
    }
    return rowHeight(metrics);
}

} // namespace

DataTable::DataTable(QWidget* parent)
    : QTableView(parent), m_clock([] { return QDateTime::currentMSecsSinceEpoch(); }), m_corner(new HeadCorner)
{
    addScrollBarWidget(m_corner, Qt::AlignTop);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    viewport()->setMouseTracking(true);
    setUpHeaders();

    m_settleTimer.setSingleShot(true);
    m_settleTimer.setInterval(kSettleMs);
    connect(&m_settleTimer, &QTimer::timeout, this, [this] { emit currentSettled(currentIndex()); });
    m_glowTimer.setInterval(static_cast<int>(kGlowTickMs));
    connect(&m_glowTimer, &QTimer::timeout, this, &DataTable::onGlowTick);
    connect(this, &QAbstractItemView::doubleClicked, this, &DataTable::rowActivated);
    connect(&Look::instance(), &Look::changed, this, &DataTable::applyMetrics);
    applyMetrics();
}

void DataTable::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1); // Qt's own is counted from letters that may be those of before
    QHeaderView* head = horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionsMovable(true);
    head->setSectionsClickable(true);
    head->setSortIndicatorShown(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    head->setMinimumSectionSize(kMinColumnWidth);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (!m_isMarkingSort && column >= 0)
            emit sortRequested(column, order);
    });
}

void DataTable::applyMetrics()
{
    m_texts.clear();
    const QFontMetrics metrics(textFont(TextSize::Body));
    verticalHeader()->setDefaultSectionSize(rowHeightOf(Look::instance().rowDensity(), metrics));
    horizontalHeader()->setFixedHeight(headerHeight(QFontMetrics(textFont(TextSize::Second))));
    m_corner->setFixedHeight(horizontalHeader()->height());
    for (const Column& column : std::as_const(m_columns)) {
        if (column.width > 0 && column.column < horizontalHeader()->count())
            horizontalHeader()->resizeSection(column.column, scaled(column.width));
    }
    yieldColumns();
    viewport()->update();
}

void DataTable::setColumnKind(int column, CellKind kind, int width)
{
    delete itemDelegateForColumn(column);
    setItemDelegateForColumn(column, makeDelegate(kind, this));
    m_columns.removeIf([column](const Column& known) { return known.column == column; });
    m_columns.append({column, width});
    if (column < horizontalHeader()->count()) {
        const auto mode = width > 0 ? QHeaderView::Interactive : QHeaderView::Stretch;
        horizontalHeader()->setSectionResizeMode(column, mode);
        applyMetrics();
    }
}

void DataTable::setModel(QAbstractItemModel* newModel)
{
    if (model())
        disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(newModel);
    m_hoveredRow = -1;
    if (!newModel)
        return;
    connect(newModel, &QAbstractItemModel::rowsInserted, this, &DataTable::onRowsChanged);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, &DataTable::onRowsChanged);
    connect(newModel, &QAbstractItemModel::modelReset, this, &DataTable::onRowsChanged);
    for (const Column& column : std::as_const(m_columns)) {
        const auto mode = column.width > 0 ? QHeaderView::Interactive : QHeaderView::Stretch;
        if (column.column < horizontalHeader()->count())
            horizontalHeader()->setSectionResizeMode(column.column, mode);
    }
    applyMetrics();
}

void DataTable::keepPlaceBelow(int rows)
{
    const int place = verticalScrollBar()->value() + rows * verticalHeader()->defaultSectionSize();
    executeDelayedItemsLayout(); // until then the scroll bar goes no further than before
    verticalScrollBar()->setValue(place);
}

void DataTable::onRowsChanged()
{
    setHoveredRow(-1);
    verticalScrollbarValueChanged(verticalScrollBar()->value());
}

void DataTable::setYieldingColumns(const QList<int>& columns, int leastStretch)
{
    m_yieldingColumns = columns;
    m_leastStretch = leastStretch;
    yieldColumns();
}

void DataTable::yieldColumns()
{
    for (const int column : std::exchange(m_yielded, {}))
        showColumn(column);
    int free = viewport()->width() - m_leastStretch * Look::instance().textPercent() / 100;
    for (const Column& column : std::as_const(m_columns)) {
        if (column.width > 0 && !isColumnHidden(column.column))
            free -= columnWidth(column.column);
    }
    for (const int column : std::as_const(m_yieldingColumns)) {
        if (free >= 0)
            break;
        if (isColumnHidden(column))
            continue;
        free += columnWidth(column);
        hideColumn(column);
        m_yielded.append(column);
    }
}

void DataTable::setOffline(bool isOffline)
{
    if (std::exchange(m_isOffline, isOffline) != isOffline)
        viewport()->update();
}

void DataTable::setPlaceholder(QWidget* placeholder)
{
    if (m_placeholder && m_placeholder != placeholder) {
        m_placeholder->hide();
        m_placeholder->deleteLater();
    }
    m_placeholder = placeholder;
    if (!m_placeholder)
        return;
    m_placeholder->setParent(viewport());
    placePlaceholder();
    m_placeholder->show();
}

/// One that its owner has hidden stays so.
void DataTable::placePlaceholder()
{
    if (m_placeholder)
        m_placeholder->setGeometry(viewport()->rect());
}

void DataTable::setSortMark(int column, Qt::SortOrder order)
{
    const QScopedValueRollback guard(m_isMarkingSort, true);
    horizontalHeader()->setSortIndicator(column, order);
}

void DataTable::setClock(std::function<qint64()> clock)
{
    m_clock = std::move(clock);
    viewport()->update();
}

void DataTable::keepGlowing()
{
    if (!m_glowTimer.isActive())
        m_glowTimer.start();
}

void DataTable::onGlowTick()
{
    if (!model())
        return m_glowTimer.stop();
    bool anyGlows = false;
    const int last = rowAt(viewport()->height() - 1);
    const int end = last < 0 ? model()->rowCount(rootIndex()) : last + 1;
    for (int row = std::max(0, rowAt(0)); row < end; ++row) {
        const qint64 changedAt = model()->index(row, 0, rootIndex()).data(ChangedAtRole).toLongLong();
        const bool justEnded = changedAt > 0 && now() - changedAt < kGlowEndMs + 2 * kGlowTickMs;
        const bool glows = glowLevel(changedAt, now()) > 0;
        anyGlows = anyGlows || glows;
        if (glows || justEnded)
            updateRow(row);
    }
    // Rows out of sight start the timer again when they are painted.
    if (!anyGlows)
        m_glowTimer.stop();
}

void DataTable::widenColumn(int column, int byPixels)
{
    if (std::exchange(m_wideningColumn, column) == column)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, column, byPixels] {
            m_wideningColumn = -1;
            horizontalHeader()->resizeSection(column, columnWidth(column) + byPixels);
        },
        Qt::QueuedConnection);
}

void DataTable::pose(int hoveredRow, bool isActive)
{
    m_isPosedActive = isActive;
    setHoveredRow(hoveredRow);
}

void DataTable::setHoveredRow(int row)
{
    const int before = std::exchange(m_hoveredRow, row);
    if (before == row)
        return;
    updateRow(before);
    updateRow(row);
}

void DataTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_hasCellCursor) {
        updateRow(previous.row());
        updateRow(current.row());
    }
    if (current.row() != previous.row() || !current.isValid())
        m_settleTimer.start();
}

void DataTable::setColumnWidth100(int column, int width)
{
    const auto known = std::ranges::find(m_columns, column, &Column::column);
    if (known == m_columns.end() || known->width == 0)
        return;
    known->width = width;
    if (column < horizontalHeader()->count())
        horizontalHeader()->resizeSection(column, scaled(width));
}

int DataTable::columnWidth100(int column) const
{
    return columnWidth(column) * 100 / Look::instance().textPercent();
}

void DataTable::setCellCursor(bool isShown)
{
    if (std::exchange(m_hasCellCursor, isShown) != isShown)
        updateRow(currentIndex().row());
}

bool DataTable::onCellKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        // Where nobody hears of cells there are only rows, which Enter means then too.
        if (isSignalConnected(QMetaMethod::fromSignal(&DataTable::cellActivated)))
            setCellCursor(true);
        return false; // and moves
    case Qt::Key_Escape:
        if (!m_hasCellCursor)
            return false;
        setCellCursor(false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_hasCellCursor || currentIndex().column() == 0)
            return false;
        emit cellActivated(currentIndex());
        return true;
    default:
        return false;
    }
}

void DataTable::mousePressEvent(QMouseEvent* event)
{
    setCellCursor(false);
    QTableView::mousePressEvent(event);
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (!(event->modifiers() & ~Qt::KeypadModifier) && onCellKey(event))
        return;
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (currentIndex().isValid())
            emit rowActivated(currentIndex());
        return;
    }
    if (isPlain && event->key() == Qt::Key_Space && currentIndex().isValid()) {
        toggleCurrent();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::toggleCurrent()
{
    // A list always has a chosen row: the last one stays.
    const auto chosen = selectionModel()->selectedRows();
    const bool isOnlyOne = chosen.size() == 1 && chosen.first().row() == currentIndex().row();
    if (!isOnlyOne)
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

QModelIndex DataTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model() ? model()->rowCount(rootIndex()) : 0;
    if (rows == 0 || (action != MoveHome && action != MoveEnd)) {
        // With nothing chosen Qt would begin at the first row, however far away that is.
        const auto shown = currentIndex().isValid() ? QModelIndex() : indexAt({0, 0});
        return shown.isValid() ? shown : QTableView::moveCursor(action, modifiers);
    }
    // Qt moves to the first or last column; here rows are what one moves among.
    return model()->index(action == MoveHome ? 0 : rows - 1, std::max(0, currentIndex().column()), rootIndex());
}

void DataTable::keyboardSearch(const QString&)
{
    // Off: a letter typed into a list would jump by the unsorted folded text of one page only.
}

void DataTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(event->position().toPoint().y()));
}

bool DataTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        setHoveredRow(-1);
    return QTableView::viewportEvent(event);
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    placePlaceholder();
    yieldColumns();
    verticalScrollbarValueChanged(verticalScrollBar()->value());
}

void DataTable::verticalScrollbarValueChanged(int value)
{
    QTableView::verticalScrollbarValueChanged(value);
    if (!model())
        return;
    const int rows = model()->rowCount(rootIndex());
    const int last = rowAt(viewport()->height() - 1);
    if (rows > 0 && (last < 0 || last >= rows - kRowsBeforeEnd))
        emit nearEnd();
}

} // namespace banhang::client
