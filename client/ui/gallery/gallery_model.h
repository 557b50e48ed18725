// Rows for the gallery and for tests: one of each state that a table row can be in.
#pragma once

#include <QAbstractTableModel>

namespace banhang::client {

class GalleryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Code, Level, Group, Phone, Owner, LastContact, ColumnCount };

    /// `changedAtMs` is when the row "changed by a colleague" changed (see `ChangedAtRole`).
    GalleryModel(qint64 changedAtMs, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant rowData(int row, int role) const;
    QVariant cellData(int row, int column, int role) const;

    qint64 m_changedAtMs;
};

} // namespace banhang::client
