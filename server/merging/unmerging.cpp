#include "server/merging/unmerging.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/history_store.h"
#include "server/customers/rules/edit_mask.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/fields/message_json.h"
#include "server/fields/record_fields.h"
#include "server/merging/merge_access.h"
#include "server/merging/merge_owner.h"
#include "server/merging/merge_store.h"
#include "server/merging/participant.h"
#include "server/reminders/notification_store.h"

namespace banhang::server {

using nlohmann::json;

namespace {

constexpr const char* kOwner = "owner_user_id";

/// All that an undo decides, before anything is written.
struct Undo
{
    StoredMerge merge;
    v1::Customer survivor; ///< as it is now
    std::vector<v1::Customer> losers;
    v1::Customer before;      ///< the survivor as the merge found it
    v1::Customer after;       ///< as the undo leaves it
    bool isUntouched = false; ///< nothing but the merge has happened to the survivor
};

v1::Customer visible(Call& call, std::int64_t id)
{
    auto stored = findCustomer(call, id);
    if (!stored)
        throwCustomerNotFound();
    return std::move(stored->customer);
}

void refuse(const StoredMerge& merge, const v1::Customer& survivor)
{
    if (merge.merge.has_undo_time())
        throw AppError(ErrorCode::Refused, "merge.undone");
    if (merge.isExpired)
        throw AppError(ErrorCode::Refused, "merge.expired");
    if (survivor.merged_into_id() != 0)
        throw AppError(ErrorCode::Refused, "merge.survivor_merged");
    if (survivor.has_delete_time())
        throw AppError(ErrorCode::Refused, "merge.survivor_in_bin");
}

/// Fields of the form and the owner; contact persons are rows.
FieldNames retoldFields()
{
    FieldNames fields{kOwner};
    for (int i = 0; i < v1::Customer::descriptor()->field_count(); ++i)
        if (const std::string& name = v1::Customer::descriptor()->field(i)->name(); isWritable(name))
            fields.insert(name);
    fields.erase("contacts");
    return fields;
}

void dropCodes(const std::vector<v1::Customer>& losers, v1::Customer& survivor)
{
    for (const v1::Customer& loser : losers) {
        std::vector<std::string> gone{loser.former_codes().begin(), loser.former_codes().end()};
        gone.push_back(loser.code());
        auto& codes = *survivor.mutable_former_codes();
        codes.erase(std::remove_if(codes.begin(), codes.end(),
                                   [&](const std::string& code) { return std::ranges::count(gone, code) > 0; }),
                    codes.end());
    }
}

/// A talk that only a loser had goes back with it.
void dropTalk(const std::vector<v1::Customer>& losers, const v1::Customer& before, v1::Customer& survivor)
{
    const bool isTheirs = std::ranges::any_of(losers, [&](const v1::Customer& loser) {
        return loser.has_last_contact_time() && survivor.has_last_contact_time() &&
               loser.last_contact_time().seconds() == survivor.last_contact_time().seconds() &&
               loser.last_contact_time().nanos() == survivor.last_contact_time().nanos();
    });
    if (!isTheirs)
        return;
    survivor.clear_last_contact_time();
    if (before.has_last_contact_time())
        *survivor.mutable_last_contact_time() = before.last_contact_time();
}

/// A former owner may be gone, and a former parent may hang below the survivor by now: then these stay as they are.
void keepImpossible(Call& call, Undo& undo)
{
    if (undo.after.owner_user_id() != undo.survivor.owner_user_id()) {
        const auto owner = ownerFacts(call, undo.after.owner_user_id());
        if (!owner || !owner->active)
            undo.after.set_owner_user_id(undo.survivor.owner_user_id());
    }
    if (undo.after.parent_id() == 0 || undo.after.parent_id() == undo.survivor.parent_id())
        return;
    const Ancestors above = ancestorsOf(call, {undo.after.parent_id()});
    const auto chain = above.find(undo.after.parent_id());
    if (chain == above.end() || std::ranges::count(chain->second, undo.survivor.id()) > 0) {
        undo.after.set_parent_id(undo.survivor.parent_id());
        undo.after.set_parent_relation(undo.survivor.parent_relation());
    }
}

Undo plan(Call& call, std::int64_t mergeId, bool lock)
{
    auto merge = findMerge(call, mergeId, lock);
    if (!merge)
        throw AppError(ErrorCode::NotFound, "merge.not_found");
    Undo undo{std::move(*merge), {}, {}, {}, {}};
    const MergeSides sides = undo.merge.sides();
    if (lock) {
        std::vector<std::int64_t> ids = sides.loserIds;
        ids.push_back(sides.survivorId);
        lockCustomers(call, ids);
        lockParents(call);
    }
    undo.survivor = visible(call, sides.survivorId);
    demandMerge(call.caller, undo.survivor, false);
    refuse(undo.merge, undo.survivor);
    for (const std::int64_t id : sides.loserIds) {
        undo.losers.push_back(visible(call, id));
        demandMerge(call.caller, undo.losers.back(), true);
    }
    SurvivorPast past = pastOf(call, undo.merge);
    past.undone.push_back(undo.merge.span);
    undo.before = std::move(past.beforeMerge);
    undo.after = undo.survivor;
    copyFields(retold(past.base, past.changes, past.undone), retoldFields(), undo.after);
    dropCodes(undo.losers, undo.after);
    dropTalk(undo.losers, undo.before, undo.after);
    keepImpossible(call, undo);
    undo.isUntouched = undo.survivor.version() == undo.merge.span.after;
    return undo;
}

json shown(const Caller& caller, const v1::Customer& customer, const std::string& field)
{
    return withoutHidden(caller, field, fieldToJson(customer, fieldNamed(customer, field)));
}

v1::UndoOutcome outcomeOf(const json& before, const json& now, const json& after)
{
    if (after == now)
        return v1::UNDO_OUTCOME_KEPT;
    return after == before ? v1::UNDO_OUTCOME_RESTORED : v1::UNDO_OUTCOME_COMBINED;
}

/// Fields that go back, and those that would if they had not been changed since.
void addFields(Call& call, const Undo& undo, v1::UndoPreview& reply)
{
    for (const std::string& name : retoldFields()) {
        if (hidingMask(call.caller, name) != v1::SENSITIVE_FIELD_UNSPECIFIED)
            continue;
        const json before = shown(call.caller, undo.before, name);
        const json now = shown(call.caller, undo.survivor, name);
        const json after = shown(call.caller, undo.after, name);
        if (now == after && now == before)
            continue;
        v1::UndoField& field = *reply.add_fields();
        field.set_field(name);
        field.set_outcome(outcomeOf(before, now, after));
        field.set_now_json(now.dump());
        field.set_after_json(after.dump());
    }
}

ChangeRecord recordOf(const v1::Customer& customer, std::string_view operation)
{
    return {.entity = "customer",
            .entityId = customer.id(),
            .version = customer.version(),
            .operation = operation,
            .unitBefore = customer.unit_id(),
            .unitAfter = customer.unit_id()};
}

json briefly(const v1::Customer& customer)
{
    return {{"id", customer.id()}, {"code", customer.code()}, {"name", customer.name()}};
}

v1::Customer storeSurvivor(Call& call, const Undo& undo)
{
    v1::Customer after = undo.after;
    after.set_owner_user_id(undo.survivor.owner_user_id());
    assignOwner(call, undo.after.owner_user_id(), after);
    writeInherited(call, after);
    updateCustomer(call, after);
    if (undo.isUntouched)
        resetUpdateTime(call, undo.merge.merge.id(), after);
    auto stored = findCustomer(call, after.id());
    if (!stored)
        throwDenied(kViewCustomer);
    v1::Customer& survivor = stored->customer;
    writeIndexes(call, survivor);
    FieldNames fields = retoldFields();
    fields.erase(kOwner);
    fields.insert("contacts");
    json changes = changedValues(undo.survivor, survivor, differingFields(undo.survivor, survivor, fields));
    json back = json::array();
    for (const v1::Customer& loser : undo.losers)
        back.push_back(briefly(loser));
    changes["merged"] = {{"old", std::move(back)}, {"new", nullptr}};
    changes["activities"] = {{"old", nullptr}, {"new", nullptr}};
    recordChange(call, recordOf(survivor, "unmerge"), changes);
    return std::move(survivor);
}

v1::Customer bringBack(Call& call, const Undo& undo, const v1::Customer& loser)
{
    v1::Customer back = loser;
    bringBackCustomer(call, back, undo.merge.merge.id());
    back = visible(call, back.id());
    writeIndexes(call, back);
    ChangeRecord record = recordOf(back, "unmerged");
    record.unitBefore = std::nullopt;
    recordChange(call, record, {{"merged_into", {{"old", briefly(undo.survivor)}, {"new", nullptr}}}});
    return back;
}

} // namespace

void previewUndo(Call& call, const v1::GetUndoPreviewRequest& wanted, v1::UndoPreview& reply)
{
    Undo undo = plan(call, wanted.merge_id(), false);
    addFields(call, undo, reply);
    for (const auto& participant : mergeParticipants())
        for (v1::UndoLink& link : participant->undoCounts(call, undo.merge.sides()))
            *reply.add_links() = std::move(link);
    reply.set_survivor_version(undo.survivor.version());
    *reply.mutable_merge() = std::move(undo.merge.merge);
}

void undoMerge(Call& call, const v1::UndoMergeRequest& wanted, v1::UndoMergeResponse& reply)
{
    const Undo undo = plan(call, wanted.merge_id(), true);
    if (wanted.survivor_version() != 0 && wanted.survivor_version() != undo.survivor.version()) {
        v1::ErrorDetail detail;
        detail.set_key("merge.stale");
        detail.set_current_version(undo.survivor.version());
        (*detail.mutable_args())["code"] = undo.survivor.code();
        throw AppError(ErrorCode::Conflict, detail);
    }
    const MergeSides sides = undo.merge.sides();
    for (const auto& participant : mergeParticipants())
        participant->restore(call, sides);
    NotificationStore::notifyOfMerge(call.tx, sides.mergeId, true);
    v1::Customer survivor = storeSurvivor(call, undo);
    for (const v1::Customer& loser : undo.losers)
        *reply.add_restored() = bringBack(call, undo, loser);
    markUndone(call, sides.mergeId, undo.survivor.version(), survivor.version());
    *reply.mutable_survivor() = std::move(survivor);
}

} // namespace banhang::server
