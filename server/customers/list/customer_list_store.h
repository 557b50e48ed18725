// Lists of customers by keyset: each page starts where the last one ended, however far down, and no plan walks or sorts
// the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "banhang/v1/customers.pb.h"
#include "server/core/call/call.h"

namespace banhang::server {

/// A place in a sorted list: the sort value as PostgreSQL writes it, and the id that breaks ties.
struct ListPlace
{
    std::string key;
    std::int64_t id = 0;
};

/// What a list is of, resolved: which leaves it reads, by which kind of statement.
struct ListScope
{
    bool all = false;                ///< the whole company, without a unit predicate
    std::vector<std::int64_t> units; ///< else these leaves
    /// Leaves that the filter leaves over, for rows shared with the caller from outside of the scope; nothing = any.
    std::optional<std::vector<std::int64_t>> wanted;
};

/// The caller's view scope cut down to the owners and units of the filter. One round trip, none without such a filter.
ListScope listScope(Call& call, const v1::CustomerFilter& filter);

struct ListQuery
{
    const v1::CustomerFilter& filter;
    const ListScope& scope;
    v1::CustomerSort sort = v1::CUSTOMER_SORT_NAME;
    bool descending = false;
};

/// At most `limit` places behind `from` (before it if `backwards`, nearest first), or from the start (the end) on.
std::vector<ListPlace> listPlaces(Call& call, const ListQuery& query, const std::optional<ListPlace>& from,
                                  bool backwards, int limit);

/// Customers by the value of one column, in the order of `values`.
struct ListGroups
{
    const char* column; ///< "c.trade_key"
    const char* type;   ///< "text"
    std::vector<std::string> values;
    /// The column is the leaf itself, so that each group is one person's.
    bool areLeaves = false;
};

struct GroupedPlace
{
    std::string value;
    ListPlace place;
};

/// As listPlaces, group by group in one statement, which ends with the group that fills the page; `from` is a place in
/// the first of them.
std::vector<GroupedPlace> listGroupedPlaces(Call& call, const ListQuery& query, const ListGroups& groups,
                                            const std::optional<ListPlace>& from, bool backwards, int limit);

/// How many match, counted up to `cap`.
int countCustomers(Call& call, const ListQuery& query, int cap);

/// Where one customer stands in this order; nothing if the caller does not see it or it is not in the list's half (bin
/// or not).
std::optional<ListPlace> placeOf(Call& call, const ListQuery& query, std::int64_t customerId);

} // namespace banhang::server
