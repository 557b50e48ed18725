// The wire side of findings.
#pragma once

#include "banhang/v1/findings.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: both parts must outlive it.
class FindingsService final : public v1::FindingsService::CallbackService
{
public:
    FindingsService(CallRunner& calls, const TokenSigner& signer);
    ~FindingsService() override;

    grpc::ServerUnaryReactor* ListFindings(grpc::CallbackServerContext* context, const v1::ListFindingsRequest* request,
                                           v1::ListFindingsResponse* response) override;
    grpc::ServerUnaryReactor* DecideFinding(grpc::CallbackServerContext* context,
                                            const v1::DecideFindingRequest* request,
                                            v1::DecideFindingResponse* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
