#include "server/worklists/talk_planning.h"

#include <algorithm>
#include <map>
#include <optional>

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
constexpr int kMostTalks = 500;

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
        day = nextWorkingDay(day);
        const std::int64_t midnight = beginOfDay(day);
        windows.push_back({midnight + wanted.from_minute() * kMinute, midnight + wanted.to_minute() * kMinute});
    }
    return windows;
}

/// Whose day the caller may fill, asked once for each person.
class Callers
{
public:
    explicit Callers(Call& call) : m_call(call) {}

    bool mayPlanFor(std::int64_t userId)
    {
        const auto known = m_known.find(userId);
        if (known != m_known.end())
            return known->second;
        return m_known[userId] = ask(userId);
    }

private:
    bool ask(std::int64_t userId)
    {
        if (userId == m_call.caller.userId)
            return true;
        const auto owner = ownerFacts(m_call, userId);
        return owner && owner->active && m_call.caller.units(kAssignActivity).contains(owner->unitId);
    }

    Call& m_call;
    std::map<std::int64_t, bool> m_known;
};

/// Why a customer is left out of a plan; empty = it is not.
std::string objection(const v1::CheckTalkPlanRequest& wanted, const v1::Customer& customer)
{
    if (customer.do_not_call())
        return "talk_plan.do_not_call";
    if (!wanted.also_planned() && customer.has_next_contact_time())
        return "talk_plan.planned_already";
    return {};
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
    const std::vector<std::int64_t> ids(wanted.customer_ids().begin(), wanted.customer_ids().end());
    std::map<std::int64_t, v1::Customer> customers;
    for (v1::Customer& customer : readCustomers(call, ids, v1::CUSTOMER_VIEW_BASIC))
        customers.emplace(customer.id(), std::move(customer));
    Callers callers(call);
    std::map<std::int64_t, std::vector<std::int64_t>> byOwner; // in the order asked for
    for (const std::int64_t id : ids) {
        const auto found = customers.find(id);
        if (found == customers.end()) {
            skip(*reply.mutable_skipped(), id, "customer.not_found");
            continue;
        }
        const v1::Customer& customer = found->second;
        const std::int64_t owner = wanted.owner_user_id() != 0 ? wanted.owner_user_id() : customer.owner_user_id();
        const std::string reason = callers.mayPlanFor(owner) ? objection(wanted, customer) : "call.denied";
        if (reason.empty())
            byOwner[owner].push_back(id);
        else
            skip(*reply.mutable_skipped(), id, reason);
    }
    const std::vector<Stretch> windows = windowsOf(wanted);
    const std::int64_t now = presentMicros(call.tx);
    std::map<std::int64_t, v1::TalkSlot> slots;
    for (const auto& [owner, theirs] : byOwner) {
        const auto begins = spreadTalks(static_cast<int>(theirs.size()), windows,
                                        busyTimes(call, owner, {windows.front().begin, windows.back().end}),
                                        wanted.minutes_each() * kMinute, now);
        for (std::size_t i = 0; i < begins.size(); ++i) {
            v1::TalkSlot& slot = slots[theirs[i]];
            slot.set_customer_id(theirs[i]);
            slot.set_owner_user_id(owner);
            *slot.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(begins[i]);
        }
        for (std::size_t i = begins.size(); i < theirs.size(); ++i)
            skip(*reply.mutable_skipped(), theirs[i], "talk_plan.no_room");
    }
    for (const std::int64_t id : ids)
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

void takeBackTalks(Call& call, const ActivityListeners& listeners, const v1::TakeBackTalksRequest& wanted,
                   v1::TakeBackTalksResponse& reply)
{
    if (wanted.talks().empty() || wanted.talks_size() > kMostTalks)
        throwInvalidField("talks", "call.too_many_ids");
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
