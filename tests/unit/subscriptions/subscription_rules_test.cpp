// What a subscription may ask for, and which changes are meant by it.
#include <gtest/gtest.h>

#include "server/subscriptions/subscription_rules.h"

namespace banhang::server {

namespace {

using nlohmann::json;

v1::Subscription ofCustomers(const std::vector<std::string>& fields = {})
{
    v1::Subscription subscription;
    subscription.set_name("Đổi trạng thái");
    subscription.set_entity(v1::SUBSCRIBED_ENTITY_CUSTOMER);
    subscription.set_on_change(true);
    for (const std::string& field : fields)
        subscription.add_fields(field);
    return subscription;
}

json change(const char* field, json before, json after)
{
    return {{field, {{"old", std::move(before)}, {"new", std::move(after)}}}};
}

json point(const char* text, std::int64_t unit)
{
    return {{"text", text}, {"unit_id", unit}};
}

std::vector<std::string> paths(const Issues& issues)
{
    std::vector<std::string> paths;
    for (const v1::FieldIssue& issue : issues)
        paths.push_back(issue.path());
    return paths;
}

using Paths = std::vector<std::string>;

/// Of an update; "-" for nothing.
FieldNames fieldsMeant(const v1::Subscription& subscription, const json& fields)
{
    const auto meant = meantBy(subscription, "update", fields, {});
    return meant ? meant->fields : FieldNames{"-"};
}

TEST(SubscriptionRules, nameEachFieldThatIsWrong)
{
    EXPECT_EQ(paths(subscriptionIssues(ofCustomers({"status_key"}))), Paths{});
    v1::Subscription wrong;
    EXPECT_EQ(paths(subscriptionIssues(wrong)), (Paths{"name", "entity"}));
    wrong = ofCustomers({"status_key", "version", "state"});
    wrong.set_on_change(false);
    EXPECT_EQ(paths(subscriptionIssues(wrong)), (Paths{"on_change", "fields[1]", "fields[2]"}));
    wrong = ofCustomers();
    wrong.set_name(std::string(81, 'x'));
    wrong.add_activity_kinds(v1::ACTIVITY_KIND_UNSPECIFIED);
    EXPECT_EQ(paths(subscriptionIssues(wrong)), (Paths{"name", "activity_kinds[0]"}));
}

TEST(SubscriptionRules, keepWhatBelongsTogether)
{
    v1::Subscription typed = ofCustomers({"tax_code", "name", "tax_code"});
    typed.set_name("  Đổi   mã số thuế ");
    typed.mutable_filter()->set_deleted(true);
    typed.add_activity_kinds(v1::ACTIVITY_KIND_TALK);
    typed.set_id(7);
    const v1::Subscription kept = tidiedSubscription(typed);
    EXPECT_EQ(kept.name(), "Đổi mã số thuế");
    EXPECT_EQ(kept.fields_size(), 2);
    EXPECT_EQ(kept.activity_kinds_size(), 0) << "customers have no kinds of activities";
    EXPECT_FALSE(kept.filter().deleted());
    EXPECT_EQ(kept.id(), 0);
    typed.set_on_change(false);
    typed.set_on_create(true);
    EXPECT_EQ(tidiedSubscription(typed).fields_size(), 0) << "a new record has no changed fields";
}

TEST(SubscriptionRules, meanTheFieldsThatAreAskedFor)
{
    const json fields{{"status_key", {{"old", "new"}, {"new", "trading"}}}, {"note", {{"old", ""}, {"new", "x"}}}};
    EXPECT_EQ(fieldsMeant(ofCustomers({"status_key"}), fields), FieldNames{"status_key"});
    EXPECT_EQ(fieldsMeant(ofCustomers(), fields), (FieldNames{"note", "status_key"}));
    EXPECT_FALSE(meantBy(ofCustomers({"tax_code"}), "update", fields, {}));
    v1::Subscription newOnes = ofCustomers();
    newOnes.set_on_change(false);
    newOnes.set_on_create(true);
    EXPECT_FALSE(meantBy(newOnes, "update", fields, {}));
    const auto fresh = meantBy(newOnes, "create", fields, {});
    EXPECT_TRUE(fresh && fresh->what == Happening::New);
    EXPECT_FALSE(meantBy(ofCustomers(), "create", fields, {}));
}

TEST(SubscriptionRules, meanOwnersWhoeverGivesThem)
{
    EXPECT_TRUE(meantBy(ofCustomers({"owner_user_id"}), "assign", change("owner_user_id", 3, 4), {}));
    v1::Subscription care = ofCustomers({"state"});
    care.set_entity(v1::SUBSCRIBED_ENTITY_CARE_REQUEST);
    EXPECT_TRUE(meantBy(care, "move", change("state", "CARE_STATE_NEW", "CARE_STATE_WORKING"), {}));
}

TEST(SubscriptionRules, meanNothingThatTheServerKeepsByItself)
{
    for (const char* field : {"activities", "last_contact_time", "attachments", "merged_into", "share"})
        EXPECT_FALSE(meantBy(ofCustomers(), "update", change(field, nullptr, 1), {})) << field;
    EXPECT_FALSE(meantBy(ofCustomers(), "activity", json::object(), {}));
}

TEST(SubscriptionRules, meanTheBinAsOneOfTheFields)
{
    EXPECT_EQ(meantBy(ofCustomers(), "delete", json::object(), {}).value().what, Happening::Binned);
    EXPECT_EQ(meantBy(ofCustomers({"delete_time"}), "undelete", json::object(), {}).value().what, Happening::Restored);
    EXPECT_FALSE(meantBy(ofCustomers({"status_key"}), "delete", json::object(), {}));
    v1::Subscription newOnes = ofCustomers();
    newOnes.set_on_change(false);
    newOnes.set_on_create(true);
    EXPECT_FALSE(meantBy(newOnes, "delete", json::object(), {}));
    for (const auto entity :
         {v1::SUBSCRIBED_ENTITY_CUSTOMER, v1::SUBSCRIBED_ENTITY_CARE_REQUEST, v1::SUBSCRIBED_ENTITY_ACTIVITY})
        EXPECT_TRUE(isTold(entity, "delete_time"));
}

TEST(SubscriptionRules, meanPointsToWatchOfOneDepartmentAlone)
{
    const json ofSales = json::array({point("Gọi buổi sáng", 5)});
    const json both = json::array({point("Trả chậm", 9), point("Gọi buổi sáng", 5)});
    v1::Subscription accounting = ofCustomers({"watch_points"});
    accounting.set_watch_unit_id(8);
    const std::vector<std::int64_t> below{8, 9};
    EXPECT_TRUE(meantBy(accounting, "update", change("watch_points", ofSales, both), below));
    EXPECT_TRUE(meantBy(accounting, "update", change("watch_points", both, ofSales), below));
    EXPECT_FALSE(meantBy(accounting, "update", change("watch_points", json(), ofSales), below));
    EXPECT_TRUE(meantBy(ofCustomers({"watch_points"}), "update", change("watch_points", json(), ofSales), {}));
}

} // namespace

} // namespace banhang::server
