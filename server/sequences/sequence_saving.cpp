#include "server/sequences/sequence_saving.h"

#include "common/day_message.h"
#include "common/error.h"
#include "common/vn/lunar.h"
#include "server/core/change_log/record_version.h"
#include "server/customers/rules/customer_rules.h"
#include "server/customers/saving/customer_saving.h"
#include "server/fields/record_fields.h"
#include "server/sequences/enrolment_handling.h"
#include "server/sequences/enrolment_showing.h"
#include "server/sequences/sequence_store.h"
#include "server/sequences/step_plan.h"

namespace banhang::server {

namespace {

const WritableFields& writableSequenceFields()
{
    static const WritableFields fields(*v1::Sequence::descriptor(),
                                       {"id", "version", "edition", "enrolled_count", "earlier_edition_count"});
    return fields;
}

std::set<int> numbersOf(const v1::Sequence& sequence)
{
    std::set<int> numbers;
    for (const v1::SequenceStep& step : sequence.steps())
        numbers.insert(step.number());
    return numbers;
}

/// Without a day, whether or not it would have one.
StepPlace hidden(const StepPlace& place, const v1::Sequence& sequence)
{
    const bool isBirthday = sequence.steps(place.index).base() == v1::CARE_STEP_BASE_BIRTHDAY;
    return {.index = place.index, .missingKey = isBirthday ? "sequence.hidden_birthday" : ""};
}

void addDay(const StepPlace& place, v1::CheckSequenceResponse& reply)
{
    v1::SequenceStepDay& one = *reply.add_days();
    one.set_step_index(place.index);
    one.set_missing_key(std::string(place.missingKey));
    one.set_is_guess(place.isGuess);
    if (!place.day)
        return;
    setDate(*place.day, *one.mutable_day());
    one.set_lunar_day(vn::formatLunarShort(vn::toLunar(*place.day)));
    if (place.movedFrom)
        setDate(*place.movedFrom, *one.mutable_moved_from());
}

} // namespace

void saveNewSequence(Call& call, const v1::CreateSequenceRequest& wanted, v1::Sequence& reply)
{
    v1::Sequence sequence;
    copyFields(wanted.sequence(), {"name", "description", "steps", "active"}, sequence);
    prepareSequence(sequence);
    refuseErrors(sequenceIssues(sequence, sequenceFacts(call.tx, sequence)));
    numberSteps(sequence, {}, 0);
    insertSequence(call, sequence);
    reply = sequence;
}

void saveSequenceChanges(Call& call, const v1::UpdateSequenceRequest& wanted, v1::Sequence& reply)
{
    const auto before = lockSequence(call.tx, wanted.sequence().id());
    if (!before)
        throw AppError(ErrorCode::NotFound, "sequence.not_found");
    demandVersion(before->version(), wanted.sequence().version(), "sequence.edit_conflict", ZeroVersion::Other);
    refuseErrors(writableSequenceFields().check(wanted.update_mask()));
    v1::Sequence after = *before;
    copyFields(wanted.sequence(), namesOf(wanted.update_mask()), after);
    prepareSequence(after);
    refuseErrors(sequenceIssues(after, sequenceFacts(call.tx, after)));
    numberSteps(after, numbersOf(*before), lastStepNumber(call.tx, after.id()));
    updateSequence(call, *before, after);
    if (wanted.moves_enrolled())
        moveEnrolled(call.tx, after.id());
    reply = after;
}

void checkSequence(Call& call, const v1::CheckSequenceRequest& wanted, v1::CheckSequenceResponse& reply)
{
    v1::Sequence sequence = wanted.sequence();
    prepareSequence(sequence);
    Issues issues = sequenceIssues(sequence, sequenceFacts(call.tx, sequence));
    const auto start = startDayOf(call.tx, wanted.start_day());
    if (!start)
        addError(issues, "start_day", "sequence.start_day_wrong");
    reply.mutable_issues()->Add(issues.begin(), issues.end());
    if (!start || hasErrors(issues))
        return;
    auto [facts, hidesBirthday] = wanted.customer_id() == 0 ? SeenFacts{} : seenStepFacts(call, wanted.customer_id());
    facts.today = start->today;
    facts.startDay = start->day;
    if (!vn::isValid(facts.enteredDay))
        facts.enteredDay = facts.startDay;
    // Steps are told apart by their numbers, which new ones do not have yet.
    numberSteps(sequence, {}, 0);
    for (const StepPlace& place : openPlaces(sequence.steps(), facts, {}))
        addDay(hidesBirthday && revealsBirthday(sequence.steps(), place.index) ? hidden(place, sequence) : place,
               reply);
}

} // namespace banhang::server
