#include "client/worklists/plan_rows_model.h"

#include "client/core/directory_cache.h"
#include "client/core/office_time.h"
#include "client/core/texts.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

PlanRowsModel::PlanRowsModel(const Workplace& workplace, QObject* parent)
    : QAbstractTableModel(parent), m_workplace(workplace)
{
}

int PlanRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_slots.size() + m_skipped.size());
}

int PlanRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanRowsModel::nameOf(qint64 customerId) const
{
    return m_names.value(customerId, QStringLiteral("–"));
}

QVariant PlanRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Customer:
        return tr("Customer");
    case Caller:
        return tr("Calls");
    default:
        return tr("When");
    }
}

QVariant PlanRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    // What needs a look stands first.
    if (row < m_skipped.size())
        return skippedData(m_skipped[row], index.column(), role);
    return slotData(m_slots[row - m_skipped.size()], index.column(), role);
}

QVariant PlanRowsModel::slotData(const v1::TalkSlot& slot, int column, int role) const
{
    if (role == RowIdRole)
        return qlonglong(slot.customer_id());
    if (column == Caller && role == PersonIdRole)
        return qlonglong(slot.owner_user_id());
    if (column == Caller && role == InitialsRole)
        return m_workplace.directory.initials(slot.owner_user_id());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Customer:
        return nameOf(slot.customer_id());
    case Caller:
        return m_workplace.directory.givenName(slot.owner_user_id());
    default: {
        const auto start = officeTime(slot.start_time());
        return QStringLiteral("%1 %2").arg(nearDay(start.date(), officeNow().date()),
                                           start.toString(QStringLiteral("HH:mm")));
    }
    }
}

QVariant PlanRowsModel::skippedData(const v1::SkippedCustomer& skipped, int column, int role) const
{
    if (role == RowIdRole)
        return qlonglong(skipped.customer_id());
    if (role == CellToneRole)
        return column == When ? QVariant(int(CellTone::Warn)) : QVariant(int(CellTone::Quiet));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Customer:
        return nameOf(skipped.customer_id());
    case Caller:
        return QStringLiteral("–");
    default:
        return errorText(AppError(ErrorCode::Refused, skipped.key()));
    }
}

void PlanRowsModel::setNames(const QHash<qint64, QString>& names)
{
    m_names = names;
    if (rowCount() > 0)
        emit dataChanged(index(0, Customer), index(rowCount() - 1, Customer));
}

void PlanRowsModel::setPlan(const v1::CheckTalkPlanResponse& plan)
{
    beginResetModel();
    m_slots.assign(plan.talk_slots().begin(), plan.talk_slots().end());
    m_skipped.assign(plan.skipped().begin(), plan.skipped().end());
    endResetModel();
}

} // namespace banhang::client
