// Days of the contract, from those that are calculated with.
#pragma once

#include "banhang/v1/common.pb.h"
#include "common/vn/date.h"

namespace banhang {

inline void setDate(const vn::Date& day, v1::Date& date)
{
    date.set_year(day.year);
    date.set_month(day.month);
    date.set_day(day.day);
}

} // namespace banhang
