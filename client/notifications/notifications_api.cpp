#include "client/notifications/notifications_api.h"

#include "client/core/office_time.h"

namespace banhang::client {

namespace {

constexpr const char* kService = "banhang.v1.NotificationsService.";

template <typename Request, typename Reply>
Method<Request, Reply> named(const char* name)
{
    return Method<Request, Reply>((std::string(kService) + name).c_str());
}

} // namespace

CallHandle NotificationsApi::list(const v1::ListNotificationsRequest& request, QObject* receiver,
                                  Handler<v1::ListNotificationsResponse> handler)
{
    static const auto method = named<v1::ListNotificationsRequest, v1::ListNotificationsResponse>("ListNotifications");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::batchGet(const std::vector<qint64>& ids, QObject* receiver,
                                      Handler<v1::BatchGetNotificationsResponse> handler)
{
    static const auto method =
        named<v1::BatchGetNotificationsRequest, v1::BatchGetNotificationsResponse>("BatchGetNotifications");
    v1::BatchGetNotificationsRequest request;
    for (const qint64 id : ids)
        request.add_notification_ids(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::markRead(const std::vector<qint64>& ids, qint64 upToId, QObject* receiver,
                                      Handler<v1::MarkNotificationsReadResponse> handler)
{
    static const auto method =
        named<v1::MarkNotificationsReadRequest, v1::MarkNotificationsReadResponse>("MarkNotificationsRead");
    v1::MarkNotificationsReadRequest request;
    for (const qint64 id : ids)
        request.add_notification_ids(id);
    request.set_up_to_id(upToId);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::reminders(int coming, QObject* receiver, Handler<v1::Reminders> handler)
{
    static const auto method = named<v1::GetRemindersRequest, v1::Reminders>("GetReminders");
    v1::GetRemindersRequest request;
    request.set_coming(coming);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::snooze(qint64 reminderId, const QDateTime& until, QObject* receiver,
                                    Handler<v1::Reminder> handler)
{
    static const auto method = named<v1::SnoozeReminderRequest, v1::Reminder>("SnoozeReminder");
    v1::SnoozeReminderRequest request;
    request.set_reminder_id(reminderId);
    *request.mutable_until_time() = toTimestamp(until);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::dismiss(const std::vector<qint64>& reminderIds, QObject* receiver,
                                     Handler<v1::DismissRemindersResponse> handler)
{
    static const auto method = named<v1::DismissRemindersRequest, v1::DismissRemindersResponse>("DismissReminders");
    v1::DismissRemindersRequest request;
    for (const qint64 id : reminderIds)
        request.add_reminder_ids(id);
    return m_rpc.call(method, request, receiver, std::move(handler));
}

CallHandle NotificationsApi::settings(QObject* receiver, Handler<v1::NotificationSettings> handler)
{
    static const auto method =
        named<v1::GetNotificationSettingsRequest, v1::NotificationSettings>("GetNotificationSettings");
    return m_rpc.call(method, v1::GetNotificationSettingsRequest(), receiver, std::move(handler));
}

CallHandle NotificationsApi::updateSettings(const v1::UpdateNotificationSettingsRequest& request, QObject* receiver,
                                            Handler<v1::NotificationSettings> handler)
{
    static const auto method =
        named<v1::UpdateNotificationSettingsRequest, v1::NotificationSettings>("UpdateNotificationSettings");
    return m_rpc.call(method, request, receiver, std::move(handler));
}

} // namespace banhang::client
