#include "server/series/period_days.h"

#include <algorithm>

namespace banhang::server {

namespace {

/// The month is day 1 of it.
vn::Date nthWeekday(const vn::Date& month, int nth, int weekday)
{
    const int firstOne = 1 + (weekday - vn::weekday(month) + 7) % 7;
    const int length = vn::daysInMonth(month.year, month.month);
    const int day = nth > 0 ? firstOne + 7 * (nth - 1) : firstOne + 7 * ((length - firstOne) / 7);
    return {month.year, month.month, day};
}

int distance(const vn::Date& from, const vn::Date& to)
{
    return static_cast<int>(vn::toDays(to) - vn::toDays(from));
}

vn::Date mondayOf(const vn::Date& day)
{
    return vn::addDays(day, 1 - vn::weekday(day));
}

} // namespace

PeriodDays::PeriodDays(const v1::Recurrence& rule, const vn::Date& anchor, const vn::Date& begin)
    : m_rule(rule), m_anchor(anchor)
{
    if (rule.is_lunar())
        m_lunarAnchor = vn::toLunar(anchor);
    switch (rule.frequency()) {
    case v1::FREQUENCY_WEEKLY:
        goToWeek(begin);
        break;
    case v1::FREQUENCY_MONTHLY:
        rule.is_lunar() ? goToLunarMonth(begin) : goToMonth(begin);
        break;
    case v1::FREQUENCY_YEARLY:
        goToYear(begin);
        break;
    default:
        m_start = vn::addDays(anchor, steps(distance(anchor, begin)));
    }
}

void PeriodDays::goToWeek(const vn::Date& begin)
{
    const vn::Date anchored = mondayOf(m_anchor);
    m_start = vn::addDays(anchored, 7 * steps(distance(anchored, mondayOf(begin)) / 7));
}

void PeriodDays::goToMonth(const vn::Date& begin)
{
    const int months = 12 * (begin.year - m_anchor.year) + begin.month - m_anchor.month;
    m_start = vn::addMonths({m_anchor.year, m_anchor.month, 1}, steps(months));
}

void PeriodDays::goToLunarMonth(const vn::Date& begin)
{
    m_start = vn::addDays(m_anchor, 1 - m_lunarAnchor.day);
    while (m_start > begin)
        for (int i = 0; i < m_rule.interval(); ++i)
            m_start = vn::addDays(m_start, -vn::toLunar(vn::addDays(m_start, -1)).day);
}

void PeriodDays::goToYear(const vn::Date& begin)
{
    if (m_rule.is_lunar()) {
        m_lunarYear = m_lunarAnchor.year + steps(vn::toLunar(begin).year - m_lunarAnchor.year);
        m_start = vn::tetOf(m_lunarYear);
    } else {
        m_start = {m_anchor.year + steps(begin.year - m_anchor.year), 1, 1};
    }
}

/// The whole intervals in so many units, as units; rounded towards the past.
int PeriodDays::steps(int units) const
{
    const int interval = m_rule.interval();
    const int whole = units / interval - (units % interval < 0 ? 1 : 0);
    return whole * interval;
}

std::vector<vn::Date> PeriodDays::days() const
{
    switch (m_rule.frequency()) {
    case v1::FREQUENCY_WEEKLY: {
        std::vector<vn::Date> days;
        for (const int weekday : m_rule.weekdays())
            days.push_back(vn::addDays(m_start, weekday - 1));
        return days;
    }
    case v1::FREQUENCY_MONTHLY:
        if (m_rule.is_lunar()) {
            const vn::LunarDate month = vn::toLunar(m_start);
            const int length = vn::lunarMonthDays(month.year, month.month, month.leap);
            return {vn::addDays(m_start, std::min(m_rule.month_day(), length) - 1)};
        }
        return daysOfMonth(m_start.year, m_start.month);
    case v1::FREQUENCY_YEARLY:
        if (m_rule.is_lunar())
            return {lunarYearDay()};
        return daysOfMonth(m_start.year, m_anchor.month);
    default:
        return {m_start};
    }
}

void PeriodDays::advance()
{
    const int interval = m_rule.interval();
    switch (m_rule.frequency()) {
    case v1::FREQUENCY_WEEKLY:
        m_start = vn::addDays(m_start, 7 * interval);
        break;
    case v1::FREQUENCY_MONTHLY:
        if (m_rule.is_lunar())
            advanceLunarMonths(interval);
        else
            m_start = vn::addMonths(m_start, interval);
        break;
    case v1::FREQUENCY_YEARLY:
        m_lunarYear += interval;
        m_start = m_rule.is_lunar() ? vn::tetOf(m_lunarYear) : vn::Date{m_start.year + interval, 1, 1};
        break;
    default:
        m_start = vn::addDays(m_start, interval);
    }
}

std::vector<vn::Date> PeriodDays::daysOfMonth(int year, int month) const
{
    const int length = vn::daysInMonth(year, month);
    if (m_rule.nth() != 0) {
        const vn::Date day = nthWeekday({year, month, 1}, m_rule.nth(), m_rule.nth_weekday());
        return day.day <= length ? std::vector{day} : std::vector<vn::Date>{};
    }
    if (m_rule.month_day() > length && !m_rule.is_month_end_kept())
        return {};
    return {{year, month, std::min(m_rule.month_day(), length)}};
}

vn::Date PeriodDays::lunarYearDay() const
{
    const int month = m_lunarAnchor.month;
    const bool asLeap = m_lunarAnchor.leap && vn::lunarMonthDays(m_lunarYear, month, true) > 0;
    const int day = std::min(m_rule.month_day(), vn::lunarMonthDays(m_lunarYear, month, asLeap));
    return vn::toSolar({m_lunarYear, month, day, asLeap}).value_or(m_start);
}

void PeriodDays::advanceLunarMonths(int months)
{
    for (int i = 0; i < months; ++i) {
        const vn::LunarDate month = vn::toLunar(m_start);
        m_start = vn::addDays(m_start, vn::lunarMonthDays(month.year, month.month, month.leap));
    }
}

} // namespace banhang::server
