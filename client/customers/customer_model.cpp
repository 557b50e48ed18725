#include "client/customers/customer_model.h"

#include <QDateTime>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_columns.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customers_api.h"
#include "client/customers/filter_match.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 200;
constexpr int kSearchLimit = 200;
constexpr int kMaxCachedNames = 20'000;

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

/// The field of the feed that stands in a column.
bool isShownIn(int column, const QStringList& fields)
{
    const auto field = QLatin1String(columnInfo(column).field);
    return !field.isEmpty() && fields.contains(field);
}

/// Of cells that may be empty.
QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
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

QVariant CustomerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == LastContact)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return role == Qt::DisplayRole ? titleOf(section) : QVariant();
}

QString CustomerModel::titleOf(int column)
{
    switch (column) {
    case Name:
        return tr("Customer name");
    case Code:
        return tr("Code");
    case Tier:
        return tr("Tier");
    case Group:
        return tr("Group");
    case Phone:
        return tr("Phone");
    case Owner:
        return tr("Owner");
    case LastContact:
        return tr("Contact");
    case Status:
        return tr("Status");
    case Province:
        return tr("Province");
    case Source:
        return tr("Source");
    case Created:
        return tr("Created");
    case Email:
        return tr("Email");
    case TaxCode:
        return tr("Tax code");
    case Address:
        return tr("Address");
    case Trade:
        return tr("Line of business");
    case Kind:
        return tr("Kind");
    case Team:
        return tr("Team");
    case Tags:
        return tr("Tags");
    case DoNotCall:
        return tr("No ads");
    case Updated:
        return tr("Changed");
    default:
        return {};
    }
}

void CustomerModel::setQuery(const CustomerQuery& query)
{
    m_query = query;
    reload(true);
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
    case Created:
        return v1::CUSTOMER_SORT_CREATED;
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
    return m_query.text.isEmpty() ? fetchList(query, std::move(handler)) : fetchSearch(std::move(handler));
}

CallHandle CustomerModel::fetchList(const PageQuery& query, PageHandler handler)
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

CallHandle CustomerModel::fetchSearch(PageHandler handler)
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
    switch (m_query.sort) {
    case v1::CUSTOMER_SORT_CODE:
    case v1::CUSTOMER_SORT_CREATED:
        return true; // neither ever changes
    case v1::CUSTOMER_SORT_LAST_CONTACT:
        return left.last_contact_time().seconds() == right.last_contact_time().seconds();
    default:
        return left.name() == right.name();
    }
}

QString CustomerModel::leavingReason(const google::protobuf::Message& record) const
{
    const auto& customer = asCustomer(record);
    if (customer.has_delete_time())
        return tr("moved to the bin");
    if (!isOwnerWanted(m_query.filter, customer.owner_user_id()))
        return tr("given to %1").arg(m_directory.givenName(customer.owner_user_id()));
    return tr("left this list");
}

const NameParts& CustomerModel::partsOf(const v1::Customer& customer) const
{
    if (m_parts.size() > kMaxCachedNames)
        m_parts.clear();
    auto found = m_parts.find(customer.name());
    if (found == m_parts.end())
        found = m_parts.insert(customer.name(), nameParts(customer));
    return *found;
}

QVariant CustomerModel::cellData(const LiveRow& row, int column, int role) const
{
    const auto& customer = asCustomer(*row.record);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(customer, row, column);
    case Qt::ToolTipRole:
        if (column == LastContact)
            return exactMoment(toDateTime(customer.last_contact_time()));
        if (column == Address || column == Tags || column == Email)
            return displayText(customer, row, column);
        return column == Name ? QString::fromStdString(customer.name()) : QVariant();
    case Qt::TextAlignmentRole:
        return column == LastContact ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                     : QVariant();
    case Qt::AccessibleTextRole:
        return column == Name ? spokenRow(customer, row) : displayText(customer, row, column);
    case SuffixRole:
        return column == Name ? partsOf(customer).legalForm : QVariant();
    case IconNameRole:
        return column == Name ? kindIcon(customer.kind()) : QVariant();
    case CellToneRole:
        return toneOf(customer, column);
    case PersonIdRole:
        return column == Owner ? QVariant(qlonglong(customer.owner_user_id())) : QVariant();
    case InitialsRole:
        return column == Owner ? m_directory.initials(customer.owner_user_id()) : QVariant();
    case ChangedCellRole:
        return row.changedAtMs != 0 && isShownIn(column, row.changedFields);
    default:
        return {};
    }
}

QString CustomerModel::displayText(const v1::Customer& customer, const LiveRow& row, int column) const
{
    switch (column) {
    case Name:
        return partsOf(customer).distinctive;
    case Code:
        return QString::fromStdString(customer.code());
    case Tier:
        return orDash(m_picklists.label(QStringLiteral("tier"), customer.tier_key()));
    case Group:
        return orDash(m_picklists.label(QStringLiteral("group"), customer.group_key()));
    case Phone:
        if (isMasked(customer, "phones"))
            return tr("hidden");
        return orDash(customer.phones().empty() ? QString() : phoneText(customer.phones(0)));
    case Owner:
        return m_directory.givenName(customer.owner_user_id());
    case LastContact:
        if (row.isUnseen && row.changedAtMs > QDateTime::currentMSecsSinceEpoch() - 60'000)
            return tr("just now");
        return shortMoment(toDateTime(customer.last_contact_time()), QDateTime::currentDateTime());
    case Status:
        return orDash(m_picklists.label(QStringLiteral("status"), customer.status_key()));
    case Province:
        return orDash(customer.addresses().empty() ? QString() : provinceText(customer.addresses(0)));
    case Source:
        return orDash(m_picklists.label(QStringLiteral("source"), customer.source_key()));
    case Created:
        return shortMoment(toDateTime(customer.create_time()), QDateTime::currentDateTime());
    default:
        return furtherText(customer, column);
    }
}

QString CustomerModel::furtherText(const v1::Customer& customer, int column) const
{
    switch (column) {
    case Email:
        if (isMasked(customer, "emails"))
            return tr("hidden");
        return orDash(customer.emails().empty() ? QString() : QString::fromStdString(customer.emails(0).address()));
    case TaxCode:
        return isMasked(customer, "tax_code") ? tr("hidden") : orDash(taxCodeText(customer.tax_code()));
    case Address:
        return orDash(customer.addresses().empty() ? QString() : addressText(customer.addresses(0)));
    case Trade:
        return orDash(m_picklists.label(QStringLiteral("trade"), customer.trade_key()));
    case Kind:
        return customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL ? tr("Person") : tr("Organisation");
    case Team: {
        const auto* place = m_directory.placeOf(customer.unit_id());
        return orDash(place ? QString::fromStdString(place->name()) : QString());
    }
    case Tags: {
        QStringList labels;
        for (const auto& key : customer.tag_keys())
            labels.append(m_picklists.label(QStringLiteral("tag"), key));
        return orDash(labels.join(QStringLiteral(", ")));
    }
    case DoNotCall:
        return customer.do_not_call() ? tr("No ads") : QStringLiteral("–");
    case Updated:
        return shortMoment(toDateTime(customer.update_time()), QDateTime::currentDateTime());
    default:
        return {};
    }
}

QVariant CustomerModel::toneOf(const v1::Customer& customer, int column) const
{
    const auto tone = [](CellTone value) { return QVariant(static_cast<int>(value)); };
    switch (column) {
    case Tier:
        return tone(customer.tier_key() == "vip" ? CellTone::Vip : CellTone::Quiet);
    case Group:
        if (customer.group_key().empty())
            return tone(CellTone::Quiet);
        return tone(customer.group_key() == "loyal" ? CellTone::Accent : CellTone::Plain);
    case DoNotCall:
        return customer.do_not_call() ? tone(CellTone::Warn) : tone(CellTone::Quiet);
    case Code:
    case LastContact:
    case Created:
    case Updated:
    case Kind:
        return tone(CellTone::Quiet);
    default:
        return {};
    }
}

QString CustomerModel::spokenRow(const v1::Customer& customer, const LiveRow& row) const
{
    QString text = tr("%1, tier %2, group %3, owner %4")
                       .arg(QString::fromStdString(customer.name()), displayText(customer, row, Tier),
                            displayText(customer, row, Group), displayText(customer, row, Owner));
    if (row.isUnseen)
        text += QStringLiteral(", ") + tr("just changed by %1").arg(m_directory.givenName(row.changedBy));
    if (!row.goneReason.isEmpty())
        text += QStringLiteral(", ") + row.goneReason;
    return text;
}

} // namespace banhang::client
