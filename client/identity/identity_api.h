// Every call about people and sessions.
#pragma once

#include "banhang/v1/identity.pb.h"
#include "banhang/v1/ops.pb.h"
#include "client/core/rpc_api.h"

namespace banhang::client {

class IdentityApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle signIn(const QString& userName, const QString& password, QObject* receiver,
                      Handler<v1::SignInResponse> handler);
    CallHandle signOut(QObject* receiver, Handler<v1::SignOutResponse> handler);
    CallHandle getMe(QObject* receiver, Handler<v1::Me> handler);
    CallHandle changePassword(const QString& oldPassword, const QString& newPassword, QObject* receiver,
                              Handler<v1::ChangePasswordResponse> handler);
    CallHandle listSessions(QObject* receiver, Handler<v1::ListSessionsResponse> handler);
    CallHandle endSession(qint64 sessionId, QObject* receiver, Handler<v1::EndSessionResponse> handler);
    CallHandle serverInfo(QObject* receiver, Handler<v1::ServerInfo> handler);
};

} // namespace banhang::client
