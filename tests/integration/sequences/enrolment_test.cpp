// Customers on a sequence: who may put them there, what comes, and how they leave.
#include <thread>

#include "tests/integration/sequences/sequences_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

class EnrolmentTest : public SequencesFixture
{
};

TEST_F(EnrolmentTest, takesACustomerThroughItsSteps)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    const auto started = start(lanToken, sequence, {mai.id()});
    ASSERT_EQ(started.enrolments_size(), 1);
    EXPECT_EQ(started.enrolments(0).state(), v1::ENROLMENT_STATE_RUNNING);
    work();
    const v1::Activity first = newest(mai.id());
    EXPECT_EQ(first.kind(), v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(first.channel_key(), "call");
    EXPECT_EQ(first.owner_user_id(), lan.id);
    EXPECT_EQ(first.creator_user_id(), lan.id);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1");
    finish(first);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2|Thăm:1");
    finish(newest(mai.id()));
    work();
    const auto shown = care(lanToken, mai.id());
    ASSERT_EQ(shown.enrolments_size(), 1);
    EXPECT_EQ(shown.enrolments(0).state(), v1::ENROLMENT_STATE_DONE);
    EXPECT_EQ(shown.enrolments(0).steps(0).activity().state(), v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(sql().text("SELECT string_agg(operation, '|' ORDER BY seq) FROM banhang.change_log"
                         " WHERE entity = 'care_enrolment'"),
              "create|finish");
}

TEST_F(EnrolmentTest, showsWhatIsToCome)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(30)});
    start(lanToken, sequence, {mai.id()});
    work();
    const auto shown = care(lanToken, mai.id()).enrolments(0);
    ASSERT_EQ(shown.steps_size(), 2);
    EXPECT_TRUE(shown.steps(0).is_untouched());
    EXPECT_EQ(shown.steps(0).activity().title(), "Gọi hỏi thăm");
    EXPECT_FALSE(shown.steps(1).has_activity());
    EXPECT_TRUE(shown.steps(1).is_guess());
    EXPECT_EQ(shown.starter_user_id(), lan.id);
}

TEST_F(EnrolmentTest, refusesWhoMayNotEditTheCustomerOneByOne)
{
    const v1::Sequence sequence = define("Khách mới", {callToday()});
    const std::int64_t other = addCustomer(tuan, "Trần Văn Tú");
    const auto started = start(lanToken, sequence, {mai.id(), other});
    EXPECT_EQ(started.enrolments_size(), 1);
    ASSERT_EQ(started.skipped_size(), 1);
    EXPECT_EQ(started.skipped(0).customer_id(), other);
    EXPECT_EQ(started.skipped(0).key(), "customer.not_found");
    EXPECT_EQ(stop(tuanToken, sequence, mai.id()).skipped(0).key(), "sequence.not_on");
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.care_enrolment WHERE state = 1"), 1);
}

TEST_F(EnrolmentTest, needsTheRightToCreateActivities)
{
    const v1::Sequence sequence = define("Khách mới", {callToday()});
    const TestUser clerk = world().addUserWith("clerk", teamOne, allActions(v1::SCOPE_ALL));
    EXPECT_EQ(refusal(*sequences, &SequencesStub::StartSequence, starting(sequence, {mai.id()}), world().signIn(clerk))
                  .code(),
              ErrorCode::Denied);
}

TEST_F(EnrolmentTest, isOnASequenceOnceHoweverManyPutItThere)
{
    const v1::Sequence sequence = define("Khách mới", {callToday()});
    const auto request = starting(sequence, {mai.id()});
    call(*sequences, &SequencesStub::StartSequence, request, lanToken);
    call(*sequences, &SequencesStub::StartSequence, request, lanToken);
    EXPECT_EQ(start(minhToken, sequence, {mai.id()}).skipped(0).key(), "sequence.already_on");
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1");
}

TEST_F(EnrolmentTest, refusesSequencesThatAreNoLongerOffered)
{
    v1::Sequence sequence = define("Cũ", {callToday()});
    sequence.set_active(false);
    call(*sequences, &SequencesStub::UpdateSequence, redefinition(sequence, {"active"}), bossToken);
    EXPECT_EQ(refusal(*sequences, &SequencesStub::StartSequence, starting(sequence, {mai.id()}), lanToken).key(),
              "sequence.inactive");
    sequence.set_id(999);
    EXPECT_EQ(refusal(*sequences, &SequencesStub::StartSequence, starting(sequence, {mai.id()}), lanToken).key(),
              "sequence.not_found");
}

TEST_F(EnrolmentTest, namesTheFieldOfAWrongDay)
{
    auto request = starting(define("Khách mới", {callToday()}), {mai.id()});
    request.mutable_start_day()->set_year(2020);
    request.mutable_start_day()->set_month(1);
    request.mutable_start_day()->set_day(1);
    EXPECT_EQ(refusal(*sequences, &SequencesStub::StartSequence, request, lanToken).detail().issues(0).path(),
              "start_day");
}

TEST_F(EnrolmentTest, cancelsWhatNobodyTouchedAndLeavesTheRest)
{
    const v1::Sequence sequence =
        define("Khách mới", {callToday(), step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, 0, "Gửi quà")});
    start(lanToken, sequence, {mai.id()});
    work();
    v1::Activity gift = newest(mai.id());
    gift.set_preparation("Hộp trà");
    edit(lanToken, gift, {"preparation"});
    const auto before = care(lanToken, mai.id()).enrolments(0);
    EXPECT_TRUE(before.steps(0).is_untouched());
    EXPECT_FALSE(before.steps(1).is_untouched());
    EXPECT_EQ(stop(lanToken, sequence, mai.id()).enrolment_ids_size(), 1);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:4|Gửi quà:1");
    EXPECT_EQ(care(lanToken, mai.id()).enrolments(0).ender_user_id(), lan.id);
    EXPECT_EQ(stop(lanToken, sequence, mai.id()).skipped(0).key(), "sequence.not_on");
    // It may begin anew.
    EXPECT_EQ(start(lanToken, sequence, {mai.id()}).enrolments_size(), 1);
}

TEST_F(EnrolmentTest, followsTheCustomerToItsNewOwner)
{
    const v1::Sequence sequence =
        define("Khách mới", {callToday(), step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_START, 0, "Gửi quà")});
    start(lanToken, sequence, {mai.id()});
    work();
    v1::Activity gift = newest(mai.id());
    gift.set_preparation("Hộp trà");
    edit(lanToken, gift, {"preparation"});
    sql().run("UPDATE banhang.customer SET owner_id = $1::bigint, unit_id = $2::bigint",
              {std::to_string(hoa.id), std::to_string(hoa.unitId)});
    work();
    EXPECT_EQ(sql().text("SELECT string_agg(owner_id::text, '|' ORDER BY id) FROM banhang.activity"),
              std::to_string(hoa.id) + "|" + std::to_string(lan.id));
    EXPECT_TRUE(care(anToken, mai.id()).enrolments(0).steps(0).is_untouched());
}

TEST_F(EnrolmentTest, restsWhileTheCustomerIsInTheBin)
{
    const v1::Sequence sequence = define("Khách mới", {farStep("Gọi")});
    start(lanToken, sequence, {mai.id()});
    work();
    sql().run("UPDATE banhang.customer SET deleted_at = now()");
    work();
    EXPECT_EQ(sql().number("SELECT state FROM banhang.care_enrolment"), v1::ENROLMENT_STATE_PAUSED);
    letPass(10);
    work();
    EXPECT_EQ(made(mai.id()), "");
    sql().run("UPDATE banhang.customer SET deleted_at = NULL");
    work();
    EXPECT_EQ(made(mai.id()), "");
    EXPECT_GE(sql().number("SELECT look_day - (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date"
                           " FROM banhang.care_enrolment WHERE state = 1"),
              kFar - kAhead);
    letPass(kFar);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi:1");
}

TEST_F(EnrolmentTest, restsWhileNobodyPursuesTheCustomer)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0)});
    start(lanToken, sequence, {mai.id()});
    work();
    v1::Activity first = newest(mai.id());
    first.set_pursuit(v1::PURSUIT_STOP);
    finish(first);
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2");
    EXPECT_EQ(care(lanToken, mai.id()).enrolments(0).state(), v1::ENROLMENT_STATE_PAUSED);
    first = newest(mai.id());
    first.set_pursuit(v1::PURSUIT_GO_ON);
    edit(lanToken, first, {"pursuit"});
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:2|Thăm:1");
}

TEST_F(EnrolmentTest, goesOnAfterAStepThatWasCancelledOrThrownAway)
{
    const v1::Sequence sequence = define("Khách mới", {callToday(), visitAfter(0), visitAfter(0)});
    start(lanToken, sequence, {mai.id()});
    work();
    close(lanToken, newest(mai.id()), v1::ACTIVITY_STATE_CANCELLED);
    work();
    bin(lanToken, newest(mai.id()).id());
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:4|Thăm:1|Thăm:1");
}

TEST_F(EnrolmentTest, givesStepsToTheNearestOfAGroup)
{
    const std::int64_t group = world().addGroup("Chăm sóc", {});
    world().join(tuan, group);
    world().join(hoa, group);
    v1::SequenceStep near = callToday();
    near.set_who(v1::CARE_STEP_WHO_GROUP);
    near.set_group_id(group);
    v1::SequenceStep named = callToday();
    named.set_who(v1::CARE_STEP_WHO_PERSON);
    named.set_user_id(minh.id);
    start(lanToken, define("Chăm sóc", {near, named}), {mai.id()});
    work();
    EXPECT_EQ(sql().text("SELECT string_agg(owner_id::text, '|' ORDER BY id) FROM banhang.activity"),
              std::to_string(hoa.id) + "|" + std::to_string(minh.id));
}

TEST_F(EnrolmentTest, leavesWhatSomebodyTouchesAtThatVeryMoment)
{
    const v1::Sequence sequence = define("Khách mới", {callToday()});
    start(lanToken, sequence, {mai.id()});
    work();
    const std::string id = std::to_string(newest(mai.id()).id());
    stop(lanToken, sequence, mai.id());
    SqlSession somebody(access("postgres"));
    somebody.run("BEGIN");
    somebody.run("UPDATE banhang.activity SET title = 'Hỏi kỹ', version = version + 1 WHERE id = $1::bigint", {id});
    std::thread job([this] { work(); });
    EXPECT_TRUE(waitUntil([this] {
        return sql().number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            " AND usename = 'banhang_system' AND wait_event_type = 'Lock'") > 0;
    }));
    somebody.run("COMMIT");
    job.join();
    EXPECT_EQ(made(mai.id()), "Hỏi kỹ:1") << "it is theirs by now";
}

TEST_F(EnrolmentTest, givesStepsOfWhoLeftToTheOwner)
{
    v1::SequenceStep named = callToday();
    named.set_who(v1::CARE_STEP_WHO_PERSON);
    named.set_user_id(tuan.id);
    const v1::Sequence sequence = define("Chăm sóc", {named});
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = $1::bigint", {std::to_string(tuan.id)});
    start(lanToken, sequence, {mai.id()});
    work();
    EXPECT_EQ(newest(mai.id()).owner_user_id(), lan.id);
}

TEST_F(EnrolmentTest, isSeenByWhoSeesTheCustomerAlone)
{
    start(lanToken, define("Khách mới", {callToday()}), {mai.id()});
    EXPECT_EQ(care(minhToken, mai.id()).enrolments_size(), 1);
    v1::GetCustomerEnrolmentsRequest request;
    request.set_customer_id(mai.id());
    EXPECT_EQ(refusal(*sequences, &SequencesStub::GetCustomerEnrolments, request, tuanToken).key(),
              "customer.not_found");
    // The second wall by itself.
    const auto rows = [this](const TestUser& user) {
        return app().inTransaction(
            {.userId = user.id, .timeoutMs = 5000}, server::Tx::Mode::ReadOnly, [](server::Tx& tx) {
                return tx.runOnce("SELECT count(*) FROM banhang.care_enrolment", {}).front().int64(0);
            });
    };
    EXPECT_EQ(rows(lan), 1);
    EXPECT_EQ(rows(tuan), 0);
}

TEST_F(EnrolmentTest, tellsWhoLooksAtTheCustomer)
{
    const std::int64_t before = customerNow().version();
    start(lanToken, define("Khách mới", {callToday()}), {mai.id()});
    EXPECT_GT(customerNow().version(), before);
}

TEST_F(EnrolmentTest, startAndStopStandInTheHistoryOfTheCustomer)
{
    const v1::Sequence first = define("Khách mới", {callToday()});
    start(lanToken, first, {mai.id()});
    work();
    stop(lanToken, first, mai.id());
    work();
    v1::ListCustomerHistoryRequest request;
    request.set_customer_id(mai.id());
    const auto history = call(*customers, &v1::CustomersService::Stub::ListCustomerHistory, request, minhToken);
    std::string told;
    for (const v1::HistoryEntry& entry : history.entries())
        for (const v1::FieldChange& change : entry.changes())
            told += std::to_string(entry.actor_user_id() == lan.id) + " " + change.field() + ": " + change.old_json() +
                    " > " + change.new_json() + "; ";
    EXPECT_EQ(told, "1 care_sequences: \"Khách mới\" > ; 1 care_sequences:  > \"Khách mới\"; ");
}

} // namespace
} // namespace banhang::test
