// The office of the activity tests with its work lists, called through the real service.
#pragma once

#include "banhang/v1/work_lists.grpc.pb.h"
#include "server/worklists/work_lists_service.h"
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {

using WorkListsStub = v1::WorkListsService::Stub;

class WorkListsFixture : public ActivitiesFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = ActivitiesFixture::makeServices(parts);
        services.push_back(std::make_unique<server::WorkListsService>(parts.calls, listeners));
        return services;
    }
    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        world().join(an, world().addGroup("an's lists", {{v1::RESOURCE_PICKLIST, v1::ACTION_EDIT, v1::SCOPE_ALL}}));
        workLists = stub<v1::WorkListsService>();
    }

    /// A talk with this customer that was done so many days ago.
    void talked(std::int64_t customerId, int daysAgo)
    {
        v1::Activity done = talk(-24.0 * (daysAgo + 3));
        done.set_customer_id(customerId);
        done.set_state(v1::ACTIVITY_STATE_DONE);
        plan(anToken, done);
    }

    v1::WorkListSettings settings() { return call(*workLists, &WorkListsStub::GetWorkListSettings, {}, lanToken); }
    static v1::UpdateWorkListSettingsRequest setting(const v1::WorkListSettings& settings,
                                                     const std::vector<std::string>& fields)
    {
        v1::UpdateWorkListSettingsRequest request;
        *request.mutable_settings() = settings;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }

    std::unique_ptr<WorkListsStub> workLists;
};

} // namespace banhang::test
