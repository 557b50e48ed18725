#include "server/picklists/pick_item_rules.h"

#include <algorithm>
#include <limits>
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
    for (const char* list : {"colour", "channel_consent"}) {
        stray.set_list_key(list);
        EXPECT_EQ(firstIssue(stray), "list_key pick_item.list_unknown");
    }
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

/// Items 1, 2, 3 … of one list.
std::vector<v1::PickItem> itemsAt(const std::vector<std::int32_t>& positions)
{
    std::vector<v1::PickItem> items;
    for (const std::int32_t position : positions) {
        items.push_back(item("one", "Một"));
        items.back().set_id(static_cast<std::int64_t>(items.size()));
        items.back().set_position(position);
    }
    return items;
}

/// As lists show them.
std::vector<std::int64_t> order(std::vector<v1::PickItem> items)
{
    std::ranges::sort(items, {}, [](const v1::PickItem& one) { return std::pair(one.position(), one.id()); });
    std::vector<std::int64_t> ids;
    ids.reserve(items.size());
    for (const v1::PickItem& one : items)
        ids.push_back(one.id());
    return ids;
}

TEST(PickItemRules, aMovedItemFollowsTheOneNamedAndTheOthersKeepTheirOrder)
{
    constexpr std::int32_t kLast = std::numeric_limits<std::int32_t>::max();
    for (const std::vector<std::int32_t>& positions :
         {std::vector<std::int32_t>{1, 2, 3, 4}, {7, 7, 7, 7}, {40, 3, 3, 0}, {kLast, kLast, kLast, 5}})
        for (std::int64_t id = 1; id <= 4; ++id)
            for (std::int64_t behindId = 0; behindId <= 4; ++behindId) {
                if (behindId == id)
                    continue;
                auto items = itemsAt(positions);
                auto wanted = order(items);
                std::erase(wanted, id);
                wanted.insert(behindId == 0 ? wanted.begin() : std::next(std::ranges::find(wanted, behindId)), id);
                for (const v1::PickItem& changed : moved(items, id, behindId))
                    items[static_cast<std::size_t>(changed.id() - 1)] = changed;
                EXPECT_EQ(order(items), wanted) << id << " behind " << behindId;
            }
}

TEST(PickItemRules, onlyThoseBetweenOldAndNewPlaceChange)
{
    const auto changed = moved(itemsAt({10, 20, 30, 40}), 2, 3);
    ASSERT_EQ(changed.size(), 2U);
    EXPECT_EQ(changed[0].id(), 3);
    EXPECT_EQ(changed[0].position(), 20);
    EXPECT_EQ(changed[1].id(), 2);
    EXPECT_EQ(changed[1].position(), 30);
    EXPECT_TRUE(moved(itemsAt({10, 20, 30, 40}), 2, 1).empty()) << "it stands there already";
}

} // namespace
} // namespace banhang::server
