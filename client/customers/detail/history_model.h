// The history of one customer as a timeline shows it: what, who, when, and what changed into what.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>

#include <string>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "client/core/rpc_client.h"
#include "client/core/workplace.h"

namespace banhang::client {

class CustomersApi;

/// A value that changed, or a remark.
struct HistoryLine
{
    QString label{}; ///< may be empty
    QString text;
    QString field{}; ///< set: the value before can be had back
    std::string oldJson{};
    QString oldText{};
};

/// One entry in words.
struct HistoryItem
{
    QString iconName;
    QString what;
    QString who; ///< and from which machine
    qint64 actorUserId = 0;
    QDateTime time;
    QList<HistoryLine> lines;
};

/// Loads page after page as the view asks for more. Thread: UI.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    HistoryModel(const Workplace& workplace, CustomersApi& api, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Another customer empties it at once; the same one keeps what is shown until the answer is there.
    void load(qint64 customerId);
    /// The customer as it is now: what differs from it can be had back, if `mayRestore`.
    void setCurrent(const v1::Customer& customer, bool mayRestore);
    void clear();
    const HistoryItem& item(int row) const { return m_items[row]; }

signals:
    void loaded();
    void failed(const banhang::AppError& error);

private:
    HistoryItem toItem(const v1::HistoryEntry& entry) const;
    HistoryLine toLine(const v1::FieldChange& change, bool isOnly) const;
    QString whatText(const v1::HistoryEntry& entry) const;
    void request(const std::string& token);

    Workplace m_workplace;
    CustomersApi& m_api;
    QList<HistoryItem> m_items;
    std::vector<v1::HistoryEntry> m_entries; ///< what the items were made of
    v1::Customer m_current;
    bool m_mayRestore = false;
    std::string m_nextToken;
    qint64 m_customerId = 0;
    CallHandle m_call;
};

} // namespace banhang::client
