// Writes that succeed: what the oracle allows is done for real, noted in the office, and read back by everybody.
#include "tests/integration/rights/rights_fixture.h"

#include <algorithm>

namespace banhang::test {

namespace {

using Stub = v1::CustomersService::Stub;

std::int64_t versionOf(SqlSession& sql, std::int64_t customerId)
{
    return sql.number("SELECT version FROM banhang.customer WHERE id = $1::bigint", {std::to_string(customerId)});
}

/// Only who reaches a customer shares it: who has it by a share does not pass it on.
std::string sharing(const Oracle& oracle, const OfficeCustomer& customer)
{
    const std::string edits = oracle.write(v1::ACTION_EDIT, customer.data.id(), false);
    return edits == "OK" && !oracle.reaches(v1::ACTION_VIEW, customer.data.unit_id()) ? "call.denied" : edits;
}

} // namespace

void RightsFixture::compareDeeds(Office& office, int deeds)
{
    for (int i = 0; i < deeds; ++i) {
        const OfficeUser& user = office.users[static_cast<std::size_t>(below(office.users.size()))];
        const std::int64_t id = anyCustomer(office, user).data.id();
        const auto customer = std::find_if(office.customers.begin(), office.customers.end(),
                                           [id](const OfficeCustomer& one) { return one.data.id() == id; });
        const OfficeUser& colleague = office.users[static_cast<std::size_t>(below(office.users.size()))];
        const auto deed = [&](const char* what, const std::string& expected, const std::string& found) {
            const std::string wanted = user.active ? expected : "session.ended";
            check(std::string(what) + " by " + std::to_string(user.id) + " of " + std::to_string(id) + " with " +
                      std::to_string(colleague.id),
                  wanted, found, wanted != "OK");
        };
        switch (below(5)) {
        case 0:
            editNote(Oracle(office, user), user, *customer, deed);
            break;
        case 1:
            bin(Oracle(office, user), user, *customer, deed);
            break;
        case 2:
            giveAway(Oracle(office, user), user, *customer, colleague, deed);
            break;
        case 3:
            share(office, user, *customer, colleague, deed);
            break;
        default:
            unshare(office, user, *customer, colleague, deed);
        }
    }
}

void RightsFixture::editNote(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer, const Deed& deed)
{
    std::string expected = oracle.write(v1::ACTION_EDIT, customer.data.id(), true);
    if (expected == "OK" && customer.binned)
        expected = "customer.in_bin";
    v1::UpdateCustomerRequest request;
    request.mutable_customer()->set_id(customer.data.id());
    request.mutable_customer()->set_version(versionOf(sql(), customer.data.id()));
    request.mutable_customer()->set_note("ghi bởi " + newRequestId());
    request.mutable_update_mask()->add_paths("note");
    request.set_request_id(newRequestId());
    v1::CustomerChangeResponse reply;
    deed("edit", expected, ask(&Stub::UpdateCustomer, request, user.token, reply));
    if (!reply.has_customer())
        return;
    customer.data.set_note(request.customer().note());
    customer.told.insert("note");
}

void RightsFixture::bin(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer, const Deed& deed)
{
    const std::string expected = oracle.write(v1::ACTION_DELETE, customer.data.id(), false);
    v1::Customer reply;
    if (customer.binned) {
        v1::UndeleteCustomerRequest request;
        request.set_customer_id(customer.data.id());
        request.set_duplicate_reason("thử");
        request.set_request_id(newRequestId());
        deed("undelete", expected, ask(&Stub::UndeleteCustomer, request, user.token, reply));
    } else {
        v1::DeleteCustomerRequest request;
        request.set_customer_id(customer.data.id());
        request.set_request_id(newRequestId());
        deed("delete", expected, ask(&Stub::DeleteCustomer, request, user.token, reply));
    }
    if (reply.id() != 0)
        customer.binned = !customer.binned;
}

void RightsFixture::giveAway(const Oracle& oracle, const OfficeUser& user, OfficeCustomer& customer,
                             const OfficeUser& colleague, const Deed& deed)
{
    std::string expected = oracle.write(v1::ACTION_ASSIGN, customer.data.id(), false);
    if (oracle.may(v1::ACTION_ASSIGN) && customer.binned)
        expected = "customer.not_found";
    else if (expected == "OK" && !colleague.active)
        expected = "call.invalid";
    else if (expected == "OK" && !oracle.reaches(v1::ACTION_ASSIGN, colleague.leaf))
        expected = "call.denied";
    v1::AssignCustomersRequest request;
    request.add_customer_ids(customer.data.id());
    request.set_owner_user_id(colleague.id);
    request.set_request_id(newRequestId());
    v1::AssignCustomersResponse reply;
    const std::string found = ask(&Stub::AssignCustomers, request, user.token, reply);
    deed("assign", expected, found);
    if (found != "OK" || customer.data.owner_user_id() == colleague.id)
        return;
    customer.data.set_owner_user_id(colleague.id);
    customer.data.set_unit_id(colleague.leaf);
    customer.told.insert("owner_user_id");
}

void RightsFixture::share(Office& office, const OfficeUser& user, OfficeCustomer& customer, const OfficeUser& colleague,
                          const Deed& deed)
{
    std::string expected = sharing(Oracle(office, user), customer);
    if (expected == "OK" && (!colleague.active || colleague.id == customer.data.owner_user_id()))
        expected = "call.invalid";
    else if (expected == "OK" && customer.binned)
        expected = "customer.in_bin";
    v1::ShareCustomerRequest request;
    request.mutable_share()->set_customer_id(customer.data.id());
    request.mutable_share()->set_user_id(colleague.id);
    request.mutable_share()->set_level(below(2) == 0 ? v1::SHARE_LEVEL_VIEW : v1::SHARE_LEVEL_EDIT);
    request.set_request_id(newRequestId());
    v1::CustomerShare reply;
    const std::string found = ask(&Stub::ShareCustomer, request, user.token, reply);
    deed("share", expected, found);
    if (found != "OK")
        return;
    const OfficeShare* before = Oracle(office, colleague).share(customer.data.id());
    if (before == nullptr || before->level != request.share().level())
        customer.toldShares.insert(colleague.id);
    office.unshare(customer.data.id(), colleague.id);
    office.shares.push_back({customer.data.id(), colleague.id, request.share().level()});
}

void RightsFixture::unshare(Office& office, const OfficeUser& user, OfficeCustomer& customer,
                            const OfficeUser& colleague, const Deed& deed)
{
    const std::string expected = sharing(Oracle(office, user), customer);
    v1::UnshareCustomerRequest request;
    request.set_customer_id(customer.data.id());
    request.set_user_id(colleague.id);
    request.set_request_id(newRequestId());
    v1::UnshareCustomerResponse reply;
    const std::string found = ask(&Stub::UnshareCustomer, request, user.token, reply);
    deed("unshare", expected, found);
    if (found == "OK" && office.unshare(customer.data.id(), colleague.id))
        customer.toldShares.insert(colleague.id);
}

} // namespace banhang::test
