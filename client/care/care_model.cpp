#include "client/care/care_model.h"

#include <algorithm>

#include "client/care/care_text.h"
#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "common/vn/company_name.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 100;
const QString kUnknown = QStringLiteral("–");

const v1::CareRequest& asCare(const google::protobuf::Message& record)
{
    return dynamic_cast<const v1::CareRequest&>(record);
}

template <typename Values, typename Value>
bool isWanted(const Values& values, const Value& value)
{
    return values.empty() || std::ranges::find(values, value) != values.end();
}

template <typename Requests>
std::vector<RecordPtr> toRecords(Requests& requests)
{
    std::vector<RecordPtr> records;
    for (auto& request : requests)
        records.push_back(std::make_shared<v1::CareRequest>(std::move(request)));
    return records;
}

} // namespace

CareModel::CareModel(const Workplace& workplace, CareApi& api, QObject* parent)
    : LiveListModel(parent), m_workplace(workplace), m_api(api)
{
    connect(&workplace.directory, &DirectoryCache::changed, this, &CareModel::touchAll);
    connect(&workplace.picklists, &PicklistCache::changed, this, &CareModel::touchAll);
}

int CareModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Promised)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Subject"), tr("Customer"), tr("Kind"),    tr("Severity"),
                              tr("State"),   tr("Owner"),    tr("Promised")};
    return titles[section];
}

void CareModel::setQuery(const CareQuery& query)
{
    m_query = query;
    reload(true);
}

const v1::CareRequest* CareModel::requestAt(int row) const
{
    const LiveRow* found = rowAt(row);
    return found ? &asCare(*found->record) : nullptr;
}

void CareModel::apply(const v1::CareRequest& request)
{
    applyRecord(std::make_shared<v1::CareRequest>(request));
}

CallHandle CareModel::fetchPage(const PageQuery& query, PageHandler handler)
{
    v1::ListCareRequestsRequest wanted;
    *wanted.mutable_filter() = m_query.filter;
    wanted.set_order(m_query.order);
    wanted.set_descending(m_query.isDescending);
    wanted.set_page_size(kPageSize);
    wanted.set_page_token(query.token);
    return m_api.list(wanted, this, [handler](Outcome<v1::ListCareRequestsResponse> outcome) {
        if (!outcome) {
            handler(outcome.error());
            return;
        }
        auto reply = std::move(outcome).value();
        RecordPage page;
        page.records = toRecords(*reply.mutable_care_requests());
        page.nextToken = reply.next_page_token();
        handler(std::move(page));
    });
}

CallHandle CareModel::fetchRecords(const std::vector<qint64>& ids, RecordsHandler handler)
{
    return m_api.batchGet(ids, this, [handler](Outcome<v1::BatchGetCareRequestsResponse> outcome) {
        if (!outcome) {
            handler(outcome.error());
            return;
        }
        auto reply = std::move(outcome).value();
        handler(toRecords(*reply.mutable_care_requests()));
    });
}

QVariant CareModel::cellData(const LiveRow& row, int column, int role) const
{
    const v1::CareRequest& request = asCare(*row.record);
    switch (role) {
    case Qt::DisplayRole:
        return textAt(request, column);
    case Qt::ToolTipRole:
        if (column == Promised)
            return exactMoment(officeTime(request.promised_time()));
        if (column == Customer)
            return QString::fromStdString(request.customer_name());
        return column == Subject ? QString::fromStdString(request.description()) : QString();
    case Qt::TextAlignmentRole:
        return column == Promised ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignVCenter);
    case SuffixRole:
        return column == Subject ? QVariant(QString::fromStdString(request.code())) : QVariant();
    case IconNameRole:
        return column == Subject ? QVariant(QStringLiteral("handshake")) : QVariant();
    case CellToneRole:
        return int(toneAt(request, column));
    case PersonIdRole:
        return column == Owner ? QVariant(qlonglong(request.owner_user_id())) : QVariant();
    case InitialsRole:
        return column == Owner ? QVariant(m_workplace.directory.initials(request.owner_user_id())) : QVariant();
    default:
        return {};
    }
}

QString CareModel::textAt(const v1::CareRequest& request, int column) const
{
    switch (column) {
    case Subject:
        return QString::fromStdString(request.subject());
    case Customer:
        // What tells it apart; what many companies are called would be all that has room.
        return request.customer_name().empty()
                   ? tr("(not visible to you)")
                   : QString::fromStdString(vn::parseCompanyName(request.customer_name()).distinctive);
    case Kind:
        return m_workplace.picklists.label(QStringLiteral("care_kind"), request.kind_key());
    case Severity:
        return careSeverityWord(request.severity());
    case State:
        return careStateWord(request.state());
    case Owner: {
        const QString name = m_workplace.directory.givenName(request.owner_user_id());
        return name.isEmpty() ? kUnknown : name;
    }
    default:
        return promiseText(request, officeNow());
    }
}

CellTone CareModel::toneAt(const v1::CareRequest& request, int column) const
{
    switch (column) {
    case Customer:
        return request.customer_name().empty() ? CellTone::Quiet : CellTone::Plain;
    case Severity:
        return careSeverityTone(request.severity());
    case State:
        return careStateTone(request.state());
    case Promised:
        if (!isOpenCare(request))
            return CellTone::Quiet;
        return isLateCare(request, officeNow()) ? CellTone::Error : CellTone::Plain;
    default:
        return CellTone::Plain;
    }
}

QString CareModel::entity() const
{
    return QStringLiteral("care_request");
}

qint64 CareModel::idOf(const google::protobuf::Message& record) const
{
    return asCare(record).id();
}

qint64 CareModel::versionOf(const google::protobuf::Message& record) const
{
    return asCare(record).version();
}

bool CareModel::belongs(const google::protobuf::Message& record) const
{
    const v1::CareRequest& request = asCare(record);
    const v1::CareFilter& filter = m_query.filter;
    const bool isOfCustomer = filter.customer_id() == 0 || filter.customer_id() == request.customer_id();
    const bool isOpenEnough = !(filter.open_only() || filter.overdue_only()) || isOpenCare(request);
    const bool isLateEnough = !filter.overdue_only() || isLateCare(request, officeNow());
    return request.has_delete_time() == filter.deleted() && isOfCustomer && isOpenEnough && isLateEnough &&
           isWanted(filter.owner_user_ids(), request.owner_user_id()) && isWanted(filter.states(), request.state()) &&
           isWanted(filter.severities(), request.severity()) && isWanted(filter.kind_keys(), request.kind_key());
}

bool CareModel::hasSamePlace(const google::protobuf::Message& before, const google::protobuf::Message& after) const
{
    return m_query.order == v1::CARE_ORDER_CREATED ||
           asCare(before).promised_time().seconds() == asCare(after).promised_time().seconds();
}

QString CareModel::leavingReason(const google::protobuf::Message& record) const
{
    const v1::CareRequest& request = asCare(record);
    if (request.has_delete_time())
        return tr("moved to the bin");
    if (!isWanted(m_query.filter.owner_user_ids(), request.owner_user_id()))
        return tr("assigned to %1").arg(m_workplace.directory.givenName(request.owner_user_id()));
    return careStateWord(request.state());
}

} // namespace banhang::client
