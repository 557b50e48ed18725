// Subscriptions on the server of the tests, and a memory of what it was asked.
#pragma once

#include <algorithm>
#include <mutex>
#include <vector>

#include "banhang/v1/notifications.grpc.pb.h"
#include "banhang/v1/subscriptions.grpc.pb.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

struct SubscriptionMemory
{
    mutable std::mutex mutex;
    std::vector<v1::Subscription> subscriptions{};
    v1::CheckSubscriptionResponse check{};
    std::vector<v1::Subscription> deleted{};
    std::vector<v1::UpdateSubscriptionRequest> updates{};
    std::vector<v1::MuteSubscriptionRequest> mutes{};

    template <typename Read>
    auto read(Read read) const
    {
        const std::scoped_lock lock(mutex);
        return read(*this);
    }
};

class FakeSubscriptions final : public v1::SubscriptionsService::Service
{
public:
    FakeSubscriptions(FakeCalls& calls, SubscriptionMemory& memory) : m_calls(calls), m_memory(memory) {}

    grpc::Status ListSubscriptions(grpc::ServerContext* context, const v1::ListSubscriptionsRequest*,
                                   v1::ListSubscriptionsResponse* reply) override
    {
        return answer("ListSubscriptions", context, [&] {
            for (const auto& one : m_memory.subscriptions)
                *reply->add_subscriptions() = one;
        });
    }
    grpc::Status CreateSubscription(grpc::ServerContext* context, const v1::CreateSubscriptionRequest* request,
                                    v1::Subscription* reply) override
    {
        return answer("CreateSubscription", context, [&] {
            *reply = request->subscription();
            reply->set_id(100 + static_cast<std::int64_t>(m_memory.subscriptions.size()));
            reply->set_version(1);
            reply->set_may_edit(true);
            reply->set_is_for_caller(reply->unit_id() == 0);
            m_memory.subscriptions.push_back(*reply);
        });
    }
    grpc::Status UpdateSubscription(grpc::ServerContext* context, const v1::UpdateSubscriptionRequest* request,
                                    v1::Subscription* reply) override
    {
        return answer("UpdateSubscription", context, [&] {
            m_memory.updates.push_back(*request);
            *reply = request->subscription();
            reply->set_version(reply->version() + 1);
            put(*reply);
        });
    }
    grpc::Status DeleteSubscription(grpc::ServerContext* context, const v1::DeleteSubscriptionRequest* request,
                                    v1::Subscription* reply) override
    {
        return answer("DeleteSubscription", context, [&] {
            const auto found = place(request->subscription_id());
            *reply = *found;
            m_memory.deleted.push_back(*found);
            m_memory.subscriptions.erase(found);
        });
    }
    grpc::Status UndeleteSubscription(grpc::ServerContext* context, const v1::UndeleteSubscriptionRequest*,
                                      v1::Subscription* reply) override
    {
        return answer("UndeleteSubscription", context, [&] {
            *reply = m_memory.deleted.back();
            m_memory.subscriptions.push_back(*reply);
        });
    }
    grpc::Status MuteSubscription(grpc::ServerContext* context, const v1::MuteSubscriptionRequest* request,
                                  v1::Subscription* reply) override
    {
        return answer("MuteSubscription", context, [&] {
            m_memory.mutes.push_back(*request);
            place(request->subscription_id())->set_is_muted(request->muted());
            *reply = *place(request->subscription_id());
        });
    }
    grpc::Status CheckSubscription(grpc::ServerContext* context, const v1::CheckSubscriptionRequest*,
                                   v1::CheckSubscriptionResponse* reply) override
    {
        return answer("CheckSubscription", context, [&] { *reply = m_memory.check; });
    }

private:
    std::vector<v1::Subscription>::iterator place(std::int64_t id)
    {
        return std::ranges::find(m_memory.subscriptions, id, &v1::Subscription::id);
    }
    void put(const v1::Subscription& subscription) { *place(subscription.id()) = subscription; }

    template <typename Fill>
    grpc::Status answer(const char* method, grpc::ServerContext* context, Fill fill)
    {
        if (auto status = m_calls.enter(method, context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        fill();
        return grpc::Status::OK;
    }

    FakeCalls& m_calls;
    SubscriptionMemory& m_memory;
};

/// The news of one person; only what the tests of subscriptions ask.
class FakeNews final : public v1::NotificationsService::Service
{
public:
    explicit FakeNews(FakeCalls& calls) : m_calls(calls) {}

    grpc::Status ListNotifications(grpc::ServerContext* context, const v1::ListNotificationsRequest*,
                                   v1::ListNotificationsResponse* reply) override
    {
        *reply = list;
        return m_calls.enter("ListNotifications", context);
    }
    grpc::Status MarkNotificationsRead(grpc::ServerContext* context, const v1::MarkNotificationsReadRequest*,
                                       v1::MarkNotificationsReadResponse*) override
    {
        return m_calls.enter("MarkNotificationsRead", context);
    }
    grpc::Status GetNotificationChanges(grpc::ServerContext* context, const v1::GetNotificationChangesRequest*,
                                        v1::NotificationChanges* reply) override
    {
        *reply = changes;
        return m_calls.enter("GetNotificationChanges", context);
    }

    grpc::Status GetNotificationSettings(grpc::ServerContext* context, const v1::GetNotificationSettingsRequest*,
                                         v1::NotificationSettings* reply) override
    {
        *reply = settings;
        return m_calls.enter("GetNotificationSettings", context);
    }

    v1::ListNotificationsResponse list;
    v1::NotificationChanges changes;
    v1::NotificationSettings settings;

private:
    FakeCalls& m_calls;
};

} // namespace banhang::test
