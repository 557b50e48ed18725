#include "client/merging/merge_table.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/merging/merge_cells.h"
#include "client/merging/merging_text.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"

namespace banhang::client {

namespace {

constexpr int kLabelWidth = 130;
constexpr int kReasonWidth = 220;
constexpr int kMinColumnWidth = 160;
constexpr int kResultWidth = 220; ///< where it stands in front

} // namespace

/// Row 0 tells who survives; then the fields that differ, a row that unfolds those that do not, and these.
class MergeTable::Model final : public QAbstractTableModel
{
public:
    Model(const Workplace& workplace, MergeChoices& choices, MergeTable* parent)
        : QAbstractTableModel(parent), m_workplace(workplace), m_choices(choices), m_table(parent)
    {
    }

    void reload()
    {
        beginResetModel();
        m_rows.clear();
        m_equal.clear();
        for (int i = 0; i < m_choices.fields().size(); ++i)
            (m_choices.fields()[i].isEqual ? m_equal : m_rows).append(i);
        m_isUnfolded = false;
        endResetModel();
    }
    void toggleEqual()
    {
        beginResetModel();
        m_isUnfolded = !m_isUnfolded;
        endResetModel();
    }

    int customers() const { return m_choices.preview().customers_size(); }
    int resultColumn() const { return customers() + 1; }
    int reasonColumn() const { return customers() + 2; }
    bool isHead(int row) const { return row == 0; }
    bool isFold(int row) const { return !m_equal.isEmpty() && row == m_rows.size() + 1; }
    /// Of the fields; -1 for head and fold.
    int fieldAt(int row) const
    {
        if (row >= 1 && row <= m_rows.size())
            return m_rows[row - 1];
        const int below = row - static_cast<int>(m_rows.size()) - 2;
        return below >= 0 && below < m_equal.size() ? m_equal[below] : -1;
    }
    qint64 customerAt(int column) const
    {
        return column >= 1 && column <= customers() ? m_choices.preview().customers(column - 1).id() : 0;
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        if (parent.isValid() || customers() == 0)
            return 0;
        const int equal = m_equal.isEmpty() ? 0 : 1 + (m_isUnfolded ? static_cast<int>(m_equal.size()) : 0);
        return 1 + static_cast<int>(m_rows.size()) + equal;
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : customers() + 3; }

    Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        Qt::ItemFlags flags = QAbstractTableModel::flags(index);
        const int field = fieldAt(index.row());
        if (field >= 0 && index.column() == resultColumn() && m_choices.isTypeable(field))
            flags |= Qt::ItemIsEditable;
        return flags;
    }

    bool setData(const QModelIndex& index, const QVariant& value, int role) override
    {
        const int field = fieldAt(index.row());
        if (role != Qt::EditRole || field < 0 || value.toString() == text(index))
            return false;
        m_choices.type(field, value.toString());
        emit dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(reasonColumn()));
        emit m_table->resultChanged();
        return true;
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const int field = fieldAt(index.row());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
        case Qt::ToolTipRole:
            return text(index);
        case Qt::AccessibleTextRole:
            return spoken(index);
        case static_cast<int>(MergeRole::Head):
            return isHead(index.row());
        case static_cast<int>(MergeRole::Mark):
            return static_cast<int>(markAt(index));
        case static_cast<int>(MergeRole::Taken):
            return isTaken(index);
        case static_cast<int>(MergeRole::Doubtful):
            return field >= 0 && index.column() == reasonColumn() && m_choices.fields()[field].isDoubtful &&
                   !m_choices.fields()[field].isTyped;
        case static_cast<int>(MergeRole::OtherValue):
            return otherValue(index);
        case static_cast<int>(MergeRole::Icon):
            return icon(index);
        case static_cast<int>(MergeRole::OwnerId):
            return isHead(index.row()) ? ownerAt(index.column()) : 0;
        case static_cast<int>(MergeRole::OwnerInitials):
            return m_workplace.directory.initials(ownerAt(index.column()));
        case static_cast<int>(MergeRole::Outcome):
            return index.column() == resultColumn() && !isFold(index.row());
        case Qt::FontRole:
            return index.column() == resultColumn();
        case Qt::ForegroundRole:
            return tone(index);
        default:
            return {};
        }
    }

private:
    MergeMark markAt(const QModelIndex& index) const
    {
        const int field = fieldAt(index.row());
        if (customerAt(index.column()) == 0 || isFold(index.row()))
            return MergeMark::None;
        if (isHead(index.row()))
            return MergeMark::Radio;
        if (m_choices.fields()[field].isEqual || m_choices.fields()[field].name == QLatin1String("do_not_call"))
            return MergeMark::None;
        return m_choices.fields()[field].addsUp ? MergeMark::Check : MergeMark::Radio;
    }
    bool isTaken(const QModelIndex& index) const
    {
        const qint64 customer = customerAt(index.column());
        if (customer == 0)
            return false;
        if (isHead(index.row()))
            return customer == m_choices.survivorId();
        const int field = fieldAt(index.row());
        return field >= 0 && !m_choices.fields()[field].isTyped && m_choices.fields()[field].chosen.contains(customer);
    }
    qint64 ownerAt(int column) const
    {
        return customerAt(column) == 0 ? 0 : m_choices.preview().customers(column - 1).owner_user_id();
    }
    QString icon(const QModelIndex& index) const
    {
        if (isFold(index.row()) && index.column() == 0)
            return m_isUnfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        return data(index, static_cast<int>(MergeRole::Doubtful)).toBool() ? QStringLiteral("triangle-alert")
                                                                           : QString();
    }
    QColor tone(const QModelIndex& index) const
    {
        if (index.column() == resultColumn() || isTaken(index))
            return theme().text;
        const bool isDoubtful = data(index, static_cast<int>(MergeRole::Doubtful)).toBool();
        return isDoubtful ? theme().warn : theme().text2;
    }
    QString text(const QModelIndex& index) const
    {
        if (isHead(index.row()))
            return headText(index.column());
        if (isFold(index.row()))
            return index.column() == 0 ? MergeTable::tr("%Ln fields are equal or empty on all sides", nullptr,
                                                        static_cast<int>(m_equal.size()))
                                       : QString();
        const auto& field = m_choices.fields()[fieldAt(index.row())];
        if (index.column() == 0)
            return fieldLabel(field.name);
        if (index.column() == reasonColumn())
            return reasonText(field);
        const auto& customer =
            index.column() == resultColumn() ? m_choices.result() : m_choices.preview().customers(index.column() - 1);
        // As typed: the zero that one of them lost is what is to be seen.
        if (field.name == QLatin1String("tax_code") && !customer.tax_code().empty())
            return QString::fromStdString(customer.tax_code());
        const QString value = fieldText(customer, field.name, m_workplace.directory, m_workplace.picklists);
        return value.isEmpty() && index.column() != resultColumn() ? emptyText() : value;
    }
    /// What the one that stays says, and beside it what the next one says; empty where nothing is to be compared.
    QString otherValue(const QModelIndex& index) const
    {
        const int field = fieldAt(index.row());
        if (field < 0 || customerAt(index.column()) == 0 || m_choices.fields()[field].isEqual)
            return {};
        const QModelIndex other = index.siblingAtColumn(index.column() == 1 ? 2 : 1);
        const QString value = text(other);
        return value == emptyText() || text(index) == emptyText() ? QString() : value;
    }
    static QString emptyText() { return MergeTable::tr("(empty)"); }
    QString headText(int column) const
    {
        if (column == 0)
            return customers() == 2 ? MergeTable::tr("Which code stays\n1 left  2 right\n3 both")
                                    : MergeTable::tr("Which code stays\n1–%1 take one\n0 take all").arg(customers());
        if (column == resultColumn())
            return MergeTable::tr("After the merge\n%1 · F2 edits this column")
                .arg(QString::fromStdString(m_choices.result().code()));
        if (column == reasonColumn())
            return MergeTable::tr("Why this is proposed");
        const auto& customer = m_choices.preview().customers(column - 1);
        const QString made = longMoment(officeTime(customer.create_time()), officeNow());
        const QString owner = m_workplace.directory.fullName(customer.owner_user_id());
        return QStringLiteral("%1\n%2%3\n%4")
            .arg(QString::fromStdString(customer.name()), QString::fromStdString(customer.code()),
                 owner.isEmpty() ? QString() : QStringLiteral(" · ") + owner, MergeTable::tr("added %1").arg(made));
    }
    QString spoken(const QModelIndex& index) const
    {
        QString words = text(index);
        if (markAt(index) != MergeMark::None)
            words += isTaken(index) ? MergeTable::tr(", taken") : MergeTable::tr(", not taken");
        return words;
    }

    Workplace m_workplace;
    MergeChoices& m_choices;
    MergeTable* m_table;
    QList<int> m_rows;
    QList<int> m_equal;
    bool m_isUnfolded = false;
};

MergeTable::MergeTable(const Workplace& workplace, MergeChoices& choices, QWidget* parent)
    : QTableView(parent),
      m_choices(choices),
      m_model(new Model(workplace, choices, this)),
      m_front(new QTableView(this))
{
    for (QTableView* table : {static_cast<QTableView*>(this), m_front}) {
        table->setModel(m_model);
        table->setItemDelegate(new MergeCells(table));
        table->setFrameShape(QFrame::NoFrame);
        table->setShowGrid(false);
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
        table->setTabKeyNavigation(false);
        table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        table->horizontalHeader()->hide();
        table->verticalHeader()->hide();
    }
    setAccessibleName(tr("Fields of the merge"));
    makeFront();
    connect(&Look::instance(), &Look::changed, this, &MergeTable::fitColumns);
}

void MergeTable::makeFront()
{
    m_front->setAccessibleName(tr("What comes out of the merge"));
    m_front->setSelectionModel(selectionModel());
    m_front->setFocusProxy(this);
    m_front->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_front->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_front->hide();
    connect(m_front, &QTableView::clicked, this, &MergeTable::choose);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_front->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_front->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
}

void MergeTable::reload()
{
    m_model->reload();
    clearSpans();
    m_front->clearSpans();
    fitColumns();
    horizontalScrollBar()->setValue(0);
    setCurrentIndex(m_model->index(1, 0));
}

void MergeTable::fitColumns()
{
    if (m_model->rowCount() == 0)
        return;
    fitRows(*this);
    fitRows(*m_front);
    const int shared = m_model->customers() + 1;
    const int room = (viewport()->width() - scaled(kLabelWidth) - scaled(kReasonWidth)) / shared;
    const bool isTooNarrow = room < scaled(kMinColumnWidth);
    setColumnWidth(0, scaled(kLabelWidth));
    for (int column = 1; column <= shared; ++column)
        setColumnWidth(column, std::max(scaled(kMinColumnWidth), room));
    if (isTooNarrow)
        setColumnWidth(m_model->resultColumn(), scaled(kResultWidth));
    setColumnWidth(m_model->reasonColumn(), scaled(kReasonWidth));
    orderColumns(*horizontalHeader(), isTooNarrow);
    m_front->setVisible(isTooNarrow);
    placeFront();
}

/// As in the model, for the last merge may have had other columns; or with the outcome behind the field.
void MergeTable::orderColumns(QHeaderView& header, bool isOutcomeInFront) const
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        header.moveSection(header.visualIndex(column), column);
    if (isOutcomeInFront)
        header.moveSection(m_model->resultColumn(), 1);
}

void MergeTable::fitRows(QTableView& table) const
{
    const QFontMetrics body(textFont(TextSize::Body));
    const QFontMetrics second(textFont(TextSize::Second));
    table.verticalHeader()->setDefaultSectionSize(client::rowHeight(body));
    table.setRowHeight(0, body.height() + 2 * second.height() + scaled(22));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->isFold(row))
            table.setSpan(row, 0, 1, m_model->columnCount());
}

void MergeTable::placeFront()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_front->setColumnHidden(column, column != 0 && column != m_model->resultColumn());
        m_front->setColumnWidth(column, columnWidth(column));
    }
    orderColumns(*m_front->horizontalHeader(), true);
    m_front->setGeometry(0, 0, frontWidth(), viewport()->height());
}

int MergeTable::frontWidth() const
{
    return m_front->isHidden() ? 0 : columnWidth(0) + columnWidth(m_model->resultColumn());
}

void MergeTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void MergeTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    const bool isBehind = index.column() != 0 && index.column() != m_model->resultColumn();
    if (const int left = visualRect(index).left(); isBehind && left < frontWidth())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (frontWidth() - left));
}

/// What a key or a click changed shows in both.
void MergeTable::showChoices()
{
    viewport()->update();
    m_front->viewport()->update();
}

void MergeTable::choose(const QModelIndex& index)
{
    if (m_model->isFold(index.row())) {
        m_model->toggleEqual();
        fitColumns();
        setCurrentIndex(m_model->index(index.row(), 0));
        return;
    }
    const qint64 customer = m_model->customerAt(index.column());
    const int field = m_model->fieldAt(index.row());
    if (customer == 0 ||
        static_cast<MergeMark>(index.data(static_cast<int>(MergeRole::Mark)).toInt()) == MergeMark::None)
        return;
    if (m_model->isHead(index.row())) {
        if (customer != m_choices.survivorId())
            emit survivorChosen(customer);
        return;
    }
    m_choices.choose(field, customer);
    showChoices();
    emit resultChanged();
}

void MergeTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex now = currentIndex();
    const int number = event->key() - Qt::Key_0;
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool isAll = number == 0 || number == m_model->customers() + 1;
    if (now.isValid() && isPlain && isAll && m_model->fieldAt(now.row()) >= 0) {
        m_choices.chooseAll(m_model->fieldAt(now.row()));
        showChoices();
        emit resultChanged();
    } else if (now.isValid() && isPlain && number >= 1 && number <= m_model->customers()) {
        choose(now.siblingAtColumn(number));
    } else if (now.isValid() && isPlain && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)) {
        choose(now);
    } else if (now.isValid() && event->key() == Qt::Key_F2) {
        (m_front->isHidden() ? this : m_front)->edit(now.siblingAtColumn(m_model->resultColumn()));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void MergeTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    showChoices(); // the frame is around whole rows
}

void MergeTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (const QModelIndex index = indexAt(event->pos()); index.isValid() && event->button() == Qt::LeftButton)
        choose(index);
}

} // namespace banhang::client
