#include "server/reminders/notifications_service.h"

#include <limits>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/call/page_tokens.h"
#include "server/core/change_log/record_version.h"
#include "server/fields/issue_rules.h"
#include "server/reminders/notification_change_store.h"
#include "server/reminders/notification_rules.h"
#include "server/reminders/notification_setting_store.h"
#include "server/reminders/notification_store.h"
#include "server/reminders/reminder_store.h"

namespace banhang::server {

using grpc::CallbackServerContext;
using grpc::ServerUnaryReactor;

namespace {

constexpr int kUsualPage = 50;
constexpr int kMaxPageSize = 200;
constexpr int kUsualComing = 20;
constexpr int kMaxComing = 200;
constexpr int kMaxIds = 500;

template <typename Ids>
std::vector<std::int64_t> boundedIds(const Ids& ids, const char* path)
{
    refuseTooMany(path, ids.size(), kMaxIds);
    return {ids.begin(), ids.end()};
}

void listNotifications(Call& call, const v1::ListNotificationsRequest& wanted, v1::ListNotificationsResponse& reply,
                       const TokenSigner& signer)
{
    const PageTokens tokens(signer, call.caller, wanted);
    const nlohmann::json last = tokens.open();
    const std::int64_t before = last.is_null() ? std::numeric_limits<std::int64_t>::max() : last.get<std::int64_t>();
    const int size = pageSize(wanted.page_size(), kUsualPage, kMaxPageSize);
    for (v1::Notification& notification : NotificationStore::list(call, wanted.unread_only(), before, size + 1)) {
        if (reply.notifications_size() == size) {
            reply.set_next_page_token(tokens.seal(reply.notifications(size - 1).id()));
            break;
        }
        *reply.add_notifications() = std::move(notification);
    }
    reply.set_capped_unread_count(NotificationStore::unreadCount(call));
}

bool changesQuietHours(const v1::NotificationSettings& before, const v1::NotificationSettings& after)
{
    return before.quiet_from_minute() != after.quiet_from_minute() ||
           before.quiet_to_minute() != after.quiet_to_minute();
}

v1::NotificationSettings updateSettings(Call& call, const v1::UpdateNotificationSettingsRequest& wanted)
{
    throwIfAny(settingMaskIssues(wanted.update_mask()));
    const v1::NotificationSettings before = NotificationSettingStore::lock(call);
    demandVersion(before.version(), wanted.settings().version(), "notification_settings.edit_conflict",
                  ZeroVersion::Any);
    const v1::NotificationSettings after = mergedSettings(before, wanted.settings(), wanted.update_mask());
    throwIfAny(settingIssues(after));
    if (changesQuietHours(before, after))
        ReminderStore::bringBack(call);
    return NotificationSettingStore::save(call, before, after);
}

} // namespace

NotificationsService::NotificationsService(CallRunner& calls, const TokenSigner& signer)
    : m_calls(calls), m_signer(signer)
{
}

NotificationsService::~NotificationsService() = default;

ServerUnaryReactor* NotificationsService::ListNotifications(CallbackServerContext* context,
                                                            const v1::ListNotificationsRequest* request,
                                                            v1::ListNotificationsResponse* response)
{
    return m_calls.read(
        context, "NotificationsService.ListNotifications", request, response,
        [this](Call& call, const v1::ListNotificationsRequest& wanted, v1::ListNotificationsResponse& reply) {
            listNotifications(call, wanted, reply, m_signer);
        });
}

ServerUnaryReactor* NotificationsService::BatchGetNotifications(CallbackServerContext* context,
                                                                const v1::BatchGetNotificationsRequest* request,
                                                                v1::BatchGetNotificationsResponse* response)
{
    return m_calls.read(
        context, "NotificationsService.BatchGetNotifications", request, response,
        [](Call& call, const v1::BatchGetNotificationsRequest& wanted, v1::BatchGetNotificationsResponse& reply) {
            const auto ids = boundedIds(wanted.notification_ids(), "notification_ids");
            for (v1::Notification& notification : NotificationStore::byIds(call, ids))
                *reply.add_notifications() = std::move(notification);
            reply.set_capped_unread_count(NotificationStore::unreadCount(call));
        });
}

ServerUnaryReactor* NotificationsService::MarkNotificationsRead(CallbackServerContext* context,
                                                                const v1::MarkNotificationsReadRequest* request,
                                                                v1::MarkNotificationsReadResponse* response)
{
    return m_calls.write(
        context, "NotificationsService.MarkNotificationsRead", request, response,
        [](Call& call, const v1::MarkNotificationsReadRequest& wanted, v1::MarkNotificationsReadResponse& reply) {
            NotificationStore::markRead(call, boundedIds(wanted.notification_ids(), "notification_ids"),
                                        wanted.up_to_id());
            reply.set_capped_unread_count(NotificationStore::unreadCount(call));
        });
}

ServerUnaryReactor* NotificationsService::GetNotificationChanges(CallbackServerContext* context,
                                                                 const v1::GetNotificationChangesRequest* request,
                                                                 v1::NotificationChanges* response)
{
    return m_calls.read(
        context, "NotificationsService.GetNotificationChanges", request, response,
        [](Call& call, const v1::GetNotificationChangesRequest& wanted, v1::NotificationChanges& reply) {
            reply = readNotificationChanges(call, wanted.notification_id());
        });
}

ServerUnaryReactor* NotificationsService::GetReminders(CallbackServerContext* context,
                                                       const v1::GetRemindersRequest* request, v1::Reminders* response)
{
    return m_calls.read(context, "NotificationsService.GetReminders", request, response,
                        [](Call& call, const v1::GetRemindersRequest& wanted, v1::Reminders& reply) {
                            const int coming = pageSize(wanted.coming(), kUsualComing, kMaxComing, "coming");
                            reply = ReminderStore::ofCaller(call, coming);
                        });
}

ServerUnaryReactor* NotificationsService::SnoozeReminder(CallbackServerContext* context,
                                                         const v1::SnoozeReminderRequest* request,
                                                         v1::Reminder* response)
{
    return m_calls.write(context, "NotificationsService.SnoozeReminder", request, response,
                         [](Call& call, const v1::SnoozeReminderRequest& wanted, v1::Reminder& reply) {
                             reply = ReminderStore::snooze(call, wanted.reminder_id(), wanted.until_time());
                         });
}

ServerUnaryReactor* NotificationsService::DismissReminders(CallbackServerContext* context,
                                                           const v1::DismissRemindersRequest* request,
                                                           v1::DismissRemindersResponse* response)
{
    return m_calls.write(context, "NotificationsService.DismissReminders", request, response,
                         [](Call& call, const v1::DismissRemindersRequest& wanted, v1::DismissRemindersResponse&) {
                             ReminderStore::dismiss(call, boundedIds(wanted.reminder_ids(), "reminder_ids"));
                         });
}

ServerUnaryReactor* NotificationsService::GetNotificationSettings(CallbackServerContext* context,
                                                                  const v1::GetNotificationSettingsRequest* request,
                                                                  v1::NotificationSettings* response)
{
    return m_calls.read(context, "NotificationsService.GetNotificationSettings", request, response,
                        [](Call& call, const v1::GetNotificationSettingsRequest&, v1::NotificationSettings& reply) {
                            reply = NotificationSettingStore::find(call);
                        });
}

ServerUnaryReactor*
NotificationsService::UpdateNotificationSettings(CallbackServerContext* context,
                                                 const v1::UpdateNotificationSettingsRequest* request,
                                                 v1::NotificationSettings* response)
{
    return m_calls.write(context, "NotificationsService.UpdateNotificationSettings", request, response,
                         [](Call& call, const v1::UpdateNotificationSettingsRequest& wanted,
                            v1::NotificationSettings& reply) { reply = updateSettings(call, wanted); });
}

} // namespace banhang::server
