// A small office with customers, called through the real service.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "banhang/v1/customers.grpc.pb.h"
#include "server/customers/customer_store.h"
#include "server/customers/customers_service.h"
#include "tests/support/server_fixture.h"

namespace banhang::test {

using CustomersStub = v1::CustomersService::Stub;

/// Two teams of one branch: lan and hoa in the first, minh leads it; tuan in the second; an leads the company.
class CustomersFixture : public ServerFixture
{
protected:
    std::vector<std::unique_ptr<grpc::Service>> makeServices(ServerParts& parts) override
    {
        std::vector<std::unique_ptr<grpc::Service>> services;
        services.push_back(std::make_unique<server::CustomersService>(parts.calls, parts.signer));
        return services;
    }

    void addConstraints(server::ConstraintErrors& errors) override { server::registerCustomersConstraints(errors); }

    void SetUp() override
    {
        branch = world().addBranch("CN Hà Nội");
        teamOne = world().addTeam(branch, "Nhóm 1");
        teamTwo = world().addTeam(branch, "Nhóm 2");
        lan = world().addUserWith("lan", teamOne, allActions(v1::SCOPE_OWN));
        hoa = world().addUserWith("hoa", teamOne, allActions(v1::SCOPE_OWN));
        minh = world().addUserWith("minh", teamOne, allActions(v1::SCOPE_TEAM));
        tuan = world().addUserWith("tuan", teamTwo, allActions(v1::SCOPE_OWN));
        an = world().addUserWith("an", world().company(), allActions(v1::SCOPE_ALL));
        lanToken = world().signIn(lan);
        hoaToken = world().signIn(hoa);
        minhToken = world().signIn(minh);
        tuanToken = world().signIn(tuan);
        anToken = world().signIn(an);
        customers = stub<v1::CustomersService>();
    }

    static std::vector<TestGrant> allActions(v1::Scope scope)
    {
        std::vector<TestGrant> grants;
        for (const v1::Action action : {v1::ACTION_VIEW, v1::ACTION_CREATE, v1::ACTION_EDIT, v1::ACTION_DELETE,
                                        v1::ACTION_EXPORT, v1::ACTION_ASSIGN})
            grants.push_back({v1::RESOURCE_CUSTOMER, action, scope});
        return grants;
    }

    static v1::Customer person(const std::string& name, const std::string& phone = {})
    {
        v1::Customer customer;
        customer.set_kind(v1::CUSTOMER_KIND_INDIVIDUAL);
        customer.set_name(name);
        if (!phone.empty())
            customer.add_phones()->set_number(phone);
        return customer;
    }
    static v1::Customer organisation(const std::string& name, const std::string& taxCode = {})
    {
        v1::Customer customer;
        customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
        customer.set_name(name);
        customer.set_tax_code(taxCode);
        return customer;
    }

    static v1::CreateCustomerRequest creation(const v1::Customer& customer, const std::string& reason = {})
    {
        v1::CreateCustomerRequest request;
        *request.mutable_customer() = customer;
        request.set_duplicate_reason(reason);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Customer create(const std::string& token, const v1::Customer& customer, const std::string& reason = "thử")
    {
        return call(*customers, &CustomersStub::CreateCustomer, creation(customer, reason), token).customer();
    }

    static v1::UpdateCustomerRequest change(const v1::Customer& customer, const std::vector<std::string>& fields)
    {
        v1::UpdateCustomerRequest request;
        *request.mutable_customer() = customer;
        for (const std::string& field : fields)
            request.mutable_update_mask()->add_paths(field);
        request.set_request_id(newRequestId());
        return request;
    }
    v1::Customer update(const std::string& token, const v1::Customer& customer, const std::vector<std::string>& fields)
    {
        return call(*customers, &CustomersStub::UpdateCustomer, change(customer, fields), token).customer();
    }

    v1::Customer get(const std::string& token, std::int64_t id)
    {
        return call(*customers, &CustomersStub::GetCustomer, getting(id), token);
    }
    static v1::GetCustomerRequest getting(std::int64_t id)
    {
        v1::GetCustomerRequest request;
        request.set_customer_id(id);
        return request;
    }
    bool sees(const std::string& token, std::int64_t id)
    {
        v1::BatchGetCustomersRequest request;
        request.add_customer_ids(id);
        return call(*customers, &CustomersStub::BatchGetCustomers, request, token).customers_size() == 1;
    }

    v1::SearchCustomersResponse search(const std::string& token, const std::string& words)
    {
        v1::SearchCustomersRequest request;
        request.set_query(words);
        return call(*customers, &CustomersStub::SearchCustomers, request, token);
    }
    /// Names found, best first, separated by "|".
    std::string found(const std::string& token, const std::string& words)
    {
        return names(search(token, words).customers());
    }
    static std::string names(const google::protobuf::RepeatedPtrField<v1::Customer>& list)
    {
        std::string text;
        for (const v1::Customer& customer : list)
            text += (text.empty() ? "" : "|") + customer.name();
        return text;
    }

    std::int64_t branch = 0;
    std::int64_t teamOne = 0;
    std::int64_t teamTwo = 0;
    TestUser lan, hoa, minh, tuan, an;
    std::string lanToken, hoaToken, minhToken, tuanToken, anToken;
    std::unique_ptr<CustomersStub> customers;
};

} // namespace banhang::test
