// The conditions of a customer filter as a fragment of SQL.
#pragma once

#include <string>

#include "banhang/v1/customers.pb.h"
#include "server/core/database/composed_query.h"
#include "server/fields/issue_rules.h"

namespace banhang::server {

/// " AND …" over `banhang.customer c`, the same text for every filter but for its tags; the owners and units that are
/// wanted are the scope's matter (listScope), the bin the statement's. No condition reads a field that a mask can hide.
std::string filterConditions(ComposedQuery& query, const v1::CustomerFilter& filter);

/// What cannot be asked for: lists without end, choices and days that do not exist. Paths are those of the filter.
Issues filterIssues(const v1::CustomerFilter& filter);

} // namespace banhang::server
