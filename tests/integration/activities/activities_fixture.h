// The office of the customer tests with its working day, called through the real services.
#pragma once

#include <google/protobuf/util/time_util.h>

#include "banhang/v1/activities.grpc.pb.h"
#include "server/activities/activities_service.h"
#include "server/activities/activity_store.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {

using ActivitiesStub = v1::ActivitiesService::Stub;

/// People as in CustomersFixture, each with the same scope on activities as on customers. Lan owns the customer `mai`.
class ActivitiesFixture : public CustomersFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CustomersFixture::makeServices(parts);
        services.push_back(std::make_unique<server::ActivitiesService>(parts.calls, parts.signer, listeners));
        return services;
    }

    void addConstraints(server::ConstraintErrors& errors) override
    {
        CustomersFixture::addConstraints(errors);
        server::registerActivitiesConstraints(errors);
    }

    void SetUp() override
    {
        CustomersFixture::SetUp();
        grant(lan, "lan works", v1::SCOPE_OWN);
        grant(hoa, "hoa works", v1::SCOPE_OWN);
        grant(minh, "minh works", v1::SCOPE_TEAM);
        grant(tuan, "tuan works", v1::SCOPE_OWN);
        grant(an, "an works", v1::SCOPE_ALL);
        activities = stub<v1::ActivitiesService>();
        mai = get(lanToken, addCustomer(lan, "Nguyễn Thị Mai"));
    }

    /// Straight into the table, without the duplicate check.
    std::int64_t addCustomer(const TestUser& owner, const std::string& name,
                             v1::CustomerKind kind = v1::CUSTOMER_KIND_INDIVIDUAL)
    {
        return sql().number(
            "INSERT INTO banhang.customer (code, code_key, kind, name, sort_key, owner_id, unit_id)"
            " SELECT 'T' || n, 'T' || n, $4::smallint, $1, lower($1), $2::bigint, $3::bigint"
            " FROM (SELECT count(*) + 1 AS n FROM banhang.customer) AS counted RETURNING id",
            {name, std::to_string(owner.id), std::to_string(owner.unitId), std::to_string(static_cast<int>(kind))});
    }

    void grant(const TestUser& user, const std::string& group, v1::Scope scope)
    {
        std::vector<TestGrant> grants;
        for (const v1::Action action :
             {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            grants.push_back({v1::RESOURCE_ACTIVITY, action, scope});
        world().join(user, world().addGroup(group, grants));
    }

    /// Hours from seven in the morning in Viet Nam, midnight in UTC, two to three days ahead: far from midnight there,
    /// and ahead of now down to -48, behind it from -72 on. The days are those of the first call in this process.
    static google::protobuf::Timestamp at(double hours)
    {
        const std::int64_t day = 86400;
        static const std::int64_t today =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
                .count() /
            day * day;
        return google::protobuf::util::TimeUtil::SecondsToTimestamp(today + 3 * day +
                                                                    static_cast<std::int64_t>(hours * 3600));
    }

    v1::Activity talk(double hours = 0, const std::string& channel = "call") const
    {
        v1::Activity activity;
        activity.set_kind(v1::ACTIVITY_KIND_TALK);
        activity.set_channel_key(channel);
        activity.set_customer_id(mai.id());
        *activity.mutable_start_time() = at(hours);
        return activity;
    }
    static v1::Activity appointment(const std::string& title, double from, double to)
    {
        v1::Activity activity;
        activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
        activity.set_title(title);
        *activity.mutable_start_time() = at(from);
        *activity.mutable_end_time() = at(to);
        return activity;
    }
    static v1::Activity task(const std::string& title)
    {
        v1::Activity activity;
        activity.set_kind(v1::ACTIVITY_KIND_TASK);
        activity.set_title(title);
        return activity;
    }

    static v1::CreateActivityRequest creation(const v1::Activity& activity)
    {
        v1::CreateActivityRequest request;
        *request.mutable_activity() = activity;
        request.set_request_id(newRequestId());
        return request;
    }
    v1::ActivityChangeResponse store(const std::string& token, const v1::Activity& activity)
    {
        return call(*activities, &ActivitiesStub::CreateActivity, creation(activity), token);
    }
    v1::Activity plan(const std::string& token, const v1::Activity& activity)
    {
        return store(token, activity).activity();
    }

    static v1::UpdateActivityRequest change(const v1::Activity& activity, const std::vector<std::string>& fields)
    {
        v1::UpdateActivityRequest request;
        *request.mutable_activity() = activity;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Activity edit(const std::string& token, const v1::Activity& activity, const std::vector<std::string>& fields)
    {
        return call(*activities, &ActivitiesStub::UpdateActivity, change(activity, fields), token).activity();
    }

    static v1::CloseActivityRequest closing(const v1::Activity& activity, v1::ActivityState state,
                                            const std::vector<std::string>& fields = {})
    {
        v1::CloseActivityRequest request;
        *request.mutable_activity() = activity;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_state(state);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Activity close(const std::string& token, const v1::Activity& activity,
                       v1::ActivityState state = v1::ACTIVITY_STATE_DONE, const std::vector<std::string>& fields = {})
    {
        return call(*activities, &ActivitiesStub::CloseActivity, closing(activity, state, fields), token).activity();
    }

    v1::Activity bin(const std::string& token, std::int64_t id)
    {
        v1::DeleteActivityRequest request;
        request.set_activity_id(id);
        request.set_request_id(newRequestId());
        return call(*activities, &ActivitiesStub::DeleteActivity, request, token);
    }

    static v1::GetActivityRequest readingOf(std::int64_t id)
    {
        v1::GetActivityRequest request;
        request.set_activity_id(id);
        return request;
    }
    v1::Activity read(const std::string& token, std::int64_t id)
    {
        return call(*activities, &ActivitiesStub::GetActivity, readingOf(id), token);
    }
    bool reads(const std::string& token, std::int64_t id)
    {
        v1::BatchGetActivitiesRequest request;
        request.add_activity_ids(id);
        return call(*activities, &ActivitiesStub::BatchGetActivities, request, token).activities_size() == 1;
    }

    v1::ListActivitiesResponse list(const std::string& token, const v1::ActivityFilter& filter, bool descending = false)
    {
        v1::ListActivitiesRequest request;
        *request.mutable_filter() = filter;
        request.set_descending(descending);
        return call(*activities, &ActivitiesStub::ListActivities, request, token);
    }
    /// Titles in order, separated by "|".
    static std::string titles(const google::protobuf::RepeatedPtrField<v1::Activity>& list)
    {
        std::string text;
        for (const v1::Activity& activity : list)
            text += (text.empty() ? "" : "|") + activity.title();
        return text;
    }

    v1::Customer customerNow(const std::string& token = {}) { return get(token.empty() ? lanToken : token, mai.id()); }

    /// Set before the first call.
    server::ActivityListeners listeners;
    v1::Customer mai;
    std::unique_ptr<ActivitiesStub> activities;
};

} // namespace banhang::test
