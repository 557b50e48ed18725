#include "client/core/picklist_cache.h"

#include <algorithm>

#include "client/core/change_feed.h"
#include "client/core/language.h"

namespace banhang::client {

namespace {

const Method<v1::ListPickItemsRequest, v1::ListPickItemsResponse>& listPickItems()
{
    static const Method<v1::ListPickItemsRequest, v1::ListPickItemsResponse> method(
        "banhang.v1.PicklistsService.ListPickItems");
    return method;
}

QString keyOf(const QString& listKey, const std::string& key)
{
    return listKey + QLatin1Char('/') + QString::fromStdString(key);
}

} // namespace

PicklistCache::PicklistCache(RpcClient& rpc, QObject* parent) : QObject(parent), m_rpc(rpc) {}

void PicklistCache::reload()
{
    using Reply = Outcome<v1::ListPickItemsResponse>;
    m_call = m_rpc.call<v1::ListPickItemsRequest, v1::ListPickItemsResponse>(listPickItems(), {}, this,
                                                                             [this](Reply outcome) {
                                                                                 if (outcome)
                                                                                     accept(std::move(outcome).value());
                                                                             });
}

void PicklistCache::clear()
{
    m_call.cancel();
    accept({});
}

void PicklistCache::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("pick_item");
    });
    if (concerns)
        reload();
}

void PicklistCache::accept(v1::ListPickItemsResponse response)
{
    m_items.Swap(&response);
    m_byKey.clear();
    for (const auto& item : m_items.items())
        m_byKey.insert(keyOf(QString::fromStdString(item.list_key()), item.key()), &item);
    emit changed();
}

QList<const v1::PickItem*> PicklistCache::choices(const QString& listKey) const
{
    auto found = all(listKey);
    found.removeIf([](const v1::PickItem* item) { return !item->active(); });
    return found;
}

QList<const v1::PickItem*> PicklistCache::all(const QString& listKey) const
{
    QList<const v1::PickItem*> found;
    for (const auto& item : m_items.items()) {
        if (item.list_key() == listKey.toStdString())
            found.append(&item);
    }
    return found;
}

QString PicklistCache::label(const QString& listKey, const std::string& key) const
{
    const auto* item = m_byKey.value(keyOf(listKey, key));
    return item ? labelOf(*item) : QString::fromStdString(key);
}

QString PicklistCache::labelOf(const v1::PickItem& item)
{
    return QString::fromStdString(isVietnamese() || item.label_en().empty() ? item.label_vi() : item.label_en());
}

} // namespace banhang::client
