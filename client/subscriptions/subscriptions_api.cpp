#include "client/subscriptions/subscriptions_api.h"

#include "client/core/office_time.h"

namespace banhang::client {

CallHandle SubscriptionsApi::list(QObject* receiver, Handler<v1::ListSubscriptionsResponse> handler)
{
    return ask(v1::ListSubscriptionsRequest(), receiver, std::move(handler));
}

CallHandle SubscriptionsApi::create(const v1::CreateSubscriptionRequest& request, QObject* receiver,
                                    Handler<v1::Subscription> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::update(const v1::UpdateSubscriptionRequest& request, QObject* receiver,
                                    Handler<v1::Subscription> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::remove(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler)
{
    v1::DeleteSubscriptionRequest request;
    request.set_subscription_id(subscriptionId);
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::restore(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler)
{
    v1::UndeleteSubscriptionRequest request;
    request.set_subscription_id(subscriptionId);
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::mute(qint64 subscriptionId, const QDateTime& until, QObject* receiver,
                                  Handler<v1::Subscription> handler)
{
    v1::MuteSubscriptionRequest request;
    request.set_subscription_id(subscriptionId);
    request.set_muted(true);
    if (until.isValid())
        *request.mutable_until_time() = toTimestamp(until);
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::unmute(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler)
{
    v1::MuteSubscriptionRequest request;
    request.set_subscription_id(subscriptionId);
    return ask(request, receiver, std::move(handler));
}

CallHandle SubscriptionsApi::check(const v1::Subscription& subscription, QObject* receiver,
                                   Handler<v1::CheckSubscriptionResponse> handler)
{
    v1::CheckSubscriptionRequest request;
    *request.mutable_subscription() = subscription;
    return ask(request, receiver, std::move(handler));
}

void copyMute(const v1::Subscription& from, v1::Subscription& to)
{
    to.set_is_muted(from.is_muted());
    to.clear_mute_until_time();
    if (from.has_mute_until_time())
        *to.mutable_mute_until_time() = from.mute_until_time();
}

} // namespace banhang::client
