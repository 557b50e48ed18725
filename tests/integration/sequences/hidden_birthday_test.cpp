// From whom birthdays are hidden: what is made for one shows none, and who has to greet knows when.
#include "tests/integration/sequences/sequences_fixture.h"

namespace banhang::test {
namespace {

/// Minh leads Lan's team. Birthdays are hidden from both, and from Tuan; An knows them.
class HiddenBirthdayTest : public SequencesFixture
{
protected:
    void SetUp() override
    {
        SequencesFixture::SetUp();
        sql().run("UPDATE banhang.user_group SET masked_fields = ARRAY[$1::smallint] WHERE id NOT IN"
                  " (SELECT group_id FROM banhang.group_member WHERE user_id = $2::bigint)",
                  {std::to_string(static_cast<int>(v1::SENSITIVE_FIELD_BIRTHDAY)), std::to_string(an.id)});
        sql().run("UPDATE banhang.app_user SET rights_version = rights_version + 1");
    }

    void setBirthday(std::int64_t customerId, int daysAhead)
    {
        sql().run("UPDATE banhang.customer SET birthday = jsonb_build_object('date', jsonb_build_object("
                  " 'month', extract(month FROM day)::int, 'day', extract(day FROM day)::int))"
                  " FROM (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + $2::int AS day) AS wanted WHERE id = "
                  "$1::bigint",
                  {std::to_string(customerId), std::to_string(daysAhead)});
    }
    static std::vector<v1::SequenceStep> steps()
    {
        return {callToday(), step(v1::CARE_STEP_KIND_GREETING, v1::CARE_STEP_BASE_BIRTHDAY, 0, "Chúc mừng"),
                visitAfter(0)};
    }
    std::int64_t madeFor(std::int64_t customerId, const std::string& title)
    {
        return sql().number("SELECT coalesce(max(id), 0) FROM banhang.activity"
                            " WHERE customer_id = $1::bigint AND title = $2",
                            {std::to_string(customerId), title});
    }
    /// Titles of all activities of a customer in the lists of somebody.
    std::string listed(const std::string& token, std::int64_t customerId)
    {
        v1::ActivityFilter filter;
        filter.set_customer_id(customerId);
        const auto found = list(token, filter).activities();
        v1::ListTimelineRequest request;
        request.set_customer_id(customerId);
        const auto timeline = call(*activities, &ActivitiesStub::ListTimeline, request, token).activities();
        EXPECT_EQ(titles(timeline), titles(found));
        return titles(found);
    }
    /// All that somebody is told of where a customer stands, without what tells customers apart anyhow.
    std::string told(const std::string& token, std::int64_t customerId)
    {
        v1::CustomerEnrolments shown = care(token, customerId);
        for (v1::Enrolment& enrolment : *shown.mutable_enrolments()) {
            enrolment.clear_id();
            enrolment.clear_create_time();
            for (v1::EnrolmentStep& step : *enrolment.mutable_steps())
                if (step.has_activity())
                    step.mutable_activity()->Clear();
        }
        return shown.DebugString();
    }
};

TEST_F(HiddenBirthdayTest, isToldToWhomItIsToGreetAndToNobodyElse)
{
    setBirthday(mai.id(), 5);
    start(lanToken, define("Quan tâm", steps()), {mai.id()});
    work();
    const std::int64_t greeting = madeFor(mai.id(), "Chúc mừng");
    ASSERT_NE(greeting, 0);
    EXPECT_EQ(listed(lanToken, mai.id()), "Gọi hỏi thăm|Chúc mừng");
    EXPECT_EQ(listed(anToken, mai.id()), "Gọi hỏi thăm|Chúc mừng");
    EXPECT_EQ(listed(minhToken, mai.id()), "Gọi hỏi thăm");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetActivity, readingOf(greeting), minhToken).key(),
              "activity.not_found");
    EXPECT_FALSE(reads(minhToken, greeting));
    const auto own = care(lanToken, mai.id()).enrolments(0);
    EXPECT_EQ(own.steps(1).activity().id(), greeting);
    EXPECT_TRUE(own.steps(2).is_hidden());
    const auto others = care(minhToken, mai.id()).enrolments(0);
    ASSERT_EQ(others.steps_size(), 3);
    EXPECT_FALSE(others.steps(0).is_hidden());
    EXPECT_TRUE(others.steps(1).is_hidden());
    EXPECT_FALSE(others.steps(1).has_day() || others.steps(1).has_activity());
    EXPECT_TRUE(others.steps(2).is_hidden());
    EXPECT_TRUE(care(anToken, mai.id()).enrolments(0).steps(2).is_guess());
}

TEST_F(HiddenBirthdayTest, isGreetedOnceItsDayIsCorrected)
{
    const auto dayMade = [this] {
        return sql().text("SELECT string_agg((day - (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) || ':' || state, '|'"
                          " ORDER BY id) FROM banhang.activity WHERE title = 'Chúc mừng'");
    };
    setBirthday(mai.id(), 5);
    start(lanToken, define("Quan tâm", {steps()[1]}), {mai.id()});
    work();
    EXPECT_EQ(dayMade(), "5:1");
    setBirthday(mai.id(), 9);
    work();
    EXPECT_EQ(dayMade(), "5:4|9:1");
    work();
    EXPECT_EQ(dayMade(), "5:4|9:1") << "and no more often";
    // What somebody has touched is theirs.
    v1::Activity greeting = read(lanToken, madeFor(mai.id(), "Chúc mừng"));
    greeting.set_preparation("Hoa hồng");
    edit(lanToken, greeting, {"preparation"});
    setBirthday(mai.id(), 3);
    work();
    EXPECT_EQ(dayMade(), "5:4|9:1");
}

TEST_F(HiddenBirthdayTest, isGreetedNoMoreWhenItIsTakenOut)
{
    setBirthday(mai.id(), 5);
    start(lanToken, define("Quan tâm", {callToday(), steps()[1]}), {mai.id()});
    work();
    sql().run("UPDATE banhang.customer SET birthday = NULL WHERE id = $1::bigint", {std::to_string(mai.id())});
    work();
    EXPECT_EQ(made(mai.id()), "Gọi hỏi thăm:1|Chúc mừng:4");
}

TEST_F(HiddenBirthdayTest, staysHiddenWhenTheGreetingIsDone)
{
    setBirthday(mai.id(), 0);
    start(lanToken, define("Quan tâm", {steps()[1], steps()[2]}), {mai.id()});
    work();
    finish(read(anToken, madeFor(mai.id(), "Chúc mừng")));
    work();
    const std::int64_t visit = madeFor(mai.id(), "Thăm");
    ASSERT_NE(visit, 0);
    EXPECT_EQ(listed(minhToken, mai.id()), "");
    // The days of the customer itself, which lists sort and filter by, tell nothing either.
    EXPECT_FALSE(customerNow(minhToken).has_last_contact_time());
    EXPECT_FALSE(customerNow(minhToken).has_next_contact_time());
    finish(read(anToken, visit));
    work();
    const auto done = care(minhToken, mai.id()).enrolments(0);
    EXPECT_EQ(done.state(), v1::ENROLMENT_STATE_DONE);
    EXPECT_FALSE(done.has_end_time());
    EXPECT_TRUE(care(anToken, mai.id()).enrolments(0).has_end_time());
}

TEST_F(HiddenBirthdayTest, isNoNewsOfTheCustomerWhichAllWhoSeeItWouldGet)
{
    setBirthday(mai.id(), 0);
    start(lanToken, define("Quan tâm", {steps()[1]}), {mai.id()});
    const auto version = customerNow(minhToken).version();
    work();
    const std::int64_t greeting = madeFor(mai.id(), "Chúc mừng");
    ASSERT_NE(greeting, 0);
    finish(read(anToken, greeting));
    EXPECT_EQ(customerNow(minhToken).version(), version);
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer' AND entity_id = $1::bigint"
                     " AND version = $2::bigint AND people = ARRAY[$3::bigint] AND fields ? 'activities'"
                     " AND fields ? 'tells_birthday'",
                     {std::to_string(mai.id()), std::to_string(version), std::to_string(lan.id)}),
        2)
        << "made and done: told to who may know";
    // What its doer found out about the customer is news, whatever the occasion was.
    v1::UpdateActivityRequest request;
    *request.mutable_activity() = read(anToken, greeting);
    request.mutable_activity()->set_potential(v1::POTENTIAL_PROMISING);
    request.mutable_update_mask()->add_paths("potential");
    request.set_request_id(newRequestId());
    call(*activities, &ActivitiesStub::UpdateActivity, request, lanToken);
    EXPECT_EQ(customerNow(minhToken).potential(), v1::POTENTIAL_PROMISING);
}

TEST_F(HiddenBirthdayTest, canBeDoneOnceItIsNoCustomersAnyMore)
{
    setBirthday(mai.id(), 0);
    start(lanToken, define("Quan tâm", {step(v1::CARE_STEP_KIND_TASK, v1::CARE_STEP_BASE_BIRTHDAY, 0, "Mua hoa")}),
          {mai.id()});
    work();
    v1::Activity task = read(lanToken, madeFor(mai.id(), "Mua hoa"));
    task.clear_customer_id();
    const v1::Activity taken = edit(anToken, task, {"customer_id"});
    EXPECT_EQ(taken.customer_id(), 0);
    EXPECT_EQ(finish(taken).state(), v1::ACTIVITY_STATE_DONE);
}

TEST_F(HiddenBirthdayTest, isNoNewsOfTheCustomerWhenWhoMayNotKnowBirthdaysGivesItAway)
{
    setBirthday(mai.id(), 0);
    start(lanToken, define("Quan tâm", {steps()[1]}), {mai.id()});
    work();
    const std::int64_t greeting = madeFor(mai.id(), "Chúc mừng");
    ASSERT_NE(greeting, 0);
    const auto version = customerNow(minhToken).version();
    const auto newsOf = [&](const std::string& condition) {
        return sql().number("SELECT count(*) FROM banhang.change_log WHERE entity = 'customer' AND entity_id ="
                            " $1::bigint AND operation = 'activity' AND " +
                                condition,
                            {std::to_string(mai.id())});
    };
    const auto before = newsOf("fields ? 'tells_birthday'");
    v1::AssignActivitiesRequest request;
    request.add_activity_ids(greeting);
    request.set_owner_user_id(tuan.id);
    request.set_request_id(newRequestId());
    world().join(lan, world().addGroup("givers", {{v1::RESOURCE_ACTIVITY, v1::ACTION_ASSIGN, v1::SCOPE_ALL}},
                                       {v1::SENSITIVE_FIELD_BIRTHDAY}));
    call(*activities, &ActivitiesStub::AssignActivities, request, lanToken);
    ASSERT_FALSE(reads(lanToken, greeting)) << "it is no concern of hers any more";
    EXPECT_TRUE(reads(tuanToken, greeting));
    EXPECT_EQ(customerNow(minhToken).version(), version);
    EXPECT_EQ(newsOf("NOT fields ? 'tells_birthday'"), 0);
    EXPECT_EQ(newsOf("fields ? 'tells_birthday' AND people = ARRAY[" + std::to_string(tuan.id) + "::bigint]"), 1);
    EXPECT_EQ(newsOf("fields ? 'tells_birthday'"), before + 1);
}

TEST_F(HiddenBirthdayTest, isNotToldByTheDaysThatAColleaguesWorkHas)
{
    v1::GetWorkdayRequest request;
    request.set_user_id(lan.id);
    const auto day = [&](const std::string& token) {
        v1::Workday shown = call(*activities, &ActivitiesStub::GetWorkday, request, token);
        shown.clear_untouched();
        shown.clear_capped_untouched_count();
        return shown;
    };
    const auto before = day(minhToken);
    constexpr int kMoreThanADayShows = 205;
    std::vector<std::int64_t> ids;
    for (int i = 0; i < kMoreThanADayShows; ++i) {
        ids.push_back(addCustomer(lan, "Khách " + std::to_string(i)));
        setBirthday(ids.back(), 0);
    }
    // At the end of a week the coming day would be one without work.
    for (const int daysAhead : {1, 2, 3}) {
        ids.push_back(addCustomer(lan, "Khách sau " + std::to_string(daysAhead)));
        setBirthday(ids.back(), daysAhead);
    }
    start(lanToken, define("Chúc mừng", {steps()[1]}), ids);
    work();
    EXPECT_EQ(day(minhToken).DebugString(), before.DebugString());
    EXPECT_TRUE(day(lanToken).more_untimed());
}

TEST_F(HiddenBirthdayTest, leavesCustomersAlikeWhateverTheirBirthdays)
{
    const std::int64_t soon = addCustomer(lan, "Trần Thị Bình");
    const std::int64_t late = addCustomer(lan, "Lê Thị Cúc");
    const std::int64_t none = addCustomer(lan, "Phạm Thị Dung");
    setBirthday(soon, 5);
    setBirthday(late, 100);
    start(lanToken, define("Quan tâm", steps()), {soon, late, none});
    work();
    for (const std::int64_t one : {soon, late, none})
        finish(read(anToken, madeFor(one, "Gọi hỏi thăm")));
    work();
    EXPECT_NE(madeFor(soon, "Chúc mừng"), 0);
    EXPECT_EQ(madeFor(late, "Chúc mừng"), 0);
    EXPECT_NE(madeFor(none, "Thăm"), 0) << "without a birthday the visit follows the call";
    EXPECT_NE(told(anToken, soon), told(anToken, late));
    EXPECT_EQ(told(minhToken, soon), told(minhToken, late));
    EXPECT_EQ(told(minhToken, soon), told(minhToken, none));
    for (const std::int64_t one : {soon, late, none})
        EXPECT_EQ(listed(minhToken, one), "Gọi hỏi thăm");
}

TEST_F(HiddenBirthdayTest, isNoSecretOfAnOrganisation)
{
    const std::int64_t firm = addCustomer(lan, "Công ty Hoa Sen", v1::CUSTOMER_KIND_ORGANISATION);
    sql().run("UPDATE banhang.customer SET founded_date = (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date + 5"
              " - interval '8 years' WHERE id = $1::bigint",
              {std::to_string(firm)});
    start(lanToken, define("Quan tâm", steps()), {firm});
    work();
    EXPECT_EQ(listed(minhToken, firm), "Gọi hỏi thăm|Chúc mừng");
    EXPECT_TRUE(care(minhToken, firm).enrolments(0).steps(1).has_day());
}

TEST_F(HiddenBirthdayTest, isNotShownByTheDaysOfADefinition)
{
    v1::CheckSequenceRequest request;
    *request.mutable_sequence() = definition("Quan tâm", steps()).sequence();
    request.set_customer_id(mai.id());
    const auto days = [&](const std::string& token) {
        return call(*sequences, &SequencesStub::CheckSequence, request, token);
    };
    const auto none = days(lanToken);
    setBirthday(mai.id(), 5);
    EXPECT_EQ(days(lanToken).DebugString(), none.DebugString());
    EXPECT_EQ(none.days(1).missing_key(), "sequence.hidden_birthday");
    EXPECT_FALSE(none.days(2).has_day());
    EXPECT_TRUE(days(anToken).days(1).has_day());
    EXPECT_EQ(days(tuanToken).days(1).missing_key(), "sequence.no_birthday") << "of a customer out of sight";
}

} // namespace
} // namespace banhang::test
