#include "reminders_fixture.h"

#include "server/activities/activities_service.h"
#include "server/activities/activity_store.h"
#include "server/changes/changes_service.h"
#include "server/reminders/notifications_service.h"
#include "tests/support/wait_until.h"

namespace banhang::test {

namespace {

std::vector<TestGrant> allActions(v1::Scope scope)
{
    std::vector<TestGrant> grants;
    for (const v1::Resource resource : {v1::RESOURCE_ACTIVITY, v1::RESOURCE_CUSTOMER})
        for (const v1::Action action :
             {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            grants.push_back({resource, action, scope});
    return grants;
}

} // namespace

std::vector<std::unique_ptr<grpc::Service>> RemindersFixture::makeServices(ServerParts& parts)
{
    std::vector<std::unique_ptr<grpc::Service>> services;
    services.push_back(
        std::make_unique<server::ActivitiesService>(parts.calls, parts.signer, server::ActivityListeners{&m_upkeep}));
    services.push_back(std::make_unique<server::NotificationsService>(parts.calls, parts.signer));
    services.push_back(std::make_unique<server::ChangesService>(parts.calls, parts.app, parts.callers, parts.hub));
    return services;
}

void RemindersFixture::addConstraints(server::ConstraintErrors& errors)
{
    server::registerActivitiesConstraints(errors);
}

void RemindersFixture::SetUp()
{
    const std::int64_t team = world().addTeam(world().addBranch("CN Hà Nội"), "Nhóm 1");
    lan = world().addUserWith("lan", team, allActions(v1::SCOPE_OWN));
    hoa = world().addUserWith("hoa", team, allActions(v1::SCOPE_OWN));
    minh = world().addUserWith("minh", team, allActions(v1::SCOPE_TEAM));
    lanToken = world().signIn(lan);
    hoaToken = world().signIn(hoa);
    minhToken = world().signIn(minh);
    activities = stub<v1::ActivitiesService>();
    notifications = stub<v1::NotificationsService>();
}

v1::Activity RemindersFixture::appointment(std::int64_t inSeconds, const std::vector<int>& leads,
                                           const std::vector<TestUser>& participants)
{
    v1::Activity activity;
    activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
    activity.set_title("Gặp khách");
    const auto begin = TimeUtil::GetCurrentTime() + TimeUtil::SecondsToDuration(inSeconds);
    *activity.mutable_start_time() = begin;
    *activity.mutable_end_time() = begin + TimeUtil::HoursToDuration(1);
    for (const int lead : leads)
        activity.add_reminder_lead_minutes(lead);
    for (const TestUser& participant : participants)
        activity.add_participant_user_ids(participant.id);
    return activity;
}

v1::Activity RemindersFixture::create(const v1::Activity& activity, const std::string& token)
{
    v1::CreateActivityRequest request;
    *request.mutable_activity() = activity;
    request.set_request_id(newRequestId());
    return call(*activities, &v1::ActivitiesService::Stub::CreateActivity, request, token).activity();
}

v1::Activity RemindersFixture::update(const v1::Activity& activity, const Lines& fields, const std::string& token)
{
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = activity;
    for (const std::string& field : fields)
        request.mutable_update_mask()->add_paths(field);
    request.set_request_id(newRequestId());
    return call(*activities, &v1::ActivitiesService::Stub::UpdateActivity, request, token).activity();
}

v1::Activity RemindersFixture::moved(v1::Activity activity, std::int64_t seconds, const std::string& token)
{
    const auto time = TimeUtil::SecondsToDuration(seconds);
    *activity.mutable_start_time() = activity.start_time() + time;
    *activity.mutable_end_time() = activity.end_time() + time;
    return update(activity, {"start_time", "end_time"}, token);
}

v1::Activity RemindersFixture::close(const v1::Activity& activity, v1::ActivityState state, const std::string& token)
{
    v1::CloseActivityRequest request;
    request.mutable_activity()->set_id(activity.id());
    request.mutable_activity()->set_version(activity.version());
    request.set_state(state);
    request.set_request_id(newRequestId());
    return call(*activities, &v1::ActivitiesService::Stub::CloseActivity, request, token).activity();
}

v1::Activity RemindersFixture::binned(const v1::Activity& activity, const std::string& token)
{
    v1::DeleteActivityRequest request;
    request.set_activity_id(activity.id());
    request.set_request_id(newRequestId());
    return call(*activities, &v1::ActivitiesService::Stub::DeleteActivity, request, token);
}

v1::ListNotificationsResponse RemindersFixture::listOf(const std::string& token, bool isUnreadOnly)
{
    v1::ListNotificationsRequest request;
    request.set_unread_only(isUnreadOnly);
    return call(*notifications, &v1::NotificationsService::Stub::ListNotifications, request, token);
}

std::vector<v1::Notification> RemindersFixture::toldTo(const std::string& token)
{
    const auto answer = listOf(token);
    return {answer.notifications().begin(), answer.notifications().end()};
}

Lines RemindersFixture::keysOf(const std::string& token)
{
    Lines keys;
    for (const v1::Notification& notification : toldTo(token))
        keys.push_back(notification.key());
    return keys;
}

v1::Reminders RemindersFixture::remindersOf(const std::string& token)
{
    return call(*notifications, &v1::NotificationsService::Stub::GetReminders, v1::GetRemindersRequest(), token);
}

v1::NotificationSettings RemindersFixture::setSettings(const v1::NotificationSettings& settings, const Lines& fields,
                                                       const std::string& token)
{
    v1::UpdateNotificationSettingsRequest request;
    *request.mutable_settings() = settings;
    for (const std::string& field : fields)
        request.mutable_update_mask()->add_paths(field);
    request.set_request_id(newRequestId());
    return call(*notifications, &v1::NotificationsService::Stub::UpdateNotificationSettings, request, token);
}

Lines RemindersFixture::remindersFor(std::int64_t activityId)
{
    Lines lines;
    for (const server::Row row :
         sql().run("SELECT CASE r.state WHEN 1 THEN 'pending' WHEN 2 THEN 'fired' WHEN 3 THEN 'settled'"
                   " ELSE r.skip_reason END || ' ' || r.lead_minutes || ' ' || u.user_name"
                   " FROM banhang.reminder r JOIN banhang.app_user u ON u.id = r.user_id"
                   " WHERE r.entity_id = $1::bigint ORDER BY r.id",
                   {std::to_string(activityId)}))
        lines.push_back(row.string(0));
    return lines;
}

void RemindersFixture::settleDue()
{
    const server::ReminderJob scheduler(system(), {.maxSleep = std::chrono::milliseconds(50)}, m_figures.registry());
    EXPECT_TRUE(waitUntil([this] { return dueReminders(sql()) == 0; }));
}

} // namespace banhang::test
