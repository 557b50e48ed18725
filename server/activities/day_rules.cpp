#include "server/activities/day_rules.h"

#include <algorithm>

#include "common/vn/holidays.h"
#include "common/vn/lunar.h"

namespace banhang::server {

namespace {

constexpr std::int64_t kDay = 24LL * 3600 * 1'000'000;
/// Viet Nam keeps UTC+7 all the year round.
constexpr std::int64_t kZone = 7LL * 3600 * 1'000'000;
constexpr int kLunarKey = 10'000;
constexpr int kFriday = 5;

int keyOf(int month, int day)
{
    return month * 100 + day;
}

} // namespace

std::int64_t beginOfDay(const vn::Date& day)
{
    return vn::toDays(day) * kDay - kZone;
}

vn::Date dayOf(std::int64_t micros)
{
    const std::int64_t local = micros + kZone;
    return vn::fromDays((local - ((local % kDay) + kDay) % kDay) / kDay);
}

vn::Date nextWorkingDay(const vn::Date& today)
{
    vn::Date day = vn::addDays(today, 1);
    while (vn::weekday(day) > kFriday)
        day = vn::addDays(day, 1);
    return day;
}

vn::Date workingDayFrom(const vn::Date& day)
{
    vn::Date found = day;
    const auto isOff = [](const vn::Date& date) {
        return vn::weekday(date) > kFriday || std::ranges::any_of(vn::holidaysBetween(date, date), &vn::Holiday::isOff);
    };
    while (isOff(found))
        found = vn::addDays(found, 1);
    return found;
}

std::vector<std::int64_t> yearlyKeys(const vn::Date& first, int days)
{
    std::vector<std::int64_t> keys;
    for (int i = 0; i < days; ++i) {
        const vn::Date day = vn::addDays(first, i);
        const vn::LunarDate lunar = vn::toLunar(day);
        keys.push_back(keyOf(day.month, day.day));
        keys.push_back(kLunarKey + keyOf(lunar.month, lunar.day));
        // The 29th and the 30th of months that lack them in this year.
        if (day.month == 2 && day.day == 28)
            keys.push_back(keyOf(2, 29));
        if (lunar.day == 29)
            keys.push_back(kLunarKey + keyOf(lunar.month, 30));
    }
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

std::optional<vn::Date> nextOccurrence(const YearlyDay& yearly, const vn::Date& from)
{
    const int month = yearly.date.month;
    const int day = yearly.date.day;
    if (month < 1 || month > 12 || day < 1)
        return std::nullopt;
    if (yearly.isLunar)
        return day > 30 ? std::nullopt : std::optional(vn::nextLunarAnniversary(month, day, yearly.isLeapMonth, from));
    if (!vn::isValidBirthday({0, month, day}))
        return std::nullopt;
    for (const int year : {from.year, from.year + 1}) {
        const vn::Date kept{year, month, std::min(day, vn::daysInMonth(year, month))};
        if (kept >= from)
            return kept;
    }
    return std::nullopt;
}

} // namespace banhang::server
