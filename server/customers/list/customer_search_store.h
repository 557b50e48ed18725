// Finds customers by words, in the thin table beside the customers.
#pragma once

#include <cstdint>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"
#include "server/customers/list/customer_list_store.h"
#include "server/customers/list/search_text.h"

namespace banhang::server {

/// At most `limit` ids, best first: marks as typed, then names that begin with the query, then names with its words
/// side by side, then Vietnamese order. Words so common that a page of them is met at the beginning of the order are
/// ranked by their neighbours only there. Looks only into what the caller's masks leave open: a word that matches
/// nothing but a hidden phone finds nothing.
std::vector<std::int64_t> searchCustomers(Call& call, const SearchQuery& query, const v1::CustomerFilter& filter,
                                          const ListScope& scope, int limit);

/// By the customer's own name alone, in the whole company, for public cards.
std::vector<std::int64_t> searchAllNames(Call& call, const SearchQuery& query, int limit);

} // namespace banhang::server
