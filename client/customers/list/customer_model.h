// The list of customers: its query and its columns.
#pragma once

#include <QHash>

#include "banhang/v1/customers.pb.h"
#include "client/core/live_list_model.h"
#include "client/customers/customer_text.h"

namespace banhang::client {

class CustomersApi;
class DirectoryCache;
class PicklistCache;

/// What the list shows, and in which order.
struct CustomerQuery
{
    v1::CustomerFilter filter;
    QString text; ///< words to search for; then the server ranks and `sort` does not count
    v1::CustomerSort sort = v1::CUSTOMER_SORT_NAME;
    bool isDescending = false;
};

class CustomerModel final : public LiveListModel
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Code,
        Tier,
        Group,
        Phone,
        Owner,
        LastContact,
        Status,
        Province,
        Source,
        Created,
        Email,
        TaxCode,
        Address,
        Trade,
        Kind,
        Team,
        Tags,
        DoNotCall,
        Updated,
        NextContact,
        PotentialOf,
        AllPhones,
        AllEmails,
        Ward,
        BirthdayOf,
        Occupation,
        Needs,
        Traits,
        Website,
        Callback,
        CallbackReason,
        TalkRhythm,
        Creator,
        ColumnCount
    };

    CustomerModel(CustomersApi& api, const DirectoryCache& directory, const PicklistCache& picklists,
                  QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Loads it, from the start or around a customer.
    void setQuery(const CustomerQuery& query, qint64 aroundId = 0);
    const CustomerQuery& query() const { return m_query; }
    /// Loads it again, around the given customer where the list has an order.
    void refresh(qint64 aroundId = 0);

    /// Null for rows that are still loading.
    const v1::Customer* customerAt(int row) const;
    /// The search found more than it sent.
    bool isTruncated() const { return m_isTruncated; }

    /// Unspecified for columns that the server cannot sort by.
    static v1::CustomerSort sortOf(int column);
    static int columnOf(v1::CustomerSort sort);
    static QString titleOf(int column);
    /// What stands in the cell of a customer that need not be in the list; names whole.
    QString textOf(const v1::Customer& customer, int column) const;

protected:
    CallHandle fetchPage(const PageQuery& query, PageHandler handler) override;
    CallHandle fetchRecords(const std::vector<qint64>& ids, RecordsHandler handler) override;
    QVariant cellData(const LiveRow& row, int column, int role) const override;
    QString entity() const override { return QStringLiteral("customer"); }
    qint64 idOf(const google::protobuf::Message& record) const override;
    qint64 versionOf(const google::protobuf::Message& record) const override;
    bool belongs(const google::protobuf::Message& record) const override;
    bool hasSamePlace(const google::protobuf::Message& before, const google::protobuf::Message& after) const override;
    QString leavingReason(const google::protobuf::Message& record) const override;

private:
    CallHandle fetchList(const PageQuery& query, const PageHandler& handler);
    CallHandle fetchSearch(const PageHandler& handler);
    QString displayText(const v1::Customer& customer, const LiveRow& row, int column) const;
    /// Of the columns that are not shown at first.
    QString furtherText(const v1::Customer& customer, int column) const;
    QVariant toneOf(const v1::Customer& customer, int column) const;
    QString spokenRow(const v1::Customer& customer, const LiveRow& row) const;
    const NameParts& partsOf(const v1::Customer& customer) const;

    CustomersApi& m_api;
    const DirectoryCache& m_directory;
    const PicklistCache& m_picklists;
    CustomerQuery m_query;
    bool m_isTruncated = false;
    // Names are taken apart once, not at each paint; by the name, so that nothing has to be thrown away.
    mutable QHash<std::string, NameParts> m_parts;
};

} // namespace banhang::client
