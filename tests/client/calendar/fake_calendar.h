// The part of the server that a calendar speaks with: activities of some people, their reminders, clashes.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "client/core/office_time.h"
#include "tests/client/support/fake_calls.h"

namespace banhang::test {

constexpr std::int64_t kFirstCreated = 90'000;

/// What both services remember. Everything under `mutex`.
struct CalendarMemory
{
    mutable std::mutex mutex;
    std::map<std::int64_t, v1::Activity> activities{};
    v1::Reminders reminders{};
    v1::CheckActivityResponse check{};
    v1::ListActivitiesRequest lastList{};
    std::vector<v1::CreateActivityRequest> creations{};
    std::vector<v1::UpdateActivityRequest> updates{};

    void put(const v1::Activity& activity)
    {
        const std::scoped_lock lock(mutex);
        activities[activity.id()] = activity;
    }
    v1::Activity at(std::int64_t id) const
    {
        const std::scoped_lock lock(mutex);
        return activities.at(id);
    }
    std::size_t updateCount() const
    {
        const std::scoped_lock lock(mutex);
        return updates.size();
    }
};

class FakeActivities final : public v1::ActivitiesService::Service
{
public:
    FakeActivities(FakeCalls& calls, CalendarMemory& memory) : m_calls(calls), m_memory(memory) {}

    grpc::Status ListActivities(grpc::ServerContext* context, const v1::ListActivitiesRequest* request,
                                v1::ListActivitiesResponse* reply) override
    {
        {
            // Read before the answer is held: what is stored while it is on its way is not in it.
            const std::scoped_lock lock(m_memory.mutex);
            m_memory.lastList = *request;
            for (const auto& [id, activity] : m_memory.activities)
                if (activity.has_day() || (activity.has_start_time() && isWithin(activity, request->filter())))
                    *reply->add_activities() = activity;
        }
        return m_calls.enter("ListActivities", context);
    }
    grpc::Status BatchGetActivities(grpc::ServerContext* context, const v1::BatchGetActivitiesRequest* request,
                                    v1::BatchGetActivitiesResponse* reply) override
    {
        if (auto status = m_calls.enter("BatchGetActivities", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        for (const auto id : request->activity_ids())
            if (m_memory.activities.contains(id))
                *reply->add_activities() = m_memory.activities[id];
        return grpc::Status::OK;
    }
    grpc::Status UpdateActivity(grpc::ServerContext* context, const v1::UpdateActivityRequest* request,
                                v1::ActivityChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("UpdateActivity", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        v1::Activity stored = request->activity();
        stored.set_version(m_memory.activities[stored.id()].version() + 1);
        m_memory.activities[stored.id()] = stored;
        m_memory.updates.push_back(*request);
        *reply->mutable_activity() = stored;
        return grpc::Status::OK;
    }
    grpc::Status CreateActivity(grpc::ServerContext* context, const v1::CreateActivityRequest* request,
                                v1::ActivityChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("CreateActivity", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        v1::Activity stored = request->activity();
        stored.set_id(kFirstCreated + static_cast<std::int64_t>(m_memory.creations.size()));
        stored.set_version(1);
        m_memory.activities[stored.id()] = stored;
        m_memory.creations.push_back(*request);
        *reply->mutable_activity() = stored;
        for (const v1::Clash& clash : m_memory.check.clashes())
            *reply->add_clashes() = clash;
        return grpc::Status::OK;
    }
    grpc::Status DeleteActivity(grpc::ServerContext* context, const v1::DeleteActivityRequest* request,
                                v1::Activity* reply) override
    {
        if (auto status = m_calls.enter("DeleteActivity", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        *reply = m_memory.activities[request->activity_id()];
        m_memory.activities.erase(request->activity_id());
        return grpc::Status::OK;
    }
    grpc::Status CloseActivity(grpc::ServerContext* context, const v1::CloseActivityRequest* request,
                               v1::ActivityChangeResponse* reply) override
    {
        if (auto status = m_calls.enter("CloseActivity", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        v1::Activity& stored = m_memory.activities[request->activity().id()];
        stored.set_state(request->state());
        stored.set_version(stored.version() + 1);
        *reply->mutable_activity() = stored;
        return grpc::Status::OK;
    }
    grpc::Status CheckActivity(grpc::ServerContext* context, const v1::CheckActivityRequest*,
                               v1::CheckActivityResponse* reply) override
    {
        if (auto status = m_calls.enter("CheckActivity", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        *reply = m_memory.check;
        return grpc::Status::OK;
    }
    grpc::Status GetWorkday(grpc::ServerContext* context, const v1::GetWorkdayRequest*, v1::Workday* reply) override
    {
        if (auto status = m_calls.enter("GetWorkday", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        for (const auto& [id, activity] : m_memory.activities)
            if (!activity.has_start_time() && !activity.has_day())
                *reply->add_untimed() = activity;
        return grpc::Status::OK;
    }

private:
    static bool isWithin(const v1::Activity& activity, const v1::ActivityFilter& filter)
    {
        const auto begins = activity.start_time().seconds();
        return (!filter.has_from_time() || begins >= filter.from_time().seconds()) &&
               (!filter.has_to_time() || begins < filter.to_time().seconds());
    }

    FakeCalls& m_calls;
    CalendarMemory& m_memory;
};

class FakeReminders final : public v1::NotificationsService::Service
{
public:
    FakeReminders(FakeCalls& calls, CalendarMemory& memory) : m_calls(calls), m_memory(memory) {}

    grpc::Status GetReminders(grpc::ServerContext* context, const v1::GetRemindersRequest*,
                              v1::Reminders* reply) override
    {
        if (auto status = m_calls.enter("GetReminders", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex);
        *reply = m_memory.reminders;
        return grpc::Status::OK;
    }

private:
    FakeCalls& m_calls;
    CalendarMemory& m_memory;
};

} // namespace banhang::test
