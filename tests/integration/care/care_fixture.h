// The office of the customer tests with its care requests, called through the real services.
#pragma once

#include <google/protobuf/util/time_util.h>

#include "banhang/v1/care_requests.grpc.pb.h"
#include "server/care/care_request_store.h"
#include "server/care/care_requests_service.h"
#include "tests/integration/customers/customers_fixture.h"

namespace banhang::test {

using CareStub = v1::CareRequestsService::Stub;

/// People as in CustomersFixture, each with the same scope on care requests as on customers; Minh and An lead, so they
/// also approve. Lan owns the customer `mai`.
class CareFixture : public CustomersFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        auto services = CustomersFixture::makeServices(parts);
        services.push_back(std::make_unique<server::CareRequestsService>(parts.calls, parts.signer));
        return services;
    }

    void addConstraints(server::ConstraintErrors& errors) override
    {
        CustomersFixture::addConstraints(errors);
        server::registerCareConstraints(errors);
    }

    void SetUp() override
    {
        CustomersFixture::SetUp();
        grant(lan, "lan cares", v1::SCOPE_OWN);
        grant(hoa, "hoa cares", v1::SCOPE_OWN);
        grant(minh, "minh cares", v1::SCOPE_TEAM, true);
        grant(tuan, "tuan cares", v1::SCOPE_OWN);
        grant(an, "an cares", v1::SCOPE_ALL, true);
        care = stub<v1::CareRequestsService>();
        mai = create(lanToken, person("Nguyễn Thị Mai", "0912345678"));
    }

    void grant(const TestUser& user, const std::string& group, v1::Scope scope, bool leads = false)
    {
        std::vector<TestGrant> grants;
        for (const v1::Action action :
             {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE, v1::ACTION_ASSIGN})
            grants.push_back({v1::RESOURCE_CARE_REQUEST, action, scope});
        if (leads)
            grants.push_back({v1::RESOURCE_CARE_REQUEST, v1::ACTION_APPROVE, scope});
        world().join(user, world().addGroup(group, grants));
    }

    v1::CareRequest complaint(const std::string& subject = "Máy giao bị xước") const
    {
        v1::CareRequest request;
        request.set_kind_key("complaint");
        request.set_channel_key("call");
        request.set_customer_id(mai.id());
        request.set_subject(subject);
        return request;
    }

    static v1::CreateCareRequestRequest creation(const v1::CareRequest& request)
    {
        v1::CreateCareRequestRequest wanted;
        *wanted.mutable_care_request() = request;
        wanted.set_request_id(newRequestId());
        return wanted;
    }
    v1::CareRequest take(const std::string& token, const v1::CareRequest& request)
    {
        return call(*care, &CareStub::CreateCareRequest, creation(request), token);
    }

    static v1::UpdateCareRequestRequest careChange(const v1::CareRequest& request,
                                                   const std::vector<std::string>& fields)
    {
        v1::UpdateCareRequestRequest wanted;
        *wanted.mutable_care_request() = request;
        for (const std::string& field : fields)
            wanted.mutable_update_mask()->add_paths(field);
        wanted.set_request_id(newRequestId());
        return wanted;
    }

    static v1::MoveCareRequestRequest step(const v1::CareRequest& request, v1::CareState state,
                                           const std::string& answer = {})
    {
        v1::MoveCareRequestRequest wanted;
        *wanted.mutable_care_request() = request;
        if (!answer.empty()) {
            wanted.mutable_care_request()->set_answer(answer);
            wanted.mutable_update_mask()->add_paths("answer");
        }
        wanted.set_state(state);
        wanted.set_request_id(newRequestId());
        return wanted;
    }
    v1::CareRequest move(const std::string& token, const v1::CareRequest& request, v1::CareState state,
                         const std::string& answer = {})
    {
        return call(*care, &CareStub::MoveCareRequest, step(request, state, answer), token);
    }

    static v1::AssignCareRequestsRequest assignment(const std::vector<std::int64_t>& ids, const TestUser& owner)
    {
        v1::AssignCareRequestsRequest wanted;
        wanted.mutable_care_request_ids()->Add(ids.begin(), ids.end());
        wanted.set_owner_user_id(owner.id);
        wanted.set_request_id(newRequestId());
        return wanted;
    }

    v1::CareRequest getCare(const std::string& token, std::int64_t id)
    {
        return call(*care, &CareStub::GetCareRequest, careOf(id), token);
    }
    static v1::GetCareRequestRequest careOf(std::int64_t id)
    {
        v1::GetCareRequestRequest wanted;
        wanted.set_care_request_id(id);
        return wanted;
    }

    /// Subjects in their order, separated by "|".
    std::string listed(const std::string& token, const v1::ListCareRequestsRequest& wanted)
    {
        std::string text;
        const auto page = call(*care, &CareStub::ListCareRequests, wanted, token);
        for (const v1::CareRequest& request : page.care_requests())
            text += (text.empty() ? "" : "|") + request.subject();
        return text;
    }

    /// Puts the promised time into the past.
    void breakPromise(std::int64_t id, int minutes = 5)
    {
        sql().run("UPDATE banhang.care_request SET promised_at = now() - make_interval(mins => $2::int)"
                  " WHERE id = $1::bigint",
                  {std::to_string(id), std::to_string(minutes)});
    }

    /// How many notifications of a kind a person has about one.
    std::int64_t told(const TestUser& user, const std::string& key, std::int64_t id)
    {
        return sql().number("SELECT count(*) FROM banhang.notification WHERE user_id = $1::bigint AND key = $2"
                            " AND entity = 'care_request' AND entity_id = $3::bigint",
                            {std::to_string(user.id), key, std::to_string(id)});
    }

    std::unique_ptr<CareStub> care;
    v1::Customer mai;
};

} // namespace banhang::test
