#include "client/views/view_cache.h"

#include <algorithm>

#include "client/core/change_feed.h"
#include "common/vn/sort_key.h"

namespace banhang::client {

ViewCache::ViewCache(RpcClient& rpc, const QString& listKey, QObject* parent)
    : QObject(parent), m_api(rpc), m_listKey(listKey)
{
}

void ViewCache::reload()
{
    m_call = m_api.list(m_listKey, this, [this](const Outcome<v1::ListSavedViewsResponse>& outcome) {
        if (outcome) {
            m_views.clear();
            for (const auto& view : outcome->views())
                m_views.append(view);
            sortByName();
            m_isLoaded = true;
            emit changed();
        }
        emit loaded();
    });
}

void ViewCache::clear()
{
    m_call.cancel();
    m_views.clear();
    m_isLoaded = false;
    emit changed();
}

void ViewCache::onChanges(const QList<RecordChange>& changes)
{
    const bool concerns = std::any_of(changes.begin(), changes.end(), [](const RecordChange& change) {
        return change.entity == QLatin1String("saved_view");
    });
    if (concerns)
        reload();
}

void ViewCache::accept(const v1::SavedView& view)
{
    m_views.removeIf([&view](const v1::SavedView& known) { return known.id() == view.id(); });
    // Taken from the others, as the server does it.
    for (auto& other : m_views) {
        if (view.is_default())
            other.set_is_default(false);
        if (view.quick_key() != 0 && other.quick_key() == view.quick_key())
            other.set_quick_key(0);
    }
    m_views.append(view);
    sortByName();
    emit changed();
}

void ViewCache::forget(qint64 viewId)
{
    m_views.removeIf([viewId](const v1::SavedView& known) { return known.id() == viewId; });
    emit changed();
}

template <typename Fits>
const v1::SavedView* ViewCache::findIf(Fits fits) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), fits);
    return found == m_views.end() ? nullptr : &*found;
}

const v1::SavedView* ViewCache::find(qint64 viewId) const
{
    return findIf([viewId](const v1::SavedView& view) { return view.id() == viewId; });
}

const v1::SavedView* ViewCache::byQuickKey(int key) const
{
    return key == 0 ? nullptr : findIf([key](const v1::SavedView& view) { return view.quick_key() == key; });
}

const v1::SavedView* ViewCache::first() const
{
    return findIf([](const v1::SavedView& view) { return view.is_default(); });
}

void ViewCache::sortByName()
{
    std::stable_sort(m_views.begin(), m_views.end(), [](const v1::SavedView& left, const v1::SavedView& right) {
        return vn::sortKey(left.name()) < vn::sortKey(right.name());
    });
}

} // namespace banhang::client
