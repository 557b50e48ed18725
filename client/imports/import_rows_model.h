// The rows of a file that a person should look at, each with what will be done to it.
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "client/core/directory_cache.h"
#include "client/imports/import_plan.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

class ImportRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Name, Phone, Problem, Action, ColumnCount };
    /// Of a file that is being saved, Doubtful means: did not get in; the others speak of those only.
    enum class Filter { All, Doubtful, Duplicates, Errors };
    /// bool, of an action cell: something else can be chosen.
    enum Role { HasChoiceRole = Qt::UserRole + 1 };

    explicit ImportRowsModel(const DirectoryCache& directory, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_directory(directory)
    {
    }

    /// Null for none. The plan must outlive the model's use of it.
    void setPlan(ImportPlan* plan);
    void setFilter(Filter filter);
    int countOf(Filter filter) const;
    /// After a dry run, or what was saved.
    void refresh();
    int planRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// The same for all of these rows, those apart that it is no choice for.
    void decide(const QList<int>& rows, RowAction action);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void decided();

private:
    bool passes(int planRow, Filter filter) const;
    QString fieldCell(int planRow, std::string_view field) const;
    QVariant actionData(int planRow, int role) const;

    const DirectoryCache& m_directory;
    ImportPlan* m_plan = nullptr;
    Filter m_filter = Filter::Doubtful;
    std::vector<int> m_rows;
};

} // namespace banhang::client
