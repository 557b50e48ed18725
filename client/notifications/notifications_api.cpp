#include "client/notifications/notifications_api.h"

#include "client/core/office_time.h"

namespace banhang::client {

CallHandle NotificationsApi::list(const v1::ListNotificationsRequest& request, QObject* receiver,
                                  Handler<v1::ListNotificationsResponse> handler)
{
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                      Handler<v1::BatchGetNotificationsResponse> handler)
{
    v1::BatchGetNotificationsRequest request;
    for (const qint64 id : ids)
        request.add_notification_ids(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::markRead(const std::vector<qint64>& ids, qint64 upToId, QObject* receiver,
                                      Handler<v1::MarkNotificationsReadResponse> handler)
{
    v1::MarkNotificationsReadRequest request;
    for (const qint64 id : ids)
        request.add_notification_ids(id);
    request.set_up_to_id(upToId);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::changes(qint64 notificationId, QObject* receiver, Handler<v1::NotificationChanges> handler)
{
    v1::GetNotificationChangesRequest request;
    request.set_notification_id(notificationId);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::reminders(int coming, QObject* receiver, Handler<v1::Reminders> handler)
{
    v1::GetRemindersRequest request;
    request.set_coming(coming);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::snooze(qint64 reminderId, const QDateTime& until, QObject* receiver,
                                    Handler<v1::Reminder> handler)
{
    v1::SnoozeReminderRequest request;
    request.set_reminder_id(reminderId);
    *request.mutable_until_time() = toTimestamp(until);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::dismiss(const std::vector<qint64>& reminderIds, QObject* receiver,
                                     Handler<v1::DismissRemindersResponse> handler)
{
    v1::DismissRemindersRequest request;
    for (const qint64 id : reminderIds)
        request.add_reminder_ids(id);
    return ask(request, receiver, std::move(handler));
}

CallHandle NotificationsApi::settings(QObject* receiver, Handler<v1::NotificationSettings> handler)
{
    return ask(v1::GetNotificationSettingsRequest(), receiver, std::move(handler));
}

CallHandle NotificationsApi::updateSettings(const v1::UpdateNotificationSettingsRequest& request, QObject* receiver,
                                            Handler<v1::NotificationSettings> handler)
{
    return ask(request, receiver, std::move(handler));
}

} // namespace banhang::client
