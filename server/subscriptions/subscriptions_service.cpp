#include "server/subscriptions/subscriptions_service.h"

#include "server/core/call/page_tokens.h"
#include "server/subscriptions/subscription_check.h"
#include "server/subscriptions/subscription_saving.h"
#include "server/subscriptions/subscription_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kMaxPageSize = 500;

void listSubscriptions(Call& call, const TokenSigner& signer, const v1::ListSubscriptionsRequest& wanted,
                       v1::ListSubscriptionsResponse& reply)
{
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json last = tokens.open();
    SubscriptionStore::Place place;
    if (!last.is_null())
        place = {last.at("name").get<std::string>(), last.at("id").get<std::int64_t>()};
    const int size = pageSize(wanted.page_size(), kMaxPageSize, kMaxPageSize);
    for (v1::Subscription& subscription : SubscriptionStore::list(call, place, size + 1)) {
        if (reply.subscriptions_size() == size) {
            const v1::Subscription& shown = reply.subscriptions(size - 1);
            reply.set_next_page_token(tokens.seal({{"name", shown.name()}, {"id", shown.id()}}));
            break;
        }
        subscription.set_may_edit(mayEditSubscription(call, subscription));
        *reply.add_subscriptions() = std::move(subscription);
    }
}

} // namespace

SubscriptionsService::SubscriptionsService(CallRunner& calls, const TokenSigner& signer)
    : m_calls(calls), m_signer(signer)
{
}

SubscriptionsService::~SubscriptionsService() = default;

ServerUnaryReactor* SubscriptionsService::ListSubscriptions(CallbackServerContext* context,
                                                            const v1::ListSubscriptionsRequest* request,
                                                            v1::ListSubscriptionsResponse* response)
{
    return m_calls.read(
        context, "SubscriptionsService.ListSubscriptions", request, response,
        [this](Call& call, const v1::ListSubscriptionsRequest& wanted, v1::ListSubscriptionsResponse& reply) {
            listSubscriptions(call, m_signer, wanted, reply);
        });
}

ServerUnaryReactor* SubscriptionsService::CreateSubscription(CallbackServerContext* context,
                                                             const v1::CreateSubscriptionRequest* request,
                                                             v1::Subscription* response)
{
    return m_calls.write(context, "SubscriptionsService.CreateSubscription", request, response, saveNewSubscription);
}

ServerUnaryReactor* SubscriptionsService::UpdateSubscription(CallbackServerContext* context,
                                                             const v1::UpdateSubscriptionRequest* request,
                                                             v1::Subscription* response)
{
    return m_calls.write(context, "SubscriptionsService.UpdateSubscription", request, response,
                         saveSubscriptionChanges);
}

ServerUnaryReactor* SubscriptionsService::DeleteSubscription(CallbackServerContext* context,
                                                             const v1::DeleteSubscriptionRequest* request,
                                                             v1::Subscription* response)
{
    return m_calls.write(context, "SubscriptionsService.DeleteSubscription", request, response, deleteSubscription);
}

ServerUnaryReactor* SubscriptionsService::UndeleteSubscription(CallbackServerContext* context,
                                                               const v1::UndeleteSubscriptionRequest* request,
                                                               v1::Subscription* response)
{
    return m_calls.write(context, "SubscriptionsService.UndeleteSubscription", request, response, undeleteSubscription);
}

ServerUnaryReactor* SubscriptionsService::MuteSubscription(CallbackServerContext* context,
                                                           const v1::MuteSubscriptionRequest* request,
                                                           v1::Subscription* response)
{
    return m_calls.write(context, "SubscriptionsService.MuteSubscription", request, response, muteSubscription);
}

ServerUnaryReactor* SubscriptionsService::CheckSubscription(CallbackServerContext* context,
                                                            const v1::CheckSubscriptionRequest* request,
                                                            v1::CheckSubscriptionResponse* response)
{
    return m_calls.read(context, "SubscriptionsService.CheckSubscription", request, response, checkSubscription);
}

} // namespace banhang::server
