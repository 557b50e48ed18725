#include "client/calendar/files/file_entries_model.h"

#include <algorithm>

#include "client/ui/table/table_roles.h"

namespace banhang::client {

namespace {

CellTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::New:
        return CellTone::Accent;
    case Standing::Changed:
        return CellTone::Warn;
    case Standing::Impossible:
    case Standing::Failed:
        return CellTone::Error;
    case Standing::Taken:
        return CellTone::Ok;
    default:
        return CellTone::Quiet;
    }
}

QString iconOf(const ics::Entry& entry)
{
    if (entry.isSeries)
        return QStringLiteral("repeat");
    return entry.activity.kind() == v1::ACTIVITY_KIND_TASK ? QStringLiteral("square") : QStringLiteral("calendar");
}

} // namespace

void FileEntriesModel::setEntries(std::vector<ics::Entry> entries)
{
    beginResetModel();
    m_entries.clear();
    m_entries.reserve(entries.size());
    for (ics::Entry& entry : entries) {
        FileEntry each;
        each.entry = std::move(entry);
        m_entries.push_back(std::move(each));
    }
    endResetModel();
    emit chosenChanged();
}

void FileEntriesModel::touch(std::size_t entry)
{
    const int row = static_cast<int>(entry);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void FileEntriesModel::touchAll()
{
    if (!m_entries.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit chosenChanged();
}

int FileEntriesModel::countOf(Standing standing) const
{
    return static_cast<int>(std::ranges::count(m_entries, standing, &FileEntry::standing));
}

int FileEntriesModel::chosenCount() const
{
    return static_cast<int>(std::ranges::count(m_entries, true, &FileEntry::isChosen));
}

void FileEntriesModel::toggle(const QList<int>& rows)
{
    QList<std::size_t> choosable;
    for (const int row : rows)
        if (m_entries[static_cast<std::size_t>(row)].canBeChosen())
            choosable.append(static_cast<std::size_t>(row));
    const bool isOn = std::ranges::any_of(choosable, [this](std::size_t at) { return !m_entries[at].isChosen; });
    for (const std::size_t at : choosable) {
        m_entries[at].isChosen = isOn;
        touch(at);
    }
    emit chosenChanged();
}

int FileEntriesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int FileEntriesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileEntriesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FileEntry& each = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case RowIdRole:
        return index.row();
    case Qt::DisplayRole:
        return text(each, index.column());
    case Qt::ToolTipRole: // of the row, since a narrow table leaves the note out
        return index.column() == State && !each.note.isEmpty() ? QVariant(each.note) : text(each, index.column());
    case SuffixRole:
        return index.column() == Title ? QVariant(QString::fromStdString(each.entry.activity.place())) : QVariant();
    case IconNameRole:
        return index.column() == Title ? QVariant(iconOf(each.entry)) : QVariant();
    case CellToneRole:
        return tone(each, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Title
                   ? text(each, Action).toString() + QStringLiteral(", ") + text(each, Title).toString()
                   : QVariant();
    default:
        return {};
    }
}

QVariant FileEntriesModel::text(const FileEntry& each, int column) const
{
    switch (column) {
    case Action:
        return !each.canBeChosen()                  ? QString()
               : !each.isChosen                     ? tr("Skip")
               : each.standing == Standing::Changed ? tr("Change")
                                                    : tr("Import");
    case When:
        return entryWhenText(each.entry);
    case Title:
        return entryTitle(each.entry.activity);
    case State:
        return standingWord(each.standing);
    default:
        return each.note;
    }
}

QVariant FileEntriesModel::tone(const FileEntry& each, int column) const
{
    if (column == State)
        return static_cast<int>(toneOf(each.standing));
    if (column == Action)
        return static_cast<int>(each.isChosen ? CellTone::Accent : CellTone::Quiet);
    return static_cast<int>(column == Note || !(each.canBeChosen() || each.standing == Standing::Taken)
                                ? CellTone::Quiet
                                : CellTone::Plain);
}

QVariant FileEntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Action:
        return tr("What to do");
    case When:
        return tr("When");
    case Title:
        return tr("What");
    case State:
        return tr("Here?");
    default:
        return tr("To know");
    }
}

} // namespace banhang::client
