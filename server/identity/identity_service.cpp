#include "server/identity/identity_service.h"

#include <limits>

#include "server/core/call/page_tokens.h"
#include "server/identity/caller_loader.h"
#include "server/identity/org_store.h"
#include "server/identity/session_store.h"
#include "server/identity/user_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kUsualPage = 20;
constexpr int kMaxPageSize = 100;

/// Sessions are listed by falling id; the token holds the last one shown.
void listSessions(Call& call, const v1::ListSessionsRequest& wanted, v1::ListSessionsResponse& reply,
                  const SignInParts& parts)
{
    const PageTokens tokens(parts.signer, call.caller, wanted);
    const nlohmann::json last = tokens.open();
    const std::int64_t beforeId = last.is_null() ? std::numeric_limits<std::int64_t>::max() : last.get<std::int64_t>();
    const int size = pageSize(wanted.page_size(), kUsualPage, kMaxPageSize);
    const auto sessions = SessionStore::list(call.tx, call.caller.userId, parts.callers.limits(), beforeId, size + 1);
    for (const v1::Session& session : sessions) {
        if (reply.sessions_size() == size) {
            reply.set_next_page_token(tokens.seal(reply.sessions(size - 1).id()));
            break;
        }
        *reply.add_sessions() = session;
        reply.mutable_sessions()->rbegin()->set_current(session.id() == call.session.id);
    }
}

void fillDirectory(Tx& tx, v1::Directory& directory)
{
    for (v1::Unit& unit : OrgStore::list(tx, false))
        *directory.add_units() = std::move(unit);
    for (v1::Person& person : UserStore::people(tx))
        *directory.add_people() = std::move(person);
}

} // namespace

IdentityService::IdentityService(CallRunner& calls, const SignInParts& parts) : m_calls(calls), m_parts(parts) {}

IdentityService::~IdentityService() = default;

ServerUnaryReactor* IdentityService::SignIn(CallbackServerContext* context, const v1::SignInRequest* request,
                                            v1::SignInResponse* response)
{
    return m_calls.multiTransaction(context, "IdentityService.SignIn", request, response,
                                    [this](MultiTransactionCall& outer, const v1::SignInRequest& wanted,
                                           v1::SignInResponse& reply) { signIn(outer, wanted, reply, m_parts); });
}

ServerUnaryReactor* IdentityService::SignOut(CallbackServerContext* context, const v1::SignOutRequest* request,
                                             v1::SignOutResponse* response)
{
    return m_calls.write(context, "IdentityService.SignOut", request, response,
                         [](Call& call, const v1::SignOutRequest&, v1::SignOutResponse&) {
                             SessionStore::end(call.tx, call.caller.userId, call.session.id);
                         });
}

ServerUnaryReactor* IdentityService::ChangePassword(CallbackServerContext* context,
                                                    const v1::ChangePasswordRequest* request,
                                                    v1::ChangePasswordResponse* response)
{
    return m_calls.multiTransaction(context, "IdentityService.ChangePassword", request, response,
                                    [this](MultiTransactionCall& outer, const v1::ChangePasswordRequest& wanted,
                                           v1::ChangePasswordResponse&) { changePassword(outer, wanted, m_parts); });
}

ServerUnaryReactor* IdentityService::GetMe(CallbackServerContext* context, const v1::GetMeRequest* request,
                                           v1::Me* response)
{
    return m_calls.read(context, "IdentityService.GetMe", request, response,
                        [this](Call& call, const v1::GetMeRequest&, v1::Me& reply) {
                            reply = describe(call.caller, OrgStore::companySettings(call.tx), m_parts.signer);
                        });
}

ServerUnaryReactor* IdentityService::GetDirectory(CallbackServerContext* context,
                                                  const v1::GetDirectoryRequest* request, v1::Directory* response)
{
    return m_calls.read(
        context, "IdentityService.GetDirectory", request, response,
        [](Call& call, const v1::GetDirectoryRequest&, v1::Directory& reply) { fillDirectory(call.tx, reply); });
}

ServerUnaryReactor* IdentityService::ListSessions(CallbackServerContext* context,
                                                  const v1::ListSessionsRequest* request,
                                                  v1::ListSessionsResponse* response)
{
    return m_calls.read(context, "IdentityService.ListSessions", request, response,
                        [this](Call& call, const v1::ListSessionsRequest& wanted, v1::ListSessionsResponse& reply) {
                            listSessions(call, wanted, reply, m_parts);
                        });
}

ServerUnaryReactor* IdentityService::EndSession(CallbackServerContext* context, const v1::EndSessionRequest* request,
                                                v1::EndSessionResponse* response)
{
    return m_calls.write(context, "IdentityService.EndSession", request, response,
                         [](Call& call, const v1::EndSessionRequest& wanted, v1::EndSessionResponse&) {
                             SessionStore::end(call.tx, call.caller.userId, wanted.session_id());
                         });
}

} // namespace banhang::server
