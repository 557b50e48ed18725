#include "tests/client/activities/fake_activities.h"

#include <algorithm>

#include "client/activities/activity_text.h"
#include "client/core/office_time.h"
#include "common/status_codec.h"

namespace banhang::test {

namespace {

bool isOn(const v1::Activity& activity, const QDate& day)
{
    return client::activityDay(activity) == day;
}

} // namespace

class FakeDay::Activities final : public v1::ActivitiesService::Service
{
public:
    Activities(FakeDay& day, FakeCalls& calls) : m_day(day), m_calls(calls) {}

    grpc::Status GetActivity(grpc::ServerContext* context, const v1::GetActivityRequest* request,
                             v1::Activity* reply) override
    {
        if (auto status = m_calls.enter("GetActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        const auto found = m_day.m_activities.find(request->activity_id());
        if (found == m_day.m_activities.end())
            return toStatus(AppError(ErrorCode::NotFound, "activity.not_found"));
        *reply = found->second;
        return grpc::Status::OK;
    }

    grpc::Status ListTimeline(grpc::ServerContext* context, const v1::ListTimelineRequest* request,
                              v1::ListTimelineResponse* reply) override
    {
        m_day.note(m_day.m_lastTimeline, *request);
        if (auto status = m_calls.enter("ListTimeline", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        std::vector<v1::Activity> found;
        for (const auto& [id, activity] : m_day.m_activities) {
            const auto& kinds = request->kinds();
            const bool isKind = kinds.empty() || std::find(kinds.begin(), kinds.end(), activity.kind()) != kinds.end();
            const bool isMeant = activity.result().find(request->query()) != std::string::npos;
            if (activity.customer_id() == request->customer_id() && !activity.has_delete_time() && isKind && isMeant)
                found.push_back(activity);
        }
        std::stable_sort(found.begin(), found.end(), [](const v1::Activity& left, const v1::Activity& right) {
            if (client::isPlanned(left) != client::isPlanned(right))
                return client::isPlanned(left);
            return left.start_time().seconds() > right.start_time().seconds();
        });
        const auto page = static_cast<size_t>(request->page_size());
        const size_t first = request->page_token().empty() ? 0 : std::stoul(request->page_token());
        for (size_t i = first; i < std::min(found.size(), first + page); ++i)
            *reply->add_activities() = found[i];
        if (first + page < found.size())
            reply->set_next_page_token(std::to_string(first + page));
        for (const auto& activity : found) {
            if (activity.result().empty() || first > 0)
                continue;
            *reply->mutable_last_agreed() = activity;
            break;
        }
        return grpc::Status::OK;
    }

    /// People are owners here.
    grpc::Status ListActivities(grpc::ServerContext* context, const v1::ListActivitiesRequest* request,
                                v1::ListActivitiesResponse* reply) override
    {
        if (auto status = m_calls.enter("ListActivities", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        const auto meets = [](const auto& wanted, const auto& value) {
            return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
        };
        for (const auto& [id, activity] : m_day.m_activities)
            if (meets(request->filter().user_ids(), activity.owner_user_id()) &&
                meets(request->filter().states(), activity.state()))
                *reply->add_activities() = activity;
        return grpc::Status::OK;
    }

    grpc::Status GetWorkday(grpc::ServerContext* context, const v1::GetWorkdayRequest*, v1::Workday* reply) override
    {
        if (auto status = m_calls.enter("GetWorkday", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        *reply = m_day.m_day;
        const auto now = client::officeNow();
        *reply->mutable_today() = client::toDate(now.date());
        *reply->mutable_coming_day() = client::toDate(now.date().addDays(1));
        for (const auto& [id, activity] : m_day.m_activities) {
            if (activity.has_delete_time())
                continue;
            if (client::isOverdue(activity, now))
                *reply->add_overdue() = activity;
            else if (isOn(activity, now.date()))
                *(activity.has_start_time() ? reply->add_timed() : reply->add_untimed()) = activity;
            else if (isOn(activity, now.date().addDays(1)))
                *reply->add_coming() = activity;
            if (activity.is_callback() && client::isPlanned(activity))
                *reply->add_callbacks() = activity;
        }
        reply->set_capped_callback_count(reply->callbacks_size());
        std::stable_sort(reply->mutable_timed()->begin(), reply->mutable_timed()->end(),
                         [](const v1::Activity& left, const v1::Activity& right) {
                             return left.start_time().seconds() < right.start_time().seconds();
                         });
        return grpc::Status::OK;
    }

    grpc::Status GetActivityReport(grpc::ServerContext* context, const v1::GetActivityReportRequest*,
                                   v1::ActivityReport* reply) override
    {
        if (auto status = m_calls.enter("GetActivityReport", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        *reply = m_day.m_report;
        return grpc::Status::OK;
    }

    grpc::Status AssignActivities(grpc::ServerContext* context, const v1::AssignActivitiesRequest* request,
                                  v1::AssignActivitiesResponse* reply) override
    {
        if (auto status = m_calls.enter("AssignActivities", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        for (const auto id : request->activity_ids()) {
            auto& activity = m_day.m_activities[id];
            activity.set_owner_user_id(request->owner_user_id());
            *reply->add_activities() = activity;
        }
        return grpc::Status::OK;
    }

    grpc::Status CheckActivity(grpc::ServerContext* context, const v1::CheckActivityRequest*,
                               v1::CheckActivityResponse* reply) override
    {
        if (auto status = m_calls.enter("CheckActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        *reply = m_day.m_check;
        return grpc::Status::OK;
    }

    grpc::Status CreateActivity(grpc::ServerContext* context, const v1::CreateActivityRequest* request,
                                v1::ActivityChangeResponse* reply) override
    {
        m_day.note(m_day.m_lastCreate, *request);
        if (auto status = m_calls.enter("CreateActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        auto activity = request->activity();
        activity.set_id(0);
        *reply->mutable_activity() = m_day.save(activity);
        saveNext(request->has_next_step() ? &request->next_step() : nullptr, reply);
        return grpc::Status::OK;
    }

    grpc::Status UpdateActivity(grpc::ServerContext* context, const v1::UpdateActivityRequest* request,
                                v1::ActivityChangeResponse* reply) override
    {
        m_day.note(m_day.m_lastUpdate, *request);
        if (auto status = m_calls.enter("UpdateActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        *reply->mutable_activity() = m_day.save(request->activity());
        return grpc::Status::OK;
    }

    grpc::Status CloseActivity(grpc::ServerContext* context, const v1::CloseActivityRequest* request,
                               v1::ActivityChangeResponse* reply) override
    {
        m_day.note(m_day.m_lastClose, *request);
        if (auto status = m_calls.enter("CloseActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        auto activity = m_day.m_activities.at(request->activity().id());
        const auto* reflection = activity.GetReflection();
        for (const auto& path : request->update_mask().paths()) {
            auto source = request->activity();
            const auto* field = v1::Activity::descriptor()->FindFieldByName(path);
            reflection->ClearField(&activity, field);
            reflection->SwapFields(&activity, &source, {field});
        }
        activity.set_state(request->state());
        *reply->mutable_activity() = m_day.save(activity);
        saveNext(request->has_next_step() ? &request->next_step() : nullptr, reply);
        return grpc::Status::OK;
    }

    grpc::Status ReopenActivity(grpc::ServerContext* context, const v1::ReopenActivityRequest* request,
                                v1::ActivityChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("ReopenActivity", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        auto activity = m_day.m_activities.at(request->activity_id());
        activity.set_state(v1::ACTIVITY_STATE_PLANNED);
        *reply->mutable_activity() = m_day.save(activity);
        return grpc::Status::OK;
    }

    grpc::Status DeleteActivity(grpc::ServerContext* context, const v1::DeleteActivityRequest* request,
                                v1::Activity* reply) override
    {
        return setBin(context, "DeleteActivity", request->activity_id(), true, reply);
    }

    grpc::Status UndeleteActivity(grpc::ServerContext* context, const v1::UndeleteActivityRequest* request,
                                  v1::Activity* reply) override
    {
        return setBin(context, "UndeleteActivity", request->activity_id(), false, reply);
    }

private:
    void saveNext(const v1::Activity* next, v1::ActivityChangeResponse* reply)
    {
        if (!next)
            return;
        auto step = *next;
        step.set_id(0);
        step.set_customer_id(reply->activity().customer_id());
        step.set_customer_name(reply->activity().customer_name());
        step.set_previous_activity_id(reply->activity().id());
        *reply->mutable_next_step() = m_day.save(step);
    }

    grpc::Status setBin(grpc::ServerContext* context, const char* method, std::int64_t id, bool isBinned,
                        v1::Activity* reply)
    {
        if (auto status = m_calls.enter(method, context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        auto activity = m_day.m_activities.at(id);
        if (isBinned)
            *activity.mutable_delete_time() = client::toTimestamp(client::officeNow());
        else
            activity.clear_delete_time();
        *reply = m_day.save(activity);
        return grpc::Status::OK;
    }

    FakeDay& m_day;
    FakeCalls& m_calls;
};

class FakeDay::Notices final : public v1::NotificationsService::Service
{
public:
    Notices(FakeDay& day, FakeCalls& calls) : m_day(day), m_calls(calls) {}

    grpc::Status ListNotifications(grpc::ServerContext* context, const v1::ListNotificationsRequest*,
                                   v1::ListNotificationsResponse* reply) override
    {
        if (auto status = m_calls.enter("ListNotifications", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        for (auto notice = m_day.m_notices.rbegin(); notice != m_day.m_notices.rend(); ++notice)
            *reply->add_notifications() = notice->second;
        reply->set_capped_unread_count(unread());
        return grpc::Status::OK;
    }

    grpc::Status BatchGetNotifications(grpc::ServerContext* context, const v1::BatchGetNotificationsRequest* request,
                                       v1::BatchGetNotificationsResponse* reply) override
    {
        if (auto status = m_calls.enter("BatchGetNotifications", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        for (const auto id : request->notification_ids())
            *reply->add_notifications() = m_day.m_notices.at(id);
        reply->set_capped_unread_count(unread());
        return grpc::Status::OK;
    }

    grpc::Status MarkNotificationsRead(grpc::ServerContext* context, const v1::MarkNotificationsReadRequest* request,
                                       v1::MarkNotificationsReadResponse* reply) override
    {
        if (auto status = m_calls.enter("MarkNotificationsRead", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        for (auto& [id, notice] : m_day.m_notices) {
            const auto& ids = request->notification_ids();
            if (id <= request->up_to_id() || std::find(ids.begin(), ids.end(), id) != ids.end())
                *notice.mutable_read_time() = client::toTimestamp(client::officeNow());
        }
        reply->set_capped_unread_count(unread());
        return grpc::Status::OK;
    }

    grpc::Status SnoozeReminder(grpc::ServerContext* context, const v1::SnoozeReminderRequest* request,
                                v1::Reminder* reply) override
    {
        m_day.note(m_day.m_lastSnooze, *request);
        if (auto status = m_calls.enter("SnoozeReminder", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        settle(request->reminder_id());
        reply->set_id(request->reminder_id());
        return grpc::Status::OK;
    }

    grpc::Status DismissReminders(grpc::ServerContext* context, const v1::DismissRemindersRequest* request,
                                  v1::DismissRemindersResponse*) override
    {
        if (auto status = m_calls.enter("DismissReminders", context); !status.ok())
            return status;
        const std::lock_guard lock(m_day.m_mutex);
        for (const auto id : request->reminder_ids())
            settle(id);
        return grpc::Status::OK;
    }

    grpc::Status GetNotificationSettings(grpc::ServerContext* context, const v1::GetNotificationSettingsRequest*,
                                         v1::NotificationSettings* reply) override
    {
        if (auto status = m_calls.enter("GetNotificationSettings", context); !status.ok())
            return status;
        reply->set_version(1);
        reply->add_default_lead_minutes(15);
        reply->add_talk_lead_minutes(60);
        return grpc::Status::OK;
    }

private:
    int unread() const
    {
        return static_cast<int>(std::count_if(m_day.m_notices.begin(), m_day.m_notices.end(),
                                              [](const auto& entry) { return !entry.second.has_read_time(); }));
    }

    void settle(std::int64_t reminderId)
    {
        for (auto& [id, notice] : m_day.m_notices) {
            if (notice.reminder_id() != reminderId)
                continue;
            notice.set_is_waiting(false);
            *notice.mutable_read_time() = client::toTimestamp(client::officeNow());
        }
    }

    FakeDay& m_day;
    FakeCalls& m_calls;
};

void FakeDay::setReport(const v1::ActivityReport& report)
{
    const std::lock_guard lock(m_mutex);
    m_report = report;
}

std::vector<FakeServiceMaker> FakeDay::makers()
{
    return {[this](FakeCalls& calls) { return std::make_unique<Activities>(*this, calls); },
            [this](FakeCalls& calls) { return std::make_unique<Notices>(*this, calls); }};
}

v1::Activity& FakeDay::save(v1::Activity activity)
{
    if (activity.id() == 0)
        activity.set_id(m_activities.empty() ? 1 : m_activities.rbegin()->first + 1);
    auto& place = m_activities[activity.id()];
    activity.set_version(place.version() + 1);
    place = std::move(activity);
    return place;
}

void FakeDay::put(const v1::Activity& activity)
{
    const std::lock_guard lock(m_mutex);
    save(activity);
}

v1::Activity FakeDay::stored(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    return m_activities.at(id);
}

std::vector<v1::Activity> FakeDay::all() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<v1::Activity> all;
    all.reserve(m_activities.size());
    for (const auto& [id, activity] : m_activities)
        all.push_back(activity);
    return all;
}

void FakeDay::setDay(const v1::Workday& day)
{
    const std::lock_guard lock(m_mutex);
    m_day = day;
}

void FakeDay::setCheck(const v1::CheckActivityResponse& check)
{
    const std::lock_guard lock(m_mutex);
    m_check = check;
}

void FakeDay::putNotice(const v1::Notification& notice)
{
    const std::lock_guard lock(m_mutex);
    m_notices[notice.id()] = notice;
}

v1::Notification FakeDay::notice(std::int64_t id) const
{
    const std::lock_guard lock(m_mutex);
    return m_notices.at(id);
}

v1::CreateActivityRequest FakeDay::lastCreate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastCreate;
}

v1::CloseActivityRequest FakeDay::lastClose() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastClose;
}

v1::UpdateActivityRequest FakeDay::lastUpdate() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastUpdate;
}

v1::ListTimelineRequest FakeDay::lastTimeline() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastTimeline;
}

v1::SnoozeReminderRequest FakeDay::lastSnooze() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastSnooze;
}

} // namespace banhang::test
