// The office of the series tests with entries of calendar files; Lan may send out her own, Minh those of the team.
#pragma once

#include "banhang/v1/calendar_entries.grpc.pb.h"
#include "server/series/calendar_entries_service.h"
#include "server/series/series_job.h"
#include "tests/integration/series/series_fixture.h"

namespace banhang::test {

using EntriesStub = v1::CalendarEntriesService::Stub;

class CalendarEntriesTest : public SeriesFixture
{
protected:
    using ActivitiesFixture::creation;
    using SeriesFixture::creation;
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = SeriesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::CalendarEntriesService>(parts.calls, parts.signer));
        return services;
    }
    void SetUp() override
    {
        SeriesFixture::SetUp();
        entries = stub<v1::CalendarEntriesService>();
        allowExport(lan, v1::SCOPE_OWN);
        allowExport(minh, v1::SCOPE_TEAM);
    }

    void allowExport(const TestUser& user, v1::Scope scope)
    {
        const std::string group = "export " + std::to_string(user.id);
        world().join(user, world().addGroup(group, {{v1::RESOURCE_ACTIVITY, v1::ACTION_EXPORT, scope}}));
    }
    static v1::Activity entry(const std::string& uid, const std::string& title = "Hẹn")
    {
        v1::Activity activity = appointment(title, 2, 3);
        activity.set_ics_uid(uid);
        return activity;
    }
    v1::CreateSeriesRequest entryOfSeries(const std::string& uid, int count = 5) const
    {
        v1::CreateSeriesRequest request = creation(appointment("Họp", 2, 3), weekly(count));
        request.mutable_series()->set_ics_uid(uid);
        return request;
    }
    static v1::Date dayOf(double hours)
    {
        const auto days = (at(hours).seconds() + std::int64_t{7} * 3600) / 86400;
        const vn::Date day = vn::fromDays(days);
        v1::Date date;
        date.set_year(day.year);
        date.set_month(day.month);
        date.set_day(day.day);
        return date;
    }
    v1::CalendarEntries find(const std::string& token, const std::vector<std::string>& uids)
    {
        v1::FindCalendarEntriesRequest request;
        for (const std::string& uid : uids)
            request.add_uids(uid);
        return call(*entries, &EntriesStub::FindCalendarEntries, request, token);
    }
    v1::CalendarEntries exported(const std::string& token, const std::vector<std::int64_t>& ids)
    {
        v1::ExportCalendarEntriesRequest request;
        for (const std::int64_t id : ids)
            request.add_activity_ids(id);
        return call(*entries, &EntriesStub::ExportCalendarEntries, request, token);
    }
    v1::Series wholeSeries(std::int64_t id)
    {
        v1::GetSeriesRequest request;
        request.set_series_id(id);
        return call(*stubOfSeries, &SeriesStub::GetSeries, request, lanToken);
    }
    v1::SeriesChangeResponse makeSeries(const v1::CreateSeriesRequest& request)
    {
        return call(*stubOfSeries, &SeriesStub::CreateSeries, request, lanToken);
    }

    /// Sixty days later the job makes what has come near.
    void sixtyDaysPass()
    {
        sql().run("UPDATE banhang.activity SET series_slot = series_slot - 60");
        sql().run("UPDATE banhang.series SET anchor_day = anchor_day - 60, first_day = first_day - 60, made_until ="
                  " made_until - 60, next_make_on = next_make_on - 60, ended_day = ended_day - 60");
        sql().run("UPDATE banhang.series s SET rule = jsonb_set(s.rule, '{until_day}', jsonb_build_object("
                  "'year', extract(year FROM u.day)::int, 'month', extract(month FROM u.day)::int,"
                  " 'day', extract(day FROM u.day)::int)) FROM banhang.series t CROSS JOIN LATERAL (SELECT make_date("
                  "(t.rule #>> '{until_day,year}')::int, (t.rule #>> '{until_day,month}')::int,"
                  " (t.rule #>> '{until_day,day}')::int) - 60 AS day) AS u WHERE t.id = s.id AND s.rule ? 'until_day'");
        while (server::makeDueOccurrences(system(), {}, 5) > 0) {
        }
    }

    std::unique_ptr<EntriesStub> entries;
};

} // namespace banhang::test
