// Every call about notifications and reminders; the only file of the client that makes them.
#pragma once

#include <vector>

#include "banhang/v1/notifications.pb.h"
#include "client/core/rpc_api.h"

class QDateTime;

namespace banhang::client {

class NotificationsApi final : public RpcApi
{
public:
    using RpcApi::RpcApi;

    CallHandle list(const v1::ListNotificationsRequest& request, QObject* receiver,
                    Handler<v1::ListNotificationsResponse> handler);
    /// At most 500 ids.
    CallHandle batchGet(const std::vector<qint64>& ids, QObject* receiver,
                        Handler<v1::BatchGetNotificationsResponse> handler);
    /// These, and all up to `upToId` unless that is 0.
    CallHandle markRead(const std::vector<qint64>& ids, qint64 upToId, QObject* receiver,
                        Handler<v1::MarkNotificationsReadResponse> handler);
    CallHandle changes(qint64 notificationId, QObject* receiver, Handler<v1::NotificationChanges> handler);
    CallHandle reminders(int coming, QObject* receiver, Handler<v1::Reminders> handler);
    CallHandle snooze(qint64 reminderId, const QDateTime& until, QObject* receiver, Handler<v1::Reminder> handler);
    CallHandle dismiss(const std::vector<qint64>& reminderIds, QObject* receiver,
                       Handler<v1::DismissRemindersResponse> handler);
    CallHandle settings(QObject* receiver, Handler<v1::NotificationSettings> handler);
    CallHandle updateSettings(const v1::UpdateNotificationSettingsRequest& request, QObject* receiver,
                              Handler<v1::NotificationSettings> handler);
};

} // namespace banhang::client
