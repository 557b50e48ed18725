// Lists in the order of a choice (status, owner ...): one group after the other, each read as the list by name is.
#pragma once

#include <optional>
#include <vector>

#include "server/customers/list/customer_list_store.h"

namespace banhang::server {

/// Whether lists in this order come group by group, and so by the functions here. A place's key then begins with the
/// group's value.
bool isGrouped(v1::CustomerSort sort);

/// As listPlaces, in one statement beside the one that reads the groups, two where the page begins inside of a group.
std::vector<ListPlace> groupedPlaces(Call& call, const ListQuery& query, const std::optional<ListPlace>& from,
                                     bool backwards, int limit);

/// As placeOf.
std::optional<ListPlace> groupedPlaceOf(Call& call, const ListQuery& query, std::int64_t customerId);

} // namespace banhang::server
