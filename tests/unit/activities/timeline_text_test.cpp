#include <gtest/gtest.h>

#include "server/activities/timeline_text.h"

namespace banhang::server {
namespace {

TEST(TimelineText, holdsAllThatWasWrittenWithAndWithoutMarks)
{
    v1::Activity activity;
    activity.set_title("Báo giá");
    activity.set_course("Khách HOÀ nhã\nhẹn thứ Năm");
    activity.set_result("đồng ý");
    const TimelineText text = timelineText(activity);
    EXPECT_EQ(text.marked, " báo giá khách hòa nhã hẹn thứ năm đồng ý");
    EXPECT_EQ(text.folded, " bao gia khach hoa nha hen thu nam dong y");
}

TEST(TimelineText, wordsWithMarksLookForThem)
{
    const TimelineQuery query = timelineQuery("  bán  gia 50% ");
    EXPECT_EQ(query.marked, (std::vector<std::string>{"%bán%"}));
    EXPECT_EQ(query.folded, (std::vector<std::string>{"%gia%", "%50\\%%"}));
    EXPECT_TRUE(timelineQuery("   ").empty());
}

} // namespace
} // namespace banhang::server
