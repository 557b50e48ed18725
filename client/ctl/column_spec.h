// The columns that --map names.
#pragma once

#include <string>

#include "client/sheets/column_map.h"

namespace banhang::client {

/// `name=Tên,phones=Điện thoại`: each field = title of a column, or its number, from 1, where it has no title; other
/// columns are left out. Throws UsageError.
void applyColumnSpec(const std::string& spec, ColumnMap& map);

} // namespace banhang::client
