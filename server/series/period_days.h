// Walks the periods of a recurrence: each day, week, month or year that its interval hits, and its days in it.
#pragma once

#include <vector>

#include "banhang/v1/series.pb.h"
#include "common/vn/date.h"
#include "common/vn/lunar.h"

namespace banhang::server {

class PeriodDays
{
public:
    /// The rule must be completed, both days valid. The anchor is in one of the periods; stands on the last one that
    /// begins on `begin` or before.
    PeriodDays(const v1::Recurrence& rule, const vn::Date& anchor, const vn::Date& begin);

    /// First day of the period; grows with each `advance`.
    const vn::Date& start() const { return m_start; }
    /// Days of the rule in the period, in order; also those before `begin`.
    std::vector<vn::Date> days() const;
    void advance();

private:
    void goToWeek(const vn::Date& begin);
    void goToMonth(const vn::Date& begin);
    void goToLunarMonth(const vn::Date& begin);
    void goToYear(const vn::Date& begin);
    int steps(int units) const;
    std::vector<vn::Date> daysOfMonth(int year, int month) const;
    vn::Date lunarYearDay() const;
    void advanceLunarMonths(int months);

    v1::Recurrence m_rule;
    vn::Date m_anchor;
    vn::LunarDate m_lunarAnchor;
    vn::Date m_start;
    int m_lunarYear = 0;
};

} // namespace banhang::server
