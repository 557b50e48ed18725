#include "server/reminders/activity_news_rules.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>

#include <google/protobuf/util/message_differencer.h>

namespace banhang::server {

namespace {

using People = std::set<std::int64_t>;
using google::protobuf::util::MessageDifferencer;

bool stands(const v1::Activity* activity)
{
    return activity != nullptr && activity->state() == v1::ACTIVITY_STATE_PLANNED && !activity->has_delete_time();
}

/// Done and missed are what became of it; cancelled and binned mean that it does not take place.
bool isCalledOff(const v1::Activity& activity)
{
    return activity.state() == v1::ACTIVITY_STATE_CANCELLED || activity.has_delete_time();
}

People peopleOf(const v1::Activity& activity)
{
    People people(activity.participant_user_ids().begin(), activity.participant_user_ids().end());
    people.insert(activity.owner_user_id());
    return people;
}

template <typename Message>
bool areEqual(const Message& left, const Message& right)
{
    return MessageDifferencer::Equals(left, right);
}

bool haveSameTime(const v1::Activity& left, const v1::Activity& right)
{
    return areEqual(left.start_time(), right.start_time()) && areEqual(left.end_time(), right.end_time()) &&
           areEqual(left.day(), right.day()) && areEqual(left.last_day(), right.last_day());
}

/// What of one activity each person is told, by person.
std::map<std::int64_t, std::string> keysOf(const ActivityStep& step)
{
    std::map<std::int64_t, std::string> keys;
    const bool stood = stands(step.before);
    if (stood && isCalledOff(*step.after)) {
        for (const std::int64_t person : peopleOf(*step.before))
            keys[person] = "notification.cancelled";
    }
    if (!stands(step.after))
        return keys;
    const People before = stood ? peopleOf(*step.before) : People();
    const bool isMoved = stood && !haveSameTime(*step.before, *step.after);
    for (const std::int64_t person : peopleOf(*step.after)) {
        const bool isOwner = person == step.after->owner_user_id();
        if (isOwner && !(stood && step.before->owner_user_id() == person))
            keys[person] = "notification.assigned";
        else if (!before.contains(person))
            keys[person] = "notification.invited";
        else if (isMoved)
            keys[person] = "notification.moved";
    }
    return keys;
}

std::int64_t beginOf(const v1::Activity& activity)
{
    if (activity.has_start_time())
        return activity.start_time().seconds();
    const v1::Date& day = activity.day();
    const std::chrono::sys_days date =
        std::chrono::year(day.year()) / day.month() / std::chrono::day(static_cast<unsigned>(day.day()));
    return std::chrono::duration_cast<std::chrono::seconds>(date.time_since_epoch()).count();
}

} // namespace

std::vector<ActivityNews> newsOf(const std::vector<ActivityStep>& steps, std::int64_t actorId)
{
    if (actorId == 0)
        return {};
    struct Gathered
    {
        const v1::Activity* first;
        std::int64_t count;
    };
    std::map<std::pair<std::int64_t, std::string>, Gathered> gathered;
    for (const ActivityStep& step : steps) {
        for (const auto& [person, key] : keysOf(step)) {
            if (person == actorId)
                continue;
            auto& [first, count] = gathered.try_emplace({person, key}, Gathered{step.after, 0}).first->second;
            ++count;
            if (beginOf(*step.after) < beginOf(*first))
                first = step.after;
        }
    }
    std::vector<ActivityNews> news;
    news.reserve(gathered.size());
    for (const auto& [to, what] : gathered)
        news.push_back({to.first, to.second, what.first->id(), what.count});
    return news;
}

bool concernsReminders(const ActivityStep& step)
{
    if (step.before == nullptr)
        return stands(step.after);
    const v1::Activity& before = *step.before;
    const v1::Activity& after = *step.after;
    const bool hasSameLeads = std::ranges::equal(before.reminder_lead_minutes(), after.reminder_lead_minutes());
    return stands(&before) != stands(&after) || !haveSameTime(before, after) || peopleOf(before) != peopleOf(after) ||
           !hasSameLeads;
}

} // namespace banhang::server
