#include "client/merging/merge_table.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/merging/merging_text.h"
#include "client/ui/look/control_painter.h"
#include "client/ui/look/icon.h"
#include "client/ui/look/look.h"
#include "client/ui/look/text_style.h"
#include "client/ui/parts/avatar.h"

namespace banhang::client {

namespace {

enum Role { MarkRole = Qt::UserRole + 1, TakenRole, DoubtfulRole, HeadRole, OtherValueRole };
enum class Mark { None, Radio, Check };

constexpr int kMargin = 12;
constexpr int kMarkSide = 16;
constexpr int kLabelWidth = 130;
constexpr int kReasonWidth = 220;
constexpr int kLeastColumn = 160;

/// The values as they are, with the mark that takes them.
class Cells final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool isTaken = index.data(TakenRole).toBool();
        const auto mark = static_cast<Mark>(index.data(MarkRole).toInt());
        const bool isHead = index.data(HeadRole).toBool();
        painter->fillRect(option.rect, isTaken && mark != Mark::None ? theme().accbg
                                       : isHead                      ? theme().alt
                                                                     : theme().base);
        painter->setPen(theme().grid);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect room = option.rect.adjusted(scaled(kMargin), 0, -scaled(6), 0);
        if (mark != Mark::None)
            room.setLeft(paintMark(painter, option, mark, isTaken, room, isHead));
        if (index.data(DoubtfulRole).toBool()) {
            const QRect icon(room.left(), room.center().y() - scaled(7), scaled(14), scaled(14));
            Icon::paint(*painter, QStringLiteral("triangle-alert"), theme().warn, icon, scaled(14));
            room.setLeft(icon.right() + scaled(6));
        }
        paintText(painter, index, room, isHead);
        if (option.state & QStyle::State_HasFocus && mark != Mark::None)
            paintFrame(*painter, option.rect.adjusted(2, 3, -2, -4),
                       {.fill = {}, .line = theme().accent, .isDashed = true});
        paintCurrentRow(painter, option, index);
        painter->restore();
    }

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        auto* editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setAccessibleName(index.siblingAtColumn(0).data().toString());
        return editor;
    }

private:
    static int paintMark(QPainter* painter, const QStyleOptionViewItem& option, Mark mark, bool isTaken,
                         const QRect& room, bool isHead)
    {
        QStyleOptionButton button;
        const int side = scaled(kMarkSide);
        const int top = isHead ? room.top() + scaled(8) : room.center().y() - side / 2;
        button.rect = QRect(room.left() - scaled(4), top, side, side);
        button.state = QStyle::State_Enabled | (isTaken ? QStyle::State_On : QStyle::State_Off);
        button.palette = option.palette;
        option.widget->style()->drawPrimitive(mark == Mark::Radio ? QStyle::PE_IndicatorRadioButton
                                                                  : QStyle::PE_IndicatorCheckBox,
                                              &button, painter, option.widget);
        return button.rect.right() + scaled(8);
    }
    static void paintText(QPainter* painter, const QModelIndex& index, const QRect& room, bool isHead)
    {
        const QStringList lines = index.data(Qt::DisplayRole).toString().split(QLatin1Char('\n'));
        if (!isHead) {
            painter->setFont(
                textFont(TextSize::Body, index.data(Qt::FontRole).toBool() ? TextWeight::Medium : TextWeight::Regular));
            painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
            const QString text = lines.join(QStringLiteral("; "));
            paintDifference(painter, room, text, index.data(OtherValueRole).toString());
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
            return;
        }
        int top = room.top() + scaled(8);
        for (int i = 0; i < lines.size(); ++i) {
            painter->setFont(i == 0 ? textFont(TextSize::Body, TextWeight::Strong) : textFont(TextSize::Second));
            painter->setPen(i == 0 ? theme().text : theme().text2);
            const QFontMetrics metrics = painter->fontMetrics();
            painter->drawText(QRect(room.left(), top, room.width(), metrics.height()), Qt::AlignLeft,
                              metrics.elidedText(lines[i], Qt::ElideRight, room.width()));
            top += metrics.height() + scaled(2);
        }
    }
    /// A ground under what the other one writes differently, as far as it is shown.
    static void paintDifference(QPainter* painter, const QRect& room, const QString& text, const QString& other)
    {
        const Stretch stretch = differingStretch(text, other);
        if (other.isEmpty() || text == other)
            return;
        const QFontMetrics metrics = painter->fontMetrics();
        // What is only missing here is marked by the place where it stands over there.
        const int left = room.left() + metrics.horizontalAdvance(text.left(stretch.from));
        const int width = std::max(metrics.horizontalAdvance(text.mid(stretch.from, stretch.length)), 2);
        const QRect ground(left, room.center().y() - metrics.height() / 2, width, metrics.height());
        if (stretch.from > 0 || stretch.length > 0)
            painter->fillRect(ground.intersected(room), theme().warnbg);
    }
    /// The keys 1, 2, 3 speak of the row, so the row is framed.
    static void paintCurrentRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const auto* table = qobject_cast<const QAbstractItemView*>(option.widget);
        if (table == nullptr || !table->hasFocus() || table->currentIndex().row() != index.row())
            return;
        const int line = scaled(2);
        const QRect& rect = option.rect;
        painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), line), theme().accent);
        painter->fillRect(QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), theme().accent);
        if (index.column() == 0)
            painter->fillRect(QRect(rect.left(), rect.top(), line, rect.height()), theme().accent);
        if (index.column() == index.model()->columnCount() - 1)
            painter->fillRect(QRect(rect.right() + 1 - line, rect.top(), line, rect.height()), theme().accent);
    }
};

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
        case HeadRole:
            return isHead(index.row());
        case MarkRole:
            return static_cast<int>(markAt(index));
        case TakenRole:
            return isTaken(index);
        case DoubtfulRole:
            return field >= 0 && index.column() == reasonColumn() && m_choices.fields()[field].isDoubtful &&
                   !m_choices.fields()[field].isTyped;
        case OtherValueRole:
            return otherValue(index);
        case Qt::FontRole:
            return index.column() == resultColumn();
        case Qt::ForegroundRole:
            return tone(index);
        default:
            return {};
        }
    }

private:
    Mark markAt(const QModelIndex& index) const
    {
        const int field = fieldAt(index.row());
        if (customerAt(index.column()) == 0 || isFold(index.row()))
            return Mark::None;
        if (isHead(index.row()))
            return Mark::Radio;
        if (m_choices.fields()[field].isEqual || m_choices.fields()[field].name == QLatin1String("do_not_call"))
            return Mark::None;
        return m_choices.fields()[field].addsUp ? Mark::Check : Mark::Radio;
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
    QColor tone(const QModelIndex& index) const
    {
        if (index.column() == resultColumn() || isTaken(index))
            return theme().text;
        const bool isDoubtful = data(index, DoubtfulRole).toBool();
        return isDoubtful ? theme().warn : theme().text2;
    }
    QString text(const QModelIndex& index) const
    {
        if (isHead(index.row()))
            return headText(index.column());
        if (isFold(index.row()))
            return index.column() == 0 ? MergeTable::tr("%1 fields are equal or empty on all sides").arg(m_equal.size())
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
        const QString made = shortMoment(officeTime(customer.create_time()), officeNow());
        return QStringLiteral("%1\n%2 · %3\n%4")
            .arg(QString::fromStdString(customer.name()), QString::fromStdString(customer.code()),
                 m_workplace.directory.fullName(customer.owner_user_id()), MergeTable::tr("added %1").arg(made));
    }
    QString spoken(const QModelIndex& index) const
    {
        QString words = text(index);
        if (markAt(index) != Mark::None)
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
    : QTableView(parent), m_choices(choices), m_model(new Model(workplace, choices, this))
{
    setModel(m_model);
    setItemDelegate(new Cells(this));
    setAccessibleName(tr("Fields of the merge"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->hide();
    verticalHeader()->hide();
    connect(&Look::instance(), &Look::changed, this, &MergeTable::fitColumns);
}

void MergeTable::reload()
{
    m_model->reload();
    clearSpans();
    fitColumns();
    setCurrentIndex(m_model->index(1, 0));
}

void MergeTable::fitColumns()
{
    const QFontMetrics body(textFont(TextSize::Body));
    const QFontMetrics second(textFont(TextSize::Second));
    verticalHeader()->setDefaultSectionSize(client::rowHeight(body));
    if (m_model->rowCount() == 0)
        return;
    setRowHeight(0, body.height() + 2 * second.height() + scaled(22));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->isFold(row))
            setSpan(row, 0, 1, m_model->columnCount());
    const int shared = m_model->customers() + 1;
    const int room = viewport()->width() - scaled(kLabelWidth) - scaled(kReasonWidth);
    setColumnWidth(0, scaled(kLabelWidth));
    for (int column = 1; column <= shared; ++column)
        setColumnWidth(column, std::max(scaled(kLeastColumn), room / shared));
    setColumnWidth(m_model->reasonColumn(), scaled(kReasonWidth));
}

void MergeTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
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
    if (customer == 0 || static_cast<Mark>(index.data(MarkRole).toInt()) == Mark::None)
        return;
    if (m_model->isHead(index.row())) {
        if (customer != m_choices.survivorId())
            emit survivorChosen(customer);
        return;
    }
    m_choices.choose(field, customer);
    viewport()->update();
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
        viewport()->update();
        emit resultChanged();
    } else if (now.isValid() && isPlain && number >= 1 && number <= m_model->customers()) {
        choose(now.siblingAtColumn(number));
    } else if (now.isValid() && isPlain && (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)) {
        choose(now);
    } else if (now.isValid() && event->key() == Qt::Key_F2) {
        edit(now.siblingAtColumn(m_model->resultColumn()));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void MergeTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update(); // the frame is around whole rows
}

void MergeTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    if (const QModelIndex index = indexAt(event->pos()); index.isValid() && event->button() == Qt::LeftButton)
        choose(index);
}

} // namespace banhang::client
