// SubscriptionsService on the wire.
#pragma once

#include "banhang/v1/subscriptions.grpc.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

class TokenSigner;

/// Owner: `calls` and `signer` must outlive it.
class SubscriptionsService final : public v1::SubscriptionsService::CallbackService
{
public:
    SubscriptionsService(CallRunner& calls, const TokenSigner& signer);
    ~SubscriptionsService() override;

    grpc::ServerUnaryReactor* ListSubscriptions(grpc::CallbackServerContext* context,
                                                const v1::ListSubscriptionsRequest* request,
                                                v1::ListSubscriptionsResponse* response) override;
    grpc::ServerUnaryReactor* CreateSubscription(grpc::CallbackServerContext* context,
                                                 const v1::CreateSubscriptionRequest* request,
                                                 v1::Subscription* response) override;
    grpc::ServerUnaryReactor* UpdateSubscription(grpc::CallbackServerContext* context,
                                                 const v1::UpdateSubscriptionRequest* request,
                                                 v1::Subscription* response) override;
    grpc::ServerUnaryReactor* DeleteSubscription(grpc::CallbackServerContext* context,
                                                 const v1::DeleteSubscriptionRequest* request,
                                                 v1::Subscription* response) override;
    grpc::ServerUnaryReactor* UndeleteSubscription(grpc::CallbackServerContext* context,
                                                   const v1::UndeleteSubscriptionRequest* request,
                                                   v1::Subscription* response) override;
    grpc::ServerUnaryReactor* MuteSubscription(grpc::CallbackServerContext* context,
                                               const v1::MuteSubscriptionRequest* request,
                                               v1::Subscription* response) override;
    grpc::ServerUnaryReactor* CheckSubscription(grpc::CallbackServerContext* context,
                                                const v1::CheckSubscriptionRequest* request,
                                                v1::CheckSubscriptionResponse* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
