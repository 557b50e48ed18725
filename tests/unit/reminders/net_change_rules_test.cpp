// What several changes of one record come to.
#include <gtest/gtest.h>

#include "server/reminders/net_change_rules.h"

namespace banhang::server {

namespace {

TEST(NetFieldChanges, goFromTheFirstValueToTheLast)
{
    NetFieldChanges changes;
    changes.add("status_key", "new", "contacted");
    changes.add("status_key", "contacted", "trading");
    const auto shown = changes.shown(4);
    ASSERT_EQ(shown.size(), 1U);
    EXPECT_EQ(shown[0].field(), "status_key");
    EXPECT_EQ(shown[0].old_json(), "\"new\"");
    EXPECT_EQ(shown[0].new_json(), "\"trading\"");
}

TEST(NetFieldChanges, sayNothingOfWhatWasTakenBack)
{
    NetFieldChanges changes;
    changes.add("name", "A", "B");
    changes.add("name", "B", "A");
    EXPECT_TRUE(changes.shown(4).empty());
}

TEST(NetFieldChanges, leaveOutLongValuesAndOtherRecords)
{
    NetFieldChanges changes;
    changes.add("note", nullptr, std::string(500, 'x'));
    changes.add("parent_id", 1, 2);
    for (const v1::FieldChange& change : changes.shown(4))
        EXPECT_EQ(change.old_json() + change.new_json(), "") << change.field();
    EXPECT_EQ(changes.shown(4).size(), 2U);
    EXPECT_EQ(changes.shown(1).size(), 1U);
}

} // namespace

} // namespace banhang::server
