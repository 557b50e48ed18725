#include "server/activities/workday.h"

#include <algorithm>
#include <unordered_map>

#include "common/day_message.h"
#include "common/error.h"
#include "server/activities/activity_access.h"
#include "server/activities/activity_store.h"
#include "server/activities/workday_store.h"
#include "server/core/call/right_demand.h"
#include "server/core/database/database_clock.h"
#include "server/customers/customer_access.h"
#include "server/customers/saving/customer_facts_store.h"

namespace banhang::server {

namespace {

constexpr int kMaxShown = 200;
constexpr int kMaxCallbacks = 20;
constexpr int kMaxUntouched = 20;
constexpr int kMaxOccasions = 50;
/// Counts stop here.
constexpr int kCap = 101;
constexpr int kOccasionDays = 14;
/// Of one of the five lists; together with an entry of the longest texts in each they fit into what clients take.
constexpr std::size_t kMaxListBytes = 640UL * 1024;

using Activities = std::unordered_map<std::int64_t, v1::Activity>;
using Ids = std::vector<std::int64_t>;

WorkdayPerson personOf(Call& call, std::int64_t userId)
{
    if (userId == 0 || userId == call.caller.userId)
        return {call.caller.userId, call.caller.unitId};
    const auto facts = ownerFacts(call, userId);
    if (!facts)
        throw AppError(ErrorCode::NotFound, "user.not_found");
    demandRight(call.caller, kViewActivity, facts->unitId);
    return {userId, facts->unitId};
}

/// Cuts a list at what is shown; whether there was more.
bool cut(Ids& ids, int most)
{
    const bool isMore = static_cast<int>(ids.size()) > most;
    if (isMore)
        ids.resize(most);
    return isMore;
}

/// The next day of work, or a day before it on which something is planned; the ids of that day alone.
vn::Date comingDay(const vn::Date& today, const WorkdayIds& lists, Ids& ids)
{
    const vn::Date day = lists.coming.empty() ? nextWorkingDay(today) : dayOf(lists.coming.front().second);
    for (const auto& [id, begin] : lists.coming)
        if (dayOf(begin) == day)
            ids.push_back(id);
    return day;
}

Activities readAll(Call& call, const std::vector<const Ids*>& lists)
{
    Ids all;
    for (const Ids* list : lists)
        all.insert(all.end(), list->begin(), list->end());
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    Activities activities;
    for (v1::Activity& activity : readActivities(call, all)) {
        const std::int64_t id = activity.id();
        activities.emplace(id, std::move(activity));
    }
    return activities;
}

/// Until the list is full, at least one; whether there was more. Left out whole, not without their texts: who edits an
/// entry that seems to have none would write over what it has.
bool put(const Activities& all, const Ids& ids, google::protobuf::RepeatedPtrField<v1::Activity>& list)
{
    std::size_t bytes = 0;
    for (const std::int64_t id : ids) {
        const auto activity = all.find(id);
        if (activity == all.end())
            continue;
        bytes += activity->second.ByteSizeLong();
        if (bytes > kMaxListBytes && !list.empty())
            return true;
        *list.Add() = activity->second;
    }
    return false;
}

void addUntouched(Call& call, const WorkdayPerson& person, v1::Workday& reply)
{
    if (!call.caller.units(kViewCustomer).contains(person.unitId))
        return;
    std::vector<v1::UntouchedCustomer> customers = untouchedCustomers(call, person, kCap);
    reply.set_capped_untouched_count(static_cast<int>(customers.size()));
    for (std::size_t i = 0; i < customers.size() && i < kMaxUntouched; ++i)
        *reply.add_untouched() = std::move(customers[i]);
}

void addOccasions(Call& call, const WorkdayPerson& person, const vn::Date& today, v1::Workday& reply)
{
    if (!call.caller.units(kViewCustomer).contains(person.unitId))
        return;
    const vn::Date end = vn::addDays(today, kOccasionDays);
    std::vector<std::pair<vn::Date, v1::Occasion>> found;
    const bool withBirthdays = !call.caller.isMasked(v1::SENSITIVE_FIELD_BIRTHDAY);
    for (StoredOccasion& stored : yearlyDays(call, person, yearlyKeys(today, kOccasionDays), withBirthdays)) {
        const auto day = nextOccurrence(stored.yearly, today);
        if (!day || *day >= end)
            continue;
        setDate(*day, *stored.occasion.mutable_day());
        if (stored.yearly.date.year > 0)
            stored.occasion.set_years(day->year - stored.yearly.date.year);
        found.emplace_back(*day, std::move(stored.occasion));
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) {
        return std::tuple(one.first, one.second.customer_id(), one.second.contact_id());
    });
    for (std::size_t i = 0; i < found.size() && i < kMaxOccasions; ++i)
        *reply.add_occasions() = std::move(found[i].second);
    reply.set_more_occasions(found.size() > kMaxOccasions);
}

} // namespace

void getWorkday(Call& call, const v1::GetWorkdayRequest& wanted, v1::Workday& reply)
{
    const WorkdayPerson person = personOf(call, wanted.user_id());
    const std::int64_t now = presentMicros(call.tx);
    const vn::Date today = dayOf(now);
    WorkdayIds lists = workdayIds(call, person, now, kMaxShown + 1, kCap);
    Ids coming;
    setDate(today, *reply.mutable_today());
    setDate(comingDay(today, lists, coming), *reply.mutable_coming_day());
    const bool isMoreOverdue = cut(lists.overdue, kMaxShown);
    const bool isMoreTimed = cut(lists.timed, kMaxShown);
    const bool isMoreUntimed = cut(lists.untimed, kMaxShown);
    const bool isMoreComing = cut(coming, kMaxShown);
    reply.set_capped_callback_count(static_cast<int>(lists.callbacks.size()));
    cut(lists.callbacks, kMaxCallbacks);
    const Activities all = readAll(call, {&lists.overdue, &lists.timed, &lists.untimed, &coming, &lists.callbacks});
    reply.set_more_overdue(put(all, lists.overdue, *reply.mutable_overdue()) || isMoreOverdue);
    reply.set_more_timed(put(all, lists.timed, *reply.mutable_timed()) || isMoreTimed);
    reply.set_more_untimed(put(all, lists.untimed, *reply.mutable_untimed()) || isMoreUntimed);
    reply.set_more_coming(put(all, coming, *reply.mutable_coming()) || isMoreComing);
    put(all, lists.callbacks, *reply.mutable_callbacks());
    addUntouched(call, person, reply);
    addOccasions(call, person, today, reply);
}

} // namespace banhang::server
