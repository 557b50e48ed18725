// The lists behind choice boxes, kept from a shell by whoever may.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/ctl/demo_office_fixture.h"

namespace banhang::test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class CtlPicklists : public DemoOfficeFixture<CtlPicklists>
{
protected:
    /// As everybody reads it; null if there is none.
    static json item(const Ctl& person, const std::string& list, const std::string& key)
    {
        for (const json& one : person.json({"picklist", "list", list}).value("items", json::array()))
            if (one.at("key") == key)
                return one;
        return {};
    }
};

TEST_F(CtlPicklists, itemsAreAddedRenamedMovedAndTakenOutOfUse)
{
    const Ctl admin(office(), "quantri");
    const Ctl minh(office(), "minh");
    const json made =
        admin.json({"picklist", "add", "source", "trade_fair_hue", "--vi", "Hội chợ Huế", "--en", "Trade fair in Huế"});
    EXPECT_EQ(made.at("active"), true);
    EXPECT_EQ(item(minh, "source", "trade_fair_hue").at("label_vi"), "Hội chợ Huế");

    admin.json(
        {"picklist", "change", "source", "trade_fair_hue", "--vi", "Hội chợ Huế 2026", "--position", "1", "--disable"});
    const json changed = item(minh, "source", "trade_fair_hue");
    EXPECT_EQ(changed.at("label_vi"), "Hội chợ Huế 2026");
    EXPECT_EQ(changed.at("label_en"), "Trade fair in Huế") << "what is not named must stay";
    EXPECT_EQ(changed.at("position"), 1);
    EXPECT_FALSE(changed.contains("active")) << "records keep it, nobody is offered it";

    admin.json({"picklist", "change", "source", "trade_fair_hue", "--enable"});
    EXPECT_EQ(item(minh, "source", "trade_fair_hue").at("active"), true);
}

TEST_F(CtlPicklists, aListThatIsNotThereIsNoEmptyOne)
{
    const auto refused = Ctl(office(), "minh").run({"picklist", "list", "srce"});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_THAT(refused.errors, HasSubstr("source"));
}

TEST_F(CtlPicklists, itemsMoveWithinTheirList)
{
    const Ctl admin(office(), "quantri");
    const Ctl minh(office(), "minh");
    const auto keys = [&] {
        std::vector<std::string> all;
        for (const json& one : minh.json({"picklist", "list", "need"}).value("items", json::array()))
            all.push_back(one.at("key"));
        return all;
    };
    const auto before = keys();
    ASSERT_GT(before.size(), 3U);
    EXPECT_EQ(admin.json({"picklist", "move", "need", before[3], "--first"}).at("key"), before[3]);
    EXPECT_EQ(keys()[0], before[3]);
    EXPECT_EQ(keys()[1], before[0]);
    admin.json({"picklist", "move", "need", before[3], "--after", before[2]});
    EXPECT_EQ(keys(), before);

    EXPECT_THAT(admin.run({"picklist", "move", "need", before[0]}).errors, HasSubstr("--first"));
    EXPECT_THAT(admin.run({"picklist", "move", "need", before[0], "--after", "nowhere"}).errors,
                HasSubstr("picklist list"));
    EXPECT_THAT(minh.run({"picklist", "move", "need", before[0], "--first"}).errors, HasSubstr("call.denied"));
    EXPECT_EQ(keys(), before);
}

TEST_F(CtlPicklists, areForWhoMayEditThem)
{
    const Ctl minh(office(), "minh");
    const auto refused = minh.run({"picklist", "add", "source", "mine", "--vi", "Của mình", "--en", "Mine"});
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_THAT(refused.errors, HasSubstr("call.denied"));
    EXPECT_TRUE(item(minh, "source", "mine").is_null());
}

TEST_F(CtlPicklists, sayWhatIsWrongWithAnItem)
{
    const Ctl admin(office(), "quantri");
    EXPECT_THAT(admin.run({"picklist", "change", "source", "nowhere", "--disable"}).errors, HasSubstr("picklist list"));
    EXPECT_THAT(admin.run({"picklist", "change", "source", "referral"}).errors, HasSubstr("--vi"));
    const auto badKey = admin.run({"picklist", "add", "source", "Có Dấu", "--vi", "Có dấu", "--en", "Marks"});
    EXPECT_NE(badKey.exitCode, 0);
    EXPECT_THAT(badKey.errors, HasSubstr("item.key"));
}

} // namespace
} // namespace banhang::test
