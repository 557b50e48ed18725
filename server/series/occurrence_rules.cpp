#include "server/series/occurrence_rules.h"

#include <algorithm>

#include <google/protobuf/timestamp.pb.h>

#include "common/day_message.h"

namespace banhang::server {

namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kOffsetSeconds = std::int64_t{7} * 3600; // Viet Nam has no summer time
/// As many in the past as two months of days have.
constexpr std::size_t kMaxPastDays = 62;
/// More are made when this many days of the horizon, or half of the occurrences, are used up.
constexpr int kMakeAfterDays = 30;

} // namespace

std::optional<vn::Date> firstDayOf(const v1::Activity& activity)
{
    if (activity.has_start_time()) {
        const std::int64_t local = activity.start_time().seconds() + kOffsetSeconds;
        return vn::fromDays(local / kSecondsPerDay - (local % kSecondsPerDay < 0 ? 1 : 0));
    }
    if (activity.has_day() && vn::isValid(dateOf(activity.day())))
        return dateOf(activity.day());
    return std::nullopt;
}

void moveByDays(v1::Activity& activity, std::int64_t days)
{
    if (activity.has_start_time())
        activity.mutable_start_time()->set_seconds(activity.start_time().seconds() + days * kSecondsPerDay);
    if (activity.has_end_time())
        activity.mutable_end_time()->set_seconds(activity.end_time().seconds() + days * kSecondsPerDay);
    if (activity.has_day())
        setDate(vn::addDays(dateOf(activity.day()), static_cast<int>(days)), *activity.mutable_day());
    if (activity.has_last_day())
        setDate(vn::addDays(dateOf(activity.last_day()), static_cast<int>(days)), *activity.mutable_last_day());
}

v1::Activity onDay(const v1::Activity& pattern, const vn::Date& day)
{
    v1::Activity occurrence = pattern;
    const vn::Date first = firstDayOf(pattern).value_or(day);
    moveByDays(occurrence, vn::toDays(day) - vn::toDays(first));
    return occurrence;
}

WantedDays wantedDays(const Repetition& repetition, const vn::Date& from, const vn::Date& today)
{
    const vn::Date horizon = vn::addDays(today, kHorizonDays);
    WantedDays wanted;
    wanted.days = recurrenceDays(repetition, from, vn::addDays(today, -1), kMaxPastDays);
    // One more than are made tells whether there is a further one.
    const vn::Date begin = std::max(from, today);
    auto ahead = recurrenceDays(repetition, begin, horizon, kMaxAhead + 1);
    const bool isCut = ahead.size() > kMaxAhead;
    if (isCut)
        ahead.pop_back();
    wanted.days.insert(wanted.days.end(), ahead.begin(), ahead.end());
    wanted.madeUntil = isCut ? ahead.back() : horizon;
    const vn::Date next = vn::addDays(wanted.madeUntil, 1);
    if (isCut)
        wanted.nextMakeOn = ahead[kMaxAhead / 2];
    else if (!recurrenceDays(repetition, next, vn::addDays(next, 40'000), 1).empty())
        wanted.nextMakeOn = vn::addDays(today, kMakeAfterDays);
    return wanted;
}

} // namespace banhang::server
