// The working day of the tests' server: activities and news from memory.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "banhang/v1/activities.grpc.pb.h"
#include "banhang/v1/notifications.grpc.pb.h"
#include "tests/client/support/fake_server.h"

namespace banhang::test {

/// Outlives the services that are made over it. Thread: everything may be called from the test's thread.
class FakeDay
{
public:
    /// For the constructor of FakeServer.
    std::vector<FakeServiceMaker> makers();

    void put(const v1::Activity& activity);
    v1::Activity stored(std::int64_t id) const;
    std::vector<v1::Activity> all() const;
    /// Everything else of the day; its lists of activities are filled in from what is stored.
    void setDay(const v1::Workday& day);
    void setCheck(const v1::CheckActivityResponse& check);
    void setReport(const v1::ActivityReport& report);
    void putNotice(const v1::Notification& notice);
    v1::Notification notice(std::int64_t id) const;
    v1::CreateActivityRequest lastCreate() const;
    v1::CloseActivityRequest lastClose() const;
    v1::UpdateActivityRequest lastUpdate() const;
    v1::ListTimelineRequest lastTimeline() const;
    v1::SnoozeReminderRequest lastSnooze() const;

private:
    class Activities;
    class Notices;
    friend class Activities;
    friend class Notices;

    v1::Activity& save(v1::Activity activity);
    /// Before the call is counted, for whoever waits for the count reads it then.
    template <typename Request>
    void note(Request& last, const Request& request)
    {
        const std::lock_guard lock(m_mutex);
        last = request;
    }

    mutable std::mutex m_mutex;
    std::map<std::int64_t, v1::Activity> m_activities;
    std::map<std::int64_t, v1::Notification> m_notices;
    v1::Workday m_day;
    v1::CheckActivityResponse m_check;
    v1::ActivityReport m_report;
    v1::CreateActivityRequest m_lastCreate;
    v1::CloseActivityRequest m_lastClose;
    v1::UpdateActivityRequest m_lastUpdate;
    v1::ListTimelineRequest m_lastTimeline;
    v1::SnoozeReminderRequest m_lastSnooze;
};

} // namespace banhang::test
