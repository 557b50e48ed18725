// What an administrator lays down, who may, and what becomes of customers who are on a sequence that changes.
#include "tests/integration/sequences/sequences_fixture.h"

namespace banhang::test {
namespace {

class SequenceDefinitionTest : public SequencesFixture
{
protected:
    v1::CheckSequenceResponse check(const v1::Sequence& sequence, std::int64_t customerId = 0,
                                    const std::string& token = {})
    {
        v1::CheckSequenceRequest request;
        *request.mutable_sequence() = sequence;
        request.set_customer_id(customerId);
        return call(*sequences, &SequencesStub::CheckSequence, request, token.empty() ? lanToken : token);
    }
    v1::ListSequencesResponse list()
    {
        return call(*sequences, &SequencesStub::ListSequences, v1::ListSequencesRequest(), lanToken);
    }
};

TEST_F(SequenceDefinitionTest, keepsWhatWasLaidDownAndTellsEverybody)
{
    const v1::Sequence stored = define("Khách mới", {callToday(), visitAfter(30)});
    EXPECT_EQ(stored.edition(), 1);
    EXPECT_EQ(stored.steps(0).number(), 1);
    EXPECT_EQ(stored.steps(0).channel_key(), "");
    const auto listed = list();
    ASSERT_EQ(listed.sequences_size(), 1);
    EXPECT_EQ(listed.sequences(0).steps(1).title(), "Thăm");
    EXPECT_GT(listed.groups_size(), 0);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'care_sequence' AND unit_after = 0"),
              1);
}

TEST_F(SequenceDefinitionTest, pagesByName)
{
    define("B", {callToday()});
    define("A", {callToday()});
    v1::ListSequencesRequest request;
    request.set_page_size(1);
    const auto first = call(*sequences, &SequencesStub::ListSequences, request, lanToken);
    ASSERT_EQ(first.sequences_size(), 1);
    EXPECT_EQ(first.sequences(0).name(), "A");
    request.set_page_token(first.next_page_token());
    const auto second = call(*sequences, &SequencesStub::ListSequences, request, lanToken);
    EXPECT_EQ(second.sequences(0).name(), "B");
    EXPECT_EQ(second.next_page_token(), "");
}

TEST_F(SequenceDefinitionTest, isForWhoKeepsTheSettings)
{
    const v1::Sequence stored = define("Khách mới", {callToday()});
    EXPECT_EQ(refusal(*sequences, &SequencesStub::CreateSequence, definition("Khác", {callToday()}), anToken).code(),
              ErrorCode::Denied);
    EXPECT_EQ(refusal(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"name"}), anToken).code(),
              ErrorCode::Denied);
}

TEST_F(SequenceDefinitionTest, refusesATakenNameAndSaysWhatIsWrongWithEachStep)
{
    define("Khách mới", {callToday()});
    EXPECT_EQ(
        refusal(*sequences, &SequencesStub::CreateSequence, definition("Khách mới", {callToday()}), bossToken).key(),
        "sequence.name_taken");
    auto wrong = definition("Sai", {callToday(), step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, -1, "")});
    const AppError error = refusal(*sequences, &SequencesStub::CreateSequence, wrong, bossToken);
    ASSERT_EQ(error.detail().issues_size(), 2);
    EXPECT_EQ(error.detail().issues(0).path(), "steps[1].title");
    EXPECT_EQ(error.detail().issues(1).path(), "steps[1].offset_days");
}

TEST_F(SequenceDefinitionTest, answersARepeatWithTheFirstAnswer)
{
    const auto request = definition("Khách mới", {callToday()});
    const auto first = call(*sequences, &SequencesStub::CreateSequence, request, bossToken);
    EXPECT_EQ(call(*sequences, &SequencesStub::CreateSequence, request, bossToken).id(), first.id());
    EXPECT_EQ(list().sequences_size(), 1);
}

TEST_F(SequenceDefinitionTest, refusesTheSecondEditor)
{
    v1::Sequence stored = define("Khách mới", {callToday()});
    stored.set_description("Một");
    call(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"description"}), bossToken);
    stored.set_description("Hai");
    const AppError error =
        refusal(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"description"}), bossToken);
    EXPECT_EQ(error.key(), "sequence.edit_conflict");
    EXPECT_EQ(error.detail().current_version(), 2);
}

TEST_F(SequenceDefinitionTest, leavesCustomersTheStepsTheyBeganWith)
{
    v1::Sequence stored = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, stored, {mai.id()});
    work();
    stored.mutable_steps(1)->set_title("Thăm tận nơi");
    stored = call(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"steps"}), bossToken);
    EXPECT_EQ(stored.edition(), 2);
    EXPECT_EQ(list().sequences(0).earlier_edition_count(), 1);
    EXPECT_TRUE(care(lanToken, mai.id()).enrolments(0).is_earlier_edition());
    finish(newest(mai.id()));
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2|Thăm:1");
}

TEST_F(SequenceDefinitionTest, movesCustomersOnWhenAskedAndMakesNothingTwice)
{
    v1::Sequence stored = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, stored, {mai.id()});
    work();
    stored.mutable_steps(0)->set_title("Gọi lần đầu");
    stored.mutable_steps(1)->set_title("Thăm tận nơi");
    *stored.add_steps() = step(v1::CARE_STEP_KIND_MESSAGE, v1::CARE_STEP_BASE_START, 0, "Nhắn tin");
    call(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"steps"}, true), bossToken);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1|Nhắn tin:1");
    finish(read(lanToken, sql().number("SELECT min(id) FROM banhang.activity")));
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2|Nhắn tin:1|Thăm tận nơi:1");
    EXPECT_EQ(list().sequences(0).earlier_edition_count(), 0);
}

TEST_F(SequenceDefinitionTest, keepsWhatWasMadeOfAStepThatBecomesAGreeting)
{
    v1::Sequence stored = define("Khách mới", {callToday()});
    start(lanToken, stored, {mai.id()});
    work();
    stored.mutable_steps(0)->set_base(v1::CARE_STEP_BASE_BIRTHDAY);
    call(*sequences, &SequencesStub::UpdateSequence, redefinition(stored, {"steps"}, true), bossToken);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1");
}

TEST_F(SequenceDefinitionTest, showsTheDaysOfAStartToday)
{
    v1::Sequence typed =
        definition("Khách mới",
                   {callToday(), visitAfter(30), step(v1::CARE_STEP_KIND_GREETING, v1::CARE_STEP_BASE_TET, 0, "Tết"),
                    step(v1::CARE_STEP_KIND_GREETING, v1::CARE_STEP_BASE_BIRTHDAY, 0, "")})
            .sequence();
    const auto days = check(typed);
    ASSERT_EQ(days.days_size(), 4);
    EXPECT_TRUE(days.days(0).has_day());
    EXPECT_TRUE(days.days(1).is_guess());
    EXPECT_EQ(days.days(2).lunar_day(), "1/1");
    EXPECT_EQ(days.days(3).missing_key(), "sequence.no_birthday");
    typed.clear_name();
    EXPECT_EQ(check(typed).issues(0).path(), "name");
}

} // namespace
} // namespace banhang::test
