#include "server/reminders/activity_news_rules.h"

#include <gtest/gtest.h>

namespace banhang::server {

namespace {

constexpr std::int64_t kLan = 1;
constexpr std::int64_t kHoa = 2;
constexpr std::int64_t kMinh = 3;

v1::Activity activityOf(std::int64_t owner, const std::vector<std::int64_t>& participants = {})
{
    v1::Activity activity;
    activity.set_id(7);
    activity.set_state(v1::ACTIVITY_STATE_PLANNED);
    activity.set_owner_user_id(owner);
    activity.mutable_start_time()->set_seconds(1'800'000'000);
    activity.add_reminder_lead_minutes(15);
    for (const std::int64_t participant : participants)
        activity.add_participant_user_ids(participant);
    return activity;
}

std::vector<ActivityNews> newsOfOne(const v1::Activity* before, const v1::Activity& after, std::int64_t actor)
{
    return newsOf({{before, &after}}, actor);
}

ActivityNews news(std::int64_t user, const std::string& key)
{
    return {.userId = user, .key = "notification." + key, .activityId = 7, .count = 1};
}

TEST(ActivityNews, reachEverybodyButWhoDidIt)
{
    const v1::Activity fresh = activityOf(kHoa, {kLan, kMinh});
    EXPECT_EQ(newsOfOne(nullptr, fresh, kLan), (std::vector{news(kHoa, "assigned"), news(kMinh, "invited")}));
    EXPECT_TRUE(newsOfOne(nullptr, activityOf(kLan), kLan).empty());
}

TEST(ActivityNews, comeFromPeopleAlone)
{
    EXPECT_TRUE(newsOfOne(nullptr, activityOf(kHoa, {kLan}), 0).empty());
}

TEST(ActivityNews, tellWhoWasThereOfANewTimeAndWhoIsNewOfTheInvitation)
{
    const v1::Activity before = activityOf(kLan, {kHoa});
    v1::Activity after = activityOf(kLan, {kHoa, kMinh});
    after.mutable_start_time()->set_seconds(1'800'003'600);
    EXPECT_EQ(newsOfOne(&before, after, kLan), (std::vector{news(kHoa, "moved"), news(kMinh, "invited")}));
}

TEST(ActivityNews, tellTheNewOwnerAlone)
{
    const v1::Activity before = activityOf(kLan, {kHoa});
    EXPECT_EQ(newsOfOne(&before, activityOf(kHoa), kMinh), std::vector{news(kHoa, "assigned")});
}

TEST(ActivityNews, callOffOnceAndNotWhatIsDone)
{
    const v1::Activity before = activityOf(kLan, {kHoa});
    v1::Activity binned = before;
    binned.mutable_delete_time()->set_seconds(1);
    v1::Activity cancelled = before;
    cancelled.set_state(v1::ACTIVITY_STATE_CANCELLED);
    v1::Activity done = before;
    done.set_state(v1::ACTIVITY_STATE_DONE);
    EXPECT_EQ(newsOfOne(&before, binned, kLan), std::vector{news(kHoa, "cancelled")});
    EXPECT_EQ(newsOfOne(&before, cancelled, kLan), std::vector{news(kHoa, "cancelled")});
    EXPECT_TRUE(newsOfOne(&before, done, kLan).empty());
    v1::Activity both = cancelled;
    both.mutable_delete_time()->set_seconds(1);
    EXPECT_TRUE(newsOfOne(&cancelled, both, kLan).empty());
    EXPECT_EQ(newsOfOne(&binned, before, kLan), std::vector{news(kHoa, "invited")});
}

TEST(ActivityNews, ofOneSaveAreGatheredWithTheFirstOnTop)
{
    v1::Activity later = activityOf(kHoa);
    later.set_id(8);
    later.mutable_start_time()->set_seconds(1'800'600'000);
    const v1::Activity sooner = activityOf(kHoa);
    EXPECT_EQ(newsOf({{nullptr, &later}, {nullptr, &sooner}}, kLan),
              (std::vector<ActivityNews>{{.userId = kHoa, .key = "notification.assigned", .activityId = 7, .count = 2}}));
}

TEST(ActivityNews, leaveRemindersAloneWhereTheyHaveNothingToFollow)
{
    const v1::Activity before = activityOf(kLan, {kHoa});
    v1::Activity texts = before;
    texts.set_result("Đã gửi báo giá");
    EXPECT_FALSE(concernsReminders({&before, &texts}));
    v1::Activity moved = before;
    moved.mutable_start_time()->set_seconds(1'800'000'060);
    EXPECT_TRUE(concernsReminders({&before, &moved}));
    v1::Activity fewer = before;
    fewer.clear_reminder_lead_minutes();
    EXPECT_TRUE(concernsReminders({&before, &fewer}));
    v1::Activity closed = before;
    closed.set_state(v1::ACTIVITY_STATE_DONE);
    EXPECT_TRUE(concernsReminders({&before, &closed}));
    EXPECT_FALSE(concernsReminders({nullptr, &closed}));
}

} // namespace

} // namespace banhang::server
