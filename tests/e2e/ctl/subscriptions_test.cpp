// What people follow, set up and turned off through banhangctl, and told by the server that runs.
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "tests/e2e/ctl/demo_office_fixture.h"
#include "tests/support/wait_until.h"

namespace banhang::test {
namespace {

using nlohmann::json;

class CtlSubscriptions : public DemoOfficeFixture<CtlSubscriptions>
{
protected:
    static std::string idOf(const json& subscription) { return subscription.at("id").get<std::string>(); }
    /// The subscription as the list shows it; null if it is not in it.
    static json listed(const Ctl& person, const std::string& id)
    {
        for (const json& one : person.json({"subscription", "list"}).value("subscriptions", json::array()))
            if (one.at("id") == id)
                return one;
        return {};
    }
    static std::string plain(const Ctl& person, std::vector<std::string> arguments)
    {
        const auto finished = person.run(std::move(arguments));
        EXPECT_EQ(finished.exitCode, 0) << finished.errors;
        return finished.output;
    }
    /// Notifications of a subscription, for whomever; waits until the server has told that many.
    static bool areTold(const std::string& id, int count)
    {
        const std::string told = "SELECT coalesce(sum((args ->> 'count')::int), 0) FROM banhang.notification"
                                 " WHERE subscription_id = ";
        return waitUntil([&] { return office().sql(told + id) == std::to_string(count); });
    }
};

TEST_F(CtlSubscriptions, areMadeListedAndTakenBack)
{
    const Ctl minh(office(), "minh");
    const auto made = minh.json(
        {"subscription", "add", "Đổi trạng thái", "--field", "status_key", "--field", "delete_time", "--new"});
    EXPECT_EQ(made.at("entity"), "SUBSCRIBED_ENTITY_CUSTOMER");
    const std::string id = idOf(made);
    const auto shown = listed(minh, id);
    EXPECT_TRUE(shown.at("on_create").get<bool>());
    EXPECT_EQ(shown.at("fields"), json({"delete_time", "status_key"}));
    EXPECT_NE(plain(minh, {"subscription", "list"}).find("new,delete_time,status_key"), std::string::npos);
    EXPECT_EQ(plain(minh, {"subscription", "delete", id}), "Đổi trạng thái deleted\n");
    EXPECT_TRUE(listed(minh, id).is_null());
    EXPECT_EQ(plain(minh, {"subscription", "restore", id}), "Đổi trạng thái restored\n");
    EXPECT_FALSE(listed(minh, id).is_null());
}

TEST_F(CtlSubscriptions, areTurnedOffForAWhileOrForGood)
{
    const Ctl minh(office(), "minh");
    const std::string id = idOf(minh.json({"subscription", "add", "Việc mới", "--about", "activity", "--only-new"}));
    EXPECT_FALSE(listed(minh, id).contains("on_change"));
    EXPECT_EQ(plain(minh, {"subscription", "mute", id}), "Việc mới off\n");
    EXPECT_FALSE(listed(minh, id).contains("mute_until_time"));
    EXPECT_TRUE(plain(minh, {"subscription", "mute", id, "--hours", "2"}).starts_with("Việc mới off until "));
    EXPECT_TRUE(listed(minh, id).contains("mute_until_time"));
    EXPECT_EQ(plain(minh, {"subscription", "unmute", id}), "Việc mới on\n");
    EXPECT_FALSE(listed(minh, id).contains("is_muted"));
}

TEST_F(CtlSubscriptions, areTriedOutBeforehand)
{
    const Ctl minh(office(), "minh");
    minh.create({{"kind", "CUSTOMER_KIND_ORGANISATION"}, {"name", "Công ty TNHH Theo Dõi Thử"}});
    const auto count = office().sql("SELECT count(*) FROM banhang.subscription");
    EXPECT_GE(minh.json({"subscription", "add", "Thử", "--only-new", "--dry-run"}).at("capped_count").get<int>(), 1);
    EXPECT_NE(plain(minh, {"subscription", "add", "Thử", "--only-new", "--dry-run"}).find(" changes since "),
              std::string::npos);
    EXPECT_EQ(office().sql("SELECT count(*) FROM banhang.subscription"), count);
}

TEST_F(CtlSubscriptions, sayWhatIsWrong)
{
    const Ctl minh(office(), "minh");
    const auto errorOf = [&](std::vector<std::string> arguments) {
        const auto finished = minh.run(std::move(arguments));
        EXPECT_NE(finished.exitCode, 0);
        return finished.errors;
    };
    EXPECT_NE(errorOf({"subscription", "add", "Sai", "--field", "gi"}).find("fields[0]: subscription.field_unknown"),
              std::string::npos);
    EXPECT_NE(errorOf({"subscription", "add", "Sai", "--about", "orders"}).find("--about"), std::string::npos);
    EXPECT_NE(errorOf({"subscription", "add", "Sai", "--only-new", "--field", "name"}).find("--only-new"),
              std::string::npos);
    EXPECT_NE(errorOf({"subscription", "mute", "999999"}).find("subscription.not_found"), std::string::npos);
    EXPECT_NE(errorOf({"subscription", "mute", "1", "--hours", "0"}).find("--hours"), std::string::npos);
}

TEST_F(CtlSubscriptions, areToldByTheServer)
{
    const Ctl minh(office(), "minh");
    const Ctl leader(office(), "ha");
    const Ctl director(office(), "son");
    const std::string id =
        idOf(leader.json({"subscription", "add", "Khách vào thùng rác", "--field", "delete_time", "--new"}));
    const auto customer = minh.create({{"kind", "CUSTOMER_KIND_ORGANISATION"}, {"name", "Công ty TNHH Được Theo Dõi"}});
    EXPECT_TRUE(areTold(id, 1));
    director.json({"customer", "delete", customer.at("id").get<std::string>()});
    EXPECT_TRUE(areTold(id, 2));
    EXPECT_EQ(
        office().sql("SELECT string_agg(key, '|' ORDER BY id) FROM banhang.notification WHERE subscription_id = " + id),
        "notification.subscribed_binned");
}

} // namespace
} // namespace banhang::test
