// Every call about subscriptions; the only file of the client that names these methods.
#pragma once

#include "banhang/v1/subscriptions.pb.h"
#include "client/core/rpc_api.h"

class QDateTime;

namespace banhang::client {

class SubscriptionsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle list(QObject* receiver, Handler<v1::ListSubscriptionsResponse> handler);
    CallHandle create(const v1::CreateSubscriptionRequest& request, QObject* receiver,
                      Handler<v1::Subscription> handler);
    CallHandle update(const v1::UpdateSubscriptionRequest& request, QObject* receiver,
                      Handler<v1::Subscription> handler);
    CallHandle remove(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler);
    CallHandle restore(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler);
    /// An invalid time: for good.
    CallHandle mute(qint64 subscriptionId, const QDateTime& until, QObject* receiver,
                    Handler<v1::Subscription> handler);
    CallHandle unmute(qint64 subscriptionId, QObject* receiver, Handler<v1::Subscription> handler);
    CallHandle check(const v1::Subscription& subscription, QObject* receiver,
                     Handler<v1::CheckSubscriptionResponse> handler);
};

/// Whether it is quiet for the caller, and until when: no part of its version.
void copyMute(const v1::Subscription& from, v1::Subscription& to);

} // namespace banhang::client
