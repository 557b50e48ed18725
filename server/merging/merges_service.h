// The wire side of merges: each method is one body in one transaction.
#pragma once

#include "banhang/v1/merges.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: both parts must outlive it.
class MergesService final : public v1::MergesService::CallbackService
{
public:
    MergesService(CallRunner& calls, const TokenSigner& signer);
    ~MergesService() override;

    grpc::ServerUnaryReactor* GetMergePreview(grpc::CallbackServerContext* context,
                                              const v1::GetMergePreviewRequest* request,
                                              v1::MergePreview* response) override;
    grpc::ServerUnaryReactor* MergeCustomers(grpc::CallbackServerContext* context,
                                             const v1::MergeCustomersRequest* request,
                                             v1::MergeCustomersResponse* response) override;
    grpc::ServerUnaryReactor* ListMerges(grpc::CallbackServerContext* context, const v1::ListMergesRequest* request,
                                         v1::ListMergesResponse* response) override;
    grpc::ServerUnaryReactor* GetUndoPreview(grpc::CallbackServerContext* context,
                                             const v1::GetUndoPreviewRequest* request,
                                             v1::UndoPreview* response) override;
    grpc::ServerUnaryReactor* UndoMerge(grpc::CallbackServerContext* context, const v1::UndoMergeRequest* request,
                                        v1::UndoMergeResponse* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
