#include "server/sequences/enrolment_showing.h"

#include <algorithm>

#include <google/protobuf/util/time_util.h>

#include "common/day_message.h"
#include "server/activities/activity_store.h"
#include "server/customers/customer_access.h"
#include "server/customers/customer_store.h"
#include "server/sequences/enrolment_store.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr int kMaxShown = 50;

SeenFacts factsOf(const Call& call, const v1::Customer& customer)
{
    SeenFacts seen;
    seen.facts.enteredDay = dayOf(TimeUtil::TimestampToMicroseconds(customer.create_time()));
    seen.facts.birthday = birthdayOf(customer);
    // The day of foundation of an organisation is no secret.
    seen.hidesBirthday =
        customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL && call.caller.isMasked(v1::SENSITIVE_FIELD_BIRTHDAY);
    return seen;
}

/// One enrolment with all that is known of its steps.
struct Known
{
    const ShownEnrolment& shown;
    const std::vector<MadeStep>& made;
    const StepFacts& facts;
    const std::vector<v1::Activity>& activities; ///< those that the caller sees
    bool hidesBirthday = false;
};

/// What was made of step `index`; `hides`: only what the caller sees anyhow.
void showMade(const Known& known, int index, bool hides, v1::Enrolment& reply)
{
    const v1::SequenceStep& step = known.shown.stored.steps[index];
    for (const MadeStep& one : known.made) {
        if (one.number != step.number())
            continue;
        const auto activity = std::ranges::find(known.activities, one.activityId, &v1::Activity::id);
        const bool isSeen = activity != known.activities.end();
        if (hides && !isSeen)
            continue;
        v1::EnrolmentStep& told = *reply.add_steps();
        *told.mutable_step() = step;
        setDate(one.day, *told.mutable_day());
        told.set_is_passed_over(one.activityId == 0);
        told.set_is_untouched(one.isUntouched);
        if (isSeen)
            *told.mutable_activity() = *activity;
    }
}

/// The steps of one enrolment: those that were made, then those to come, by their place in the sequence.
void showSteps(const Known& known, v1::Enrolment& reply)
{
    const SequenceSteps& steps = known.shown.stored.steps;
    const std::vector<StepPlace> places =
        known.shown.stored.isLive() ? openPlaces(steps, known.facts, known.made) : std::vector<StepPlace>{};
    for (int i = 0; i < steps.size(); ++i) {
        const bool hides = known.hidesBirthday && revealsBirthday(steps, i);
        const int before = reply.steps_size();
        showMade(known, i, hides, reply);
        if (hides && reply.steps_size() == before) {
            v1::EnrolmentStep& step = *reply.add_steps();
            *step.mutable_step() = steps[i];
            step.set_is_hidden(true);
        }
        for (const StepPlace& place : places) {
            if (place.index != i || hides)
                continue;
            v1::EnrolmentStep& step = *reply.add_steps();
            *step.mutable_step() = steps[i];
            step.set_is_guess(place.isGuess);
            if (place.day)
                setDate(*place.day, *step.mutable_day());
        }
    }
}

/// Of what was made of them: the open and the closed ones, and those in the bin.
std::vector<v1::Activity> activitiesOf(Call& call, const std::vector<MadeSteps>& made)
{
    std::vector<std::int64_t> ids;
    for (const MadeSteps& one : made)
        for (const MadeStep& step : one.steps)
            if (step.activityId != 0)
                ids.push_back(step.activityId);
    std::vector<v1::Activity> activities = readActivities(call, ids);
    for (v1::Activity& binned : readActivities(call, ids, true))
        activities.push_back(std::move(binned));
    return activities;
}

/// It ended with its last step, so the time may tell the day of one.
bool endTellsBirthday(const v1::Enrolment& enrolment)
{
    return enrolment.state() == v1::ENROLMENT_STATE_DONE &&
           std::ranges::any_of(enrolment.steps(), [](const v1::EnrolmentStep& step) { return step.is_hidden(); });
}

} // namespace

SeenFacts seenStepFacts(Call& call, std::int64_t customerId)
{
    const auto stored = findCustomer(call, customerId);
    return stored ? factsOf(call, stored->customer) : SeenFacts{};
}

void showEnrolments(Call& call, const v1::GetCustomerEnrolmentsRequest& wanted, v1::CustomerEnrolments& reply)
{
    const auto stored = findCustomer(call, wanted.customer_id());
    if (!stored)
        throwCustomerNotFound();
    const std::vector<ShownEnrolment> shown = readEnrolments(call.tx, wanted.customer_id(), kMaxShown);
    if (shown.empty())
        return;
    std::vector<std::int64_t> ids;
    ids.reserve(shown.size());
    for (const ShownEnrolment& one : shown)
        ids.push_back(one.stored.id);
    const std::vector<MadeSteps> made = readMadeSteps(call.tx, ids);
    const std::vector<v1::Activity> activities = activitiesOf(call, made);
    auto [facts, hidesBirthday] = factsOf(call, stored->customer);
    facts.today = presentTime(call.tx).today;
    for (const ShownEnrolment& one : shown) {
        v1::Enrolment& enrolment = *reply.add_enrolments();
        enrolment = one.message;
        facts.startDay = one.stored.startDay;
        // What counts from the start waits along with a pause.
        if (one.stored.pausedDay)
            facts.startDay = vn::addDays(facts.startDay,
                                         static_cast<int>(vn::toDays(facts.today) - vn::toDays(*one.stored.pausedDay)));
        const auto its = std::ranges::find(made, one.stored.id, &MadeSteps::enrolmentId);
        const std::vector<MadeStep> none;
        showSteps({one, its == made.end() ? none : its->steps, facts, activities, hidesBirthday}, enrolment);
        if (endTellsBirthday(enrolment))
            enrolment.clear_end_time();
    }
}

} // namespace banhang::server
