// The conditions of a customer filter as a fragment of SQL.
#pragma once

#include <string>

#include "banhang/v1/customers.pb.h"
#include "server/customers/composed_query_store.h"

namespace banhang::server {

/// " AND …" over `banhang.customer c`, the same text for every filter; owners and units are the scope's matter
/// (listScope), the bin the statement's. No condition reads a field that a mask can hide.
std::string filterConditions(ComposedQuery& query, const v1::CustomerFilter& filter);

} // namespace banhang::server
