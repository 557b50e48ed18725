#include "server/worklists/talk_planning.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <google/protobuf/util/time_util.h>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_saving.h"
#include "server/activities/activity_store.h"
#include "server/activities/day_rules.h"
#include "server/activities/workday_store.h"
#include "server/core/database/database_clock.h"
#include "server/customers/customer_store.h"
#include "server/customers/saving/customer_facts_store.h"
#include "server/worklists/busy_time_store.h"
#include "server/worklists/talk_plan_rules.h"
#include "server/worklists/work_list_rules.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr std::int64_t kMinute = 60'000'000;
constexpr int kMaxTalks = 500;

void skip(google::protobuf::RepeatedPtrField<v1::SkippedCustomer>& skipped, std::int64_t customerId,
          const std::string& key)
{
    v1::SkippedCustomer& one = *skipped.Add();
    one.set_customer_id(customerId);
    one.set_key(key);
}

/// The windows of the days of work from the wanted one on.
std::vector<Stretch> windowsOf(const v1::CheckTalkPlanRequest& wanted)
{
    vn::Date day = vn::addDays(dateOf(wanted.first_day()), -1);
    std::vector<Stretch> windows;
    for (int i = 0; i < wanted.day_count(); ++i) {
        day = workingDayFrom(vn::addDays(day, 1));
        const std::int64_t midnight = beginOfDay(day);
        windows.push_back({midnight + wanted.from_minute() * kMinute, midnight + wanted.to_minute() * kMinute});
    }
    return windows;
}

using CustomersById = std::map<std::int64_t, v1::Customer>;

std::int64_t talkerWith(const v1::CheckTalkPlanRequest& wanted, const v1::Customer& customer)
{
    return wanted.owner_user_id() != 0 ? wanted.owner_user_id() : customer.owner_user_id();
}

/// Those among the talkers whose day the caller may fill.
std::set<std::int64_t> talkersInReach(Call& call, const v1::CheckTalkPlanRequest& wanted,
                                      const CustomersById& customers)
{
    std::set<std::int64_t> talkers;
    for (const auto& [id, customer] : customers)
        talkers.insert(talkerWith(wanted, customer));
    const bool own = talkers.erase(call.caller.userId) != 0;
    if (!talkers.empty()) {
        const auto facts = ownersFacts(call, {talkers.begin(), talkers.end()});
        std::erase_if(talkers, [&](std::int64_t talker) {
            const auto found = facts.find(talker);
            return found == facts.end() || !found->second.active ||
                   !call.caller.units(kAssignActivity).contains(found->second.unitId);
        });
    }
    if (own)
        talkers.insert(call.caller.userId);
    return talkers;
}

/// Why a customer is left out of a plan; empty = it is not.
std::string objection(const v1::CheckTalkPlanRequest& wanted, const v1::Customer& customer)
{
    if (customer.do_not_call())
        return "talk_plan.do_not_call";
    if (!wanted.also_planned() && customer.has_next_contact_time())
        return "talk_plan.planned_already";
    return {};
}

/// Customers for each who is to talk with them, in the order asked for.
using TalksByTalker = std::map<std::int64_t, std::vector<std::int64_t>>;

/// Who is left out is told in `skipped`.
TalksByTalker talksToPlan(Call& call, const v1::CheckTalkPlanRequest& wanted,
                          google::protobuf::RepeatedPtrField<v1::SkippedCustomer>& skipped)
{
    CustomersById customers;
    for (v1::Customer& customer :
         readCustomers(call, {wanted.customer_ids().begin(), wanted.customer_ids().end()}, v1::CUSTOMER_VIEW_BASIC))
        customers.emplace(customer.id(), std::move(customer));
    const std::set<std::int64_t> talkers = talkersInReach(call, wanted, customers);
    TalksByTalker talks;
    for (const std::int64_t id : wanted.customer_ids()) {
        const auto found = customers.find(id);
        if (found == customers.end()) {
            skip(skipped, id, "customer.not_found");
            continue;
        }
        const std::int64_t talker = talkerWith(wanted, found->second);
        const std::string reason = talkers.contains(talker) ? objection(wanted, found->second) : "call.denied";
        if (reason.empty())
            talks[talker].push_back(id);
        else
            skip(skipped, id, reason);
    }
    return talks;
}

std::vector<std::int64_t> talkersOf(const TalksByTalker& talks)
{
    std::vector<std::int64_t> talkers;
    talkers.reserve(talks.size());
    for (const auto& [talker, theirs] : talks)
        talkers.push_back(talker);
    return talkers;
}

v1::Activity talkOf(const v1::PlanTalksRequest& wanted, const v1::TalkSlot& slot)
{
    v1::Activity talk;
    talk.set_kind(v1::ACTIVITY_KIND_TALK);
    talk.set_state(v1::ACTIVITY_STATE_PLANNED);
    talk.set_channel_key(wanted.channel_key());
    talk.set_direction(v1::TALK_DIRECTION_OUT);
    talk.set_title(wanted.title());
    talk.set_preparation(wanted.preparation());
    talk.set_customer_id(slot.customer_id());
    talk.set_owner_user_id(slot.owner_user_id());
    *talk.mutable_start_time() = slot.start_time();
    *talk.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(TimeUtil::TimestampToMicroseconds(slot.start_time()) +
                                                                 wanted.minutes_each() * kMinute);
    return talk;
}

/// The key to tell if the refusal concerns this one customer alone; otherwise nothing.
std::optional<std::string> refusalOfOne(const AppError& error)
{
    if (error.code() == ErrorCode::NotFound || error.code() == ErrorCode::Denied)
        return error.key();
    for (const v1::FieldIssue& issue : error.detail().issues())
        if (issue.path() == "customer_id" || issue.path() == "owner_user_id")
            return issue.key();
    return std::nullopt;
}

} // namespace

void checkTalkPlan(Call& call, const v1::CheckTalkPlanRequest& wanted, v1::CheckTalkPlanResponse& reply)
{
    refuseIssues(planIssues(wanted));
    const TalksByTalker talks = talksToPlan(call, wanted, *reply.mutable_skipped());
    const std::vector<Stretch> windows = windowsOf(wanted);
    const std::int64_t now = presentMicros(call.tx);
    std::map<std::int64_t, std::vector<Stretch>> busy =
        busyTimes(call, talkersOf(talks), {windows.front().begin, windows.back().end});
    std::map<std::int64_t, v1::TalkSlot> slots;
    for (const auto& [talker, theirs] : talks) {
        const auto begins = spreadTalks(static_cast<int>(theirs.size()), windows, std::move(busy[talker]),
                                        wanted.minutes_each() * kMinute, now);
        for (std::size_t i = 0; i < begins.size(); ++i) {
            v1::TalkSlot& slot = slots[theirs[i]];
            slot.set_customer_id(theirs[i]);
            slot.set_owner_user_id(talker);
            *slot.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(begins[i]);
        }
        for (std::size_t i = begins.size(); i < theirs.size(); ++i)
            skip(*reply.mutable_skipped(), theirs[i], "talk_plan.no_room");
    }
    for (const std::int64_t id : wanted.customer_ids())
        if (const auto slot = slots.extract(id))
            *reply.add_talk_slots() = slot.mapped();
}

void planTalks(Call& call, const ActivityListeners& listeners, const v1::PlanTalksRequest& wanted,
               v1::PlanTalksResponse& reply)
{
    refuseIssues(planIssues(wanted));
    std::vector<v1::TalkSlot> slots(wanted.talk_slots().begin(), wanted.talk_slots().end());
    // All who write many take customers in the same order.
    std::ranges::stable_sort(slots, {}, &v1::TalkSlot::customer_id);
    std::vector<std::int64_t> ids;
    ids.reserve(slots.size());
    for (const v1::TalkSlot& slot : slots)
        ids.push_back(slot.customer_id());
    lockMergeSurvivors(call.tx, ids);
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    for (const v1::TalkSlot& slot : slots) {
        try {
            const v1::Activity stored = insertNew(call, writer, talkOf(wanted, slot));
            v1::PlannedTalk& talk = *reply.add_talks();
            talk.set_activity_id(stored.id());
            talk.set_version(stored.version());
            talk.set_customer_id(stored.customer_id());
        } catch (const AppError& error) {
            const auto reason = refusalOfOne(error);
            if (!reason)
                throw;
            skip(*reply.mutable_skipped(), slot.customer_id(), *reason);
        }
    }
    writer.finish();
}

void undoPlannedTalks(Call& call, const ActivityListeners& listeners, const v1::UndoPlannedTalksRequest& wanted,
                      v1::UndoPlannedTalksResponse& reply)
{
    demandSome("talks", wanted.talks_size(), kMaxTalks);
    std::map<std::int64_t, std::int64_t> versions;
    for (const v1::PlannedTalk& talk : wanted.talks())
        versions.emplace(talk.activity_id(), talk.version());
    ActivityWriter writer(call.tx, actorOf(call), listeners);
    for (const auto& [id, version] : versions) {
        const auto stored = lockActivity(call, id);
        const bool isAsItWas = stored && !stored->has_delete_time() && stored->version() == version &&
                               stored->state() == v1::ACTIVITY_STATE_PLANNED;
        if (!isAsItWas || !call.caller.units(kDeleteActivity).contains(stored->unit_id())) {
            reply.add_kept_activity_ids(id);
            continue;
        }
        v1::Activity binned = *stored;
        writer.setBinned(*stored, binned, true);
        reply.add_activity_ids(id);
    }
    writer.finish();
}

} // namespace banhang::server
