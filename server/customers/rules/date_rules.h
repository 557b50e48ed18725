// Which birthdays and days of foundation can be.
#pragma once

#include <string_view>

#include "banhang/v1/customer.pb.h"
#include "common/vn/date.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// Errors: a day that never was, or lies ahead. Warning: an age that hardly anybody reaches.
void checkBirthday(const v1::Birthday& birthday, std::string_view path, const vn::Date& today, Issues& issues);

/// Errors: incomplete, a day that never was, or lies ahead.
void checkFoundedDate(const v1::Date& date, std::string_view path, const vn::Date& today, Issues& issues);

} // namespace banhang::server
