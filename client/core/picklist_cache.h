// The lists behind choice boxes, in the language of the interface.
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include "banhang/v1/picklists.pb.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

struct RecordChange;

/// Keeps the items that the server sent last; asks again when the feed names one. Thread: UI.
class PicklistCache final : public QObject
{
    Q_OBJECT
public:
    explicit PicklistCache(RpcClient& rpc, QObject* parent = nullptr);

    void reload();
    void clear();
    void onChanges(const QList<RecordChange>& changes);

    /// Items of a list that are still offered, in display order. Valid until the next `changed`.
    QList<const v1::PickItem*> choices(const QString& listKey) const;
    /// Also those that are no longer offered.
    QList<const v1::PickItem*> all(const QString& listKey) const;
    bool isEmpty() const { return m_items.items().empty(); }
    /// Label of an item, also of an inactive one; the key itself when it is unknown, empty for an empty key.
    QString label(const QString& listKey, const std::string& key) const;

    static QString labelOf(const v1::PickItem& item);

signals:
    void changed();

private:
    void accept(v1::ListPickItemsResponse response);

    RpcClient& m_rpc;
    CallHandle m_call;
    v1::ListPickItemsResponse m_items;
    QHash<QString, const v1::PickItem*> m_byKey; // "list/key"
};

} // namespace banhang::client
