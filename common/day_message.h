// Days as the contract has them and as they are calculated with.
#pragma once

#include "banhang/v1/common.pb.h"
#include "common/vn/date.h"

namespace banhang {

/// As it stands: whether it is a day of the calendar is for vn::isValid.
inline vn::Date dateOf(const v1::Date& date)
{
    return {date.year(), date.month(), date.day()};
}

inline void setDate(const vn::Date& day, v1::Date& date)
{
    date.set_year(day.year);
    date.set_month(day.month);
    date.set_day(day.day);
}

} // namespace banhang
