// What a care sequence may say.
#include "server/sequences/sequence_rules.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

const SequenceFacts kFacts{.channels = {"zalo", "call"}, .activePeople = {7}, .groups = {3}};

v1::SequenceStep call(int days)
{
    v1::SequenceStep step;
    step.set_kind(v1::CARE_STEP_KIND_CALL);
    step.set_base(v1::CARE_STEP_BASE_START);
    step.set_offset_days(days);
    return step;
}

v1::Sequence withSteps(const std::vector<v1::SequenceStep>& steps)
{
    v1::Sequence sequence;
    sequence.set_name("Khách mới");
    for (const v1::SequenceStep& step : steps)
        *sequence.add_steps() = step;
    return sequence;
}

std::vector<std::string> paths(v1::Sequence sequence)
{
    prepareSequence(sequence);
    std::vector<std::string> found;
    for (const v1::FieldIssue& issue : sequenceIssues(sequence, kFacts))
        found.push_back(issue.path());
    return found;
}

using Paths = std::vector<std::string>;

TEST(SequenceRules, acceptsWhatIsWhole)
{
    EXPECT_EQ(paths(withSteps({call(3)})), Paths());
}

TEST(SequenceRules, needsANameAndASteps)
{
    EXPECT_EQ(paths({}), (Paths{"name", "steps"}));
}

TEST(SequenceRules, namesTheFieldOfTheStep)
{
    v1::SequenceStep visit = call(-1);
    visit.set_kind(v1::CARE_STEP_KIND_VISIT);
    visit.set_ahead_days(61);
    EXPECT_EQ(paths(withSteps({call(0), visit})),
              (Paths{"steps[1].title", "steps[1].offset_days", "steps[1].ahead_days"}));
}

TEST(SequenceRules, letsOccasionsComeBeforeTheirDayButNotByMuch)
{
    v1::SequenceStep greeting = call(-60);
    greeting.set_kind(v1::CARE_STEP_KIND_GREETING);
    greeting.set_channel_key("zalo");
    greeting.set_base(v1::CARE_STEP_BASE_TET);
    EXPECT_EQ(paths(withSteps({greeting})), Paths());
    greeting.set_offset_days(-61);
    EXPECT_EQ(paths(withSteps({greeting})), Paths{"steps[0].offset_days"});
}

TEST(SequenceRules, refusesWhoIsNotThere)
{
    v1::SequenceStep person = call(1);
    person.set_who(v1::CARE_STEP_WHO_PERSON);
    person.set_user_id(8);
    v1::SequenceStep group = call(1);
    group.set_who(v1::CARE_STEP_WHO_GROUP);
    group.set_group_id(4);
    EXPECT_EQ(paths(withSteps({person, group})), (Paths{"steps[0].user_id", "steps[1].group_id"}));
    person.set_user_id(7);
    group.set_group_id(3);
    EXPECT_EQ(paths(withSteps({person, group})), Paths());
}

TEST(SequenceRules, clearsWhatAStepOfItsKindDoesNotHave)
{
    v1::SequenceStep step = call(1);
    step.set_channel_key("zalo");
    step.set_is_yearly(true);
    step.set_user_id(7);
    v1::Sequence sequence = withSteps({step});
    prepareSequence(sequence);
    EXPECT_EQ(sequence.steps(0).channel_key(), "");
    EXPECT_FALSE(sequence.steps(0).is_yearly());
    EXPECT_EQ(sequence.steps(0).user_id(), 0);
    EXPECT_EQ(sequence.steps(0).who(), v1::CARE_STEP_WHO_OWNER);
}

TEST(SequenceRules, givesEachStepANumberThatNoneEverHad)
{
    v1::Sequence sequence = withSteps({call(1), call(2), call(3), call(4)});
    sequence.mutable_steps(1)->set_number(2);
    sequence.mutable_steps(2)->set_number(2);
    sequence.mutable_steps(3)->set_number(99);
    numberSteps(sequence, {1, 2}, 5);
    std::vector<int> numbers;
    for (const v1::SequenceStep& step : sequence.steps())
        numbers.push_back(step.number());
    EXPECT_EQ(numbers, (std::vector<int>{6, 2, 7, 8}));
}

} // namespace
} // namespace banhang::server
