#include "client/app/connection/connection_log.h"

#include <QCoreApplication>
#include <QNetworkInterface>

#include "client/core/change_feed.h"
#include "client/core/draft_store.h"
#include "client/core/office_time.h"

namespace banhang::client {

namespace {

QString say(const char* text, int count = -1)
{
    return QCoreApplication::translate("ConnectionLog", text, nullptr, count);
}

bool hasNetwork()
{
    for (const auto& interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if ((flags & QNetworkInterface::IsRunning) && !(flags & QNetworkInterface::IsLoopBack) &&
            !interface.addressEntries().isEmpty())
            return true;
    }
    return false;
}

QString durationText(qint64 seconds)
{
    if (seconds < 60)
        return say(QT_TRANSLATE_NOOP("ConnectionLog", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return say(QT_TRANSLATE_NOOP("ConnectionLog", "%1 min")).arg(seconds / 60);
    return say(QT_TRANSLATE_NOOP("ConnectionLog", "%1 h %2 min")).arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace

ConnectionLog::ConnectionLog(ChangeFeed& feed, DraftStore& drafts, QObject* parent)
    : QObject(parent), m_feed(feed), m_drafts(drafts)
{
    connect(&m_feed, &ChangeFeed::stateChanged, this, &ConnectionLog::onFeedState);
    connect(&m_drafts, &DraftStore::kept, this, &ConnectionLog::onDraftKept);
}

void ConnectionLog::onFeedState()
{
    using Kind = ConnectionEvent::Kind;
    const auto now = officeNow();
    if (m_feed.state() == ChangeFeed::State::Reconnecting && m_lostAt.isNull()) {
        m_lostAt = m_feed.lostAt();
        m_keptKeys.clear();
        add({hasNetwork() ? Kind::Lost : Kind::Unplugged, m_lostAt});
    } else if (m_feed.isOnline() && !m_lostAt.isNull()) {
        add({Kind::Back, now, {}, m_lostAt.secsTo(now), static_cast<int>(m_drafts.all().size())});
        m_lostAt = {};
    } else if (m_feed.state() == ChangeFeed::State::Stopped || m_feed.state() == ChangeFeed::State::SignedOut) {
        m_lostAt = {};
    }
}

void ConnectionLog::onDraftKept(const QString& key)
{
    const auto draft = m_drafts.find(key);
    if (m_lostAt.isNull() || !draft || m_keptKeys.contains(key))
        return;
    m_keptKeys.insert(key);
    add({ConnectionEvent::Kind::Kept, draft->keptAt, draft->title});
}

void ConnectionLog::addCollision(const QString& code)
{
    add({ConnectionEvent::Kind::Collided, officeNow(), code});
}

void ConnectionLog::add(const ConnectionEvent& event)
{
    m_events.prepend(event);
    if (m_events.size() > kMaxEvents)
        m_events.removeLast();
    emit changed();
}

void ConnectionLog::clear()
{
    m_events.clear();
    m_keptKeys.clear();
    emit changed();
}

QString connectionEventText(const ConnectionEvent& event)
{
    switch (event.kind) {
    case ConnectionEvent::Kind::Lost:
        return say(
            QT_TRANSLATE_NOOP("ConnectionLog", "The server does not answer; the network of this computer works"));
    case ConnectionEvent::Kind::Unplugged:
        return say(QT_TRANSLATE_NOOP("ConnectionLog", "This computer is not on any network"));
    case ConnectionEvent::Kind::Back: {
        const QString text =
            say(QT_TRANSLATE_NOOP("ConnectionLog", "Connected again after %1")).arg(durationText(event.seconds));
        return event.count ? text + say(QT_TRANSLATE_N_NOOP("ConnectionLog", "; %Ln drafts were kept"), event.count)
                           : text;
    }
    case ConnectionEvent::Kind::Kept:
        return say(QT_TRANSLATE_NOOP("ConnectionLog", "Kept on this machine: %1")).arg(event.what);
    case ConnectionEvent::Kind::Collided:
        return say(QT_TRANSLATE_NOOP("ConnectionLog", "Answered: there is a newer %1")).arg(event.what);
    }
    return {};
}

} // namespace banhang::client
