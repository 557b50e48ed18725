#include "common/vn/date.h"
#include "common/vn/lunar.h"
#include "server/activities/day_rules.h"
#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

using google::protobuf::util::TimeUtil;

class WorkdayTest : public ActivitiesFixture
{
protected:
    void SetUp() override
    {
        ActivitiesFixture::SetUp();
        // A day that is about to end is left to end: what is planned for it would be of yesterday while the test runs.
        constexpr std::int64_t kTwoMinutes = 120'000'000;
        while (server::dayOf(now() + kTwoMinutes) != server::dayOf(now()))
            sql().run("SELECT pg_sleep(1)");
        today = server::dayOf(now());
    }

    /// Microseconds since 1970 UTC, by the database's clock.
    std::int64_t now() { return sql().number("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint"); }

    /// Hours of a day, `days` after today.
    google::protobuf::Timestamp on(int days, double hours) const
    {
        return TimeUtil::MicrosecondsToTimestamp(server::beginOfDay(vn::addDays(today, days)) +
                                                 static_cast<std::int64_t>(hours * 3.6e9));
    }
    v1::Date date(int days) const
    {
        const vn::Date day = vn::addDays(today, days);
        v1::Date date;
        date.set_year(day.year);
        date.set_month(day.month);
        date.set_day(day.day);
        return date;
    }

    v1::Activity timed(const std::string& title, int days, double hours) const
    {
        v1::Activity activity;
        activity.set_kind(v1::ACTIVITY_KIND_APPOINTMENT);
        activity.set_title(title);
        *activity.mutable_start_time() = on(days, hours);
        return activity;
    }
    v1::Activity due(const std::string& title, int days) const
    {
        v1::Activity activity = task(title);
        *activity.mutable_day() = date(days);
        return activity;
    }

    v1::Workday workday(const std::string& token, const TestUser& of = {})
    {
        v1::GetWorkdayRequest request;
        request.set_user_id(of.id);
        return call(*activities, &ActivitiesStub::GetWorkday, request, token);
    }

    vn::Date today;
};

TEST_F(WorkdayTest, putsEachActivityOnOneList)
{
    plan(lanToken, timed("gọi hôm qua", -1, 10));
    plan(lanToken, due("việc hôm qua", -1));
    close(lanToken, plan(lanToken, due("việc đã xong", -1)));
    close(lanToken, plan(lanToken, timed("họp sáng sớm", 0, 0)));
    plan(lanToken, timed("hẹn cuối ngày", 0, 23.99));
    plan(lanToken, due("việc hôm nay", 0));
    plan(lanToken, due("việc tuần sau", 20));
    plan(lanToken, task("khi nào rảnh"));
    v1::Activity fair = timed("hội chợ", 0, 0);
    fair.clear_start_time();
    *fair.mutable_day() = date(-2);
    *fair.mutable_last_day() = date(2);
    plan(lanToken, fair);
    const v1::Workday day = workday(lanToken);
    EXPECT_EQ(titles(day.overdue()), "việc hôm qua|gọi hôm qua");
    EXPECT_EQ(titles(day.timed()), "họp sáng sớm|hẹn cuối ngày");
    EXPECT_EQ(titles(day.untimed()), "hội chợ|việc đã xong|việc hôm nay|khi nào rảnh");
    EXPECT_EQ(day.today().day(), today.day);
    EXPECT_FALSE(day.more_overdue());
}

TEST_F(WorkdayTest, countsWhatIsTickedOffTodayWhateverDayItWasFor)
{
    close(lanToken, plan(lanToken, timed("gọi hôm qua", -1, 10)));
    close(lanToken, plan(lanToken, timed("gặp tuần sau", 7, 10)));
    v1::Activity written = talk(-48);
    written.set_state(v1::ACTIVITY_STATE_DONE);
    call(*activities, &ActivitiesStub::CreateActivity, creation(written), lanToken);
    const v1::Workday day = workday(lanToken);
    EXPECT_EQ(titles(day.overdue()), "");
    EXPECT_EQ(titles(day.timed()), "");
    EXPECT_EQ(titles(day.untimed()), "gọi hôm qua|gặp tuần sau");
    // Not again tomorrow.
    sql().run("UPDATE banhang.activity SET closed_at = closed_at - interval '1 day'");
    EXPECT_EQ(titles(workday(lanToken).untimed()), "");
}

TEST_F(WorkdayTest, isSmallEnoughForAClientHoweverLongTheTextsAre)
{
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i);
        plan(lanToken, due("quá hạn " + number, -1));
        plan(lanToken, due("hôm nay " + number, 0));
        plan(lanToken, timed("hẹn " + number, 0, 23.99));
        plan(lanToken, due("ngày mai " + number, 1));
    }
    EXPECT_FALSE(workday(lanToken).more_untimed());
    EXPECT_FALSE(workday(lanToken).more_timed());
    EXPECT_FALSE(workday(lanToken).more_coming());
    // Longer than a service would take, so that eight are enough.
    sql().run("UPDATE banhang.activity SET preparation = repeat('x', 600000)");
    const v1::Workday day = workday(lanToken);
    EXPECT_EQ(titles(day.overdue()), "quá hạn 0");
    EXPECT_TRUE(day.more_overdue());
    EXPECT_EQ(titles(day.untimed()), "hôm nay 0");
    EXPECT_TRUE(day.more_untimed());
    EXPECT_EQ(titles(day.timed()), "hẹn 0");
    EXPECT_TRUE(day.more_timed());
    EXPECT_EQ(titles(day.coming()), "ngày mai 0");
    EXPECT_TRUE(day.more_coming());
}

TEST_F(WorkdayTest, saysThatMoreIsPlannedForTheNextDayThanItShows)
{
    constexpr int kShown = 200;
    for (int i = 0; i < kShown; ++i)
        plan(lanToken, due("việc", 1));
    EXPECT_FALSE(workday(lanToken).more_coming());
    plan(lanToken, due("việc", 1));
    EXPECT_EQ(workday(lanToken).coming_size(), kShown);
    EXPECT_TRUE(workday(lanToken).more_coming());
}

TEST_F(WorkdayTest, looksAheadToTheNextDayWithWork)
{
    const vn::Date next = server::nextWorkingDay(today);
    const int days = static_cast<int>(vn::toDays(next) - vn::toDays(today));
    EXPECT_EQ(workday(lanToken).coming_day().day(), next.day);
    plan(lanToken, timed("chiều", days, 15));
    plan(lanToken, timed("sáng", days, 8));
    plan(lanToken, timed("sau nữa", days + 3, 8));
    const v1::Workday day = workday(lanToken);
    EXPECT_EQ(titles(day.coming()), "sáng|chiều");
    EXPECT_EQ(day.coming_day().day(), next.day);
}

TEST_F(WorkdayTest, listsPromisesAndCustomersNobodyHasWorkedWith)
{
    addCustomer(lan, "Lê Văn Chờ");
    v1::Activity promise = talk(30);
    promise.set_is_callback(true);
    promise.set_callback_reason("đang đi công tác");
    plan(lanToken, promise);
    const v1::Workday day = workday(lanToken);
    ASSERT_EQ(day.callbacks_size(), 1);
    EXPECT_EQ(day.callbacks(0).customer_name(), mai.name());
    EXPECT_EQ(day.capped_callback_count(), 1);
    ASSERT_EQ(day.untouched_size(), 1);
    EXPECT_EQ(day.untouched(0).name(), "Lê Văn Chờ");
    EXPECT_EQ(day.capped_untouched_count(), 1);
}

TEST_F(WorkdayTest, saysThatThereAreMoreBirthdaysThanItTells)
{
    const auto born = [this](int number) {
        v1::Customer customer = person("Khách " + std::to_string(number), std::to_string(912'000'000 + number));
        *customer.mutable_birthday()->mutable_date() = date(3);
        customer.mutable_birthday()->mutable_date()->set_year(1984);
        create(lanToken, customer);
    };
    for (int i = 0; i < 50; ++i)
        born(i);
    v1::Workday day = workday(lanToken);
    EXPECT_EQ(day.occasions_size(), 50);
    EXPECT_FALSE(day.more_occasions());
    born(50);
    day = workday(lanToken);
    EXPECT_EQ(day.occasions_size(), 50);
    EXPECT_TRUE(day.more_occasions());
}

TEST_F(WorkdayTest, remembersBirthdaysByEitherCalendar)
{
    const auto born = [](v1::Customer customer, const v1::Date& day, int year) {
        *customer.mutable_birthday()->mutable_date() = day;
        customer.mutable_birthday()->mutable_date()->set_year(year);
        return customer;
    };
    create(lanToken, born(person("Trần Văn Sinh", "0912000444"), date(3), 1984));
    create(lanToken, born(person("Trần Văn Xa", "0912000555"), date(40), 1984));
    const vn::LunarDate lunar = vn::toLunar(vn::addDays(today, 5));
    v1::Customer moon = person("Bà Nguyệt", "0912000666");
    moon.mutable_birthday()->mutable_date()->set_month(lunar.month);
    moon.mutable_birthday()->mutable_date()->set_day(lunar.day);
    moon.mutable_birthday()->set_lunar(true);
    moon.mutable_birthday()->set_leap_month(lunar.leap);
    create(lanToken, moon);
    v1::Customer firm = organisation("Công ty TNHH Bình Minh");
    v1::Contact& contact = *firm.add_contacts();
    contact.set_name("Anh Dương");
    *contact.mutable_birthday()->mutable_date() = date(1);
    contact.mutable_birthday()->mutable_date()->set_year(0);
    create(lanToken, firm);
    const v1::Workday day = workday(lanToken);
    ASSERT_EQ(day.occasions_size(), 3);
    EXPECT_EQ(day.occasions(0).contact_name(), "Anh Dương");
    EXPECT_EQ(day.occasions(0).years(), 0);
    EXPECT_EQ(day.occasions(1).customer_name(), "Trần Văn Sinh");
    EXPECT_EQ(day.occasions(1).years(), vn::addDays(today, 3).year - 1984);
    EXPECT_EQ(day.occasions(2).customer_name(), "Bà Nguyệt");
    EXPECT_TRUE(day.occasions(2).is_lunar());
    EXPECT_EQ(workday(hoaToken).occasions_size(), 0);
}

TEST_F(WorkdayTest, hiddenBirthdaysAreNotRemembered)
{
    const TestUser thu = world().addUserWith("thu", teamOne,
                                             {{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW, v1::SCOPE_TEAM},
                                              {v1::RESOURCE_ACTIVITY, v1::ACTION_VIEW, v1::SCOPE_TEAM}},
                                             {v1::SENSITIVE_FIELD_BIRTHDAY});
    v1::Customer customer = person("Trần Văn Sinh", "0912000444");
    *customer.mutable_birthday()->mutable_date() = date(3);
    customer.mutable_birthday()->mutable_date()->set_year(1984);
    create(lanToken, customer);
    EXPECT_EQ(workday(lanToken).occasions_size(), 1);
    EXPECT_EQ(workday(world().signIn(thu), lan).occasions_size(), 0);
}

TEST_F(WorkdayTest, leadersLookAtTheDayOfTheirPeopleAlone)
{
    plan(lanToken, due("việc hôm nay", 0));
    EXPECT_EQ(titles(workday(minhToken, lan).untimed()), "việc hôm nay");
    v1::GetWorkdayRequest request;
    request.set_user_id(lan.id);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetWorkday, request, hoaToken).key(), "call.denied");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetWorkday, request, tuanToken).key(), "call.denied");
}

TEST_F(WorkdayTest, theReportCountsWhatWasDoneMissedAndForgotten)
{
    v1::Activity call1 = talk();
    *call1.mutable_start_time() = on(-1, 9);
    call1.set_state(v1::ACTIVITY_STATE_DONE);
    call1.set_duration_seconds(300);
    plan(lanToken, call1);
    call1.set_state(v1::ACTIVITY_STATE_MISSED);
    plan(lanToken, call1);
    call1.set_state(v1::ACTIVITY_STATE_PLANNED);
    call1.clear_duration_seconds();
    plan(lanToken, call1);
    *call1.mutable_start_time() = on(0, 23.99);
    plan(lanToken, call1);
    v1::GetActivityReportRequest request;
    *request.mutable_first_day() = date(-1);
    *request.mutable_last_day() = date(0);
    const auto report = call(*activities, &ActivitiesStub::GetActivityReport, request, minhToken);
    ASSERT_EQ(report.summaries_size(), 2);
    const v1::ActivitySummary& yesterday = report.summaries(0);
    EXPECT_EQ(yesterday.user_id(), lan.id);
    EXPECT_EQ(yesterday.channel_key(), "call");
    EXPECT_EQ(yesterday.done(), 1);
    EXPECT_EQ(yesterday.missed(), 1);
    EXPECT_EQ(yesterday.forgotten(), 1);
    EXPECT_EQ(yesterday.planned(), 0);
    EXPECT_EQ(yesterday.duration_seconds(), 300);
    EXPECT_EQ(report.summaries(1).planned(), 1);
    request.add_user_ids(lan.id);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetActivityReport, request, tuanToken).key(), "call.denied");
    *request.mutable_last_day() = date(60);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::GetActivityReport, request, minhToken).detail().issues(0).key(),
              "activity.too_long");
}

} // namespace
} // namespace banhang::test
