#include "server/picklists/pick_item_rules.h"

#include <string>

#include <gtest/gtest.h>

namespace banhang::server {
namespace {

v1::PickItem item(const std::string& key, const std::string& label)
{
    v1::PickItem item;
    item.set_list_key("source");
    item.set_key(key);
    item.set_label_vi(label);
    return item;
}

std::string firstIssue(const v1::PickItem& item)
{
    const auto issues = newItemIssues(item);
    return issues.empty() ? "" : issues.front().path() + " " + issues.front().key();
}

TEST(PickItemRules, acceptAnItemOfAKnownList)
{
    EXPECT_EQ(firstIssue(item("zalo_oa", "Zalo OA")), "");
}

TEST(PickItemRules, refuseKeysThatAreNotLowerSnakeCase)
{
    for (const char* key : {"", "Zalo", "zalo oa", "1zalo", "_zalo", "zalô", "a-b"})
        EXPECT_EQ(firstIssue(item(key, "Nhãn")), "key pick_item.key_form") << key;
    EXPECT_EQ(firstIssue(item(std::string(41, 'a'), "Nhãn")), "key pick_item.key_form");
    EXPECT_EQ(firstIssue(item(std::string(40, 'a'), "Nhãn")), "");
}

TEST(PickItemRules, refuseUnknownLists)
{
    v1::PickItem stray = item("zalo", "Zalo");
    stray.set_list_key("colour");
    EXPECT_EQ(firstIssue(stray), "list_key pick_item.list_unknown");
    EXPECT_TRUE(isPickList("trait"));
    EXPECT_FALSE(isPickList(""));
}

TEST(PickItemRules, demandAVietnameseLabelOfAReadableLength)
{
    EXPECT_EQ(firstIssue(item("zalo", " \t")), "label_vi field.required");
    std::string label;
    for (int i = 0; i < 100; ++i)
        label += "ă";
    EXPECT_EQ(firstIssue(item("zalo", label)), "");
    EXPECT_EQ(firstIssue(item("zalo", label + "x")), "label_vi text.too_long");
}

TEST(PickItemRules, refusePositionsBelowZero)
{
    v1::PickItem first = item("zalo", "Zalo");
    first.set_position(-1);
    EXPECT_EQ(firstIssue(first), "position pick_item.position_negative");
}

} // namespace
} // namespace banhang::server
