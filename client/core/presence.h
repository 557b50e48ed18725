// Who else is at the records that this client shows, and telling the server where this one is.
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include "client/core/change_feed.h"
#include "client/core/rpc_client.h"

namespace banhang::client {

/// What colleagues told; forgotten whenever the feed is not online, for nobody knows then. Thread: UI.
class Presence final : public QObject
{
    Q_OBJECT
public:
    Presence(RpcClient& rpc, ChangeFeed& feed, QObject* parent = nullptr);

    /// Without the own person.
    QList<Colleague> at(qint64 customerId) const { return m_people.value(customerId); }
    bool isKnown() const { return m_feed.isOnline(); }

signals:
    void changed(qint64 customerId);
    /// Online or not is another one: everything is to be shown anew.
    void knownChanged();

private:
    friend class PresencePlace;
    void forget();

    RpcClient& m_rpc;
    ChangeFeed& m_feed;
    QHash<qint64, QList<Colleague>> m_people;
    QSet<int> m_places; ///< numbers in use
    bool m_wasKnown = false;
};

/// One pane or form, and the customer in it. It tells the server a moment after somebody has come to stay (who runs
/// through a list with the arrow keys is at none of the rows), again and again while it lasts, and that it is left.
/// Owner: the pane.
class PresencePlace final : public QObject
{
    Q_OBJECT
public:
    PresencePlace(Presence& presence, QObject* parent);
    ~PresencePlace() override;

    /// `field` is the one being typed into, empty for none. The same again changes nothing.
    void enter(qint64 customerId, bool isEditing = false, const QString& field = {});
    void leave();

private:
    void tell();

    Presence& m_presence;
    int m_number;
    qint64 m_customerId = 0;
    bool m_isEditing = false;
    QString m_field;
    bool m_isTold = false; ///< the server may hold something of this place
    QTimer m_timer;
    CallHandle m_call;
};

} // namespace banhang::client
