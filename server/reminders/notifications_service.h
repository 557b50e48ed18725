// Notifications, reminders and their settings on the wire.
#pragma once

#include "banhang/v1/notifications.grpc.pb.h"
#include "server/core/call/call.h"
#include "server/core/crypto/token_signer.h"

namespace banhang::server {

/// Thread: any. Owner: what it is made from must outlive it.
class NotificationsService final : public v1::NotificationsService::CallbackService
{
public:
    NotificationsService(CallRunner& calls, const TokenSigner& signer);
    ~NotificationsService() override;

    grpc::ServerUnaryReactor* ListNotifications(grpc::CallbackServerContext* context,
                                                const v1::ListNotificationsRequest* request,
                                                v1::ListNotificationsResponse* response) override;
    grpc::ServerUnaryReactor* BatchGetNotifications(grpc::CallbackServerContext* context,
                                                    const v1::BatchGetNotificationsRequest* request,
                                                    v1::BatchGetNotificationsResponse* response) override;
    grpc::ServerUnaryReactor* MarkNotificationsRead(grpc::CallbackServerContext* context,
                                                    const v1::MarkNotificationsReadRequest* request,
                                                    v1::MarkNotificationsReadResponse* response) override;
    grpc::ServerUnaryReactor* GetNotificationChanges(grpc::CallbackServerContext* context,
                                                     const v1::GetNotificationChangesRequest* request,
                                                     v1::NotificationChanges* response) override;
    grpc::ServerUnaryReactor* GetReminders(grpc::CallbackServerContext* context, const v1::GetRemindersRequest* request,
                                           v1::Reminders* response) override;
    grpc::ServerUnaryReactor* SnoozeReminder(grpc::CallbackServerContext* context,
                                             const v1::SnoozeReminderRequest* request, v1::Reminder* response) override;
    grpc::ServerUnaryReactor* DismissReminders(grpc::CallbackServerContext* context,
                                               const v1::DismissRemindersRequest* request,
                                               v1::DismissRemindersResponse* response) override;
    grpc::ServerUnaryReactor* GetNotificationSettings(grpc::CallbackServerContext* context,
                                                      const v1::GetNotificationSettingsRequest* request,
                                                      v1::NotificationSettings* response) override;
    grpc::ServerUnaryReactor* UpdateNotificationSettings(grpc::CallbackServerContext* context,
                                                         const v1::UpdateNotificationSettingsRequest* request,
                                                         v1::NotificationSettings* response) override;

private:
    CallRunner& m_calls;
    const TokenSigner& m_signer;
};

} // namespace banhang::server
