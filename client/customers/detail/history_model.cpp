#include "client/customers/detail/history_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "client/core/directory_cache.h"
#include "client/core/moment_text.h"
#include "client/core/office_time.h"
#include "client/customers/customer_fields.h"
#include "client/customers/customer_text.h"
#include "client/customers/customers_api.h"

namespace banhang::client {

namespace {

QString iconOf(const std::string& operation)
{
    static const QHash<QString, QString> icons = {
        {QStringLiteral("create"), QStringLiteral("user-plus")},
        {QStringLiteral("update"), QStringLiteral("pencil")},
        {QStringLiteral("delete"), QStringLiteral("trash-2")},
        {QStringLiteral("undelete"), QStringLiteral("archive-restore")},
        {QStringLiteral("assign"), QStringLiteral("user-check")},
        {QStringLiteral("share"), QStringLiteral("share-2")},
        {QStringLiteral("unshare"), QStringLiteral("user-x")},
        {QStringLiteral("merge"), QStringLiteral("merge")},
        {QStringLiteral("merged"), QStringLiteral("merge")},
        {QStringLiteral("unmerge"), QStringLiteral("undo-2")},
        {QStringLiteral("unmerged"), QStringLiteral("undo-2")},
    };
    return icons.value(QString::fromStdString(operation), QStringLiteral("history"));
}

} // namespace

namespace {

/// "CTY THIEN AN (KH000436)" for each customer that a merge or its undo names.
QString mergedText(const v1::FieldChange& change)
{
    QStringList names;
    for (const auto& json : {change.old_json(), change.new_json()}) {
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
        const QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
        for (const auto& one : list)
            if (const auto customer = one.toObject(); !customer.isEmpty())
                names.append(QStringLiteral("%1 (%2)").arg(customer[QLatin1String("name")].toString(),
                                                           customer[QLatin1String("code")].toString()));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

HistoryModel::HistoryModel(const Workplace& workplace, CustomersApi& api, QObject* parent)
    : QAbstractListModel(parent), m_workplace(workplace), m_api(api)
{
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& item = m_items[index.row()];
    if (role == Qt::ToolTipRole)
        return exactMoment(item.time);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{item.what, item.who, longMoment(item.time, officeNow())};
    for (const auto& line : item.lines)
        parts.append(line.label.isEmpty() ? line.text : line.label + QStringLiteral(": ") + line.text);
    return parts.join(QStringLiteral(", "));
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_nextToken.empty() && !m_call.isActive();
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        request(m_nextToken);
}

void HistoryModel::load(qint64 customerId)
{
    if (customerId != m_customerId)
        clear();
    m_customerId = customerId;
    if (customerId != 0)
        request({});
}

void HistoryModel::clear()
{
    m_call.cancel();
    beginResetModel();
    m_items.clear();
    m_entries.clear();
    m_nextToken.clear();
    m_customerId = 0;
    endResetModel();
}

void HistoryModel::request(const std::string& token)
{
    const bool isFirst = token.empty();
    m_call = m_api.listHistory(
        m_customerId, token, this, [this, isFirst](const Outcome<v1::ListCustomerHistoryResponse>& outcome) {
            if (!outcome) {
                emit failed(outcome.error());
                return;
            }
            QList<HistoryItem> items;
            for (const auto& entry : outcome->entries())
                items.append(toItem(entry));
            m_nextToken = outcome->next_page_token();
            if (isFirst)
                m_entries.clear();
            m_entries.insert(m_entries.end(), outcome->entries().begin(), outcome->entries().end());
            if (isFirst) {
                beginResetModel();
                m_items = std::move(items);
                endResetModel();
            } else if (!items.isEmpty()) {
                beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(items.size()) - 1);
                m_items += items;
                endInsertRows();
            }
            emit loaded();
        });
}

QString HistoryModel::whatText(const v1::HistoryEntry& entry) const
{
    const auto& operation = entry.operation();
    if (operation == "create")
        return tr("Added the customer");
    if (operation == "delete")
        return tr("Moved to the bin");
    if (operation == "undelete")
        return tr("Restored from the bin");
    if (operation == "assign")
        return tr("Assigned to another owner");
    if (operation == "share")
        return tr("Shared with a colleague");
    if (operation == "unshare")
        return tr("Share withdrawn");
    if (operation == "merge")
        return tr("Another customer was merged into it");
    if (operation == "merged")
        return tr("Merged into another customer");
    if (operation == "unmerge")
        return tr("A merge was undone");
    if (operation == "unmerged")
        return tr("Separated again after a merge");
    if (entry.changes_size() == 1)
        return tr("Changed: %1").arg(fieldLabel(QString::fromStdString(entry.changes(0).field())).toLower());
    return tr("Changed %Ln fields", nullptr, entry.changes_size());
}

HistoryItem HistoryModel::toItem(const v1::HistoryEntry& entry) const
{
    HistoryItem item;
    item.iconName = iconOf(entry.operation());
    item.what = whatText(entry);
    item.actorUserId = entry.actor_user_id();
    item.who = entry.actor_user_id() ? m_workplace.directory.fullName(entry.actor_user_id()) : tr("the server");
    if (!entry.machine_name().empty())
        item.who += QStringLiteral("  ·  ") + QString::fromStdString(entry.machine_name());
    item.time = officeTime(entry.time());
    if (entry.operation() != "create") {
        for (const auto& change : entry.changes())
            item.lines.append(toLine(change, entry.changes_size() == 1));
    }
    if (!entry.reason().empty())
        item.lines.append({tr("Reason"), QString::fromStdString(entry.reason())});
    return item;
}

HistoryLine HistoryModel::toLine(const v1::FieldChange& change, bool isOnly) const
{
    const QString field = QString::fromStdString(change.field());
    if (field.startsWith(QLatin1String("merged")))
        return {isOnly ? QString() : fieldLabel(field), mergedText(change)};
    const auto text = [&](const std::string& json) {
        const QString value = jsonFieldText(json, field, m_workplace.directory, m_workplace.picklists);
        return value.isEmpty() ? QStringLiteral("–") : value;
    };
    HistoryLine line;
    line.label = isOnly ? QString() : fieldLabel(field);
    line.oldText = text(change.old_json());
    line.text = QStringLiteral("%1 → %2").arg(line.oldText, text(change.new_json()));
    const QString now = fieldText(m_current, field, m_workplace.directory, m_workplace.picklists);
    const bool isOther = (now.isEmpty() ? QStringLiteral("–") : now) != line.oldText;
    if (m_mayRestore && isOther && editableFields().contains(field) && !isMasked(m_current, change.field())) {
        line.field = field;
        line.oldJson = change.old_json();
    }
    return line;
}

void HistoryModel::setCurrent(const v1::Customer& customer, bool mayRestore)
{
    m_current = customer;
    m_mayRestore = mayRestore;
    for (size_t i = 0; i < m_entries.size(); ++i)
        m_items[static_cast<qsizetype>(i)] = toItem(m_entries[i]);
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace banhang::client
