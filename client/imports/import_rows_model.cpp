#include "client/imports/import_rows_model.h"

#include <QLocale>

#include <algorithm>

#include "client/imports/import_texts.h"

namespace banhang::client {

namespace {

CellTone toneOf(RowFinding finding)
{
    return finding == RowFinding::Error     ? CellTone::Error
           : finding >= RowFinding::Warning ? CellTone::Warn
                                            : CellTone::Plain;
}

QString iconOf(RowFinding finding)
{
    switch (finding) {
    case RowFinding::Error:
        return QStringLiteral("circle-x");
    case RowFinding::Hidden:
        return QStringLiteral("lock");
    case RowFinding::Known:
    case RowFinding::Twin:
        return QStringLiteral("copy-check");
    case RowFinding::Warning:
        return QStringLiteral("triangle-alert");
    default:
        return {};
    }
}

} // namespace

void ImportRowsModel::setPlan(ImportPlan* plan)
{
    m_plan = plan;
    refresh();
}

void ImportRowsModel::setFilter(Filter filter)
{
    m_filter = filter;
    refresh();
}

bool ImportRowsModel::passes(int planRow, Filter filter) const
{
    const RowFinding finding = m_plan->finding(planRow);
    if (filter != Filter::All && m_plan->isSaving() && (m_plan->isImported(planRow) || m_plan->hasNothingNew(planRow)))
        return false;
    switch (filter) {
    case Filter::Doubtful:
        return m_plan->isSaving() || finding > RowFinding::Fine;
    case Filter::Duplicates:
        return finding == RowFinding::Known || finding == RowFinding::Twin || finding == RowFinding::Hidden;
    case Filter::Errors:
        return finding == RowFinding::Error;
    case Filter::All:
        break;
    }
    return true;
}

int ImportRowsModel::countOf(Filter filter) const
{
    int count = 0;
    for (int row = 0; m_plan != nullptr && row < m_plan->rowCount(); ++row)
        count += passes(row, filter) ? 1 : 0;
    return count;
}

void ImportRowsModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    for (int row = 0; m_plan != nullptr && row < m_plan->rowCount(); ++row)
        if (passes(row, m_filter))
            m_rows.push_back(row);
    endResetModel();
}

void ImportRowsModel::decide(const QList<int>& rows, RowAction action)
{
    for (const int row : rows) {
        const auto choices = m_plan->choices(planRow(row));
        if (std::ranges::find(choices, action) == choices.end())
            continue;
        m_plan->decide(planRow(row), action);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    emit decided();
}

int ImportRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImportRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportRowsModel::fieldCell(int planRow, std::string_view field) const
{
    for (int column = 0; column < m_plan->map().columnCount(); ++column)
        if (m_plan->map().field(column) == field)
            if (const auto cell = m_plan->cell(planRow, column); !cell.empty())
                return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
    return {};
}

QVariant ImportRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = planRow(index.row());
    const RowFinding finding = m_plan->finding(row);
    if (role == RowIdRole)
        return row;
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (index.column() == Action)
        return actionData(row, role);
    if (index.column() == Problem && role == IconNameRole)
        return iconOf(finding);
    if (index.column() == Problem && role == CellToneRole)
        return static_cast<int>(toneOf(finding));
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Problem))
        return {};
    switch (index.column()) {
    case Number:
        return QLocale().toString(m_plan->number(row));
    case Name: {
        const QString name = fieldCell(row, "name");
        return name.isEmpty() ? QString(fieldCell(row, "family_name") + u' ' + fieldCell(row, "given_name")).trimmed()
                              : name;
    }
    case Phone:
        return fieldCell(row, "phones");
    default:
        return rowProblemText(*m_plan, row, m_directory);
    }
}

QVariant ImportRowsModel::actionData(int planRow, int role) const
{
    const RowAction action = m_plan->action(planRow);
    const v1::RowOutcome outcome = m_plan->outcome(planRow);
    const bool isDone = outcome != v1::ROW_OUTCOME_UNSPECIFIED && outcome != v1::ROW_OUTCOME_REJECTED;
    switch (role) {
    case RowIdRole:
        return planRow;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return m_plan->hasNothingNew(planRow) ? nothingNewText()
               : isDone                       ? rowOutcomeText(outcome)
                                              : rowActionText(action, m_plan->finding(planRow));
    case HasChoiceRole:
        return !isDone && m_plan->choices(planRow).size() > 1;
    case CellToneRole:
        return static_cast<int>(isDone                           ? CellTone::Quiet
                                : action == RowAction::Undecided ? CellTone::Warn
                                                                 : CellTone::Plain);
    default:
        return {};
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Row");
    case Name:
        return tr("Customer name");
    case Phone:
        return tr("Phone");
    case Problem:
        return tr("What was found");
    default:
        return tr("What to do");
    }
}

} // namespace banhang::client
