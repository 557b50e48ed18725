#include "server/findings/findings_service.h"

#include <cstdio>

#include "common/error.h"
#include "server/findings/findings.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

/// A page token is good only for the same question of the same caller.
std::string bindingOf(const Call& call, const v1::ListFindingsRequest& wanted)
{
    return std::to_string(call.caller.userId) + (wanted.postponed() ? " postponed findings" : " findings");
}

/// Probabilities are written so that they are read back to the last bit.
std::string textOf(const FindingPlace& place)
{
    char text[64];
    std::snprintf(text, sizeof(text), "%a %lld", place.probability, static_cast<long long>(place.id));
    return text;
}

FindingPlace placeOf(const Call& call, const TokenSigner& signer, const v1::ListFindingsRequest& wanted)
{
    if (wanted.page_token().empty())
        return {};
    const auto opened = signer.open(TokenPurpose::Page, bindingOf(call, wanted), wanted.page_token());
    FindingPlace place;
    long long id = 0;
    if (!opened || std::sscanf(opened->c_str(), "%la %lld", &place.probability, &id) != 2)
        throw AppError(ErrorCode::Invalid, "call.page_token");
    place.id = id;
    return place;
}

} // namespace

ServerUnaryReactor* FindingsService::ListFindings(CallbackServerContext* context,
                                                  const v1::ListFindingsRequest* request,
                                                  v1::ListFindingsResponse* response)
{
    return m_calls.read<v1::ListFindingsRequest, v1::ListFindingsResponse>(
        context, "FindingsService.ListFindings", request, response,
        [&signer = m_signer](Call& call, const v1::ListFindingsRequest& wanted, v1::ListFindingsResponse& reply) {
            FindingPlace next;
            pageOfFindings(call, wanted, placeOf(call, signer, wanted), reply, next);
            if (next.id != 0)
                reply.set_next_page_token(signer.sign(TokenPurpose::Page, bindingOf(call, wanted), textOf(next)));
        });
}

ServerUnaryReactor* FindingsService::DecideFinding(CallbackServerContext* context,
                                                   const v1::DecideFindingRequest* request,
                                                   v1::DecideFindingResponse* response)
{
    return m_calls.write<v1::DecideFindingRequest, v1::DecideFindingResponse>(
        context, "FindingsService.DecideFinding", request, response,
        [](Call& call, const v1::DecideFindingRequest& wanted, v1::DecideFindingResponse&) {
            decideFinding(call, wanted);
        });
}

} // namespace banhang::server
