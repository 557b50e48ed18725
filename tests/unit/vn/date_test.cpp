#include "common/vn/date.h"

#include "common/vn/date_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace banhang::vn {
namespace {

constexpr Date kToday{2026, 11, 21}; // a Saturday

std::optional<Date> near(std::string_view text)
{
    return parseDate(text, kToday);
}

std::optional<Date> born(std::string_view text)
{
    return parseDate(text, kToday, YearHint::Past);
}

TEST(Date, countsEveryDayOfSixteenCenturies)
{
    // Against a counter that knows only the lengths of months.
    Date date{1600, 1, 1};
    std::int64_t days = toDays(date);
    int dayOfWeek = weekday(date);
    EXPECT_EQ(toDays({1970, 1, 1}), 0);
    while (date.year < 3200) {
        ASSERT_TRUE(isValid(date));
        ASSERT_EQ(toDays(date), days);
        ASSERT_EQ(fromDays(days), date);
        ASSERT_EQ(weekday(date), dayOfWeek);
        if (++date.day > daysInMonth(date.year, date.month)) {
            date.day = 1;
            if (++date.month > 12) {
                date.month = 1;
                ++date.year;
            }
        }
        ++days;
        dayOfWeek = dayOfWeek % 7 + 1;
    }
}

TEST(Date, knowsWhichDaysExist)
{
    EXPECT_TRUE(isValid({2024, 2, 29}));
    EXPECT_TRUE(isValid({2000, 2, 29}));
    EXPECT_FALSE(isValid({1900, 2, 29}));
    EXPECT_FALSE(isValid({2026, 2, 29}));
    EXPECT_FALSE(isValid({2026, 4, 31}));
    EXPECT_FALSE(isValid({2026, 13, 1}));
    EXPECT_FALSE(isValid({2026, 0, 1}));
    EXPECT_FALSE(isValid({2026, 1, 0}));
    EXPECT_FALSE(isValid({0, 1, 1}));
    EXPECT_FALSE(isValid({10000, 1, 1}));
    EXPECT_FALSE(isValid({}));
}

TEST(Date, takesBirthdaysWithoutYear)
{
    EXPECT_TRUE(isValidBirthday({0, 2, 29}));
    EXPECT_TRUE(isValidBirthday({1985, 11, 18}));
    EXPECT_FALSE(isValidBirthday({0, 2, 30}));
    EXPECT_FALSE(isValidBirthday({1985, 2, 29}));
    EXPECT_FALSE(isValidBirthday({-1, 1, 1}));
    EXPECT_EQ(formatDate({0, 11, 8}), "08/11");
}

TEST(Date, isWrittenDayFirst)
{
    EXPECT_EQ(formatDate({2026, 11, 8}), "08/11/2026");
    EXPECT_EQ(formatIsoDate({2026, 11, 8}), "2026-11-08");
    EXPECT_EQ(formatNearDate({2026, 11, 18}), "T4 18/11");
    EXPECT_EQ(formatNearDate({2026, 11, 22}), "CN 22/11");
    EXPECT_EQ(formatDate({2026, 2, 30}), "");
    EXPECT_EQ(formatNearDate({0, 11, 8}), "");
    EXPECT_EQ(formatIsoDate({0, 11, 8}), "");
}

TEST(Date, isReadBackAsItIsWrittenForMachines)
{
    for (Date date{1990, 1, 1}; date < Date{2030, 1, 1}; date = addDays(date, 1))
        ASSERT_EQ(parseIsoDate(formatIsoDate(date)), date) << formatIsoDate(date);
    for (const char* text : {"", "2026-11-8", "2026-02-30", "2026/11/08", "08-11-2026", "2026-11-081", "-026-11-08"})
        EXPECT_EQ(parseIsoDate(text), std::nullopt) << text;
}

TEST(Date, addsMonthsWithinTheirLength)
{
    EXPECT_EQ(addMonths({2026, 1, 31}, 1), (Date{2026, 2, 28}));
    EXPECT_EQ(addMonths({2026, 1, 31}, 13), (Date{2027, 2, 28}));
    EXPECT_EQ(addMonths({2026, 3, 31}, -1), (Date{2026, 2, 28}));
    EXPECT_EQ(addMonths({2026, 1, 15}, -1), (Date{2025, 12, 15}));
}

TEST(Date, countsCompletedYears)
{
    EXPECT_EQ(ageOn({1985, 11, 21}, kToday), 41);
    EXPECT_EQ(ageOn({1985, 11, 22}, kToday), 40);
    EXPECT_EQ(ageOn({2027, 1, 1}, kToday), -1);
}

TEST(DateText, readsDaysAsTheyAreTyped)
{
    for (const auto typed :
         {"18/11/2026", "18-11-2026", "18.11.2026", "18 11 2026", "18112026", "181126", "18-11-26", "18/11", "18.11",
          "T4 18/11", "thứ tư 18/11", "ngày 18 tháng 11 năm 2026", "2026-11-18", " 18 / 11 / 2026 "}) {
        EXPECT_EQ(near(typed), (Date{2026, 11, 18})) << typed;
    }
}

TEST(DateText, choosesTheNearestYear)
{
    EXPECT_EQ(near("5/1"), (Date{2027, 1, 5}));
    EXPECT_EQ(near("30/9"), (Date{2026, 9, 30}));
    EXPECT_EQ(parseDate("25/12", {2027, 1, 3}), (Date{2026, 12, 25}));
    EXPECT_EQ(near("29/2"), std::nullopt); // no such day in 2025, 2026, 2027
}

TEST(DateText, readsWordsFromTheReferenceDay)
{
    const std::pair<std::string_view, Date> cases[] = {
        {"hôm nay", {2026, 11, 21}},     {"hom nay", {2026, 11, 21}},      {"mai", {2026, 11, 22}},
        {"ngày mai", {2026, 11, 22}},    {"mốt", {2026, 11, 23}},          {"ngày kia", {2026, 11, 23}},
        {"hôm qua", {2026, 11, 20}},     {"hôm kia", {2026, 11, 19}},      {"t2", {2026, 11, 23}},
        {"T4", {2026, 11, 25}},          {"thứ tư", {2026, 11, 25}},       {"thu 4", {2026, 11, 25}},
        {"t7", {2026, 11, 28}},          {"cn", {2026, 11, 22}},           {"Chủ nhật", {2026, 11, 22}},
        {"t2 tuần sau", {2026, 11, 23}}, {"cn tuần sau", {2026, 11, 29}},  {"3 ngày nữa", {2026, 11, 24}},
        {"2 tuần nữa", {2026, 12, 5}},   {"1 tháng nữa", {2026, 12, 21}},  {"tuần sau", {2026, 11, 28}},
        {"cuối tháng", {2026, 11, 30}},  {"đầu tháng sau", {2026, 12, 1}}, {"cuối tháng sau", {2026, 12, 31}},
        {"tháng sau", {2026, 12, 21}},   {"cuối năm", {2026, 12, 31}}};
    for (const auto& [typed, expected] : cases) {
        EXPECT_EQ(near(typed), expected) << typed;
    }
}

TEST(DateText, givesEveryWeekdayTheNextSuchDay)
{
    for (int shift = 0; shift < 7; ++shift) {
        const Date today = addDays(kToday, shift);
        for (int day = 2; day <= 7; ++day) {
            const Date found = parseDate("t" + std::to_string(day), today).value_or(today);
            EXPECT_EQ(weekday(found), day - 1);
            EXPECT_GT(found, today);
            EXPECT_LE(toDays(found), toDays(today) + 7);
        }
    }
}

TEST(DateText, readsBirthdays)
{
    EXPECT_EQ(born("07/10/56"), (Date{1956, 10, 7}));
    EXPECT_EQ(born("07/10/26"), (Date{2026, 10, 7}));
    EXPECT_EQ(born("07/12/26"), (Date{1926, 12, 7})); // not in the future
    EXPECT_EQ(born("18/11"), (Date{0, 11, 18}));
    EXPECT_EQ(born("29/2"), (Date{0, 2, 29}));
    EXPECT_EQ(born("1/1/1957"), (Date{1957, 1, 1}));
    EXPECT_EQ(born("mai"), std::nullopt); // also a given name
}

TEST(DateText, readsAYearAlone)
{
    EXPECT_EQ(parseYear("1985"), 1985);
    EXPECT_EQ(parseYear(" 2005 "), 2005);
    for (const std::string_view text : {"", "85", "1899", "2100", "19850", "198x", "5/1985"})
        EXPECT_EQ(parseYear(text), std::nullopt) << text;
}

TEST(DateText, refusesOtherTexts)
{
    for (const auto typed : {"", "31/2/2026", "32/1", "1/13", "18/11/226", "99999999", "abc", "t8", "1/2/3/4", "18",
                             "2026", "3 năm", "-3 ngày", "18/11/20266"}) {
        EXPECT_EQ(near(typed), std::nullopt) << typed;
    }
}

rc::Gen<Date> dateGen()
{
    return rc::gen::map(rc::gen::inRange(-700'000, 2'900'000), [](int days) { return fromDays(days); });
}

RC_GTEST_PROP(DateLaws, writtenDatesReadBack, ())
{
    const auto date = *dateGen();
    RC_PRE(date.year >= 100);
    RC_ASSERT(near(formatDate(date)) == date);
    RC_ASSERT(born(formatDate(date)) == date);
    RC_PRE(date.year >= 1000);
    RC_ASSERT(near(formatIsoDate(date)) == date);
}

RC_GTEST_PROP(DateLaws, dayNumbersKeepTheOrder, ())
{
    const auto a = *dateGen();
    const auto b = *dateGen();
    RC_ASSERT((a < b) == (toDays(a) < toDays(b)));
    RC_ASSERT(fromDays(toDays(a)) == a);
    RC_ASSERT(isValid(a));
}

RC_GTEST_PROP(DateLaws, anyTextIsTaken, (const std::string& text))
{
    RC_ASSERT(isValid(near(text).value_or(kToday)));
}

TEST(LunarDateText, readsWhatIsWritten)
{
    const auto day = [](const char* text) { return parseLunarDate(text, kToday); };
    EXPECT_EQ(day("30/02"), (LunarDate{0, 2, 30, false}));
    EXPECT_EQ(day("15-8"), (LunarDate{0, 8, 15, false}));
    EXPECT_EQ(day("rằm tháng Giêng"), (LunarDate{0, 1, 15, false}));
    EXPECT_EQ(day("mồng 2 tháng Chạp âm lịch"), (LunarDate{0, 12, 2, false}));
    EXPECT_EQ(day("23/12/1985"), (LunarDate{1985, 12, 23, false}));
    EXPECT_EQ(day("1985-12-23"), (LunarDate{1985, 12, 23, false}));
    EXPECT_EQ(day("23121985"), (LunarDate{1985, 12, 23, false}));
    EXPECT_EQ(day("23/12/85"), (LunarDate{1985, 12, 23, false}));
}

TEST(LunarDateText, readsTheLeapMonth)
{
    // 2025 repeats the sixth month; 1985 the second, unlike the calendar of Beijing.
    EXPECT_EQ(parseLunarDate("2/6/2025 nhuận", kToday), (LunarDate{2025, 6, 2, true}));
    EXPECT_EQ(parseLunarDate("2/6 nhuan", kToday), (LunarDate{0, 6, 2, true}));
    EXPECT_EQ(parseLunarDate("mồng 2 tháng Sáu nhuận", kToday), std::nullopt) << "months are written in figures";
    EXPECT_EQ(parseLunarDate("2/6/2024 nhuận", kToday), std::nullopt) << "no such month in that year";
    EXPECT_EQ(parseLunarDate("1/2/1985 leap month", kToday), (LunarDate{1985, 2, 1, true}));
}

TEST(LunarDateText, refusesDaysThatDoNotExist)
{
    for (const char* text : {"31/2", "0/2", "1/13", "1/0", "", "rằm", "2/6/7", "1/1/0000", "hôm nay", "12/1985"})
        EXPECT_EQ(parseLunarDate(text, kToday), std::nullopt) << text;
    EXPECT_EQ(lunarMonthDays(2026, 2, false) == 30, parseLunarDate("30/2/2026", kToday).has_value());
}

} // namespace
} // namespace banhang::vn
