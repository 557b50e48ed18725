#include "common/vn/holidays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace banhang::vn {
namespace {

std::string keysBetween(const Date& first, const Date& last)
{
    std::string keys;
    for (const Holiday& each : holidaysBetween(first, last))
        keys += std::string(each.key) + "@" + formatIsoDate(each.first) + " ";
    return keys;
}

TEST(Holidays, countElevenPaidDaysWhereTheSecondOfSeptemberWasAnnounced)
{
    for (const int year : {2023, 2024, 2025, 2026}) {
        int days = 0;
        for (const Holiday& each : holidaysBetween({year, 1, 1}, {year, 12, 31}))
            days += each.isOff ? each.length : 0;
        EXPECT_EQ(days, 11) << year;
    }
}

TEST(Holidays, findTetByTheLunarCalendar)
{
    EXPECT_EQ(keysBetween({2027, 2, 1}, {2027, 2, 10}), "tet_eve@2027-02-05 tet@2027-02-06 ");
    EXPECT_EQ(keysBetween({2027, 2, 9}, {2027, 2, 9}), "tet@2027-02-06 ");
    EXPECT_EQ(keysBetween({2027, 2, 10}, {2027, 2, 10}), "");
}

TEST(Holidays, knowTheDaysOnWhichPeopleGreet)
{
    EXPECT_EQ(keysBetween({2026, 11, 16}, {2026, 11, 22}), "teachers@2026-11-20 ");
    EXPECT_EQ(keysBetween({2026, 4, 20}, {2026, 5, 2}),
              "hung_kings@2026-04-26 reunification@2026-04-30 labour@2026-05-01 ");
    EXPECT_EQ(keysBetween({2027, 1, 25}, {2027, 2, 1}), "kitchen_gods@2027-01-30 ");
}

TEST(Holidays, areWhollyWrittenInBothLanguages)
{
    for (const Holiday& each : holidaysBetween({2025, 1, 1}, {2027, 12, 31})) {
        EXPECT_FALSE(each.vietnamese.empty()) << each.key;
        EXPECT_FALSE(each.english.empty()) << each.key;
        EXPECT_EQ(each.english.find(','), std::string_view::npos) << each.key;
    }
}

} // namespace
} // namespace banhang::vn
