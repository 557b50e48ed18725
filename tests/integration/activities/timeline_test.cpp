#include "tests/integration/activities/activities_fixture.h"

namespace banhang::test {
namespace {

class Timeline : public ActivitiesFixture
{
protected:
    v1::Activity write(const std::string& title, double hours, v1::ActivityState state = v1::ACTIVITY_STATE_DONE)
    {
        v1::Activity activity = talk(hours);
        activity.set_title(title);
        activity.set_state(state);
        return plan(lanToken, activity);
    }

    v1::ListTimelineRequest question() const
    {
        v1::ListTimelineRequest request;
        request.set_customer_id(mai.id());
        return request;
    }
    v1::ListTimelineResponse timeline(const v1::ListTimelineRequest& request)
    {
        return call(*activities, &ActivitiesStub::ListTimeline, request, lanToken);
    }
    std::string found(const std::string& words)
    {
        v1::ListTimelineRequest request = question();
        request.set_query(words);
        return titles(timeline(request).activities());
    }
};

TEST_F(Timeline, whatIsPlannedStandsBeforeWhatWas)
{
    write("b", -20);
    write("a", -10);
    write("sau", 9, v1::ACTIVITY_STATE_PLANNED);
    write("mai", 3, v1::ACTIVITY_STATE_PLANNED);
    write("c", -30, v1::ACTIVITY_STATE_MISSED);
    EXPECT_EQ(titles(timeline(question()).activities()), "mai|sau|a|b|c");
}

TEST_F(Timeline, readsOnInBothDirections)
{
    for (int i = 0; i < 7; ++i)
        write("t" + std::to_string(i), -10 - i);
    for (int i = 0; i < 3; ++i)
        write("p" + std::to_string(i), 1 + i, v1::ACTIVITY_STATE_PLANNED);
    v1::ListTimelineRequest request = question();
    request.set_page_size(4);
    auto page = timeline(request);
    EXPECT_EQ(titles(page.activities()), "p0|p1|p2|t0");
    EXPECT_EQ(page.previous_page_token(), "");
    request.set_page_token(page.next_page_token());
    page = timeline(request);
    EXPECT_EQ(titles(page.activities()), "t1|t2|t3|t4");
    v1::ListTimelineRequest back = request;
    back.set_page_token(page.previous_page_token());
    const auto before = timeline(back);
    EXPECT_EQ(titles(before.activities()), "p0|p1|p2|t0");
    EXPECT_EQ(before.previous_page_token(), "");
    request.set_page_token(page.next_page_token());
    page = timeline(request);
    EXPECT_EQ(titles(page.activities()), "t5|t6");
    EXPECT_EQ(page.next_page_token(), "");
    back.set_page_token(page.previous_page_token());
    EXPECT_EQ(titles(timeline(back).activities()), "t1|t2|t3|t4");
}

TEST_F(Timeline, startsAroundOneActivity)
{
    std::vector<v1::Activity> written;
    for (int i = 0; i < 6; ++i)
        written.push_back(write("t" + std::to_string(i), -10 - i));
    v1::ListTimelineRequest request = question();
    request.set_page_size(2);
    request.set_around_activity_id(written[3].id());
    const auto page = timeline(request);
    EXPECT_EQ(titles(page.activities()), "t3|t4");
    request.set_page_token(page.previous_page_token());
    EXPECT_EQ(titles(timeline(request).activities()), "t1|t2");
    request.clear_page_token();
    request.set_around_activity_id(4711);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ListTimeline, request, lanToken).key(), "activity.not_found");
}

TEST_F(Timeline, isSearchedWithAndWithoutMarks)
{
    v1::Activity activity = talk(-10);
    activity.set_state(v1::ACTIVITY_STATE_DONE);
    activity.set_title("một");
    activity.set_course("Khách muốn bán hàng trả chậm");
    plan(lanToken, activity);
    activity.set_title("hai");
    activity.set_course("Khách bận, gọi lại sau");
    *activity.mutable_start_time() = at(-11);
    v1::Activity second = plan(lanToken, activity);
    EXPECT_EQ(found("ban"), "một|hai");
    EXPECT_EQ(found("bận"), "hai");
    EXPECT_EQ(found("khach TRA cham"), "một");
    EXPECT_EQ(found("chậm bận"), "");
    second.set_course("Đã trả lời");
    edit(lanToken, second, {"course"});
    EXPECT_EQ(found("bận"), "");
    EXPECT_EQ(found("tra loi"), "hai");
    bin(lanToken, second.id());
    EXPECT_EQ(found("tra loi"), "");
}

TEST_F(Timeline, isFilteredByKindChannelAndPerson)
{
    write("gọi", -10);
    v1::Activity mail = talk(-20, "email");
    mail.set_title("thư");
    mail.set_state(v1::ACTIVITY_STATE_DONE);
    mail.add_participant_user_ids(hoa.id);
    plan(lanToken, mail);
    v1::Activity visit = appointment("thăm", 2, 3);
    visit.set_customer_id(mai.id());
    plan(minhToken, visit);
    v1::ListTimelineRequest request = question();
    request.add_kinds(v1::ACTIVITY_KIND_APPOINTMENT);
    EXPECT_EQ(titles(timeline(request).activities()), "thăm");
    request = question();
    request.add_channel_keys("email");
    EXPECT_EQ(titles(timeline(request).activities()), "thư");
    request = question();
    request.set_user_id(hoa.id);
    EXPECT_EQ(titles(timeline(request).activities()), "thư");
    request.set_user_id(minh.id);
    EXPECT_EQ(titles(timeline(request).activities()), "thăm");
}

TEST_F(Timeline, tellsWhatWasAgreedLast)
{
    v1::Activity agreed = talk(-20);
    agreed.set_state(v1::ACTIVITY_STATE_DONE);
    agreed.set_title("chốt giá");
    agreed.set_result("đồng ý");
    plan(lanToken, agreed);
    write("không nghe máy", -10, v1::ACTIVITY_STATE_MISSED);
    write("chào hỏi", -5);
    EXPECT_EQ(timeline(question()).last_agreed().title(), "chốt giá");
}

TEST_F(Timeline, customersOutOfSightHaveNone)
{
    write("gọi", -10);
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ListTimeline, question(), tuanToken).key(), "customer.not_found");
    v1::ListTimelineRequest request = question();
    request.set_page_size(1);
    write("nữa", -11);
    request.set_page_token(timeline(request).next_page_token());
    EXPECT_EQ(refusal(*activities, &ActivitiesStub::ListTimeline, request, minhToken).key(), "call.page_token")
        << "bound to who asked";
}

} // namespace
} // namespace banhang::test
