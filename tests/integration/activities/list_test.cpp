#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

class ActivityList : public ActivitiesFixture
{
protected:
    v1::ActivityFilter of(const TestUser& user) const
    {
        v1::ActivityFilter filter;
        filter.add_user_ids(user.id);
        return filter;
    }
    static v1::ActivityFilter between(v1::ActivityFilter filter, double from, double to)
    {
        *filter.mutable_from_time() = at(from);
        *filter.mutable_to_time() = at(to);
        return filter;
    }
    std::string listed(const std::string& token, const v1::ActivityFilter& filter, bool descending = false)
    {
        return titles(list(token, filter, descending).activities());
    }
    std::string allPages(v1::ListActivitiesRequest request, const std::string& token)
    {
        std::string all;
        do {
            const auto page = call(*activities, &ActivitiesStub::ListActivities, request, token);
            all += (all.empty() ? "" : "|") + titles(page.activities());
            request.set_page_token(page.next_page_token());
        } while (!request.page_token().empty());
        return all;
    }
};

TEST_F(ActivityList, aCalendarHoldsWhatTouchesItsStretch)
{
    plan(lanToken, appointment("trước", 1, 2));
    plan(lanToken, appointment("đầu", 2, 4));
    plan(lanToken, appointment("giữa", 4, 5));
    plan(lanToken, appointment("sau", 6, 7));
    plan(lanToken, appointment("dài", -100, 100));
    plan(lanToken, task("không hạn"));
    EXPECT_EQ(listed(lanToken, between(of(lan), 3, 6)), "dài|đầu|giữa");
    EXPECT_EQ(listed(lanToken, of(lan)), "dài|trước|đầu|giữa|sau|không hạn");
    EXPECT_EQ(listed(lanToken, of(lan), true), "không hạn|sau|giữa|đầu|trước|dài");
}

TEST_F(ActivityList, whatHasNoEndBelongsToTheStretchThatItBegins)
{
    for (const auto& [title, begin] : {std::pair("đúng lúc bắt đầu", 3), {"đúng lúc kết thúc", 6}}) {
        v1::Activity due = task(title);
        *due.mutable_start_time() = at(begin);
        plan(lanToken, due);
    }
    plan(lanToken, appointment("vừa xong", 2, 3));
    EXPECT_EQ(listed(lanToken, between(of(lan), 3, 6)), "đúng lúc bắt đầu");
    EXPECT_EQ(listed(lanToken, between({}, 3, 6)), "đúng lúc bắt đầu");
    EXPECT_EQ(listed(lanToken, between(of(lan), 6, 9)), "đúng lúc kết thúc");
}

TEST_F(ActivityList, severalPeopleShareOneMeeting)
{
    v1::Activity meeting = appointment("họp", 1, 2);
    meeting.add_participant_user_ids(hoa.id);
    plan(minhToken, meeting);
    plan(lanToken, appointment("riêng lan", 2, 3));
    plan(hoaToken, appointment("riêng hoa", 3, 4));
    v1::ActivityFilter team = of(lan);
    team.add_user_ids(hoa.id);
    team.add_user_ids(minh.id);
    EXPECT_EQ(listed(minhToken, team), "họp|riêng lan|riêng hoa");
    EXPECT_EQ(listed(hoaToken, team), "họp|riêng hoa") << "what is out of sight is left out";
    v1::ActivityFilter owned = of(hoa);
    owned.set_owned_only(true);
    EXPECT_EQ(listed(hoaToken, owned), "riêng hoa");
    EXPECT_EQ(listed(minhToken, {}), "họp|riêng lan|riêng hoa");
    EXPECT_EQ(listed(hoaToken, {}), "họp|riêng hoa");
    EXPECT_EQ(listed(anToken, {}), "họp|riêng lan|riêng hoa");
}

TEST_F(ActivityList, conditionsMustAllHold)
{
    v1::Activity promise = talk(1);
    promise.set_title("hứa");
    promise.set_is_callback(true);
    plan(lanToken, promise);
    v1::Activity mail = talk(2, "email");
    mail.set_title("thư");
    plan(lanToken, mail);
    close(lanToken, plan(lanToken, task("xong")));
    v1::ActivityFilter filter;
    filter.set_callbacks_only(true);
    EXPECT_EQ(listed(lanToken, filter), "hứa");
    filter = of(lan);
    filter.add_channel_keys("email");
    EXPECT_EQ(listed(lanToken, filter), "thư");
    filter = {};
    filter.add_states(v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(listed(lanToken, filter), "xong");
    filter = {};
    filter.add_kinds(v1::ACTIVITY_KIND_TALK);
    filter.set_customer_id(mai.id());
    EXPECT_EQ(listed(lanToken, filter), "hứa|thư");
    filter = {};
    filter.add_states(v1::ACTIVITY_STATE_PLANNED);
    EXPECT_EQ(listed(minhToken, filter), "hứa|thư");
}

TEST_F(ActivityList, theBinIsAListOfItsOwn)
{
    bin(lanToken, plan(lanToken, task("bỏ")).id());
    plan(lanToken, task("giữ"));
    v1::ActivityFilter binned;
    binned.set_deleted(true);
    EXPECT_EQ(listed(lanToken, binned), "bỏ");
    binned.add_user_ids(lan.id);
    EXPECT_EQ(listed(lanToken, binned), "bỏ");
    EXPECT_EQ(listed(lanToken, {}), "giữ");
}

TEST_F(ActivityList, pagesGoOnWhereTheLastOneEnded)
{
    for (int i = 0; i < 7; ++i) {
        const int hour = i / 2; // two begin at once; their order has to hold too
        plan(lanToken, appointment(std::to_string(i), hour, hour + 0.5));
    }
    plan(lanToken, task("t"));
    for (const bool descending : {false, true}) {
        v1::ListActivitiesRequest request;
        request.mutable_filter()->add_user_ids(lan.id);
        request.set_descending(descending);
        request.set_page_size(3);
        EXPECT_EQ(allPages(request, lanToken), descending ? "t|6|5|4|3|2|1|0" : "0|1|2|3|4|5|6|t");
    }
}

// A calendar's days are put together in another way than a list without end: it must be the same list.
TEST_F(ActivityList, theDaysOfSeveralPeopleAreOneListHoweverTheyAreCut)
{
    for (int i = 0; i < 6; ++i) {
        v1::Activity meeting = appointment("họp " + std::to_string(i), i, i + 0.5);
        meeting.add_participant_user_ids(hoa.id);
        plan(minhToken, meeting);
        v1::Activity own = i % 2 == 0 ? talk(i) : appointment({}, i, i + 1);
        own.set_title("lan " + std::to_string(i));
        plan(lanToken, own);
        plan(hoaToken, appointment("hoa " + std::to_string(i), i + 0.25, i + 0.75));
    }
    v1::ActivityFilter team = of(lan);
    team.add_user_ids(hoa.id);
    team.add_user_ids(minh.id);
    v1::ActivityFilter talks = team;
    talks.add_kinds(v1::ACTIVITY_KIND_TALK);
    for (const std::string& token : {lanToken, minhToken, hoaToken, anToken})
        for (const v1::ActivityFilter& filter : {team, talks})
            for (const bool descending : {false, true}) {
                const std::string whole = listed(token, between(filter, 0.75, 24 * 100), descending);
                for (const int size : {1, 4, 100}) {
                    v1::ListActivitiesRequest request;
                    *request.mutable_filter() = between(filter, 0.75, 24 * 30);
                    request.set_descending(descending);
                    request.set_page_size(size);
                    EXPECT_EQ(allPages(request, token), whole) << descending << size;
                }
            }
    EXPECT_FALSE(listed(minhToken, between(talks, 0.75, 24 * 30)).empty());
}

TEST_F(ActivityList, answersStaySmallEnoughForAClientHoweverLongTheTextsAre)
{
    v1::BatchGetActivitiesRequest batch;
    v1::AssignActivitiesRequest assignment;
    for (int i = 0; i < 10; ++i)
        batch.add_activity_ids(plan(minhToken, task("Việc " + std::to_string(i))).id());
    // Longer than a service would take, so that ten are enough.
    sql().run("UPDATE banhang.activity SET preparation = repeat('x', 600000)");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::BatchGetActivities, batch, minhToken).detail().issues(0).key(),
              "list.too_long");
    *assignment.mutable_activity_ids() = batch.activity_ids();
    assignment.set_owner_user_id(lan.id);
    assignment.set_request_id(newRequestId());
    EXPECT_EQ(call(*activities, &ActivitiesStub::AssignActivities, assignment, minhToken).activities_size(), 3);
    EXPECT_EQ(
        sql().number("SELECT count(*) FROM banhang.activity WHERE owner_id = $1::bigint", {std::to_string(lan.id)}),
        10);
    batch.mutable_activity_ids()->Truncate(3);
    EXPECT_EQ(call(*activities, &ActivitiesStub::BatchGetActivities, batch, minhToken).activities_size(), 3);
}

TEST_F(ActivityList, refusesFiltersWithoutEnd)
{
    v1::ListActivitiesRequest request;
    for (int i = 0; i < 101; ++i)
        request.mutable_filter()->add_user_ids(i + 1);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ListActivities, request, lanToken).detail().issues(0).key(),
              "list.too_long");
    request.clear_filter();
    request.set_page_token("x");
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ListActivities, request, lanToken).key(), "call.page_token");
}

} // namespace
} // namespace banhang::test
