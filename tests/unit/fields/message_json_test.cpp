#include "server/fields/message_json.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include "banhang/v1/activities.pb.h"
#include "banhang/v1/customer.pb.h"

namespace banhang::server {
namespace {

v1::Customer full()
{
    v1::Customer customer;
    customer.set_id(9007199254740993); // beyond the integers of a double
    customer.set_kind(v1::CUSTOMER_KIND_ORGANISATION);
    customer.set_name("Công ty \"Thiên Ân\"\n");
    customer.add_phones()->set_number("0389333999");
    customer.mutable_phones(0)->set_zalo(true);
    customer.mutable_phones(0)->set_use(v1::CONTACT_USE_WORK);
    customer.add_contacts()->set_name("Lan");
    customer.mutable_contacts(0)->mutable_birthday()->mutable_date()->set_month(5);
    customer.add_need_keys("price");
    customer.add_watch_points()->mutable_create_time()->set_seconds(1700000000);
    customer.mutable_watch_points(0)->mutable_create_time()->set_nanos(123456000);
    customer.set_do_not_call(true);
    return customer;
}

TEST(MessageJson, readsWhatItWrote)
{
    v1::Customer read;
    fromJson(nlohmann::json::parse(toJson(full()).dump()), read);
    EXPECT_EQ(read.SerializeAsString(), full().SerializeAsString()) << toJson(full()).dump();
}

TEST(MessageJson, keepsListsOfNumbersAndChoices)
{
    v1::Activity activity;
    activity.add_participant_user_ids(9007199254740993);
    activity.add_participant_user_ids(7);
    activity.add_reminder_lead_minutes(15);
    v1::Activity read;
    fromJson(nlohmann::json::parse(toJson(activity).dump()), read);
    EXPECT_EQ(read.SerializeAsString(), activity.SerializeAsString()) << toJson(activity).dump();
    v1::ActivityFilter filter;
    filter.add_kinds(v1::ACTIVITY_KIND_TASK);
    v1::ActivityFilter same;
    fromJson(toJson(filter), same);
    EXPECT_EQ(same.SerializeAsString(), filter.SerializeAsString()) << toJson(filter).dump();
}

TEST(MessageJson, isReadByProtobufToo)
{
    v1::Customer read;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(toJson(full()).dump(), &read).ok());
    EXPECT_EQ(read.SerializeAsString(), full().SerializeAsString());
}

TEST(MessageJson, leavesDefaultsOut)
{
    EXPECT_EQ(toJson(v1::Customer()).dump(), "{}");
    EXPECT_EQ(toJson(v1::Phone()).dump(), "{}");
}

TEST(MessageJson, writesSingleFields)
{
    const auto json = [](const char* name) {
        return fieldToJson(full(), *v1::Customer::descriptor()->FindFieldByName(name)).dump();
    };
    EXPECT_EQ(json("phones"), R"([{"number":"0389333999","use":"CONTACT_USE_WORK","zalo":true}])");
    EXPECT_EQ(json("note"), "\"\"");
    EXPECT_EQ(json("birthday"), "null");
    EXPECT_EQ(json("do_not_call"), "true");
}

TEST(MessageJson, passesOverWhatANewerServerWrote)
{
    v1::Phone phone;
    fromJson(nlohmann::json::parse(R"({"number": "1", "colour": "red", "use": "CONTACT_USE_OF_TOMORROW"})"), phone);
    EXPECT_EQ(phone.number(), "1");
    EXPECT_EQ(phone.use(), v1::CONTACT_USE_UNSPECIFIED);
}

} // namespace
} // namespace banhang::server
