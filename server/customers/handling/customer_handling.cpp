#include "server/customers/handling/customer_handling.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/handling/share_store.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/customers/saving/customer_saving.h"
#include "server/duplicates/duplicate_check.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr int kMaxAssigned = 500;

v1::Customer lockVisible(Call& call, std::int64_t id)
{
    auto stored = lockCustomer(call, id);
    if (!stored)
        throwCustomerNotFound();
    return std::move(stored->customer);
}

ChangeRecord changeOf(const v1::Customer& customer, std::string_view operation)
{
    return {.entity = "customer",
            .entityId = customer.id(),
            .version = customer.version(),
            .operation = operation,
            .unitBefore = customer.unit_id(),
            .unitAfter = customer.unit_id(),
            .granteeId = std::nullopt};
}

std::vector<v1::Customer> assignable(Call& call, const std::vector<std::int64_t>& ids)
{
    std::vector<v1::Customer> customers = readCustomers(call, ids, v1::CUSTOMER_VIEW_BASIC);
    if (customers.size() < ids.size())
        throwCustomerNotFound();
    for (const v1::Customer& customer : customers)
        demandRight(call.caller, kAssignCustomer, customer.unit_id());
    return customers;
}

/// Takes those out that were changed since the caller read them.
void skipChanged(const v1::AssignCustomersRequest& wanted, const std::vector<v1::Customer>& customers,
                 std::vector<std::int64_t>& ids, v1::AssignCustomersResponse& reply)
{
    for (const v1::CustomerVersion& expected : wanted.expected()) {
        const auto stored = std::ranges::find(customers, expected.customer_id(), &v1::Customer::id);
        if (stored == customers.end() || expected.version() == 0 || stored->version() == expected.version())
            continue;
        v1::SkippedCustomer& skipped = *reply.add_skipped();
        skipped.set_customer_id(expected.customer_id());
        skipped.set_key("customer.edit_conflict");
        std::erase(ids, expected.customer_id());
    }
}

void recordAssignment(Call& call, const AssignedCustomer& assigned, std::int64_t ownerId)
{
    recordChange(call,
                 {.entity = "customer",
                  .entityId = assigned.id,
                  .version = assigned.version,
                  .operation = "assign",
                  .unitBefore = assigned.unitBefore,
                  .unitAfter = assigned.unitAfter,
                  .granteeId = std::nullopt},
                 {{"owner_user_id", {{"old", assigned.ownerBefore}, {"new", ownerId}}}});
}

json shareJson(std::int64_t userId, v1::ShareLevel level)
{
    return {{"user_id", userId}, {"level", v1::ShareLevel_Name(level)}};
}

v1::Customer lockShareable(Call& call, std::int64_t id)
{
    v1::Customer customer = lockVisible(call, id);
    demandRight(call.caller, kEditCustomer, customer.unit_id());
    demandRight(call.caller, kViewCustomer, customer.unit_id());
    return customer;
}

} // namespace

void moveToBin(Call& call, const v1::DeleteCustomerRequest& wanted, v1::Customer& reply)
{
    v1::Customer customer = lockVisible(call, wanted.customer_id());
    demandRight(call.caller, kDeleteCustomer, customer.unit_id());
    if (!customer.has_delete_time()) {
        demandVersion(customer.version(), wanted.version(), "customer.edit_conflict", ZeroVersion::Any);
        setBinned(call, customer, true);
        dropIndexes(call, customer.id());
        ChangeRecord change = changeOf(customer, "delete");
        change.unitAfter = std::nullopt;
        recordChange(call, change, json::object());
    }
    reply = std::move(customer);
}

void takeOutOfBin(Call& call, const v1::UndeleteCustomerRequest& wanted, v1::Customer& reply)
{
    v1::Customer customer = lockVisible(call, wanted.customer_id());
    demandRight(call.caller, kDeleteCustomer, customer.unit_id());
    if (customer.merged_into_id() != 0)
        throw AppError(ErrorCode::Refused, "customer.merged");
    if (customer.has_delete_time()) {
        Issues issues;
        const std::string given = checkedReason(wanted.duplicate_reason(), issues);
        refuseErrors(issues);
        // Others may have entered it anew meanwhile.
        const std::string reason = reasonForDuplicates(call, customer, nullptr, given);
        setBinned(call, customer, false);
        writeIndexes(call, customer);
        ChangeRecord change = changeOf(customer, "undelete");
        change.reason = reason;
        change.unitBefore = std::nullopt;
        recordChange(call, change, json::object());
    }
    reply = std::move(customer);
}

void assignCustomers(Call& call, const v1::AssignCustomersRequest& wanted, v1::AssignCustomersResponse& reply)
{
    std::vector<std::int64_t> ids(wanted.customer_ids().begin(), wanted.customer_ids().end());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    demandSome("customer_ids", ids.size(), kMaxAssigned);
    refuseTooMany("expected", wanted.expected_size(), kMaxAssigned);
    lockMergeSurvivors(call.tx, ids);
    const auto customers = assignable(call, ids);
    demandOwner(call, wanted.owner_user_id(), kAssignCustomer);
    skipChanged(wanted, customers, ids, reply);
    const auto toMove = std::ranges::count_if(customers, [&](const v1::Customer& customer) {
        return customer.owner_user_id() != wanted.owner_user_id() && std::ranges::binary_search(ids, customer.id());
    });
    const auto assigned = assignOwner(call, ids, wanted.owner_user_id());
    // Between reading and moving somebody else may have moved or binned one: all or none.
    if (static_cast<std::int64_t>(assigned.size()) != toMove)
        throw AppError(ErrorCode::Conflict, "customer.edit_conflict");
    for (const AssignedCustomer& one : assigned)
        recordAssignment(call, one, wanted.owner_user_id());
    const std::vector<std::int64_t> asked(wanted.customer_ids().begin(), wanted.customer_ids().end());
    for (v1::Customer& customer : readCustomers(call, asked, v1::CUSTOMER_VIEW_BASIC))
        *reply.add_customers() = std::move(customer);
}

void shareWithColleague(Call& call, const v1::ShareCustomerRequest& wanted, v1::CustomerShare& reply)
{
    v1::Customer customer = lockShareable(call, wanted.share().customer_id());
    const v1::ShareLevel level = wanted.share().level();
    if (level != v1::SHARE_LEVEL_VIEW && level != v1::SHARE_LEVEL_EDIT)
        throwInvalidField("share.level", "share.level_missing");
    const auto colleague = ownerFacts(call, wanted.share().user_id());
    if (!colleague || !colleague->active)
        throwInvalidField("share.user_id", "share.user_unknown");
    if (wanted.share().user_id() == customer.owner_user_id())
        throwInvalidField("share.user_id", "share.with_owner");
    if (customer.has_delete_time())
        throw AppError(ErrorCode::Refused, "customer.in_bin");
    const auto present = findShare(call, customer.id(), wanted.share().user_id());
    if (present && present->level() == level) {
        reply = *present;
        return;
    }
    reply = wanted.share();
    upsertShare(call, reply);
    bumpVersion(call, customer);
    ChangeRecord change = changeOf(customer, "share");
    change.granteeId = reply.user_id();
    recordChange(call, change,
                 {{"share",
                   {{"old", present ? shareJson(present->user_id(), present->level()) : json()},
                    {"new", shareJson(reply.user_id(), level)}}}});
}

void takeShareBack(Call& call, const v1::UnshareCustomerRequest& wanted)
{
    v1::Customer customer = lockShareable(call, wanted.customer_id());
    const auto present = findShare(call, customer.id(), wanted.user_id());
    if (!present)
        return;
    removeShare(call, customer.id(), wanted.user_id());
    bumpVersion(call, customer);
    ChangeRecord change = changeOf(customer, "unshare");
    change.granteeId = wanted.user_id();
    recordChange(call, change,
                 {{"share", {{"old", shareJson(present->user_id(), present->level())}, {"new", json()}}}});
}

} // namespace banhang::server
