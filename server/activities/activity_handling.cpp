#include "server/activities/activity_handling.h"

#include <algorithm>

#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_store.h"
#include "server/activities/activity_writer.h"
#include "server/activities/clash_store.h"
#include "server/core/call/page_filling.h"
#include "server/core/call/right_demand.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/customer_access.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

namespace {

constexpr int kMaxAssigned = 500;
/// Rows that are read at once while an answer is filled.
constexpr std::size_t kSlice = 100;

v1::Activity lockVisible(Call& call, std::int64_t id)
{
    auto stored = lockActivity(call, id);
    if (!stored)
        throwNoActivity();
    return std::move(*stored);
}

/// As others see it by now: with the names.
v1::Activity readAnew(Call& call, std::int64_t id)
{
    auto stored = findActivity(call, id);
    if (!stored)
        throwNoActivity();
    return std::move(*stored);
}

void setBinned(Call& call, const ActivityListeners& listeners, const v1::Activity& before, bool binned)
{
    v1::Activity after = before;
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    writer.setBinned(before, after, binned);
    writer.finish();
}

} // namespace

void reopenActivity(Call& call, const ActivityListeners& listeners, const v1::ReopenActivityRequest& wanted,
                    v1::ActivityChangeResponse& reply)
{
    const v1::Activity before = lockVisible(call, wanted.activity_id());
    demandRight(call.caller, kEditActivity, before.unit_id());
    refuseBinned(before);
    if (before.state() == v1::ACTIVITY_STATE_PLANNED)
        throw AppError(ErrorCode::Refused, "activity.planned");
    demandVersion(before.version(), wanted.version(), "activity.edit_conflict", ZeroVersion::Any);
    v1::Activity after = before;
    after.set_state(v1::ACTIVITY_STATE_PLANNED);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    writer.update(before, after, "reopen", {"state"});
    writer.finish();
    *reply.mutable_activity() = readAnew(call, after.id());
    for (v1::Clash& clash : findClashes(call, after))
        *reply.add_clashes() = std::move(clash);
}

void assignActivities(Call& call, const ActivityListeners& listeners, const v1::AssignActivitiesRequest& wanted,
                      v1::AssignActivitiesResponse& reply)
{
    std::vector<std::int64_t> ids(wanted.activity_ids().begin(), wanted.activity_ids().end());
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    demandSome("activity_ids", ids.size(), kMaxAssigned);
    const OwnerFacts owner = demandOwner(call, wanted.owner_user_id(), kAssignActivity);
    lockActivities(call, ids);
    const std::vector<v1::Activity> before = readActivities(call, ids);
    if (before.size() < ids.size())
        throwNoActivity();
    for (const v1::Activity& activity : before)
        demandRight(call.caller, kAssignActivity, activity.unit_id());
    std::vector<v1::Activity> after = before;
    assignActivityOwner(call, after, wanted.owner_user_id(), owner.unitId);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    for (const v1::Activity& activity : after)
        writer.assigned(*std::ranges::find(before, activity.id(), &v1::Activity::id), activity);
    writer.finish();
    // What does not fit into one answer comes with the feed alone.
    fillAnswer(ids, kSlice, *reply.mutable_activities(),
               [&call](const std::vector<std::int64_t>& slice) { return readActivities(call, slice); });
}

void binActivity(Call& call, const ActivityListeners& listeners, const v1::DeleteActivityRequest& wanted,
                 v1::Activity& reply)
{
    const v1::Activity stored = lockVisible(call, wanted.activity_id());
    demandRight(call.caller, kDeleteActivity, stored.unit_id());
    if (!stored.has_delete_time()) {
        demandVersion(stored.version(), wanted.version(), "activity.edit_conflict", ZeroVersion::Any);
        setBinned(call, listeners, stored, true);
    }
    reply = readAnew(call, stored.id());
}

void unbinActivity(Call& call, const ActivityListeners& listeners, const v1::UndeleteActivityRequest& wanted,
                   v1::Activity& reply)
{
    const v1::Activity stored = lockVisible(call, wanted.activity_id());
    demandRight(call.caller, kDeleteActivity, stored.unit_id());
    if (stored.has_delete_time())
        setBinned(call, listeners, stored, false);
    reply = readAnew(call, stored.id());
}

} // namespace banhang::server
