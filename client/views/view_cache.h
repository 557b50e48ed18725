// The saved views of one list, as the server sent them last.
#pragma once

#include <QList>
#include <QObject>

#include "client/views/views_api.h"

namespace banhang::client {

struct RecordChange;

/// Asks again when the feed names a view. Thread: UI.
class ViewCache final : public QObject
{
    Q_OBJECT
public:
    ViewCache(RpcClient& rpc, const QString& listKey, QObject* parent = nullptr);

    ViewsApi& api() { return m_api; }
    QString listKey() const { return m_listKey; }
    void reload();
    void clear();
    void onChanges(const QList<RecordChange>& changes);
    /// Puts in what an answer has just brought; by its id.
    void accept(const v1::SavedView& view);
    void forget(qint64 viewId);

    /// The answer is there; before it nobody knows with which view to begin.
    bool isLoaded() const { return m_isLoaded; }
    /// By name. Valid until the next `changed`.
    const QList<v1::SavedView>& views() const { return m_views; }
    /// Null when it is not (any more) among those seen.
    const v1::SavedView* find(qint64 viewId) const;
    const v1::SavedView* byQuickKey(int key) const;
    /// The one to begin with, null for none.
    const v1::SavedView* first() const;

signals:
    void changed();
    /// Also when there was no answer: work goes on without saved views.
    void loaded();

private:
    template <typename Fits>
    const v1::SavedView* findIf(Fits fits) const;
    void sortByName();

    ViewsApi m_api;
    QString m_listKey;
    CallHandle m_call;
    QList<v1::SavedView> m_views;
    bool m_isLoaded = false;
};

} // namespace banhang::client
