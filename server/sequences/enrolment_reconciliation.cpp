#include "server/sequences/enrolment_reconciliation.h"

#include <algorithm>
#include <map>

#include <google/protobuf/util/time_util.h>

#include "server/activities/activity_rules.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr std::int64_t kMicrosPerMinute = 60'000'000;
constexpr int kVisitMinutes = 60;

/// A day that began before the moment was known is asked for again tomorrow.
constexpr int kTryAgainDays = 1;

void setKind(const v1::SequenceStep& step, v1::Activity& activity)
{
    switch (step.kind()) {
    case v1::CARE_STEP_KIND_VISIT:
        activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
        activity.set_channel_key("meeting");
        return;
    case v1::CARE_STEP_KIND_TASK:
        activity.set_kind(v1::ACTIVITY_KIND_TASK);
        return;
    default:
        activity.set_kind(v1::ACTIVITY_KIND_TALK);
        activity.set_direction(v1::TALK_DIRECTION_OUT);
        activity.set_channel_key(step.kind() == v1::CARE_STEP_KIND_CALL ? "call" : step.channel_key());
    }
}

StepFacts factsOf(const LockedEnrolment& enrolment, const PresentTime& now)
{
    return {.today = now.today,
            .startDay = enrolment.stored.startDay,
            .enteredDay = dayOf(TimeUtil::TimestampToMicroseconds(enrolment.customer.create_time())),
            .birthday = birthdayOf(enrolment.customer)};
}

/// The activities of those steps that nobody has touched, locked: whoever touched one until now has come first.
std::vector<v1::Activity> holdUntouched(Tx& tx, const std::vector<MadeStep>& made)
{
    std::map<std::int64_t, std::int64_t> versions; // by activity
    std::vector<std::int64_t> ids;
    for (const MadeStep& step : made)
        if (step.isUntouched && versions.emplace(step.activityId, step.madeVersion).second)
            ids.push_back(step.activityId);
    if (ids.empty())
        return {};
    std::vector<v1::Activity> held = lockStepActivities(tx, ids);
    std::erase_if(held, [&](const v1::Activity& activity) { return activity.version() != versions.at(activity.id()); });
    return held;
}

/// Those that nobody has touched; their ids.
std::vector<std::int64_t> cancelUntouched(Tx& tx, ActivityWriter& writer, const std::vector<MadeStep>& made)
{
    std::vector<std::int64_t> ids;
    for (const v1::Activity& before : holdUntouched(tx, made)) {
        ids.push_back(before.id());
        v1::Activity after = before;
        after.set_state(v1::ACTIVITY_STATE_CANCELLED);
        writer.update(before, after, "close", {"state"});
    }
    return ids;
}

/// What nobody has touched goes with the customer. After a merge the steps may be made again, should it be undone.
void cancelRest(Tx& tx, ActivityWriter& writer, const LockedEnrolment& enrolment, const std::vector<MadeStep>& made)
{
    const std::vector<std::int64_t> ids = cancelUntouched(tx, writer, made);
    if (enrolment.stored.state == v1::ENROLMENT_STATE_MERGED && !ids.empty())
        forgetSteps(tx, enrolment.stored.id, ids);
}

const v1::SequenceStep* stepOf(const LockedEnrolment& enrolment, int number)
{
    const auto found = std::ranges::find(enrolment.stored.steps, number, &v1::SequenceStep::number);
    return found == enrolment.stored.steps.end() ? nullptr : &*found;
}

/// A birthday that was corrected after its greeting was made: what nobody has touched is made anew for the right day.
void cancelMisplaced(Tx& tx, ActivityWriter& writer, const LockedEnrolment& enrolment, const StepFacts& facts,
                     std::vector<MadeStep>& made)
{
    std::vector<MadeStep> misplaced;
    for (const MadeStep& one : made)
        if (const v1::SequenceStep* step = stepOf(enrolment, one.number);
            step != nullptr && one.isUntouched && missesOccasion(*step, facts, one))
            misplaced.push_back(one);
    const std::vector<std::int64_t> ids = cancelUntouched(tx, writer, misplaced);
    if (ids.empty())
        return;
    forgetSteps(tx, enrolment.stored.id, ids);
    std::erase_if(made, [&ids](const MadeStep& one) { return std::ranges::find(ids, one.activityId) != ids.end(); });
}

/// Open steps of the owner that nobody has touched follow the customer to a new one.
void followOwner(Tx& tx, ActivityWriter& writer, const LockedEnrolment& enrolment, const std::vector<MadeStep>& made)
{
    for (const MadeStep& one : made) {
        const v1::SequenceStep* step = stepOf(enrolment, one.number);
        if (step == nullptr || step->who() != v1::CARE_STEP_WHO_OWNER || !one.isUntouched ||
            one.ownerId == enrolment.ownerId || !enrolment.isOwnerActive)
            continue;
        const auto doer = doerOf(tx, *step, enrolment.ownerId);
        if (!doer)
            continue;
        for (const v1::Activity& before : holdUntouched(tx, {one})) {
            v1::Activity after = before;
            assignActivity(tx, after, *doer);
            writer.assigned(before, after);
            noteWritten(tx, after);
        }
    }
}

/// False when there is nobody to do it.
bool makeStep(Tx& tx, ActivityWriter& writer, const LockedEnrolment& enrolment, const DueStep& due,
              const PresentTime& now, std::vector<MadeStep>& made)
{
    const v1::SequenceStep& step = enrolment.stored.steps[due.index];
    const auto doer = doerOf(tx, step, enrolment.ownerId);
    if (!doer)
        return false;
    v1::Activity activity = stepActivity(step, due.day, now);
    activity.set_customer_id(enrolment.stored.customerId);
    activity.set_owner_user_id(doer->userId);
    activity.set_unit_id(doer->unitId);
    activity.set_creator_user_id(enrolment.stored.starterId);
    writer.insert(activity);
    if (enrolment.customer.kind() == v1::CUSTOMER_KIND_INDIVIDUAL && revealsBirthday(enrolment.stored.steps, due.index))
        hideWithBirthday(tx, activity.id());
    const bool isOfBirthday = step.base() == v1::CARE_STEP_BASE_BIRTHDAY;
    const MadeStep& one =
        made.emplace_back(MadeStep{.number = step.number(),
                                   .turn = due.turn,
                                   .day = due.day,
                                   .activityId = activity.id(),
                                   .isUntouched = true,
                                   .madeVersion = activity.version(),
                                   .ownerId = doer->userId,
                                   .offsetDays = isOfBirthday ? std::optional(step.offset_days()) : std::nullopt});
    noteStep(tx, enrolment.stored.id, one, &activity);
    return true;
}

void passOver(Tx& tx, const LockedEnrolment& enrolment, const DueStep& due, std::vector<MadeStep>& made)
{
    const MadeStep& one = made.emplace_back(MadeStep{.number = enrolment.stored.steps[due.index].number(),
                                                     .turn = due.turn,
                                                     .day = due.day,
                                                     .isOver = true,
                                                     .overDay = due.day});
    noteStep(tx, enrolment.stored.id, one, nullptr);
}

/// Until nothing more is due: what was passed over may let another one come at once. Whether it all could be made.
bool makeDue(Tx& tx, ActivityWriter& writer, LockedEnrolment& enrolment, std::vector<MadeStep>& made,
             const PresentTime& now)
{
    const StepFacts facts = factsOf(enrolment, now);
    while (true) {
        const StepPlan plan = planSteps(enrolment.stored.steps, facts, made);
        enrolment.lookDay = plan.lookDay;
        if (plan.isDone)
            enrolment.stored.state = v1::ENROLMENT_STATE_DONE;
        if (plan.due.empty() && plan.passedOver.empty())
            return true;
        for (const DueStep& step : plan.passedOver)
            passOver(tx, enrolment, step, made);
        for (const DueStep& step : plan.due)
            if (!makeStep(tx, writer, enrolment, step, now, made))
                return false;
    }
}

/// It rests as long as its customer does; what counts from the start is put off by as many days.
void restOrGoOn(LockedEnrolment& enrolment, const vn::Date& today)
{
    StoredEnrolment& stored = enrolment.stored;
    if (enrolment.isResting && stored.state == v1::ENROLMENT_STATE_RUNNING) {
        stored.state = v1::ENROLMENT_STATE_PAUSED;
        stored.pausedDay = today;
    } else if (!enrolment.isResting && stored.pausedDay) {
        stored.startDay =
            vn::addDays(stored.startDay, static_cast<int>(vn::toDays(today) - vn::toDays(*stored.pausedDay)));
        stored.state = v1::ENROLMENT_STATE_RUNNING;
        stored.pausedDay.reset();
    }
}

} // namespace

v1::Activity stepActivity(const v1::SequenceStep& step, const vn::Date& day, const PresentTime& now)
{
    v1::Activity activity;
    setKind(step, activity);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_title(step.title());
    activity.set_preparation(step.preparation());
    *activity.mutable_reminder_lead_minutes() = step.reminder_lead_minutes();
    // A moment of today that has passed would be late from its first minute on.
    const bool hasMoment = step.start_minute() > 0 && (day > now.today || step.start_minute() > now.minute);
    if (hasMoment) {
        const std::int64_t start = beginOfDay(day) + step.start_minute() * kMicrosPerMinute;
        *activity.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(start);
        if (step.kind() == v1::CARE_STEP_KIND_VISIT)
            *activity.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(start + kVisitMinutes * kMicrosPerMinute);
    } else {
        activity.mutable_day()->set_year(day.year);
        activity.mutable_day()->set_month(day.month);
        activity.mutable_day()->set_day(day.day);
    }
    prepareActivity(activity);
    return activity;
}

bool reconcileEnrolment(Tx& tx, ActivityWriter& writer, LockedEnrolment& enrolment, std::vector<MadeStep> made,
                        const PresentTime& now)
{
    const v1::EnrolmentState before = enrolment.stored.state;
    if (!enrolment.stored.isLive()) {
        cancelRest(tx, writer, enrolment, made);
        return false;
    }
    restOrGoOn(enrolment, now.today);
    if (enrolment.stored.state == v1::ENROLMENT_STATE_RUNNING)
        cancelMisplaced(tx, writer, enrolment, factsOf(enrolment, now), made);
    followOwner(tx, writer, enrolment, made);
    enrolment.lookDay.reset();
    if (enrolment.stored.state == v1::ENROLMENT_STATE_RUNNING && !makeDue(tx, writer, enrolment, made, now))
        enrolment.lookDay = vn::addDays(now.today, kTryAgainDays);
    saveEnrolment(tx, enrolment, before);
    return enrolment.stored.state != before;
}

} // namespace banhang::server
