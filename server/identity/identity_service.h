// Sign-in, sessions, the caller's own rights, and the directory of colleagues, on the wire.
#pragma once

#include "banhang/v1/identity.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/identity/sign_in.h"

namespace banhang::server {

/// Thread: any. Owner: what it is made from must outlive it.
class IdentityService final : public v1::IdentityService::CallbackService
{
public:
    IdentityService(CallRunner& calls, const SignInParts& parts);
    ~IdentityService() override;

    grpc::ServerUnaryReactor* SignIn(grpc::CallbackServerContext* context, const v1::SignInRequest* request,
                                     v1::SignInResponse* response) override;
    grpc::ServerUnaryReactor* SignOut(grpc::CallbackServerContext* context, const v1::SignOutRequest* request,
                                      v1::SignOutResponse* response) override;
    grpc::ServerUnaryReactor* ChangePassword(grpc::CallbackServerContext* context,
                                             const v1::ChangePasswordRequest* request,
                                             v1::ChangePasswordResponse* response) override;
    grpc::ServerUnaryReactor* GetMe(grpc::CallbackServerContext* context, const v1::GetMeRequest* request,
                                    v1::Me* response) override;
    grpc::ServerUnaryReactor* GetDirectory(grpc::CallbackServerContext* context, const v1::GetDirectoryRequest* request,
                                           v1::Directory* response) override;
    grpc::ServerUnaryReactor* ListSessions(grpc::CallbackServerContext* context, const v1::ListSessionsRequest* request,
                                           v1::ListSessionsResponse* response) override;
    grpc::ServerUnaryReactor* EndSession(grpc::CallbackServerContext* context, const v1::EndSessionRequest* request,
                                         v1::EndSessionResponse* response) override;

private:
    CallRunner& m_calls;
    SignInParts m_parts;
};

} // namespace banhang::server
