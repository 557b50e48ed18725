#include "server/care/care_saving.h"

#include <algorithm>

#include "common/error.h"
#include "server/care/care_request_access.h"
#include "server/care/care_request_store.h"
#include "server/care/care_upkeep_store.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_saving.h"
#include "server/customers/saving/edit_conflicts.h"
#include "server/fields/record_fields.h"
#include "server/reminders/reminder_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxAssigned = 500;
constexpr std::string_view kEntity = "care_request";

/// As others see it by now: with the names.
v1::CareRequest readAnew(Call& call, std::int64_t id)
{
    auto stored = findCareRequest(call, id);
    if (!stored)
        throwNoCareRequest();
    return std::move(*stored);
}

v1::CareRequest lockVisible(Call& call, std::int64_t id)
{
    auto stored = lockCareRequest(call, id);
    if (!stored)
        throwNoCareRequest();
    return std::move(*stored);
}

/// Owner and leaf; work is given to others only by who may assign to them.
void assignOwner(Call& call, v1::CareRequest& request)
{
    if (request.owner_user_id() == 0)
        request.set_owner_user_id(call.caller.userId);
    request.set_creator_user_id(call.caller.userId);
    request.set_unit_id(unitOfOwner(call, request.owner_user_id(), kAssignCareRequest));
}

/// Checks what is to be stored and puts in what the server knows: the customer at the end of its merges, the promised
/// time. All that is wrong is refused at once.
void settle(Call& call, v1::CareRequest& request, const FieldNames& changed)
{
    prepareCareRequest(request);
    // What hung on its customer before goes along with a merge: the row is locked.
    if (request.customer_id() != 0 && changed.contains("customer_id"))
        lockMergeSurvivors(call.tx, {request.customer_id()});
    const CareFacts facts = careFacts(call, request);
    Issues issues = checkCareShape(request);
    if (!hasErrors(issues))
        issues = checkCareNames(request, facts, changed);
    sortByField(issues, *v1::CareRequest::descriptor());
    refuseErrors(issues);
    if (facts.customerId != 0)
        request.set_customer_id(facts.customerId);
}

/// The stored one, allowed to be edited.
v1::CareRequest admitEdit(Call& call, const v1::CareRequest& wanted)
{
    v1::CareRequest stored = lockVisible(call, wanted.id());
    demandRight(call.caller, kEditCareRequest, stored.unit_id());
    refuseBinned(stored);
    demandKnownVersion(stored.version(), wanted.version(), "care_request.version_unknown");
    return stored;
}

/// Others may have edited since; what they did to the same fields is not overwritten unseen.
void refuseLost(Call& call, const v1::CareRequest& before, std::int64_t readVersion, const v1::CareRequest& after,
                const FieldNames& changed)
{
    const EditedRecord record{"care_request", before.id(), before.version(), readVersion, "care_request.edit_conflict"};
    refuseCollisions(call, record, changedValues(before, after, changed),
                     [](const std::string&, const nlohmann::json& value) { return value; });
}

void store(Call& call, std::string_view operation, const v1::CareRequest& before, v1::CareRequest& after,
           const FieldNames& changed)
{
    updateCareRequest(call, after);
    recordCareChange(call, operation, &before, after, changedValues(before, after, changed));
    ReminderStore::keep(call.tx, kEntity, {after.id()});
}

void setBinned(Call& call, const v1::CareRequest& before, bool binned)
{
    v1::CareRequest after = before;
    setCareRequestBinned(call, after, binned);
    recordCareChange(call, binned ? "delete" : "undelete", &before, after, nlohmann::json::object());
    ReminderStore::keep(call.tx, kEntity, {after.id()});
}

} // namespace

void saveNewCareRequest(Call& call, const v1::CreateCareRequestRequest& wanted, v1::CareRequest& reply)
{
    v1::CareRequest request;
    const FieldNames fields = writableCareFields().setIn(wanted.care_request());
    copyFields(wanted.care_request(), fields, request);
    request.set_state(v1::CARE_STATE_NEW);
    request.set_owner_user_id(wanted.care_request().owner_user_id());
    assignOwner(call, request);
    settle(call, request, {"kind_key", "channel_key", "customer_id", "contact_id"});
    insertCareRequest(call, request);
    recordCareChange(call, "create", nullptr, request, initialValues(request, writableCareFields().setIn(request)));
    ReminderStore::keep(call.tx, kEntity, {request.id()});
    notifyCareOwner(call, request.owner_user_id(), {request.id()});
    reply = readAnew(call, request.id());
}

void saveCareChanges(Call& call, const v1::UpdateCareRequestRequest& wanted, v1::CareRequest& reply)
{
    const FieldNames fields = namesOf(wanted.update_mask());
    const v1::CareRequest before = admitEdit(call, wanted.care_request());
    refuseIssues(writableCareFields().check(wanted.update_mask()));
    v1::CareRequest after = before;
    copyFields(wanted.care_request(), fields, after);
    settle(call, after, differingFields(before, after, fields));
    const FieldNames changed = differingFields(before, after, fields);
    if (!changed.empty()) {
        refuseLost(call, before, wanted.care_request().version(), after, changed);
        store(call, "update", before, after, changed);
    }
    reply = readAnew(call, after.id());
}

void moveCareRequest(Call& call, const v1::MoveCareRequestRequest& wanted, v1::CareRequest& reply)
{
    const v1::CareRequest before = admitEdit(call, wanted.care_request());
    if (!wanted.update_mask().paths().empty())
        refuseIssues(writableCareFields().check(wanted.update_mask()));
    if (wanted.state() == v1::CARE_STATE_UNSPECIFIED || !v1::CareState_IsValid(wanted.state()))
        throwInvalidField("state", "field.unknown_value");
    if (!isCareStep(before.state(), wanted.state()))
        throw AppError(ErrorCode::Refused, "care_request.no_such_step");
    const FieldNames fields = namesOf(wanted.update_mask());
    v1::CareRequest after = before;
    copyFields(wanted.care_request(), fields, after);
    after.set_state(wanted.state());
    settle(call, after, differingFields(before, after, fields));
    FieldNames changed = differingFields(before, after, fields);
    changed.insert("state");
    refuseLost(call, before, wanted.care_request().version(), after, changed);
    store(call, "move", before, after, changed);
    reply = readAnew(call, after.id());
}

void assignCareRequests(Call& call, const v1::AssignCareRequestsRequest& wanted, v1::AssignCareRequestsResponse& reply)
{
    std::vector<std::int64_t> ids(wanted.care_request_ids().begin(), wanted.care_request_ids().end());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    demandSome("care_request_ids", ids.size(), kMaxAssigned);
    const OwnerFacts owner = demandOwner(call, wanted.owner_user_id(), kAssignCareRequest);
    lockCareRequests(call, ids);
    const std::vector<v1::CareRequest> before = readCareRequests(call, ids);
    if (before.size() < ids.size())
        throwNoCareRequest();
    for (const v1::CareRequest& request : before)
        demandRight(call.caller, kAssignCareRequest, request.unit_id());
    std::vector<v1::CareRequest> after = before;
    assignCareOwner(call, after, wanted.owner_user_id(), owner.unitId);
    std::vector<std::int64_t> given;
    for (const v1::CareRequest& request : after) {
        const auto& old = *std::ranges::find(before, request.id(), &v1::CareRequest::id);
        recordCareChange(call, "assign", &old, request, changedValues(old, request, {"owner_user_id"}));
        given.push_back(request.id());
    }
    if (!given.empty()) {
        ReminderStore::keep(call.tx, kEntity, given);
        notifyCareOwner(call, wanted.owner_user_id(), given);
    }
    for (v1::CareRequest& request : readCareRequests(call, ids))
        *reply.add_care_requests() = std::move(request);
}

void binCareRequest(Call& call, const v1::DeleteCareRequestRequest& wanted, v1::CareRequest& reply)
{
    const v1::CareRequest stored = lockVisible(call, wanted.care_request_id());
    demandRight(call.caller, kDeleteCareRequest, stored.unit_id());
    if (!stored.has_delete_time()) {
        demandVersion(stored.version(), wanted.version(), "care_request.edit_conflict", ZeroVersion::Any);
        setBinned(call, stored, true);
    }
    reply = readAnew(call, stored.id());
}

void unbinCareRequest(Call& call, const v1::UndeleteCareRequestRequest& wanted, v1::CareRequest& reply)
{
    const v1::CareRequest stored = lockVisible(call, wanted.care_request_id());
    demandRight(call.caller, kDeleteCareRequest, stored.unit_id());
    if (stored.has_delete_time())
        setBinned(call, stored, false);
    reply = readAnew(call, stored.id());
}

} // namespace banhang::server
