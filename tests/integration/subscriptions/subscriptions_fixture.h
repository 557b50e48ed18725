// The office of the customer tests with subscriptions, called through the real services; telling is done by hand.
#pragma once

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/care_requests.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "banhang/v1/subscriptions.grpc.pb.h"
#include "server/activities/activities_service.h"
#include "server/care/care_request_store.h"
#include "server/care/care_requests_service.h"
#include "server/changes/changes_service.h"
#include "server/reminders/notifications_service.h"
#include "server/subscriptions/subscription_notifier.h"
#include "server/subscriptions/subscriptions_service.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {

using SubscriptionsStub = v1::SubscriptionsService::Stub;

/// People as in CustomersFixture. An keeps subscriptions of the whole company, Minh those of the first team.
class SubscriptionsFixture : public CustomersFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CustomersFixture::makeServices(parts);
        services.push_back(std::make_unique<server::SubscriptionsService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::NotificationsService>(parts.calls, parts.signer));
        services.push_back(std::make_unique<server::CareRequestsService>(parts.calls, parts.signer));
        services.push_back(
            std::make_unique<server::ActivitiesService>(parts.calls, parts.signer, server::ActivityListeners{}));
        services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
        return services;
    }

    void addConstraints(server::ConstraintErrors& errors) override
    {
        CustomersFixture::addConstraints(errors);
        server::registerCareConstraints(errors);
    }

    void SetUp() override
    {
        CustomersFixture::SetUp();
        world().join(an, world().addGroup("keeps all", {{v1::RESOURCE_SUBSCRIPTION, v1::ACTION_EDIT, v1::SCOPE_ALL}}));
        world().join(minh,
                     world().addGroup("keeps one", {{v1::RESOURCE_SUBSCRIPTION, v1::ACTION_EDIT, v1::SCOPE_TEAM}}));
        subscriptions = stub<v1::SubscriptionsService>();
        notifications = stub<v1::NotificationsService>();
        care = stub<v1::CareRequestsService>();
        activities = stub<v1::ActivitiesService>();
        notifier = std::make_unique<server::SubscriptionNotifier>(parts().system, parts().callers);
        tell(); // begins here
    }

    /// Until all that has happened was told. A row waits for transactions that began before it, those that the database
    /// runs by itself included.
    int tell()
    {
        int told = 0;
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
        do
            told += notifyOnce().notifications;
        while (!isAllTold() && std::chrono::steady_clock::now() < end);
        return told;
    }
    server::NotificationBatchResult notifyOnce()
    {
        const server::NotificationBatchResult round = notifier->notifyBatch();
        rounds.push_back(round);
        return round;
    }
    bool isAllTold()
    {
        return sql().number("SELECT count(*) FROM banhang.change_log l, banhang.subscription_progress p"
                            " WHERE (l.xid, l.seq) > (p.xid, p.seq) AND l.entity <> 'notification'") == 0;
    }
    /// Nothing that runs is older than what has happened.
    void settle()
    {
        while (sql().number("SELECT count(*) FROM banhang.change_log"
                            " WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())") > 0) {
        }
    }

    static v1::Subscription ofCustomers(const std::string& name, const std::vector<std::string>& fields = {},
                                        std::int64_t unitId = 0)
    {
        v1::Subscription subscription;
        subscription.set_name(name);
        subscription.set_unit_id(unitId);
        subscription.set_entity(v1::SUBSCRIBED_ENTITY_CUSTOMER);
        subscription.set_on_change(true);
        subscription.mutable_fields()->Add(fields.begin(), fields.end());
        return subscription;
    }

    static v1::CreateSubscriptionRequest making(const v1::Subscription& subscription)
    {
        v1::CreateSubscriptionRequest request;
        *request.mutable_subscription() = subscription;
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Subscription subscribe(const std::string& token, const v1::Subscription& subscription)
    {
        return call(*subscriptions, &SubscriptionsStub::CreateSubscription, making(subscription), token);
    }

    static v1::UpdateSubscriptionRequest editing(const v1::Subscription& subscription,
                                                 const std::vector<std::string>& fields)
    {
        v1::UpdateSubscriptionRequest request;
        *request.mutable_subscription() = subscription;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Subscription edit(const std::string& token, const v1::Subscription& subscription,
                          const std::vector<std::string>& fields)
    {
        return call(*subscriptions, &SubscriptionsStub::UpdateSubscription, editing(subscription, fields), token);
    }

    static v1::MuteSubscriptionRequest muting(std::int64_t id, bool isMuted)
    {
        v1::MuteSubscriptionRequest request;
        request.set_subscription_id(id);
        request.set_muted(isMuted);
        request.set_request_id(newRequestId());
        return request;
    }

    /// Names of subscriptions, separated by "|".
    std::string listed(const std::string& token)
    {
        std::string text;
        const auto list = call(*subscriptions, &SubscriptionsStub::ListSubscriptions, {}, token);
        for (const v1::Subscription& subscription : list.subscriptions())
            text += (text.empty() ? "" : "|") + subscription.name();
        return text;
    }

    std::vector<v1::Notification> newsOf(const std::string& token)
    {
        v1::ListNotificationsRequest request;
        const auto list = call(*notifications, &v1::NotificationsService::Stub::ListNotifications, request, token);
        return {list.notifications().begin(), list.notifications().end()};
    }
    v1::NotificationChanges changesOf(const std::string& token, std::int64_t notificationId)
    {
        v1::GetNotificationChangesRequest request;
        request.set_notification_id(notificationId);
        return call(*notifications, &v1::NotificationsService::Stub::GetNotificationChanges, request, token);
    }
    void markAllRead(const std::string& token)
    {
        v1::MarkNotificationsReadRequest request;
        request.set_up_to_id(1'000'000);
        call(*notifications, &v1::NotificationsService::Stub::MarkNotificationsRead, request, token);
    }

    /// What people were told of altogether.
    std::int64_t toldChanges(const TestUser& user)
    {
        return sql().number("SELECT coalesce(sum((args ->> 'count')::bigint), 0) FROM banhang.notification"
                            " WHERE user_id = $1::bigint AND subscription_id IS NOT NULL",
                            {std::to_string(user.id)});
    }

    /// As An's import leaves them behind: Lan's customers, and their rows of the log.
    void importRows(int count)
    {
        sql().run("INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
                  " SELECT 'X' || i, 'X' || i, 1, 'Khách ' || i, lpad(i::text, 6, '0'), $1::bigint, $2::bigint"
                  " FROM generate_series(1, $3::int) AS i",
                  {std::to_string(lan.id), std::to_string(lan.unitId), std::to_string(count)});
        sql().run("INSERT INTO banhang.change_log (entity, entity_id, version, operation, unit_after, actor_id)"
                  " SELECT 'customer', id, 1, 'create', unit_id, $1::bigint FROM banhang.customer WHERE code LIKE 'X%'",
                  {std::to_string(an.id)});
    }
    v1::Customer setStatus(const std::string& token, v1::Customer customer, const std::string& status)
    {
        customer.set_status_key(status);
        return update(token, customer, {"status_key"});
    }

    std::unique_ptr<SubscriptionsStub> subscriptions;
    std::unique_ptr<v1::NotificationsService::Stub> notifications;
    std::unique_ptr<v1::CareRequestsService::Stub> care;
    std::unique_ptr<v1::ActivitiesService::Stub> activities;
    std::unique_ptr<server::SubscriptionNotifier> notifier;
    std::vector<server::NotificationBatchResult> rounds; ///< all that there were
};

} // namespace banhang::test
