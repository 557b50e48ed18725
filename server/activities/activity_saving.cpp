#include "server/activities/activity_saving.h"

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_facts_store.h"
#include "server/activities/activity_rules.h"
#include "server/activities/activity_store.h"
#include "server/activities/clash_store.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/customers/saving/customer_saving.h"
#include "server/customers/saving/edit_conflicts.h"
#include "server/fields/record_fields.h"

namespace banhang::server {

namespace {

/// Owner and leaf; somebody else's day is filled only by who may assign to them.
void assignOwner(Call& call, v1::Activity& activity)
{
    if (activity.owner_user_id() == 0)
        activity.set_owner_user_id(call.caller.userId);
    activity.set_creator_user_id(call.caller.userId);
    activity.set_unit_id(unitOfOwner(call, activity.owner_user_id(), kAssignActivity));
}

/// Checks what is to be stored and puts in what the server knows: the customer at the end of its merges. Warnings are
/// returned; errors, at paths behind `prefix`, are refused.
Issues settle(Call& call, v1::Activity& activity, const FieldNames& changed, const std::string& prefix = {})
{
    Issues issues = checkShape(activity);
    // What hung on its customer before goes along with a merge: the row is locked.
    if (!hasErrors(issues) && activity.customer_id() != 0 && changed.contains("customer_id"))
        lockMergeSurvivors(call.tx, {activity.customer_id()});
    const ActivityFacts facts = hasErrors(issues) ? ActivityFacts{} : activityFacts(call, activity);
    if (!hasErrors(issues)) {
        for (const Issues& more : {checkNames(activity, facts, changed), doubtsAbout(activity, facts)})
            issues.insert(issues.end(), more.begin(), more.end());
        if (facts.customerId != 0)
            activity.set_customer_id(facts.customerId);
        refuseOutOfSight(call.caller, activity, facts.customerId != 0);
    }
    sortIssues(issues);
    for (v1::FieldIssue& issue : issues)
        issue.set_path(prefix + issue.path());
    refuseErrors(issues);
    return issues;
}

/// A new activity as it is to be stored, from what a client may say of it.
v1::Activity newActivity(Call& call, const v1::Activity& typed)
{
    v1::Activity activity;
    copyFields(typed, writableActivityFields().setIn(typed), activity);
    activity.set_kind(typed.kind());
    activity.set_state(typed.state() == v1::ACTIVITY_STATE_UNSPECIFIED ? v1::ACTIVITY_STATE_PLANNED : typed.state());
    activity.set_owner_user_id(typed.owner_user_id());
    activity.set_message_id(typed.message_id());
    activity.set_ics_uid(typed.ics_uid());
    if (activity.state() != v1::ACTIVITY_STATE_PLANNED && activity.kind() != v1::ACTIVITY_KIND_TALK)
        throwInvalidField("state", "activity.only_talks_begin_done");
    assignOwner(call, activity);
    prepareActivity(activity);
    return activity;
}

FieldNames allFields(const v1::Activity& activity)
{
    return writableActivityFields().setIn(activity);
}

/// Stores the next step of `previous`, whose customer and contact person it takes over unless it names its own.
v1::Activity insertNext(Call& call, ActivityWriter& writer, const v1::Activity& previous, const v1::Activity& typed,
                        Issues& warnings)
{
    if (typed.state() != v1::ACTIVITY_STATE_UNSPECIFIED && typed.state() != v1::ACTIVITY_STATE_PLANNED)
        throwInvalidField("next_step.state", "activity.next_step_not_planned");
    v1::Activity wanted = typed;
    if (wanted.customer_id() == 0) {
        wanted.set_customer_id(previous.customer_id());
        if (wanted.contact_id() == 0)
            wanted.set_contact_id(previous.contact_id());
    }
    v1::Activity next = newActivity(call, wanted);
    next.set_previous_activity_id(previous.id());
    const Issues issues = settle(call, next, allFields(next), "next_step.");
    warnings.insert(warnings.end(), issues.begin(), issues.end());
    writer.insert(next);
    return next;
}

void answer(Call& call, const v1::Activity& activity, const v1::Activity* next, const Issues& issues,
            v1::ActivityChangeResponse& reply)
{
    std::vector<std::int64_t> ids{activity.id()};
    if (next != nullptr)
        ids.push_back(next->id());
    // Read anew for the names.
    for (v1::Activity& stored : readActivities(call, ids))
        *(stored.id() == activity.id() ? reply.mutable_activity() : reply.mutable_next_step()) = std::move(stored);
    for (const v1::FieldIssue& issue : issues)
        if (issue.severity() == v1::SEVERITY_WARNING)
            *reply.add_warnings() = issue;
    for (v1::Clash& clash : findClashes(call, activity))
        *reply.add_clashes() = std::move(clash);
    if (next != nullptr)
        for (v1::Clash& clash : findClashes(call, *next))
            *reply.add_clashes() = std::move(clash);
}

/// The stored activity, allowed to be edited.
v1::Activity admitEdit(Call& call, const v1::Activity& wanted)
{
    auto stored = lockActivity(call, wanted.id());
    if (!stored)
        throwNoActivity();
    demandRight(call.caller, kEditActivity, stored->unit_id());
    refuseBinned(*stored);
    demandKnownVersion(stored->version(), wanted.version(), "activity.version_unknown");
    return std::move(*stored);
}

v1::Activity merged(const v1::Activity& stored, const v1::Activity& wanted, const FieldNames& fields)
{
    v1::Activity after = stored;
    copyFields(wanted, fields, after);
    prepareActivity(after);
    return after;
}

/// Others may have edited since; what they did to the same fields is not overwritten unseen.
void refuseLost(Call& call, const v1::Activity& before, std::int64_t readVersion, const v1::Activity& after,
                const FieldNames& changed)
{
    const EditedRecord record{"activity", before.id(), before.version(), readVersion, "activity.edit_conflict"};
    refuseCollisions(call, record, changedValues(before, after, changed),
                     [](const std::string&, const nlohmann::json& value) { return value; });
}

/// One mail is one talk of a customer, however often it is dropped on it and by whomever.
void refuseKnownMessage(Call& call, const v1::Activity& activity)
{
    if (activity.message_id().empty())
        return;
    if (const std::int64_t known = findTalkOfMessage(call, activity.customer_id(), activity.message_id()); known != 0)
        throw AppError(ErrorCode::AlreadyExists, "activity.known_message", {{"activity_id", std::to_string(known)}});
}

/// One entry of a calendar file is one activity of whoever imports it; of two who do so at once under one name, the
/// index lets one in.
void refuseKnownEntry(Call& call, const v1::Activity& activity)
{
    if (activity.ics_uid().empty())
        return;
    if (const std::int64_t known = findActivityOfEntry(call, activity.ics_uid()); known != 0)
        throw AppError(ErrorCode::AlreadyExists, "activity.known_entry", {{"activity_id", std::to_string(known)}});
}

} // namespace

void saveNewActivity(Call& call, const ActivityListeners& listeners, const v1::CreateActivityRequest& wanted,
                     v1::ActivityChangeResponse& reply)
{
    v1::Activity activity = newActivity(call, wanted.activity());
    Issues issues = settle(call, activity, allFields(activity));
    if (wanted.has_next_step() && activity.state() == v1::ACTIVITY_STATE_PLANNED)
        throwInvalidField("next_step", "activity.next_step_of_planned");
    refuseKnownMessage(call, activity);
    refuseKnownEntry(call, activity);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    writer.insert(activity);
    std::optional<v1::Activity> next;
    if (wanted.has_next_step())
        next = insertNext(call, writer, activity, wanted.next_step(), issues);
    writer.finish();
    answer(call, activity, next ? &*next : nullptr, issues, reply);
}

v1::Activity insertNew(Call& call, ActivityWriter& writer, const v1::Activity& typed)
{
    v1::Activity activity = newActivity(call, typed);
    settle(call, activity, allFields(activity));
    writer.insert(activity);
    return activity;
}

void saveActivityChanges(Call& call, const ActivityListeners& listeners, const v1::UpdateActivityRequest& wanted,
                         v1::ActivityChangeResponse& reply)
{
    const FieldNames fields = namesOf(wanted.update_mask());
    const v1::Activity before = admitEdit(call, wanted.activity());
    refuseIssues(writableActivityFields().check(wanted.update_mask()));
    v1::Activity after = merged(before, wanted.activity(), fields);
    const Issues issues = settle(call, after, differingFields(before, after, fields));
    const FieldNames changed = differingFields(before, after, fields);
    if (!changed.empty()) {
        refuseLost(call, before, wanted.activity().version(), after, changed);
        after.set_is_series_exception(before.series_id() != 0);
        ActivityWriter writer(call.tx, actorOf(call), listeners);
        writer.update(before, after, "update", changed);
        writer.finish();
    }
    answer(call, after, nullptr, issues, reply);
}

void closeActivity(Call& call, const ActivityListeners& listeners, const v1::CloseActivityRequest& wanted,
                   v1::ActivityChangeResponse& reply)
{
    const v1::Activity before = admitEdit(call, wanted.activity());
    if (!wanted.update_mask().paths().empty())
        refuseIssues(writableActivityFields().check(wanted.update_mask()));
    if (before.state() != v1::ACTIVITY_STATE_PLANNED)
        throw AppError(ErrorCode::Refused, "activity.closed");
    if (wanted.state() <= v1::ACTIVITY_STATE_PLANNED || !v1::ActivityState_IsValid(wanted.state()))
        throwInvalidField("state", "field.unknown_value");
    const FieldNames fields = namesOf(wanted.update_mask());
    v1::Activity after = merged(before, wanted.activity(), fields);
    after.set_state(wanted.state());
    Issues issues = settle(call, after, differingFields(before, after, fields));
    FieldNames changed = differingFields(before, after, fields);
    refuseLost(call, before, wanted.activity().version(), after, changed);
    changed.insert("state");
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    writer.update(before, after, "close", changed);
    std::optional<v1::Activity> next;
    if (wanted.has_next_step())
        next = insertNext(call, writer, after, wanted.next_step(), issues);
    writer.finish();
    answer(call, after, next ? &*next : nullptr, issues, reply);
}

void checkTypedActivity(Call& call, const v1::CheckActivityRequest& wanted, v1::CheckActivityResponse& reply)
{
    v1::Activity activity = wanted.activity();
    FieldNames changed = allFields(activity);
    if (activity.id() != 0) {
        const auto stored = findActivity(call, activity.id());
        if (!stored)
            throwNoActivity();
        changed = differingFields(*stored, activity, changed);
        activity.set_owner_user_id(stored->owner_user_id());
        activity.set_kind(stored->kind());
    }
    if (activity.owner_user_id() == 0)
        activity.set_owner_user_id(call.caller.userId);
    prepareActivity(activity);
    Issues issues = checkShape(activity);
    if (!hasErrors(issues)) {
        const ActivityFacts facts = activityFacts(call, activity);
        for (const Issues& more : {checkNames(activity, facts, changed), doubtsAbout(activity, facts)})
            issues.insert(issues.end(), more.begin(), more.end());
        for (v1::Clash& clash : findClashes(call, activity))
            *reply.add_clashes() = std::move(clash);
        if (!reply.clashes().empty())
            if (const auto free = freeStart(call, activity))
                *reply.mutable_free_start_time() = *free;
    }
    sortIssues(issues);
    reply.mutable_issues()->Add(issues.begin(), issues.end());
}

} // namespace banhang::server
