// The entries of a calendar file as rows, each with what is done to it.
#pragma once

#include <QAbstractTableModel>

#include "client/calendar/files/file_entries.h"

namespace banhang::client {

class FileEntriesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Action, When, Title, State, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<ics::Entry> entries);
    void clear() { setEntries({}); }
    std::vector<FileEntry>& entries() { return m_entries; }
    const std::vector<FileEntry>& entries() const { return m_entries; }
    /// One entry is another by now.
    void touch(std::size_t entry);
    /// All at once are other ones by now.
    void touchAll();
    int countOf(Standing standing) const;
    int chosenCount() const;
    /// The same for all of these rows, as far as they leave a choice: none of them any more, if all were chosen.
    void toggle(const QList<int>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void chosenChanged();

private:
    QVariant text(const FileEntry& each, int column) const;
    QVariant tone(const FileEntry& each, int column) const;

    std::vector<FileEntry> m_entries;
};

} // namespace banhang::client
