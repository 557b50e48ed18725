#include "common/vn/lunar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace banhang::vn {
namespace {

TEST(Lunar, knowsTheDaysOfTet)
{
    // Where Viet Nam and China differ, the Vietnamese day: 1968, 1985 (by a month), 2007, 2030, 2053.
    const Date days[] = {{1968, 1, 29}, {1985, 1, 21}, {2007, 2, 17}, {2024, 2, 10}, {2025, 1, 29},
                         {2026, 2, 17}, {2027, 2, 6},  {2028, 1, 26}, {2030, 2, 2},  {2053, 2, 18}};
    for (const Date& day : days) {
        EXPECT_EQ(tetOf(day.year), day) << day.year;
        EXPECT_EQ(toLunar(day), (LunarDate{day.year, 1, 1, false})) << day.year;
        EXPECT_EQ(toLunar(addDays(day, -1)).month, 12) << day.year;
        EXPECT_EQ(toLunar(addDays(day, -1)).year, day.year - 1) << day.year;
    }
}

TEST(Lunar, knowsTheLeapMonths)
{
    const std::map<int, int> leaps = {{1985, 2}, {1987, 7}, {1990, 5}, {1993, 3}, {1995, 8}, {1998, 5}, {2001, 4},
                                      {2004, 2}, {2006, 7}, {2009, 5}, {2012, 4}, {2014, 9}, {2017, 6}, {2020, 4},
                                      {2023, 2}, {2025, 6}, {2028, 5}, {2031, 3}, {2033, 11}};
    for (int year = 1985; year <= 2033; ++year) {
        const auto it = leaps.find(year);
        EXPECT_EQ(leapMonthOf(year), it == leaps.end() ? 0 : it->second) << year;
    }
}

TEST(Lunar, findsKnownDays)
{
    EXPECT_EQ(toLunar({2026, 11, 18}), (LunarDate{2026, 10, 10, false}));
    EXPECT_EQ(toLunar({2025, 7, 25}), (LunarDate{2025, 6, 1, true}));
    EXPECT_EQ(toSolar({2025, 6, 1, false}), (Date{2025, 6, 25}));
    EXPECT_EQ(toSolar({2026, 3, 10, false}), (Date{2026, 4, 26})); // Giỗ tổ Hùng Vương
    EXPECT_EQ(toSolar({2026, 8, 15, false}), (Date{2026, 9, 25})); // Trung thu
    EXPECT_EQ(toSolar({2024, 12, 30, false}), std::nullopt);       // the year ended on the 29th
}

TEST(Lunar, refusesDaysThatDoNotExist)
{
    EXPECT_EQ(toSolar({2026, 6, 1, true}), std::nullopt);
    EXPECT_EQ(toSolar({2026, 1, 31, false}), std::nullopt);
    EXPECT_EQ(toSolar({2026, 1, 0, false}), std::nullopt);
    EXPECT_EQ(toSolar({2026, 13, 1, false}), std::nullopt);
    EXPECT_EQ(lunarMonthDays(2026, 6, true), 0);
}

TEST(Lunar, walksThroughTwoCenturiesWithoutAGap)
{
    LunarDate before = toLunar({1899, 12, 31});
    for (std::int64_t day = toDays({1900, 1, 1}); day <= toDays({2100, 12, 31}); ++day) {
        const Date date = fromDays(day);
        const LunarDate lunar = toLunar(date);
        ASSERT_EQ(toSolar(lunar), date) << formatIsoDate(date);
        if (lunar.day != 1) {
            ASSERT_EQ(lunar, (LunarDate{before.year, before.month, before.day + 1, before.leap}))
                << formatIsoDate(date);
        } else {
            ASSERT_GE(before.day, 29) << formatIsoDate(date);
            const bool repeats = lunar.leap && lunar.month == before.month && lunar.year == before.year;
            const bool follows = !lunar.leap && lunar.month == before.month % 12 + 1 &&
                                 lunar.year == before.year + (before.month == 12 ? 1 : 0);
            ASSERT_TRUE(repeats || follows) << formatIsoDate(date);
        }
        before = lunar;
    }
}

TEST(Lunar, repeatsLeapMonthsSevenTimesInNineteenYears)
{
    int leaps = 0;
    for (int year = 1900; year < 1900 + 190; ++year) {
        leaps += leapMonthOf(year) != 0 ? 1 : 0;
    }
    EXPECT_NEAR(leaps, 70, 1);
}

TEST(Lunar, findsTheNextAnniversary)
{
    EXPECT_EQ(nextLunarAnniversary(1, 1, false, {2026, 11, 21}), (Date{2027, 2, 6}));
    EXPECT_EQ(nextLunarAnniversary(10, 10, false, {2026, 11, 18}), (Date{2026, 11, 18})); // today counts
    EXPECT_EQ(nextLunarAnniversary(12, 23, false, {2027, 1, 1}), (Date{2027, 1, 30}));    // of the lunar year before
    // Born in a leap month 6: in its year in that month, else in the common one.
    EXPECT_EQ(nextLunarAnniversary(6, 1, true, {2025, 6, 1}), (Date{2025, 7, 25}));
    EXPECT_EQ(nextLunarAnniversary(6, 1, true, {2026, 1, 1}), toSolar({2026, 6, 1, false}));
    // The 30th of a short month is kept on the 29th.
    EXPECT_EQ(nextLunarAnniversary(12, 30, false, {2025, 1, 20}), (Date{2025, 1, 28}));
}

TEST(Lunar, speaksDays)
{
    EXPECT_EQ(lunarDayName({2026, 10, 10, false}), "mồng 10 tháng Mười");
    EXPECT_EQ(lunarDayName({2026, 1, 1, false}), "mồng 1 tháng Giêng");
    EXPECT_EQ(lunarDayName({2026, 1, 15, false}), "rằm tháng Giêng");
    EXPECT_EQ(lunarDayName({2026, 12, 23, false}), "23 tháng Chạp");
    EXPECT_EQ(lunarDayName({2025, 6, 2, true}), "mồng 2 tháng Sáu nhuận");
    EXPECT_EQ(formatLunarShort({2026, 10, 10, false}), "10/10");
    EXPECT_EQ(formatLunarShort({2025, 6, 2, true}), "2/6 nhuận");
}

TEST(Lunar, namesYears)
{
    EXPECT_EQ(canChiOf(2026), "Bính Ngọ");
    EXPECT_EQ(canChiOf(2023), "Quý Mão");
    EXPECT_EQ(canChiOf(1968), "Mậu Thân");
    EXPECT_EQ(canChiOf(1984), "Giáp Tý");
    EXPECT_EQ(canChiOf(1984 + 60), "Giáp Tý");
}

RC_GTEST_PROP(LunarLaws, anAnniversaryComesWithinThirteenMonths, ())
{
    const Date from = fromDays(*rc::gen::inRange<int>(-20'000, 40'000));
    const int month = *rc::gen::inRange(1, 13);
    const int day = *rc::gen::inRange(1, 31);
    const Date next = nextLunarAnniversary(month, day, *rc::gen::arbitrary<bool>(), from);
    RC_ASSERT(next >= from);
    RC_ASSERT(toDays(next) - toDays(from) <= 390 + 30);
    RC_ASSERT(toLunar(next).month == month);
}

} // namespace
} // namespace banhang::vn
