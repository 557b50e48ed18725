#include "server/merging/merging.h"

#include <algorithm>
#include <set>

#include <google/protobuf/util/time_util.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/vn/utf8.h"
#include "server/core/call/page_tokens.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/change_recorder.h"
#include "server/core/database/database_clock.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/rules/edit_mask.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_index_store.h"
#include "server/customers/saving/customer_saving.h"
#include "server/fields/record_fields.h"
#include "server/merging/merge_access.h"
#include "server/merging/merge_owner.h"
#include "server/merging/merge_similarity.h"
#include "server/merging/merge_store.h"
#include "server/merging/participant.h"
#include "server/reminders/notification_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;
using nlohmann::json;
using Customers = std::vector<v1::Customer>;

namespace {

constexpr std::size_t kMaxMessageLength = 500;
constexpr const char* kOwner = "owner_user_id";

/// The survivor first, the others in their order.
void putFirst(Customers& customers, std::int64_t survivorId)
{
    const auto survivor = std::ranges::find(customers, survivorId, &v1::Customer::id);
    if (survivor == customers.end())
        throwInvalidField("survivor_id", "merge.survivor_missing");
    std::rotate(customers.begin(), survivor, survivor + 1);
}

void admit(const Caller& caller, const Customers& customers)
{
    for (const v1::Customer& customer : customers)
        demandMerge(caller, customer, customer.id() != customers.front().id());
    for (const v1::Customer& customer : customers) {
        if (customer.has_delete_time())
            throw AppError(ErrorCode::Refused, "customer.in_bin");
        if (customer.kind() != customers.front().kind())
            throw AppError(ErrorCode::Refused, "merge.kinds_differ");
    }
}

Ancestors ancestorsAbove(Call& call, const Customers& customers, std::int64_t wantedParent)
{
    std::vector<std::int64_t> parents;
    if (wantedParent != 0)
        parents.push_back(wantedParent);
    for (const v1::Customer& customer : customers)
        if (customer.parent_id() != 0)
            parents.push_back(customer.parent_id());
    return ancestorsOf(call, parents);
}

void addLinks(Call& call, const Customers& customers, v1::MergePreview& reply)
{
    std::vector<std::int64_t> ids;
    for (const v1::Customer& customer : customers)
        ids.push_back(customer.id());
    for (const auto& participant : mergeParticipants())
        for (const auto& [id, count] : participant->count(call, ids)) {
            v1::MergeLinkCount& link = *reply.add_links();
            link.set_link(participant->link());
            link.set_customer_id(id);
            link.set_count(count);
        }
}

google::protobuf::Timestamp undoEnd(Call& call)
{
    constexpr std::int64_t kDay = 24LL * 3600 * 1'000'000;
    return TimeUtil::MicrosecondsToTimestamp(presentMicros(call.tx) + kUndoDays * kDay);
}

void refuseStale(const Customers& customers, const v1::MergeCustomersRequest& wanted)
{
    for (const v1::CustomerVersion& read : wanted.versions()) {
        const auto stored = std::ranges::find(customers, read.customer_id(), &v1::Customer::id);
        if (stored->version() == read.version())
            continue;
        v1::ErrorDetail detail;
        detail.set_key("merge.stale");
        detail.set_current_version(stored->version());
        (*detail.mutable_args())["code"] = stored->code();
        throw AppError(ErrorCode::Conflict, detail);
    }
}

/// The survivor with the contact persons and points to watch of all: what the request may name.
v1::Customer pooled(const Customers& customers)
{
    v1::Customer pool = customers.front();
    for (std::size_t i = 1; i < customers.size(); ++i) {
        pool.mutable_contacts()->MergeFrom(customers[i].contacts());
        pool.mutable_watch_points()->MergeFrom(customers[i].watch_points());
    }
    return pool;
}

/// Named by id, each once; what they hold is that of the stored ones.
void takeStoredContacts(const v1::Customer& pool, v1::Customer& wanted)
{
    google::protobuf::RepeatedPtrField<v1::Contact> kept;
    std::set<std::int64_t> taken;
    for (const v1::Contact& named : wanted.contacts()) {
        const auto stored = std::ranges::find(pool.contacts(), named.id(), &v1::Contact::id);
        if (stored == pool.contacts().end() || !taken.insert(named.id()).second)
            throwInvalidField("contacts", "contact.not_found");
        *kept.Add() = *stored;
    }
    *wanted.mutable_contacts() = std::move(kept);
}

FieldNames hiddenFields(const Caller& caller, const MergeProposal& proposal)
{
    FieldNames hidden;
    for (const v1::MergeField& field : proposal.fields)
        if (hidingMask(caller, field.field()) != v1::SENSITIVE_FIELD_UNSPECIFIED)
            hidden.insert(field.field());
    return hidden;
}

void checkMessage(const std::string& message)
{
    if (vn::characterCount(message) > kMaxMessageLength)
        throwInvalidField("message", "text.too_long");
}

/// The survivor as it is to be: what the request says, and what the server decides whatever it says.
v1::Customer result(Call& call, const Customers& customers, const v1::MergeCustomersRequest& wanted)
{
    FieldNames fields = namesOf(wanted.update_mask());
    fields.erase(kOwner);
    if (!fields.empty()) {
        google::protobuf::FieldMask mask;
        mask.mutable_paths()->Add(fields.begin(), fields.end());
        refuseErrors(checkEditMask(mask));
    }
    const v1::Customer pool = pooled(customers);
    v1::Customer typed = wanted.result();
    typed.set_kind(customers.front().kind());
    takeStoredContacts(pool, typed);
    const std::int64_t parent = fields.contains("parent_id") ? typed.parent_id() : customers.front().parent_id();
    const Ancestors ancestors = ancestorsAbove(call, customers, parent);
    const MergeProposal proposal = proposeMerge(customers, ancestors);
    const FieldNames hidden = hiddenFields(call.caller, proposal);
    v1::Customer open = typed;
    open.clear_contacts(); // named by id: nothing hidden is written
    refuseHiddenFields(call.caller, fields, open);
    v1::Customer before = pool;
    copyFields(proposal.proposed, hidden, before);
    if (!fields.contains("watch_points"))
        *before.mutable_watch_points() = proposal.proposed.watch_points();
    Issues issues;
    v1::Customer after = before;
    if (!fields.empty())
        after = editedForm(call, before, typed, fields, issues);
    if (parent != 0 && wouldMakeRing(parent, customers, ancestors))
        addError(issues, "parent_id", "customer.parent.cycle");
    refuseErrors(issues);
    dropEmptyEntries(after);
    // The stricter one holds, whoever ticks what.
    after.set_do_not_call(std::ranges::any_of(customers, &v1::Customer::do_not_call));
    return after;
}

void inherit(const Customers& customers, v1::Customer& after)
{
    for (std::size_t i = 1; i < customers.size(); ++i) {
        const v1::Customer& loser = customers[i];
        after.add_former_codes(loser.code());
        for (const std::string& code : loser.former_codes())
            after.add_former_codes(code);
        if (loser.has_last_contact_time() &&
            (!after.has_last_contact_time() || loser.last_contact_time() > after.last_contact_time()))
            *after.mutable_last_contact_time() = loser.last_contact_time();
    }
}

ChangeRecord recordOf(const v1::Customer& customer, std::string_view operation, std::string_view reason)
{
    return {.entity = "customer",
            .entityId = customer.id(),
            .version = customer.version(),
            .operation = operation,
            .unitBefore = customer.unit_id(),
            .unitAfter = customer.unit_id(),
            .granteeId = std::nullopt,
            .reason = reason};
}

json briefly(const v1::Customer& customer)
{
    return {{"id", customer.id()}, {"code", customer.code()}, {"name", customer.name()}};
}

void endLosers(Call& call, Customers& customers, const std::string& message)
{
    const v1::Customer& survivor = customers.front();
    for (std::size_t i = 1; i < customers.size(); ++i) {
        v1::Customer& loser = customers[i];
        endCustomer(call, loser, survivor.id());
        dropIndexes(call, loser.id());
        ChangeRecord record = recordOf(loser, "merged", message);
        record.unitAfter = std::nullopt;
        recordChange(call, record, {{"merged_into", {{"old", nullptr}, {"new", briefly(survivor)}}}});
    }
}

MergeSides sidesOf(std::int64_t mergeId, const Customers& customers, const v1::Customer& after)
{
    MergeSides sides{mergeId, customers.front().id(), {}};
    for (std::size_t i = 1; i < customers.size(); ++i)
        sides.loserIds.push_back(customers[i].id());
    for (const v1::Contact& contact : after.contacts())
        sides.keptContactIds.push_back(contact.id());
    return sides;
}

/// The survivor is stored, with the persons and shares that are its own by now, and its change told of.
v1::Customer storeSurvivor(Call& call, const v1::Customer& before, v1::Customer after, const Customers& customers,
                           const std::string& message)
{
    writeInherited(call, after);
    updateCustomer(call, after);
    auto stored = findCustomer(call, after.id());
    if (!stored)
        throwDenied(kViewCustomer);
    v1::Customer& survivor = stored->customer;
    writeIndexes(call, survivor);
    FieldNames all;
    for (int i = 0; i < v1::Customer::descriptor()->field_count(); ++i)
        if (const std::string& name = v1::Customer::descriptor()->field(i)->name(); isWritable(name))
            all.insert(name);
    json changes = changedValues(before, survivor, differingFields(before, survivor, all));
    json gone = json::array();
    for (std::size_t i = 1; i < customers.size(); ++i)
        gone.push_back(briefly(customers[i]));
    changes["merged"] = {{"old", nullptr}, {"new", std::move(gone)}};
    changes["activities"] = {{"old", nullptr}, {"new", nullptr}};
    recordChange(call, recordOf(survivor, "merge", message), changes);
    return std::move(survivor);
}

} // namespace

void previewMerge(Call& call, const v1::GetMergePreviewRequest& wanted, v1::MergePreview& reply)
{
    Customers customers = readMergeable(call, {wanted.customer_ids().begin(), wanted.customer_ids().end()}, false);
    putFirst(customers, wanted.survivor_id() == 0 ? proposeSurvivor(customers) : wanted.survivor_id());
    admit(call.caller, customers);
    MergeProposal proposal = proposeMerge(customers, ancestorsAbove(call, customers, 0));
    for (v1::MergeField& field : proposal.fields)
        if (hidingMask(call.caller, field.field()) == v1::SENSITIVE_FIELD_UNSPECIFIED)
            *reply.add_fields() = std::move(field);
    *reply.mutable_proposed() = std::move(proposal.proposed);
    addLinks(call, customers, reply);
    addSimilarities(call, customers, reply);
    *reply.mutable_undo_end_time() = undoEnd(call);
    reply.mutable_customers()->Add(std::make_move_iterator(customers.begin()),
                                   std::make_move_iterator(customers.end()));
}

void mergeCustomers(Call& call, const v1::MergeCustomersRequest& wanted, v1::MergeCustomersResponse& reply)
{
    std::vector<std::int64_t> ids;
    for (const v1::CustomerVersion& version : wanted.versions())
        ids.push_back(version.customer_id());
    Customers customers = readMergeable(call, ids, true);
    lockParents(call);
    putFirst(customers, wanted.survivor_id());
    admit(call.caller, customers);
    refuseStale(customers, wanted);
    const std::string message = vn::tidy(wanted.message());
    checkMessage(message);
    const v1::Customer before = customers.front();
    v1::Customer after = result(call, customers, wanted);
    inherit(customers, after);
    const NewMerge merge = insertMerge(call, before, Customers(std::next(customers.begin()), customers.end()), message);
    NotificationStore::notifyOfMerge(call.tx, merge.id, false);
    const MergeSides sides = sidesOf(merge.id, customers, after);
    for (const auto& participant : mergeParticipants())
        participant->move(call, sides);
    if (std::ranges::find(wanted.update_mask().paths(), kOwner) != wanted.update_mask().paths().end())
        assignOwner(call, wanted.result().owner_user_id(), after);
    after = storeSurvivor(call, before, std::move(after), customers, message);
    const json brought = broughtEntries(customers, after);
    customers.front() = after;
    endLosers(call, customers, message);
    finishMerge(call, merge.id, after.version(), brought);
    reply.set_merge_id(merge.id);
    *reply.mutable_undo_end_time() = TimeUtil::MicrosecondsToTimestamp(merge.undoEndMicros);
    *reply.mutable_customer() = std::move(after);
}

void pageOfMerges(Call& call, const v1::ListMergesRequest& wanted, std::int64_t beforeId, v1::ListMergesResponse& reply,
                  std::int64_t& nextBeforeId)
{
    constexpr int kMaxPageSize = 200;
    constexpr int kUsual = 50;
    const int size = pageSize(wanted.page_size(), kUsual, kMaxPageSize);
    std::vector<v1::Merge> merges = listMerges(call, wanted, beforeId, size + 1);
    const bool goesOn = static_cast<int>(merges.size()) > size;
    if (goesOn)
        merges.pop_back();
    nextBeforeId = goesOn ? merges.back().id() : 0;
    reply.mutable_merges()->Add(std::make_move_iterator(merges.begin()), std::make_move_iterator(merges.end()));
}

} // namespace banhang::server
