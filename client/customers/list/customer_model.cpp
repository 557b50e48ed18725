#include "client/customers/list/customer_model.h"

#include "client/core/directory_cache.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customers_api.h"
#include "client/customers/filter/filter_match.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 200;
constexpr int kSearchLimit = 200;

const v1::Customer& asCustomer(const google::protobuf::Message& record)
{
    return static_cast<const v1::Customer&>(record);
}

template <typename Customers>
std::vector<RecordPtr> toRecords(Customers& customers)
{
    std::vector<RecordPtr> records;
    records.reserve(static_cast<size_t>(customers.size()));
    for (auto& customer : customers)
        records.push_back(std::make_shared<v1::Customer>(std::move(customer)));
    return records;
}

} // namespace

CustomerModel::CustomerModel(CustomersApi& api, const DirectoryCache& directory, const PicklistCache& picklists,
                             QObject* parent)
    : LiveListModel(parent), m_api(api), m_directory(directory), m_picklists(picklists)
{
    connect(&m_directory, &DirectoryCache::changed, this, [this] { touchAll(); });
    connect(&m_picklists, &PicklistCache::changed, this, [this] { touchAll(); });
}

int CustomerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void CustomerModel::setQuery(const CustomerQuery& query, qint64 aroundId)
{
    m_query = query;
    reload(true, aroundId);
}

void CustomerModel::refresh(qint64 aroundId)
{
    // Near the start the list is loaded from there, so that its scroll bar stays true.
    const int row = rowOf(aroundId);
    const bool isDeep = row >= kPageSize || (row < 0 && aroundId != 0);
    reload(false, isDeep && m_query.text.isEmpty() ? aroundId : 0);
}

const v1::Customer* CustomerModel::customerAt(int row) const
{
    const auto* live = rowAt(row);
    return live ? &asCustomer(*live->record) : nullptr;
}

v1::CustomerSort CustomerModel::sortOf(int column)
{
    switch (column) {
    case Name:
        return v1::CUSTOMER_SORT_NAME;
    case Code:
        return v1::CUSTOMER_SORT_CODE;
    case LastContact:
        return v1::CUSTOMER_SORT_LAST_CONTACT;
    case NextContact:
        return v1::CUSTOMER_SORT_NEXT_CONTACT;
    case Callback:
        return v1::CUSTOMER_SORT_CALLBACK;
    case Created:
        return v1::CUSTOMER_SORT_CREATED;
    case Status:
        return v1::CUSTOMER_SORT_STATUS;
    case Tier:
        return v1::CUSTOMER_SORT_TIER;
    case Group:
        return v1::CUSTOMER_SORT_GROUP;
    case Source:
        return v1::CUSTOMER_SORT_SOURCE;
    case Trade:
        return v1::CUSTOMER_SORT_TRADE;
    case Kind:
        return v1::CUSTOMER_SORT_KIND;
    case Owner:
        return v1::CUSTOMER_SORT_OWNER;
    default:
        return v1::CUSTOMER_SORT_UNSPECIFIED;
    }
}

int CustomerModel::columnOf(v1::CustomerSort sort)
{
    for (int column = 0; column < ColumnCount; ++column) {
        if (sort != v1::CUSTOMER_SORT_UNSPECIFIED && sortOf(column) == sort)
            return column;
    }
    return Name;
}

CallHandle CustomerModel::fetchPage(const PageQuery& query, PageHandler handler)
{
    return m_query.text.isEmpty() ? fetchList(query, handler) : fetchSearch(handler);
}

CallHandle CustomerModel::fetchList(const PageQuery& query, const PageHandler& handler)
{
    v1::ListCustomersRequest request;
    *request.mutable_filter() = m_query.filter;
    request.set_sort(m_query.sort);
    request.set_descending(m_query.isDescending);
    request.set_page_size(kPageSize);
    request.set_page_token(query.token);
    request.set_around_customer_id(query.aroundId);
    request.set_with_count(query.withCount);
    const bool withCount = query.withCount;
    return m_api.list(request, this, [this, withCount, handler](Outcome<v1::ListCustomersResponse> outcome) {
        if (!outcome) {
            handler(outcome.error());
            return;
        }
        auto reply = std::move(outcome).value();
        m_isTruncated = false;
        handler(RecordPage{toRecords(*reply.mutable_customers()), reply.next_page_token(), reply.previous_page_token(),
                           withCount ? reply.capped_count() : -1});
    });
}

CallHandle CustomerModel::fetchSearch(const PageHandler& handler)
{
    v1::SearchCustomersRequest request;
    request.set_query(m_query.text.toStdString());
    *request.mutable_filter() = m_query.filter;
    request.set_limit(kSearchLimit);
    return m_api.search(request, this, [this, handler](Outcome<v1::SearchCustomersResponse> outcome) {
        if (!outcome) {
            handler(outcome.error());
            return;
        }
        auto reply = std::move(outcome).value();
        m_isTruncated = reply.truncated();
        const int count = reply.customers_size();
        handler(RecordPage{toRecords(*reply.mutable_customers()), {}, {}, count});
    });
}

CallHandle CustomerModel::fetchRecords(const std::vector<qint64>& ids, RecordsHandler handler)
{
    return m_api.batchGet(ids, this, [handler](Outcome<v1::BatchGetCustomersResponse> outcome) {
        if (!outcome) {
            handler(outcome.error());
            return;
        }
        auto reply = std::move(outcome).value();
        handler(toRecords(*reply.mutable_customers()));
    });
}

qint64 CustomerModel::idOf(const google::protobuf::Message& record) const
{
    return asCustomer(record).id();
}

qint64 CustomerModel::versionOf(const google::protobuf::Message& record) const
{
    return asCustomer(record).version();
}

bool CustomerModel::belongs(const google::protobuf::Message& record) const
{
    const auto& customer = asCustomer(record);
    // Units, days and search words are the server's business: a customer that is kept in doubt does no harm until the
    // next reload.
    return customer.has_delete_time() == m_query.filter.deleted() && matches(m_query.filter, customer);
}

bool CustomerModel::hasSamePlace(const google::protobuf::Message& before, const google::protobuf::Message& after) const
{
    const auto& left = asCustomer(before);
    const auto& right = asCustomer(after);
    if (!m_query.text.isEmpty())
        return true;
    const bool hasSameName = left.name() == right.name();
    switch (m_query.sort) {
    case v1::CUSTOMER_SORT_CODE:
    case v1::CUSTOMER_SORT_CREATED:
        return true; // neither ever changes
    case v1::CUSTOMER_SORT_LAST_CONTACT:
        return left.last_contact_time().seconds() == right.last_contact_time().seconds();
    case v1::CUSTOMER_SORT_NEXT_CONTACT:
        return left.next_contact_time().seconds() == right.next_contact_time().seconds();
    case v1::CUSTOMER_SORT_CALLBACK:
        return left.callback_time().seconds() == right.callback_time().seconds();
    case v1::CUSTOMER_SORT_STATUS:
        return hasSameName && left.status_key() == right.status_key();
    case v1::CUSTOMER_SORT_TIER:
        return hasSameName && left.tier_key() == right.tier_key();
    case v1::CUSTOMER_SORT_GROUP:
        return hasSameName && left.group_key() == right.group_key();
    case v1::CUSTOMER_SORT_SOURCE:
        return hasSameName && left.source_key() == right.source_key();
    case v1::CUSTOMER_SORT_TRADE:
        return hasSameName && left.trade_key() == right.trade_key();
    case v1::CUSTOMER_SORT_KIND:
        return hasSameName && left.kind() == right.kind();
    case v1::CUSTOMER_SORT_OWNER:
        return hasSameName && left.owner_user_id() == right.owner_user_id();
    default:
        return hasSameName;
    }
}

QString CustomerModel::leavingReason(const google::protobuf::Message& record) const
{
    const auto& customer = asCustomer(record);
    if (customer.has_delete_time())
        return tr("moved to the bin");
    if (!isOwnerWanted(m_query.filter, customer.owner_user_id()))
        return tr("assigned to %1").arg(m_directory.givenName(customer.owner_user_id()));
    return tr("left this list");
}

} // namespace banhang::client
