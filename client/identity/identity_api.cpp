#include "client/identity/identity_api.h"

#include <QSysInfo>

namespace banhang::client {

namespace {

// Signing in hashes the password on the server, two at a time: at eight in the morning that takes its time.
constexpr CallOptions kSignInOptions{20'000, 2}; // come again where the server asks for it

} // namespace

CallHandle IdentityApi::signIn(const QString& userName, const QString& password, QObject* receiver,
                               Handler<v1::SignInResponse> handler)
{
    v1::SignInRequest request;
    request.set_user_name(userName.toStdString());
    request.set_password(password.toStdString());
    request.set_machine_name(QSysInfo::machineHostName().left(100).toStdString());
    request.set_client_version("banhang " BANHANG_VERSION);
    return ask(request, receiver, std::move(handler), kSignInOptions);
}

CallHandle IdentityApi::signOut(QObject* receiver, Handler<v1::SignOutResponse> handler)
{
    return ask(v1::SignOutRequest(), receiver, std::move(handler));
}

CallHandle IdentityApi::getMe(QObject* receiver, Handler<v1::Me> handler)
{
    return ask(v1::GetMeRequest(), receiver, std::move(handler));
}

CallHandle IdentityApi::changePassword(const QString& oldPassword, const QString& newPassword, QObject* receiver,
                                       Handler<v1::ChangePasswordResponse> handler)
{
    v1::ChangePasswordRequest request;
    request.set_old_password(oldPassword.toStdString());
    request.set_new_password(newPassword.toStdString());
    return ask(request, receiver, std::move(handler), kSignInOptions);
}

CallHandle IdentityApi::listSessions(QObject* receiver, Handler<v1::ListSessionsResponse> handler)
{
    v1::ListSessionsRequest request;
    request.set_page_size(100);
    return ask(request, receiver, std::move(handler));
}

CallHandle IdentityApi::endSession(qint64 sessionId, QObject* receiver, Handler<v1::EndSessionResponse> handler)
{
    v1::EndSessionRequest request;
    request.set_session_id(sessionId);
    return ask(request, receiver, std::move(handler));
}

CallHandle IdentityApi::serverInfo(QObject* receiver, Handler<v1::ServerInfo> handler)
{
    return ask(v1::GetServerInfoRequest(), receiver, std::move(handler));
}

} // namespace banhang::client
