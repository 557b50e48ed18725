// The rows of the permission matrix that are about people and what they set up: sessions, pick lists, views, news.
#include "banhang/v1/changes.pb.h"
#include "banhang/v1/identity.pb.h"
#include "banhang/v1/notifications.pb.h"
#include "banhang/v1/ops.pb.h"
#include "banhang/v1/picklists.pb.h"
#include "banhang/v1/subscriptions.pb.h"
#include "banhang/v1/views.pb.h"
#include "tests/integration/rights/matrix/matrix.h"

namespace banhang::test {

Entries peopleEntries()
{
    using namespace v1;
    return {
        {"IdentityService.SignIn", {plain<SignInRequest>(), {}, "identity.sign_in_refused"}},
        {"IdentityService.SignOut", {plain<SignOutRequest>(), {}}},
        {"IdentityService.ChangePassword",
         {with<ChangePasswordRequest>([](auto& r, const Target& t) {
              r.set_old_password("không phải");
              r.set_new_password("một mật khẩu khác");
              r.set_request_id(t.requestId);
          }),
          {},
          "call.invalid"}},
        {"IdentityService.GetMe", {plain<GetMeRequest>(), {}}},
        {"IdentityService.GetDirectory", {plain<GetDirectoryRequest>(), {}}},
        {"IdentityService.ListSessions", {plain<ListSessionsRequest>(), {}}},
        {"IdentityService.EndSession", {plain<EndSessionRequest>(), {}}},
        {"PicklistsService.ListPickItems", {plain<ListPickItemsRequest>(), {}}},
        {"PicklistsService.CreatePickItem",
         {with<CreatePickItemRequest>([](auto& r, const Target& t) {
              r.mutable_item()->set_list_key("source");
              r.mutable_item()->set_key("matrix");
              r.mutable_item()->set_label_vi("Ma trận");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"PicklistsService.UpdatePickItem",
         {with<UpdatePickItemRequest>([](auto& r, const Target& t) {
              r.mutable_item()->set_id(t.itemId);
              r.mutable_item()->set_version(1);
              r.mutable_item()->set_label_vi("Ma trận");
              r.mutable_update_mask()->add_paths("label_vi");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"PicklistsService.MovePickItem",
         {with<MovePickItemRequest>([](auto& r, const Target& t) {
              r.set_id(t.itemId + 1); // the next of its list; the update has grown the version of the first
              r.set_version(1);
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"ViewsService.ListSavedViews",
         {with<ListSavedViewsRequest>([](auto& r, const Target&) { r.set_list_key("customers"); }), {}}},
        {"ViewsService.CreateSavedView",
         {with<CreateSavedViewRequest>([](auto& r, const Target& t) {
              r.mutable_view()->set_list_key("customers");
              r.mutable_view()->set_name(t.requestId);
              r.set_request_id(t.requestId);
          }),
          {}}},
        // Nobody has made one that these could be about.
        {"ViewsService.UpdateSavedView",
         {with<UpdateSavedViewRequest>([](auto& r, const Target& t) {
              r.mutable_view()->set_id(0);
              r.mutable_view()->set_name("Ma trận");
              r.mutable_update_mask()->add_paths("name");
              r.set_request_id(t.requestId);
          }),
          {},
          "view.not_found"}},
        {"ViewsService.DeleteSavedView",
         {with<DeleteSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
        {"ViewsService.UndeleteSavedView",
         {with<UndeleteSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
        {"ViewsService.ChooseSavedView",
         {with<ChooseSavedViewRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "view.not_found"}},
        {"NotificationsService.ListNotifications", {plain<ListNotificationsRequest>(), {}}},
        {"NotificationsService.BatchGetNotifications", {plain<BatchGetNotificationsRequest>(), {}}},
        {"NotificationsService.MarkNotificationsRead", {plain<MarkNotificationsReadRequest>(), {}}},
        {"NotificationsService.GetReminders", {plain<GetRemindersRequest>(), {}}},
        // Nobody has one.
        {"NotificationsService.GetNotificationChanges",
         {plain<GetNotificationChangesRequest>(), {}, "notification.not_found"}},
        {"SubscriptionsService.ListSubscriptions", {plain<ListSubscriptionsRequest>(), {}}},
        {"SubscriptionsService.CreateSubscription",
         {with<CreateSubscriptionRequest>([](auto& r, const Target& t) {
              r.mutable_subscription()->set_name("Ma trận");
              r.mutable_subscription()->set_entity(SUBSCRIBED_ENTITY_CUSTOMER);
              r.mutable_subscription()->set_on_create(true);
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"SubscriptionsService.UpdateSubscription",
         {with<UpdateSubscriptionRequest>([](auto& r, const Target& t) {
              r.mutable_update_mask()->add_paths("name");
              r.set_request_id(t.requestId);
          }),
          {},
          "subscription.not_found"}},
        {"SubscriptionsService.DeleteSubscription",
         {with<DeleteSubscriptionRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "subscription.not_found"}},
        {"SubscriptionsService.UndeleteSubscription",
         {with<UndeleteSubscriptionRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "subscription.not_found"}},
        {"SubscriptionsService.MuteSubscription",
         {with<MuteSubscriptionRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "subscription.not_found"}},
        {"SubscriptionsService.CheckSubscription",
         {with<CheckSubscriptionRequest>([](auto& r, const Target&) {
              r.mutable_subscription()->set_entity(SUBSCRIBED_ENTITY_CUSTOMER);
              r.mutable_subscription()->set_on_create(true);
          }),
          {}}},
        {"NotificationsService.SnoozeReminder",
         {with<SnoozeReminderRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }),
          {},
          "reminder.not_found"}},
        {"NotificationsService.DismissReminders",
         {with<DismissRemindersRequest>([](auto& r, const Target& t) { r.set_request_id(t.requestId); }), {}}},
        {"NotificationsService.GetNotificationSettings", {plain<GetNotificationSettingsRequest>(), {}}},
        {"NotificationsService.UpdateNotificationSettings",
         {with<UpdateNotificationSettingsRequest>([](auto& r, const Target& t) {
              r.mutable_update_mask()->add_paths("email");
              r.set_request_id(t.requestId);
          }),
          {}}},
        {"ChangesService.Watch", {plain<WatchRequest>(), {}}},
        {"ChangesService.ReportPresence",
         {with<ReportPresenceRequest>([](auto& r, const Target& t) { r.set_customer_id(t.customerId); }),
          "customer.not_found"}},
        {"OpsService.GetServerInfo", {plain<GetServerInfoRequest>(), {}}},
    };
}

} // namespace banhang::test
