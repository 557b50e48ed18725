#include "client/app/client.h"

#include <QEventLoop>
#include <QSysInfo>
#include <QTimer>

namespace banhang::client {

namespace {

/// A session that could not be ended by then ends by itself when it has been idle.
constexpr int kLeavingMs = 1000;

} // namespace

Client::Client(std::shared_ptr<grpc::Channel> channel, const QString& address, const QString& draftFolder,
               const QByteArray& machineKey, QObject* parent, CallTiming timing)
    : QObject(parent),
      m_address(address),
      m_draftFolder(draftFolder),
      m_machineKey(machineKey),
      m_rpc(std::move(channel), QSysInfo::machineHostName(), nullptr, timing),
      m_directory(m_rpc),
      m_picklists(m_rpc),
      m_feed(m_rpc),
      m_presence(m_rpc, m_feed),
      m_log(m_feed, m_drafts),
      m_identity(m_rpc),
      m_workplace{m_rpc, m_session, m_directory, m_picklists, m_feed, m_drafts, m_presence},
      m_uploads(m_workplace)
{
    connect(&m_drafts, &DraftStore::opened, this, &Client::onDraftsOpened);
    connect(&m_session, &Session::ended, &m_drafts, &DraftStore::close);
    connect(&m_session, &Session::ended, this, [this] { m_rpc.setToken({}); });
    connect(&m_feed, &ChangeFeed::changesArrived, &m_directory, &DirectoryCache::onChanges);
    connect(&m_feed, &ChangeFeed::changesArrived, &m_picklists, &PicklistCache::onChanges);
    connect(&m_feed, &ChangeFeed::resyncNeeded, this, &Client::loadCaches);
    connect(&m_feed, &ChangeFeed::rightsChanged, this, &Client::refreshRights);
    connect(&m_rpc, &RpcClient::unreachable, this, &Client::unreachable);
    connect(&m_rpc, &RpcClient::signedOut, this, [this] {
        if (!m_session.isSignedIn())
            return;
        m_feed.stop();
        emit sessionLost();
    });
}

void Client::useChannel(std::shared_ptr<grpc::Channel> channel, const QString& address)
{
    m_address = address;
    m_rpc.setChannel(std::move(channel));
    greet();
    m_feed.reconnectNow();
}

void Client::greet()
{
    m_greeting = m_identity.serverInfo(this, [this](const Outcome<v1::ServerInfo>& outcome) {
        if (!outcome)
            return;
        m_companyName = QString::fromStdString(outcome->company_name());
        emit greeted();
    });
}

void Client::signIn(const QString& userName, const QString& password)
{
    m_rpc.setToken({});
    m_call = m_identity.signIn(userName, password, this, [this](const Outcome<v1::SignInResponse>& outcome) {
        if (!outcome) {
            emit signInFailed(outcome.error());
            return;
        }
        m_token = QByteArray::fromStdString(outcome->session_token());
        m_isOwnSession = true;
        m_rpc.setToken(m_token);
        begin(outcome->me(), outcome->feed_token());
    });
}

void Client::resume(const QByteArray& token)
{
    m_token = token;
    m_isOwnSession = false;
    m_rpc.setToken(token);
    m_call = m_identity.getMe(this, [this](const Outcome<v1::Me>& outcome) {
        if (outcome)
            begin(outcome.value(), {});
        else
            emit signInFailed(outcome.error());
    });
}

void Client::begin(const v1::Me& me, const std::string& feedToken)
{
    m_feedToken = feedToken;
    m_session.begin(me);
    m_drafts.open(QStringLiteral("%1/user-%2").arg(m_draftFolder).arg(me.user_id()),
                  DraftSeal(QByteArray::fromStdString(me.draft_key()), m_machineKey));
}

/// Not before: a form that is opened at once must find what was typed into it.
void Client::onDraftsOpened()
{
    if (m_session.me().must_change_password())
        emit passwordChangeNeeded();
    else
        passwordChanged();
}

void Client::passwordChanged()
{
    m_feed.start(QByteArray::fromStdString(m_feedToken));
    loadCaches();
    emit signedIn();
}

void Client::loadCaches()
{
    m_directory.reload();
    m_picklists.reload();
}

void Client::refreshRights()
{
    m_meCall = m_identity.getMe(this, [this](const Outcome<v1::Me>& outcome) {
        if (outcome)
            m_session.update(outcome.value());
    });
}

void Client::signOut()
{
    m_feed.stop();
    // The answer does not matter: a session that cannot be ended now ends by itself when it has been idle.
    m_call = m_identity.signOut(this, [](const Outcome<v1::SignOutResponse>&) {});
    m_token.clear();
    m_session.end();
    m_directory.clear();
    m_picklists.clear();
}

void Client::leave()
{
    if (!m_isOwnSession || !m_session.isSignedIn())
        return;
    m_feed.stop();
    QEventLoop wait;
    m_call = m_identity.signOut(this, [&wait](const Outcome<v1::SignOutResponse>&) { wait.quit(); });
    m_token.clear();
    QTimer::singleShot(kLeavingMs, &wait, &QEventLoop::quit);
    wait.exec(QEventLoop::ExcludeUserInputEvents);
    m_call.cancel();
}

} // namespace banhang::client
