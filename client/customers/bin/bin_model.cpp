#include "client/customers/bin/bin_model.h"

#include <QDateTime>

#include <algorithm>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/core/picklist_cache.h"
#include "client/customers/customer_text.h"
#include "client/ui/table/table_roles.h"

namespace banhang::client {

namespace {

constexpr int kPageSize = 200;
const QString kUnknown = QStringLiteral("–");

bool isPerson(int column)
{
    return column == BinModel::Owner || column == BinModel::DeletedBy;
}

} // namespace

BinModel::BinModel(const Workplace& workplace, CustomersApi& api, QObject* parent)
    : QAbstractTableModel(parent), m_workplace(workplace), m_api(api)
{
}

int BinModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_customers.size());
}

int BinModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BinModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == DeletedAt)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Customer name"), tr("Code"),       tr("Tier"),
                              tr("Owner"),         tr("Deleted by"), tr("Deleted")};
    return titles[section];
}

QVariant BinModel::data(const QModelIndex& index, int role) const
{
    const auto* customer = customerAt(index.row());
    if (!customer)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*customer, index.column());
    case Qt::ToolTipRole:
        return index.column() == DeletedAt ? QVariant(exactMoment(officeTime(customer->delete_time()))) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == DeletedAt ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignVCenter);
    case RowIdRole:
        return qlonglong(customer->id());
    case IconNameRole:
        return index.column() == Name ? QVariant(kindIcon(customer->kind())) : QVariant();
    case SuffixRole:
        return index.column() == Name ? QVariant(nameParts(*customer).legalForm) : QVariant();
    case CellToneRole:
        return int(index.column() == Code || index.column() == Tier || index.column() == DeletedAt ? CellTone::Quiet
                                                                                                   : CellTone::Plain);
    case PersonIdRole:
    case InitialsRole:
        return isPerson(index.column()) ? personAt(*customer, index.column(), role) : QVariant();
    default:
        return {};
    }
}

QVariant BinModel::textAt(const v1::Customer& customer, int column) const
{
    switch (column) {
    case Name:
        return nameParts(customer).distinctive;
    case Code:
        return QString::fromStdString(customer.code());
    case Tier: {
        const QString label = m_workplace.picklists.label(QStringLiteral("tier"), customer.tier_key());
        return label.isEmpty() ? kUnknown : label;
    }
    case DeletedAt:
        return longMoment(officeTime(customer.delete_time()), officeNow());
    default:
        return personAt(customer, column, Qt::DisplayRole);
    }
}

QVariant BinModel::personAt(const v1::Customer& customer, int column, int role) const
{
    const auto* deletion = deletionOf(customer.id());
    if (column == DeletedBy && (!deletion || !deletion->isKnown))
        return {};
    const qint64 person = column == Owner ? customer.owner_user_id() : deletion->actorUserId;
    if (role == PersonIdRole)
        return person;
    if (role == InitialsRole)
        return m_workplace.directory.initials(person);
    if (column == DeletedBy && person == 0)
        return tr("the server");
    const QString name = m_workplace.directory.givenName(person);
    return name.isEmpty() ? kUnknown : name;
}

const BinModel::Deletion* BinModel::deletionOf(qint64 customerId) const
{
    const auto found = m_deletions.find(customerId);
    return found == m_deletions.end() ? nullptr : &found->second;
}

void BinModel::findDeleters(int firstRow, int lastRow)
{
    for (int row = std::max(0, firstRow); row <= lastRow && row < rowCount(); ++row) {
        const qint64 id = m_customers[static_cast<size_t>(row)].id();
        auto& asked = m_deletions[id];
        if (asked.isKnown || asked.call.isActive())
            continue;
        asked.call =
            m_api.listHistory(id, {}, this, [this, id](const Outcome<v1::ListCustomerHistoryResponse>& outcome) {
                if (!outcome)
                    return; // asked again when the row comes into sight the next time
                const auto& entries = outcome->entries();
                const auto entry =
                    std::ranges::find_if(entries, [](const auto& e) { return e.operation() == "delete"; });
                auto& deletion = m_deletions[id];
                deletion.isKnown = true;
                if (entry != entries.end())
                    deletion.actorUserId = entry->actor_user_id();
                if (const int at = rowOf(id); at >= 0)
                    emit dataChanged(index(at, DeletedBy), index(at, DeletedBy));
            });
    }
}

bool BinModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_nextToken.empty() && !m_call.isActive();
}

void BinModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        request(m_nextToken);
}

void BinModel::reload()
{
    request({});
}

void BinModel::clear()
{
    m_call.cancel();
    empty();
}

void BinModel::empty()
{
    beginResetModel();
    m_customers.clear();
    m_deletions.clear();
    m_nextToken.clear();
    endResetModel();
}

void BinModel::request(const std::string& token)
{
    v1::ListCustomersRequest wanted;
    wanted.mutable_filter()->set_deleted(true);
    wanted.set_sort(v1::CUSTOMER_SORT_NAME);
    wanted.set_page_size(kPageSize);
    wanted.set_page_token(token);
    const bool isFirst = token.empty();
    m_call = m_api.list(wanted, this, [this, isFirst](const Outcome<v1::ListCustomersResponse>& outcome) {
        if (!outcome) {
            emit failed(outcome.error());
            return;
        }
        if (isFirst)
            empty();
        m_nextToken = outcome->next_page_token();
        const auto& more = outcome->customers();
        if (!more.empty()) {
            beginInsertRows({}, rowCount(), rowCount() + more.size() - 1);
            m_customers.insert(m_customers.end(), more.begin(), more.end());
            endInsertRows();
        }
        emit loaded();
    });
}

const v1::Customer* BinModel::customerAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_customers[static_cast<size_t>(row)] : nullptr;
}

int BinModel::rowOf(qint64 customerId) const
{
    const auto found =
        std::ranges::find_if(m_customers, [customerId](const v1::Customer& c) { return c.id() == customerId; });
    return found == m_customers.end() ? -1 : static_cast<int>(found - m_customers.begin());
}

void BinModel::remove(qint64 customerId)
{
    const int row = rowOf(customerId);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_customers.erase(m_customers.begin() + row);
    endRemoveRows();
}

} // namespace banhang::client
