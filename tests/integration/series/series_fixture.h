// The office of the activity tests with series, called through the real service.
#pragma once

#include <map>

#include "banhang/v1/series.grpc.pb.h"
#include "server/series/series_service.h"
#include "server/series/series_store.h"
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {

using SeriesStub = v1::SeriesService::Stub;

class SeriesFixture : public ActivitiesFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = ActivitiesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::SeriesService>(parts.calls, listeners));
        return services;
    }
    void addConstraints(server::ConstraintErrors& errors) override
    {
        ActivitiesFixture::addConstraints(errors);
        server::registerSeriesConstraints(errors);
    }
    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        stubOfSeries = stub<v1::SeriesService>();
    }

    static v1::Recurrence weekly(int count = 0)
    {
        v1::Recurrence rule;
        rule.set_frequency(v1::FREQUENCY_WEEKLY);
        rule.set_count(count);
        return rule;
    }
    v1::CreateSeriesRequest creation(const v1::Activity& pattern, const v1::Recurrence& rule) const
    {
        v1::CreateSeriesRequest request;
        *request.mutable_series()->mutable_pattern() = pattern;
        *request.mutable_series()->mutable_recurrence() = rule;
        request.set_request_id(newRequestId());
        return request;
    }
    v1::SeriesChangeResponse create(const v1::Activity& pattern, const v1::Recurrence& rule)
    {
        return call(*stubOfSeries, &SeriesStub::CreateSeries, creation(pattern, rule), lanToken);
    }
    v1::UpdateSeriesRequest change(const v1::Series& series, const v1::Activity& occurrence, v1::SeriesScope scope,
                                   const std::vector<std::string>& fields) const
    {
        v1::UpdateSeriesRequest request;
        *request.mutable_series() = series;
        *request.mutable_series()->mutable_pattern() = occurrence;
        request.set_scope(scope);
        request.set_activity_id(occurrence.id());
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::SeriesChangeResponse save(const v1::UpdateSeriesRequest& request)
    {
        return call(*stubOfSeries, &SeriesStub::UpdateSeries, request, lanToken);
    }
    v1::SeriesChangeResponse erase(std::int64_t seriesId, v1::SeriesScope scope, std::int64_t activityId = 0)
    {
        v1::DeleteSeriesRequest request;
        request.set_series_id(seriesId);
        request.set_scope(scope);
        request.set_activity_id(activityId);
        request.set_request_id(newRequestId());
        return call(*stubOfSeries, &SeriesStub::DeleteSeries, request, lanToken);
    }

    /// Occurrences that are there, by time.
    std::vector<v1::Activity> occurrences(std::int64_t seriesId)
    {
        v1::ListActivitiesRequest request;
        request.mutable_filter()->add_user_ids(lan.id);
        request.set_page_size(1000);
        std::vector<v1::Activity> found;
        const auto all = call(*activities, &ActivitiesStub::ListActivities, request, lanToken);
        for (const auto& activity : all.activities())
            if (activity.series_id() == seriesId)
                found.push_back(activity);
        return found;
    }
    /// Weeks after the first one on which each begins, and its title: "0:A 1:A 2:B".
    std::string told(std::int64_t seriesId)
    {
        std::string text;
        for (const auto& activity : occurrences(seriesId)) {
            const auto hours = (activity.start_time().seconds() - at(0).seconds()) / 3600;
            const auto day = hours / 24;
            text += (text.empty() ? "" : " ") + std::to_string(day / 7) +
                    (day % 7 == 0 ? "" : "+" + std::to_string(day % 7)) + ":" + activity.title();
        }
        return text;
    }

    std::unique_ptr<SeriesStub> stubOfSeries;
};

} // namespace banhang::test
