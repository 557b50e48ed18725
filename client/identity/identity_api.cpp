#include "client/identity/identity_api.h"

#include <QSysInfo>

namespace banhang::client {

namespace {

// Signing in hashes the password on the server, two at a time: at eight in the morning that takes its time.
constexpr CallOptions kSignInOptions{20'000, 0};

} // namespace

CallHandle IdentityApi::signIn(const QString& userName, const QString& password, QObject* receiver,
                               Handler<v1::SignInResponse> handler)
{
    static const Method<v1::SignInRequest, v1::SignInResponse> method("banhang.v1.IdentityService.SignIn");
    v1::SignInRequest request;
    request.set_user_name(userName.toStdString());
    request.set_password(password.toStdString());
    request.set_machine_name(QSysInfo::machineHostName().left(100).toStdString());
    request.set_client_version("banhang " BANHANG_VERSION);
    return m_rpc.call(method, request, receiver, std::move(handler), kSignInOptions);
}

CallHandle IdentityApi::signOut(QObject* receiver, Handler<v1::SignOutResponse> handler)
{
    static const Method<v1::SignOutRequest, v1::SignOutResponse> method("banhang.v1.IdentityService.SignOut");
    return m_rpc.call(method, {}, receiver, std::move(handler));
}

CallHandle IdentityApi::getMe(QObject* receiver, Handler<v1::Me> handler)
{
    static const Method<v1::GetMeRequest, v1::Me> method("banhang.v1.IdentityService.GetMe");
    return m_rpc.call(method, {}, receiver, std::move(handler));
}

CallHandle IdentityApi::changePassword(const QString& oldPassword, const QString& newPassword, QObject* receiver,
                                       Handler<v1::ChangePasswordResponse> handler)
{
    static const Method<v1::ChangePasswordRequest, v1::ChangePasswordResponse> method(
        "banhang.v1.IdentityService.ChangePassword");
    v1::ChangePasswordRequest request;
    request.set_old_password(oldPassword.toStdString());
    request.set_new_password(newPassword.toStdString());
    return m_rpc.call(method, request, receiver, std::move(handler), kSignInOptions);
}

CallHandle IdentityApi::listSessions(QObject* receiver, Handler<v1::ListSessionsResponse> handler)
{
    static const Method<v1::ListSessionsRequest, v1::ListSessionsResponse> method(
        "banhang.v1.IdentityService.ListSessions");
    v1::ListSessionsRequest request;
    request.set_page_size(100);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle IdentityApi::endSession(qint64 sessionId, QObject* receiver, Handler<v1::EndSessionResponse> handler)
{
    static const Method<v1::EndSessionRequest, v1::EndSessionResponse> method("banhang.v1.IdentityService.EndSession");
    v1::EndSessionRequest request;
    request.set_session_id(sessionId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle IdentityApi::serverInfo(QObject* receiver, Handler<v1::ServerInfo> handler)
{
    static const Method<v1::GetServerInfoRequest, v1::ServerInfo> method("banhang.v1.OpsService.GetServerInfo");
    return m_rpc.call(method, {}, receiver, std::move(handler));
}

} // namespace banhang::client
