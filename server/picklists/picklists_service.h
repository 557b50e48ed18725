// The lists behind choice boxes, on the wire.
#pragma once

#include "banhang/v1/picklists.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: what it is made from must outlive it.
class PicklistsService final : public v1::PicklistsService::CallbackService
{
public:
    PicklistsService(CallRunner& calls, const TokenSigner& signer);
    ~PicklistsService() override;

    grpc::ServerUnaryReactor* ListPickItems(grpc::CallbackServerContext* context,
                                            const v1::ListPickItemsRequest* request,
                                            v1::ListPickItemsResponse* response) override;
    grpc::ServerUnaryReactor* CreatePickItem(grpc::CallbackServerContext* context,
                                             const v1::CreatePickItemRequest* request, v1::PickItem* response) override;
    grpc::ServerUnaryReactor* UpdatePickItem(grpc::CallbackServerContext* context,
                                             const v1::UpdatePickItemRequest* request, v1::PickItem* response) override;
    grpc::ServerUnaryReactor* MovePickItem(grpc::CallbackServerContext* context, const v1::MovePickItemRequest* request,
                                           v1::PickItem* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
