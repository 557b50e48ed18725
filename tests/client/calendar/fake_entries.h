// The part of the server that knows entries of calendar files: finds what was made with a UID, and hands out
// everything.
#pragma once

#include "banhang/v1/calendar_entries.grpc.pb.h"
#include "tests/client/calendar/fake_calendar.h"
#include "tests/client/calendar/fake_series.h"

namespace banhang::test {

class FakeEntries final : public v1::CalendarEntriesService::Service
{
public:
    FakeEntries(FakeCalls& calls, CalendarMemory& memory, SeriesMemory& series)
        : m_calls(calls), m_memory(memory), m_series(series)
    {
    }

    grpc::Status FindCalendarEntries(grpc::ServerContext* context, const v1::FindCalendarEntriesRequest* request,
                                     v1::CalendarEntries* reply) override
    {
        if (auto status = m_calls.enter("FindCalendarEntries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex, m_series.mutex);
        // A page for each UID.
        const std::size_t at = request->page_token().empty() ? 0 : std::stoul(request->page_token());
        if (at + 1 < static_cast<std::size_t>(request->uids_size()))
            reply->set_next_page_token(std::to_string(at + 1));
        if (at < static_cast<std::size_t>(request->uids_size())) {
            const std::string& uid = request->uids(static_cast<int>(at));
            if (m_series.taken.contains(uid))
                *reply->add_series() = m_series.taken.at(uid);
            for (const auto& [id, activity] : m_memory.activities)
                if (activity.ics_uid() == uid)
                    *reply->add_activities() = activity;
        }
        return grpc::Status::OK;
    }
    /// In two pages, each with the series.
    grpc::Status ExportCalendarEntries(grpc::ServerContext* context, const v1::ExportCalendarEntriesRequest* request,
                                       v1::CalendarEntries* reply) override
    {
        if (auto status = m_calls.enter("ExportCalendarEntries", context); !status.ok())
            return status;
        const std::scoped_lock lock(m_memory.mutex, m_series.mutex);
        const bool isFirst = request->page_token().empty();
        bool isOfFirst = false;
        for (auto [id, activity] : m_memory.activities) {
            isOfFirst = !isOfFirst;
            if (isOfFirst != isFirst)
                continue;
            activity.set_ics_uid("activity-" + std::to_string(id) + "@x.banhang");
            *reply->add_activities() = activity;
        }
        if (m_series.series.has_pattern())
            *reply->add_series() = m_series.series;
        if (isFirst)
            reply->set_next_page_token("2");
        return grpc::Status::OK;
    }

private:
    FakeCalls& m_calls;
    CalendarMemory& m_memory;
    SeriesMemory& m_series;
};

} // namespace banhang::test
