// What a save does to reminders.
#include "reminders_fixture.h"

#include <algorithm>
#include <random>
#include <set>

namespace banhang::test {

namespace {

class Upkeep : public RemindersFixture
{
};

constexpr std::int64_t kHour = 3600;

TEST_F(Upkeep, promisesEachPersonEachLeadTimeOnce)
{
    const v1::Activity made = create(appointment(2 * kHour, {15, 60}, {hoa}), lanToken);
    const Lines promised = remindersFor(made.id());
    EXPECT_EQ(std::multiset<std::string>(promised.begin(), promised.end()),
              (std::multiset<std::string>{"pending 15 lan", "pending 15 hoa", "pending 60 lan", "pending 60 hoa"}));
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Upkeep, movesWithTheEventAndKeepsWhatIsPutOffOtherwise)
{
    v1::Activity made = create(appointment(2 * kHour, {60}), lanToken);
    made = moved(made, kHour, lanToken);
    EXPECT_EQ(remindersFor(made.id()), Lines{"pending 60 lan"});
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
    made.set_place("Phòng 3");
    update(made, {"place"}, lanToken);
    EXPECT_EQ(remindersFor(made.id()), Lines{"pending 60 lan"});
}

TEST_F(Upkeep, makesUpAtOnceForALeadTimeThatHasPassed)
{
    const v1::Activity made = create(appointment(kHour / 2, {60}), lanToken);
    EXPECT_EQ(dueReminders(sql()), 1);
    settleDue();
    EXPECT_EQ(remindersFor(made.id()), Lines{"fired 60 lan"});
}

TEST_F(Upkeep, remindsOfNothingThatIsOver)
{
    const v1::Activity made = create(appointment(-3 * kHour, {0, 60}), lanToken);
    EXPECT_EQ(remindersFor(made.id()), Lines{});
}

TEST_F(Upkeep, isToldAgainForANewTimeAndNotForTheSame)
{
    v1::Activity made = create(appointment(kHour / 2, {60}), lanToken);
    settleDue();
    made.set_reminder_lead_minutes(0, 60);
    made.add_reminder_lead_minutes(10);
    made = update(made, {"reminder_lead_minutes"}, lanToken);
    EXPECT_EQ(remindersFor(made.id()), (Lines{"fired 60 lan", "pending 10 lan"}));
    made = moved(made, 5 * kHour, lanToken);
    EXPECT_EQ(remindersFor(made.id()), (Lines{"settled 60 lan", "pending 10 lan", "pending 60 lan"}));
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Upkeep, endsWithTheActivityAndComesBackWithIt)
{
    v1::Activity made = create(appointment(kHour / 2, {60, 10}), lanToken);
    settleDue();
    made = close(made, v1::ACTIVITY_STATE_DONE, lanToken);
    const Lines closed = remindersFor(made.id());
    EXPECT_EQ(std::multiset<std::string>(closed.begin(), closed.end()),
              (std::multiset<std::string>{"settled 60 lan", "closed 10 lan"}));
    v1::ReopenActivityRequest request;
    request.set_activity_id(made.id());
    request.set_request_id(newRequestId());
    made = call(*activities, &v1::ActivitiesService::Stub::ReopenActivity, request, lanToken).activity();
    // What was told for this very time is not told twice; what was not, is promised anew.
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.reminder WHERE state = 1 AND lead_minutes = 10"), 1);
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.reminder WHERE state IN (1, 2) AND lead_minutes = 60"), 0);
    binned(made, lanToken);
    EXPECT_EQ(remindersFor(made.id()).back(), "deleted 10 lan");
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Upkeep, goesToTheSuccessorWithTheAssignment)
{
    const v1::Activity made = create(appointment(2 * kHour, {15}), lanToken);
    sql().run("UPDATE banhang.app_user SET active = false WHERE id = " + std::to_string(lan.id));
    v1::AssignActivitiesRequest request;
    request.add_activity_ids(made.id());
    request.set_owner_user_id(hoa.id);
    request.set_request_id(newRequestId());
    call(*activities, &v1::ActivitiesService::Stub::AssignActivities, request, minhToken);
    EXPECT_EQ(remindersFor(made.id()), (Lines{"unwanted 15 lan", "pending 15 hoa"}));
    EXPECT_EQ(keysOf(hoaToken), Lines{"notification.assigned"});
}

TEST_F(Upkeep, keepsWhatIsPromisedToWhoIsDisabledForAWhile)
{
    const auto setActive = [this](bool active) {
        sql().run("UPDATE banhang.app_user SET active = $1::boolean WHERE id = $2::bigint",
                  {active ? "true" : "false", std::to_string(hoa.id)});
    };
    const v1::Activity made = create(appointment(2 * kHour, {60}, {hoa}), lanToken);
    setActive(false);
    moved(made, kHour, lanToken);
    const std::int64_t meanwhile =
        plan(sql(), {.owner = lan, .begins = "3 hours", .leads = "{60}", .participants = {hoa}}).front();
    for (const std::int64_t id : {made.id(), meanwhile}) {
        const Lines promised = remindersFor(id);
        EXPECT_EQ(std::multiset<std::string>(promised.begin(), promised.end()),
                  (std::multiset<std::string>{"pending 60 lan", "pending 60 hoa"}));
    }
    timePasses(sql(), "121 minutes");
    settleDue();
    EXPECT_EQ(sql().number("SELECT count(*) FROM banhang.notification WHERE user_id = $1::bigint AND key ="
                           " 'notification.reminder'",
                           {std::to_string(hoa.id)}),
              0);
    setActive(true);
    timePasses(sql(), "15 minutes");
    settleDue();
    const Lines told = keysOf(hoaToken);
    EXPECT_EQ(std::ranges::count(told, "notification.reminder"), 2);
    EXPECT_EQ(ledgerFaults(sql()), Lines{});
}

TEST_F(Upkeep, holdsWhateverHappensToActivities)
{
    std::mt19937 random(20261122);
    const auto anyOf = [&random](int count) { return std::uniform_int_distribution(0, count - 1)(random); };
    const std::vector<std::vector<int>> leads{{}, {0}, {0, 15}, {60, 2880}};
    const std::vector<std::vector<TestUser>> others{{}, {hoa}, {hoa, minh}};
    std::vector<v1::Activity> all;
    all.reserve(6);
    for (int i = 0; i < 6; ++i)
        all.push_back(create(appointment((1 + anyOf(72)) * kHour, leads.at(anyOf(4)), others.at(anyOf(3))), lanToken));
    for (int step = 0; step < 60; ++step) {
        v1::Activity& one = all.at(anyOf(6));
        const v1::Activity fresh = appointment((1 + anyOf(72)) * kHour, leads.at(anyOf(4)), others.at(anyOf(3)));
        if (one.has_delete_time() || one.state() != v1::ACTIVITY_STATE_PLANNED) {
            one = create(fresh, lanToken);
            continue;
        }
        switch (anyOf(6)) {
        case 0:
            one = binned(one, lanToken);
            break;
        case 1:
            one = close(one, v1::ACTIVITY_STATE_CANCELLED, lanToken);
            break;
        case 2:
            one = moved(one, anyOf(10) * kHour, lanToken);
            break;
        case 3:
            timePasses(sql(), std::to_string(10 * anyOf(6)) + " minutes");
            settleDue();
            one = call(
                *activities, &v1::ActivitiesService::Stub::GetActivity,
                [&] {
                    v1::GetActivityRequest request;
                    request.set_activity_id(one.id());
                    return request;
                }(),
                lanToken);
            break;
        default:
            *one.mutable_reminder_lead_minutes() = fresh.reminder_lead_minutes();
            *one.mutable_participant_user_ids() = fresh.participant_user_ids();
            one = update(one, {"reminder_lead_minutes", "participant_user_ids"}, lanToken);
        }
        settleDue();
        ASSERT_EQ(ledgerFaults(sql()), Lines{}) << "after step " << step;
    }
}

} // namespace

} // namespace banhang::test
