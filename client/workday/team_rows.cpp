#include "client/workday/team_rows.h"

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/directory_cache.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

namespace {

QString orDash(int number)
{
    return number > 0 ? QString::number(number) : QStringLiteral("–");
}

void add(TeamRow& row, const v1::ActivitySummary& summary)
{
    row.done += summary.done();
    row.planned += summary.planned();
    row.missed += summary.missed();
    row.forgotten += summary.forgotten();
    row.talkSeconds += summary.duration_seconds();
}

} // namespace

std::vector<TeamRow> teamRows(const v1::ActivityReport& report, const QList<qint64>& people)
{
    std::vector<TeamRow> rows;
    for (const qint64 userId : people)
        rows.push_back({.userId = userId});
    for (const auto& summary : report.summaries()) {
        const auto row = std::ranges::find(rows, summary.user_id(), &TeamRow::userId);
        if (row != rows.end())
            add(*row, summary);
    }
    return rows;
}

TeamRowsModel::TeamRowsModel(const Workplace& workplace, QObject* parent)
    : QAbstractTableModel(parent), m_workplace(workplace)
{
}

int TeamRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TeamRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TeamRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Done)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Person:
        return tr("Person");
    case Bar:
        return tr("Work");
    case Done:
        return tr("Done");
    case Planned:
        return tr("Planned");
    case Missed:
        return tr("Missed");
    case Forgotten:
        return tr("Forgotten");
    default:
        return tr("Talked");
    }
}

QString TeamRowsModel::text(const TeamRow& row, int column) const
{
    switch (column) {
    case Person:
        return m_workplace.directory.fullName(row.userId);
    case Done:
        return orDash(row.done);
    case Planned:
        return orDash(row.planned);
    case Missed:
        return orDash(row.missed);
    case Forgotten:
        return orDash(row.forgotten);
    case TalkTime:
        return row.talkSeconds > 0 ? durationText(row.talkSeconds) : QStringLiteral("–");
    default:
        return {};
    }
}

QVariant TeamRowsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& one = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(one, column);
    case Qt::AccessibleTextRole:
        return column != Bar ? text(one, column)
                             : tr("%1 done, %2 planned, %3 missed, %4 forgotten")
                                   .arg(one.done)
                                   .arg(one.planned)
                                   .arg(one.missed)
                                   .arg(one.forgotten);
    case Qt::TextAlignmentRole:
        return column >= Done ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case RowIdRole:
        return one.userId;
    case PersonIdRole:
        return column == Person ? QVariant(one.userId) : QVariant();
    case InitialsRole:
        return column == Person ? m_workplace.directory.initials(one.userId) : QVariant();
    case CellToneRole:
        if (column == Forgotten && one.forgotten > 0)
            return int(CellTone::Error);
        return column >= Missed ? QVariant(int(CellTone::Quiet)) : QVariant();
    default:
        return {};
    }
}

void TeamRowsModel::setRows(std::vector<TeamRow> rows)
{
    const bool isSame = std::ranges::equal(rows, m_rows, {}, &TeamRow::userId, &TeamRow::userId);
    if (isSame && !rows.empty()) {
        // The same people: what is chosen stays chosen.
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TeamRowsModel::rowOf(qint64 userId) const
{
    const auto found = std::ranges::find(m_rows, userId, &TeamRow::userId);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TeamRowsModel::largestTotal() const
{
    int largest = 0;
    for (const auto& row : m_rows)
        largest = std::max(largest, row.total());
    return largest;
}

TeamRow TeamRowsModel::sum() const
{
    TeamRow sum;
    for (const auto& row : m_rows) {
        sum.done += row.done;
        sum.planned += row.planned;
        sum.missed += row.missed;
        sum.forgotten += row.forgotten;
        sum.talkSeconds += row.talkSeconds;
    }
    return sum;
}

} // namespace banhang::client
