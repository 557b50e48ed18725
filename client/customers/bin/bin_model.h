// The customers in the bin: who they are, and who put them there when.
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <vector>

#include "client/core/rpc_client.h"
#include "client/core/workplace.h"
#include "client/customers/customers_api.h"

namespace banhang::client {

/// In the order of names, page by page. Who deleted a customer stands in its history: asked for the rows in sight only.
class BinModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Code, Tier, Owner, DeletedBy, DeletedAt, ColumnCount };

    BinModel(const Workplace& workplace, CustomersApi& api, QObject* parent);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    void reload();
    void clear();
    /// Asks who deleted these rows, as far as that is not known.
    void findDeleters(int firstRow, int lastRow);
    /// Null when the row is none.
    const v1::Customer* customerAt(int row) const;
    /// -1 when it is not there (any more).
    int rowOf(qint64 customerId) const;
    void remove(qint64 customerId);

signals:
    void loaded();
    void failed(const banhang::AppError& error);

private:
    struct Deletion
    {
        bool isKnown = false;
        qint64 actorUserId = 0; ///< 0: the server
        CallHandle call;
    };

    void empty();
    void request(const std::string& token);
    QVariant textAt(const v1::Customer& customer, int column) const;
    QVariant personAt(const v1::Customer& customer, int column, int role) const;
    const Deletion* deletionOf(qint64 customerId) const;

    Workplace m_workplace;
    CustomersApi& m_api;
    std::vector<v1::Customer> m_customers;
    std::map<qint64, Deletion> m_deletions;
    std::string m_nextToken;
    CallHandle m_call;
};

} // namespace banhang::client
