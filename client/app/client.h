// Puts the client together: the way to the server, who is signed in, what is kept, what keeps it fresh.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

#include "client/app/connection/connection_log.h"
#include "client/attachments/upload_queue.h"
#include "client/core/change_feed.h"
#include "client/core/directory_cache.h"
#include "client/core/draft_store.h"
#include "client/core/outcome.h"
#include "client/core/picklist_cache.h"
#include "client/core/presence.h"
#include "client/core/rpc_client.h"
#include "client/core/session.h"
#include "client/core/workplace.h"
#include "client/identity/identity_api.h"
#include "common/connection_file.h"

namespace banhang::client {

/// One office, one person at a time. Thread: UI.
class Client final : public QObject
{
    Q_OBJECT
public:
    /// `draftFolder`: where unsent text of this office is kept, each person's apart; `machineKey`: see DraftSeal.
    Client(std::shared_ptr<grpc::Channel> channel, const QString& address, const QString& draftFolder,
           const QByteArray& machineKey = {}, QObject* parent = nullptr, CallTiming timing = {});

    const Workplace& workplace() const { return m_workplace; }
    IdentityApi& identity() { return m_identity; }
    Session& session() { return m_session; }
    ChangeFeed& feed() { return m_feed; }
    ConnectionLog& connectionLog() { return m_log; }
    UploadQueue& uploads() { return m_uploads; }
    QString address() const { return m_address; }
    /// Empty until the server has answered once.
    QString companyName() const { return m_companyName; }

    /// From now on by this channel: the server has moved. Work under way goes on.
    void useChannel(std::shared_ptr<grpc::Channel> channel, const QString& address);
    /// Asks for the name of the company, to show above the sign-in form.
    void greet();
    void signIn(const QString& userName, const QString& password);
    /// Goes on with a session that is already open.
    void resume(const QByteArray& token);
    void signOut();
    /// The window is gone: ends the session that was opened in it, one that it went on with stays. Waits for the server
    /// for a second at most; only behind the event loop of the program.
    void leave();
    /// After the first password has been changed.
    void passwordChanged();
    QByteArray token() const { return m_token; }

signals:
    void greeted();
    /// A call found no server.
    void unreachable();
    void signedIn();
    void passwordChangeNeeded();
    void signInFailed(const banhang::AppError& error);
    /// The server ended the session; what is on the screen stays until somebody signs in.
    void sessionLost();

private:
    void begin(const v1::Me& me, const std::string& feedToken);
    void onDraftsOpened();
    void refreshRights();
    void loadCaches();

    QString m_address;
    QString m_companyName;
    QString m_draftFolder;
    QByteArray m_machineKey;
    QByteArray m_token;
    bool m_isOwnSession = false; ///< opened here, and for nobody else
    std::string m_feedToken;
    RpcClient m_rpc;
    Session m_session;
    DirectoryCache m_directory;
    PicklistCache m_picklists;
    ChangeFeed m_feed;
    DraftStore m_drafts;
    Presence m_presence;
    ConnectionLog m_log;
    IdentityApi m_identity;
    Workplace m_workplace;
    UploadQueue m_uploads;
    CallHandle m_greeting;
    CallHandle m_call;
    CallHandle m_meCall;
};

} // namespace banhang::client
