// Saved views on the wire.
#pragma once

#include "banhang/v1/views.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: what it is made from must outlive it.
class ViewsService final : public v1::ViewsService::CallbackService
{
public:
    ViewsService(CallRunner& calls, const TokenSigner& signer);
    ~ViewsService() override;

    grpc::ServerUnaryReactor* ListSavedViews(grpc::CallbackServerContext* context,
                                             const v1::ListSavedViewsRequest* request,
                                             v1::ListSavedViewsResponse* response) override;
    grpc::ServerUnaryReactor* CreateSavedView(grpc::CallbackServerContext* context,
                                              const v1::CreateSavedViewRequest* request,
                                              v1::SavedView* response) override;
    grpc::ServerUnaryReactor* UpdateSavedView(grpc::CallbackServerContext* context,
                                              const v1::UpdateSavedViewRequest* request,
                                              v1::SavedView* response) override;
    grpc::ServerUnaryReactor* DeleteSavedView(grpc::CallbackServerContext* context,
                                              const v1::DeleteSavedViewRequest* request,
                                              v1::SavedView* response) override;
    grpc::ServerUnaryReactor* UndeleteSavedView(grpc::CallbackServerContext* context,
                                                const v1::UndeleteSavedViewRequest* request,
                                                v1::SavedView* response) override;
    grpc::ServerUnaryReactor* ChooseSavedView(grpc::CallbackServerContext* context,
                                              const v1::ChooseSavedViewRequest* request,
                                              v1::SavedView* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
