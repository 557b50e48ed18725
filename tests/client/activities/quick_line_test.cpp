#include <gtest/gtest.h>

#include "client/activities/clock_words.h"
#include "client/activities/quick_line.h"

namespace banhang::client {
namespace {

constexpr vn::Date kWednesday{2026, 11, 18};

QuickLine read(std::string_view text)
{
    return parseQuickLine(text, kWednesday);
}

std::optional<int> at(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

TEST(QuickLine, readsTheLineThatThePageShowsAsItsExample)
{
    const auto line = read("gọi chị Lan Thiên Ân 14h30 thứ Tư tới");
    EXPECT_EQ(line.kind, v1::ACTIVITY_KIND_TALK);
    EXPECT_EQ(line.channelKey, "call");
    EXPECT_EQ(line.whom, "chị Lan Thiên Ân");
    EXPECT_TRUE(line.title.empty());
    EXPECT_EQ(line.minute, at(14, 30));
    EXPECT_EQ(line.day, (vn::Date{2026, 11, 25}));
}

TEST(QuickLine, readsTheSameWithoutMarks)
{
    const auto line = read("goi chi lan thien an 14h30 thu tu toi");
    EXPECT_EQ(line.channelKey, "call");
    EXPECT_EQ(line.whom, "chi lan thien an");
    EXPECT_EQ(line.minute, at(14, 30));
    EXPECT_EQ(line.day, (vn::Date{2026, 11, 25}));
}

TEST(QuickLine, takesTimeAndDayFromAnyPlace)
{
    for (const char* text : {"mai 9h gọi anh Dũng", "gọi 9h mai anh Dũng", "gọi anh Dũng lúc 9h ngày mai",
                             "gọi anh Dũng 9h sáng mai", "gọi anh Dũng sáng mai 9h"}) {
        const auto line = read(text);
        EXPECT_EQ(line.day, (vn::Date{2026, 11, 19})) << text;
        EXPECT_EQ(line.minute, at(9)) << text;
        EXPECT_NE(line.whole.find("anh Dũng"), std::string::npos) << text;
    }
}

TEST(QuickLine, knowsTheHalfOfTheDay)
{
    EXPECT_EQ(read("gọi chị Hoa 2h chiều mai").minute, at(14));
    EXPECT_EQ(read("gọi chị Hoa chiều mai 2h").minute, at(14));
    EXPECT_EQ(read("gọi chị Hoa 8h tối nay").minute, at(20));
    EXPECT_EQ(read("gọi chị Hoa sáng thứ sáu").minute, at(9));
    EXPECT_EQ(read("gọi chị Hoa 9 giờ rưỡi").minute, at(9, 30));
    EXPECT_EQ(read("gọi chị Hoa 9 giờ 15").minute, at(9, 15));
}

TEST(QuickLine, leavesPeopleTheirNames)
{
    // Mai, Mốt and Tư are days or names; a form of address or a capital says which.
    const auto mai = read("gọi chị Mai 10h");
    EXPECT_EQ(mai.whom, "chị Mai");
    EXPECT_FALSE(mai.day);
    const auto company = read("gặp Sao Mai Bắc 15h mai");
    EXPECT_EQ(company.whom, "Sao Mai Bắc");
    EXPECT_EQ(company.day, (vn::Date{2026, 11, 19}));
    const auto one = read("gửi một báo giá cho anh Tư");
    EXPECT_FALSE(one.day);
    EXPECT_EQ(one.whom, "anh Tư");
}

TEST(QuickLine, readsStretches)
{
    for (const char* text :
         {"họp nhóm 14h-15h30 t6", "họp nhóm từ 14h đến 15h30 thứ sáu", "họp nhóm t6 14:00 – 15:30"}) {
        const auto line = read(text);
        EXPECT_EQ(line.kind, v1::ACTIVITY_KIND_APPOINTMENT) << text;
        EXPECT_EQ(line.minute, at(14)) << text;
        EXPECT_EQ(line.endMinute, at(15, 30)) << text;
        EXPECT_EQ(line.day, (vn::Date{2026, 11, 20})) << text;
        EXPECT_EQ(line.title, "Họp nhóm") << text;
    }
}

TEST(QuickLine, makesATaskOfWhatHasNoVerb)
{
    const auto line = read("Soạn phụ lục gia hạn bảo trì Khách sạn Sông Thương 25/11");
    EXPECT_EQ(line.kind, v1::ACTIVITY_KIND_TASK);
    EXPECT_EQ(line.whom, "Sông Thương");
    EXPECT_EQ(line.whole, "Soạn phụ lục gia hạn bảo trì Khách sạn Sông Thương");
    EXPECT_EQ(line.day, (vn::Date{2026, 11, 25}));
    EXPECT_FALSE(line.minute);
}

TEST(QuickLine, takesWhatStandsBehindTheSignAsTheName)
{
    const auto line = read("sửa báo giá @thien an ngày 25");
    EXPECT_EQ(line.whom, "thien an");
    EXPECT_EQ(line.title, "Sửa báo giá");
    EXPECT_EQ(line.day, (vn::Date{2026, 11, 25}));
}

TEST(QuickLine, leavesNumbersThatAreNoDays)
{
    const auto phone = read("gọi 0389333999");
    EXPECT_EQ(phone.whom, "0389333999");
    EXPECT_FALSE(phone.day);
    EXPECT_FALSE(phone.minute);
    const auto paper = read("giới thiệu máy in A3 Anh ngữ Bồ Công Anh");
    EXPECT_FALSE(paper.day);
    EXPECT_FALSE(read("gửi 2 3 mẫu giấy").day);
}

TEST(QuickLine, tellsACallbackFromACall)
{
    EXPECT_TRUE(read("gọi lại ông Thắng thứ hai").isCallback);
    EXPECT_FALSE(read("gọi ông Thắng thứ hai").isCallback);
    EXPECT_EQ(read("gọi lại ông Thắng thứ hai").day, (vn::Date{2026, 11, 23}));
}

TEST(QuickLine, keepsWhatATalkIsAbout)
{
    const auto line = read("gọi chốt lịch lắp máy chị Hoa, Sao Mai Bắc 11h15");
    EXPECT_EQ(line.title, "Gọi chốt lịch lắp máy");
    EXPECT_EQ(line.whom, "chị Hoa, Sao Mai Bắc");
    EXPECT_EQ(line.minute, at(11, 15));
}

TEST(QuickLine, isEmptyForAnEmptyLine)
{
    const auto line = read("   ");
    EXPECT_TRUE(line.whole.empty());
    EXPECT_TRUE(line.whom.empty());
    EXPECT_FALSE(line.day);
}

TEST(QuickLine, looksForEverFewerWords)
{
    EXPECT_EQ(searchesFor("chị Lan Thiên Ân"), (std::vector<std::string>{"Lan Thiên Ân", "Thiên Ân", "Ân"}));
    EXPECT_EQ(searchesFor("0389"), (std::vector<std::string>{"0389"}));
    EXPECT_TRUE(searchesFor("").empty());
}

TEST(ClockWords, readsTimesAlone)
{
    EXPECT_EQ(parseClock("9"), at(9));
    EXPECT_EQ(parseClock("930"), at(9, 30));
    EXPECT_EQ(parseClock("1430"), at(14, 30));
    EXPECT_EQ(parseClock("14h30"), at(14, 30));
    EXPECT_EQ(parseClock("9:05"), at(9, 5));
    EXPECT_EQ(parseClock("2h chiều"), at(14));
    EXPECT_EQ(parseClock("2pm"), at(14));
    for (const char* wrong : {"", "25h", "9:5", "9h75", "abc", "2460", "14h-15h", "9h mai"})
        EXPECT_FALSE(parseClock(wrong)) << wrong;
}

} // namespace
} // namespace banhang::client
