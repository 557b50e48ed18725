#include "server/findings/findings_service.h"

#include "server/core/call/page_tokens.h"
#include "server/findings/findings.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

/// The token is the last finding shown. Probabilities are written so that they are read back to the last bit.
void listFindings(Call& call, const TokenSigner& signer, const v1::ListFindingsRequest& wanted,
                  v1::ListFindingsResponse& reply)
{
    const PageTokens pages(signer, call.caller, wanted);
    FindingPlace after;
    if (const nlohmann::json last = pages.open(); !last.is_null())
        after = {last.at("probability"), last.at("id")};
    FindingPlace next;
    pageOfFindings(call, wanted, after, reply, next);
    if (next.id != 0)
        reply.set_next_page_token(pages.seal({{"probability", next.probability}, {"id", next.id}}));
}

} // namespace

FindingsService::FindingsService(CallRunner& calls, const TokenSigner& signer) : m_calls(calls), m_signer(signer) {}

FindingsService::~FindingsService() = default;

ServerUnaryReactor* FindingsService::ListFindings(CallbackServerContext* context,
                                                  const v1::ListFindingsRequest* request,
                                                  v1::ListFindingsResponse* response)
{
    return m_calls.read(
        context, "FindingsService.ListFindings", request, response,
        [&signer = m_signer](Call& call, const v1::ListFindingsRequest& wanted, v1::ListFindingsResponse& reply) {
            listFindings(call, signer, wanted, reply);
        });
}

ServerUnaryReactor* FindingsService::DecideFinding(CallbackServerContext* context,
                                                   const v1::DecideFindingRequest* request,
                                                   v1::DecideFindingResponse* response)
{
    return m_calls.write(context, "FindingsService.DecideFinding", request, response,
                         [](Call& call, const v1::DecideFindingRequest& wanted, v1::DecideFindingResponse&) {
                             decideFinding(call, wanted);
                         });
}

} // namespace banhang::server
