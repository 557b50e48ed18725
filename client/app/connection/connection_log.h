// When the connection went and came back, and what happened between, as far back as this run of the program goes.
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

namespace banhang::client {

class ChangeFeed;
class DraftStore;

struct ConnectionEvent
{
    enum class Kind {
        Lost,      ///< the server does not answer, though this machine is in a network
        Unplugged, ///< this machine is in no network
        Back,      ///< after `seconds`, with `count` drafts
        Kept,      ///< a draft, `what`, while there was no connection
        Collided,  ///< somebody else had changed the customer with the code `what`
    };
    Kind kind{};
    QDateTime at{};
    QString what{};
    qint64 seconds = 0;
    int count = 0;
};

/// Thread: UI.
class ConnectionLog final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxEvents = 100;

    ConnectionLog(ChangeFeed& feed, DraftStore& drafts, QObject* parent = nullptr);

    /// Newest first.
    const QList<ConnectionEvent>& events() const { return m_events; }
    void addCollision(const QString& code);
    /// Another person is going to look.
    void clear();

signals:
    void changed();

private:
    void onFeedState();
    void onDraftKept(const QString& key);
    void add(const ConnectionEvent& event);

    ChangeFeed& m_feed;
    DraftStore& m_drafts;
    QList<ConnectionEvent> m_events;
    QSet<QString> m_keptKeys; ///< since the connection went
    QDateTime m_lostAt;
};

/// In words, without the time.
QString connectionEventText(const ConnectionEvent& event);

} // namespace banhang::client
