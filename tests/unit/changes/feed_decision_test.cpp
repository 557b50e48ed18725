#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/changes/feed_decision.h"
#include "server/changes/pending_changes.h"

namespace banhang::server {
namespace {

FeedView viewOf(std::vector<std::int64_t> leaves)
{
    auto caller = std::make_shared<Caller>();
    caller->userId = 1;
    caller->scopes[v1::RESOURCE_CUSTOMER][v1::ACTION_VIEW] = v1::SCOPE_TEAM;
    caller->reach[v1::RESOURCE_CUSTOMER][v1::ACTION_VIEW].leaves = std::move(leaves);
    return {caller, {}};
}

ChangeRow rowOf(std::int64_t version, std::optional<std::int64_t> before, std::optional<std::int64_t> after)
{
    ChangeRow row;
    row.record = {"customer", 5};
    row.version = version;
    row.unitBefore = before;
    row.unitAfter = after;
    return row;
}

TEST(Decide, tellsTheNewStateToWhoSeesItAndTheLossToWhoSawTheOldOne)
{
    const ChangeRow moved = rowOf(4, 10, 20);
    EXPECT_EQ(decide(viewOf({20}), moved, {4, 20}).value().kind(), v1::CHANGE_KIND_CHANGED);
    EXPECT_EQ(decide(viewOf({10}), moved, {4, 20}).value().kind(), v1::CHANGE_KIND_GONE);
    EXPECT_FALSE(decide(viewOf({30}), moved, {4, 20}));
}

TEST(Decide, saysNothingButTheIdOfWhatIsGone)
{
    ChangeRow row = rowOf(4, 10, std::nullopt);
    row.actorId = 9;
    row.fields = {"name"};
    const auto change = decide(viewOf({10}), row, {4, std::nullopt});
    ASSERT_TRUE(change);
    EXPECT_EQ(change.value().version(), 0);
    EXPECT_EQ(change.value().actor_user_id(), 0);
    EXPECT_EQ(change.value().fields_size(), 0);
}

TEST(Decide, goesByTheNewestVersionWhenAnOlderOneIsReadLater)
{
    const ChangeRow late = rowOf(5, 10, 10);
    EXPECT_EQ(decide(viewOf({20}), late, {6, 20}).value().version(), 6);
    EXPECT_EQ(decide(viewOf({10}), late, {6, 20}).value().kind(), v1::CHANGE_KIND_GONE);
}

FeedView colleague(std::int64_t userId, std::vector<std::int64_t> leaves)
{
    auto caller = std::make_shared<Caller>();
    caller->userId = userId;
    caller->scopes[v1::RESOURCE_ACTIVITY][v1::ACTION_VIEW] = v1::SCOPE_OWN;
    caller->reach[v1::RESOURCE_ACTIVITY][v1::ACTION_VIEW].leaves = std::move(leaves);
    return {caller, {}};
}

TEST(Decide, anActivityConcernsItsPeopleWhereverTheyAre)
{
    ChangeRow row = rowOf(4, 10, 10);
    row.record.entity = "activity";
    row.people = {7, 8};
    const RecordState newest{4, 10, {7, 8}};
    EXPECT_EQ(decide(colleague(7, {70}), row, newest).value().kind(), v1::CHANGE_KIND_CHANGED);
    EXPECT_EQ(decide(colleague(9, {10}), row, newest).value().kind(), v1::CHANGE_KIND_CHANGED);
    EXPECT_FALSE(decide(colleague(9, {90}), row, newest));
    EXPECT_EQ(decide(colleague(8, {80}), row, {5, std::nullopt, {7, 8}}).value().kind(), v1::CHANGE_KIND_GONE);
    FeedView stranger = colleague(7, {});
    auto caller = std::make_shared<Caller>();
    caller->userId = 7;
    stranger.caller = caller;
    EXPECT_FALSE(decide(stranger, row, newest)) << "who may see no activities is told of none";
}

TEST(Decide, whatTellsABirthdayIsKeptFromWhomBirthdaysAreHidden)
{
    ChangeRow row = rowOf(4, 10, 10);
    row.record.entity = "activity";
    row.people = {7};
    row.revealsBirthday = true;
    const auto masked = [](std::int64_t userId) {
        FeedView view = colleague(userId, {10});
        auto caller = std::make_shared<Caller>(*view.caller);
        caller->masked[v1::SENSITIVE_FIELD_BIRTHDAY] = true;
        view.caller = caller;
        return view;
    };
    for (const RecordState& newest : {RecordState{4, 10, {7}}, RecordState{5, std::nullopt, {7}}}) {
        EXPECT_FALSE(decide(masked(9), row, newest));
        EXPECT_TRUE(decide(masked(7), row, newest)) << "who has to greet";
        EXPECT_TRUE(decide(colleague(9, {10}), row, newest)) << "who may know birthdays";
    }
    row.revealsBirthday = false;
    EXPECT_TRUE(decide(masked(9), row, {4, 10, {7}}));
    ChangeRow ofCustomer = rowOf(4, 10, 10);
    ofCustomer.revealsBirthday = true;
    EXPECT_TRUE(decide(viewOf({10}), ofCustomer, {4, 10}));
    FeedView view = viewOf({10});
    auto caller = std::make_shared<Caller>(*view.caller);
    caller->masked[v1::SENSITIVE_FIELD_BIRTHDAY] = true;
    view.caller = caller;
    EXPECT_FALSE(decide(view, ofCustomer, {4, 10}));
    ofCustomer.people = {view.caller->userId};
    EXPECT_TRUE(decide(view, ofCustomer, {4, 10})) << "who has to greet";
}

TEST(Decide, aCareRequestConcernsItsPlaceAndWhoseCustomerItIs)
{
    ChangeRow row = rowOf(4, 10, 10);
    row.record.entity = "care_request";
    row.people = {7};
    const auto view = [](std::int64_t userId, std::vector<std::int64_t> leaves) {
        auto caller = std::make_shared<Caller>();
        caller->userId = userId;
        caller->scopes[v1::RESOURCE_CARE_REQUEST][v1::ACTION_VIEW] = v1::SCOPE_OWN;
        caller->reach[v1::RESOURCE_CARE_REQUEST][v1::ACTION_VIEW].leaves = std::move(leaves);
        return FeedView{caller, {}};
    };
    EXPECT_EQ(decide(view(7, {70}), row, {4, 10, {7}}).value().kind(), v1::CHANGE_KIND_CHANGED);
    EXPECT_EQ(decide(view(9, {10}), row, {4, 10, {7}}).value().kind(), v1::CHANGE_KIND_CHANGED);
    EXPECT_FALSE(decide(view(9, {90}), row, {4, 10, {7}}));
    EXPECT_EQ(decide(view(7, {70}), row, {5, std::nullopt, {7}}).value().kind(), v1::CHANGE_KIND_GONE);
    EXPECT_FALSE(decide(colleague(7, {10}), row, {4, 10, {7}})) << "activities are another right";
}

TEST(Decide, whatIsPersonalConcernsItsPersonAlone)
{
    ChangeRow row = rowOf(1, std::nullopt, std::nullopt);
    row.people = {7};
    for (const char* entity : {"notification", "notification_setting", "subscription_mute"}) {
        row.record.entity = entity;
        EXPECT_EQ(decide(colleague(7, {}), row, {1, std::nullopt, {7}}).value().kind(), v1::CHANGE_KIND_CHANGED)
            << entity;
        EXPECT_FALSE(decide(colleague(8, {10}), row, {1, std::nullopt, {7}})) << entity;
    }
}

TEST(Decide, aShareShowsOneRecordAndItsWithdrawalHidesIt)
{
    FeedView view = viewOf({30});
    ChangeRow row = rowOf(4, 10, 10);
    row.isShare = true;
    row.granteeId = 1;
    view.sharedCustomers.insert(5);
    EXPECT_EQ(decide(view, row, {4, 10}).value().kind(), v1::CHANGE_KIND_CHANGED);
    view.sharedCustomers.clear();
    EXPECT_EQ(decide(view, row, {4, 10}).value().kind(), v1::CHANGE_KIND_GONE);
    row.granteeId = 2;
    EXPECT_FALSE(decide(view, row, {4, 10}));
}

TEST(Decide, unknownKindsOfRecordsAreShownToNobody)
{
    ChangeRow row = rowOf(1, 10, 10);
    row.record.entity = "secret";
    EXPECT_FALSE(decide(viewOf({10}), row, {1, 10}));
}

TEST(IsHiddenField, followsMasksIntoNestedMessages)
{
    Caller caller;
    caller.masked[v1::SENSITIVE_FIELD_PHONE] = true;
    EXPECT_TRUE(isHiddenField(caller, "customer", "phones"));
    EXPECT_TRUE(isHiddenField(caller, "customer", "contacts"));
    EXPECT_FALSE(isHiddenField(caller, "customer", "emails"));
    EXPECT_FALSE(isHiddenField(caller, "pick_item", "phones"));
}

/// Whatever the order in which a history of one record is read, everybody ends with what they see of its last version.
RC_GTEST_PROP(Decide, anyReadingOrderEndsInTheNewestState, ())
{
    const auto units = *rc::gen::container<std::vector<int>>(8, rc::gen::inRange(0, 4));
    std::vector<ChangeRow> rows;
    std::optional<std::int64_t> before;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::optional<std::int64_t> after = units[i] == 0 ? std::nullopt : std::optional<std::int64_t>(units[i]);
        rows.push_back(rowOf(static_cast<std::int64_t>(i) + 1, before, after));
        before = after;
    }
    for (std::size_t i = rows.size() - 1; i > 0; --i)
        std::swap(rows[i], rows[*rc::gen::inRange<std::size_t>(0, i + 1)]);
    const FeedView view = viewOf({1, 2});
    NewestStates newest(10);
    PendingChanges pending(100);
    std::int64_t version = 0;
    bool visible = false;
    for (const ChangeRow& row : rows) {
        const RecordState state = newest.merge(row.record, {row.version, row.unitAfter});
        const auto change = decide(view, row, state);
        if (!change)
            continue;
        pending.add(*change);
        const v1::WatchEvent event = pending.take();
        visible = event.batch().changes(0).kind() == v1::CHANGE_KIND_CHANGED;
        if (visible) {
            RC_ASSERT(event.batch().changes(0).version() >= version);
            version = event.batch().changes(0).version();
        }
    }
    RC_ASSERT(visible == view.sees({"customer", 5}, before));
    RC_ASSERT(!visible || version == static_cast<std::int64_t>(units.size()));
}

TEST(NewestStates, forgetsTheLeastRecentFirst)
{
    NewestStates states(2);
    states.merge({"customer", 1}, {1, 10});
    states.merge({"customer", 2}, {1, 10});
    states.merge({"customer", 1}, {2, 20});
    states.merge({"customer", 3}, {1, 10});
    EXPECT_EQ(states.find({"customer", 1})->version, 2);
    EXPECT_EQ(states.find({"customer", 2}), nullptr);
}

v1::Change changeOf(std::int64_t id, std::int64_t version, const std::string& field)
{
    v1::Change change;
    change.set_entity("customer");
    change.set_id(id);
    change.set_version(version);
    change.set_kind(v1::CHANGE_KIND_CHANGED);
    change.add_fields(field);
    return change;
}

TEST(PendingChanges, keepsEachRecordOnceWithItsNewestNews)
{
    PendingChanges pending(10);
    pending.add(changeOf(1, 1, "name"));
    pending.add(changeOf(2, 1, "name"));
    pending.add(changeOf(1, 2, "note"));
    const v1::WatchEvent event = pending.take();
    ASSERT_EQ(event.batch().changes_size(), 2);
    EXPECT_EQ(event.batch().changes(0).version(), 2);
    EXPECT_EQ(event.batch().changes(0).fields_size(), 2);
    EXPECT_TRUE(pending.empty());
}

TEST(PendingChanges, pastItsBoundHoldsOneResyncOnly)
{
    PendingChanges pending(2);
    for (int id = 1; id <= 5; ++id)
        pending.add(changeOf(id, 1, "name"));
    EXPECT_EQ(pending.take().resync().reason(), v1::Resync::REASON_OVERFLOW);
    EXPECT_TRUE(pending.empty());
}

TEST(PendingChanges, changedRightsOutweighOtherReasons)
{
    PendingChanges pending(2);
    pending.resync(v1::Resync::REASON_RIGHTS);
    pending.resync(v1::Resync::REASON_OVERFLOW);
    EXPECT_EQ(pending.take().resync().reason(), v1::Resync::REASON_RIGHTS);
}

} // namespace
} // namespace banhang::server
