#include "server/customers/list/customer_group_store.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "common/vn/sort_key.h"
#include "server/customers/customer_store.h"

namespace banhang::server {

namespace {

/// Between the group and the rest of a place's key; no value of a group holds it.
constexpr char kGroupEnd = '\n';

constexpr Statement kPickOrder{"SELECT key FROM banhang.pick_item WHERE list_key = $1 ORDER BY position, id"};
constexpr Statement kOwners{
    "SELECT id, unit_id, full_name FROM banhang.app_user WHERE $1 OR unit_id = ANY ($2::bigint[])"};
/// Beyond the caller's scope: $1 = caller, $2 = the leaves asked for, or NULL for all.
constexpr Statement kLeavesOfShared{
    "SELECT DISTINCT c.unit_id FROM banhang.customer_share s JOIN banhang.customer c ON c.id = s.customer_id"
    " WHERE s.user_id = $1 AND ($2::bigint[] IS NULL OR c.unit_id = ANY ($2::bigint[]))"};

using Keys = google::protobuf::RepeatedPtrField<std::string>;
using Filter = v1::CustomerFilter;

/// A sort by a pick list: where the filter names its values, and where a customer has its own.
struct PickSort
{
    v1::CustomerSort sort;
    const char* list;
    const char* column;
    Keys* (Filter::*any)();
    Keys* (Filter::*none)();
    const std::string& (v1::Customer::*value)() const;
};

constexpr PickSort kPickSorts[] = {
    {v1::CUSTOMER_SORT_STATUS, "status", "c.status_key", &Filter::mutable_status_keys, &Filter::mutable_not_status_keys,
     &v1::Customer::status_key},
    {v1::CUSTOMER_SORT_TIER, "tier", "c.tier_key", &Filter::mutable_tier_keys, &Filter::mutable_not_tier_keys,
     &v1::Customer::tier_key},
    {v1::CUSTOMER_SORT_GROUP, "group", "c.group_key", &Filter::mutable_group_keys, &Filter::mutable_not_group_keys,
     &v1::Customer::group_key},
    {v1::CUSTOMER_SORT_SOURCE, "source", "c.source_key", &Filter::mutable_source_keys, &Filter::mutable_not_source_keys,
     &v1::Customer::source_key},
    {v1::CUSTOMER_SORT_TRADE, "trade", "c.trade_key", &Filter::mutable_trade_keys, &Filter::mutable_not_trade_keys,
     &v1::Customer::trade_key},
};

const PickSort* pickSort(v1::CustomerSort sort)
{
    const auto* found = std::ranges::find(kPickSorts, sort, &PickSort::sort);
    return found == std::end(kPickSorts) ? nullptr : found;
}

/// A list's groups, and the conditions that hold in all of them.
struct Grouping
{
    ListGroups groups;
    Filter rest;
};

template <typename Values, typename Value>
bool contains(const Values& values, const Value& value)
{
    return std::ranges::find(values, value) != values.end();
}

Grouping pickGroups(Call& call, const ListQuery& query, const PickSort& sort)
{
    Grouping grouping{{sort.column, "text", {}}, query.filter};
    const Keys any = *(grouping.rest.*sort.any)();
    const Keys none = *(grouping.rest.*sort.none)();
    (grouping.rest.*sort.any)()->Clear();
    (grouping.rest.*sort.none)()->Clear();
    std::vector<std::string> values;
    const Rows rows = call.tx.query(kPickOrder, std::string(sort.list));
    for (const Row row : rows)
        values.push_back(row.string(0));
    values.emplace_back(); // of those that have none
    for (std::string& value : values)
        if ((any.empty() || contains(any, value)) && !contains(none, value))
            grouping.groups.values.push_back(std::move(value));
    return grouping;
}

Grouping kindGroups(const ListQuery& query)
{
    Grouping grouping{{"c.kind", "smallint", {}}, query.filter};
    grouping.rest.clear_kinds();
    for (const auto kind : {v1::CUSTOMER_KIND_INDIVIDUAL, v1::CUSTOMER_KIND_ORGANISATION})
        if (query.filter.kinds().empty() || contains(query.filter.kinds(), kind))
            grouping.groups.values.push_back(std::to_string(kind));
    return grouping;
}

/// Each owner has a leaf of their own, and nobody else has customers there.
Grouping ownerGroups(Call& call, const ListQuery& query)
{
    std::vector<std::int64_t> leaves = query.scope.units;
    if (!query.scope.all) {
        const Rows shared = call.tx.query(kLeavesOfShared, call.caller.userId, query.scope.wanted);
        for (const Row row : shared)
            leaves.push_back(row.int64(0));
    }
    std::vector<std::tuple<std::string, std::int64_t, std::int64_t>> owners; // by name, then by id
    const Rows rows = call.tx.query(kOwners, query.scope.all, leaves);
    for (const Row row : rows)
        owners.emplace_back(vn::personSortKey(row.string(2)), row.int64(0), row.int64(1));
    std::ranges::sort(owners);
    Grouping grouping{{"c.unit_id", "bigint", {}, true}, query.filter};
    for (const auto& [name, id, leaf] : owners)
        grouping.groups.values.push_back(std::to_string(leaf));
    return grouping;
}

Grouping groupingOf(Call& call, const ListQuery& query)
{
    if (query.sort == v1::CUSTOMER_SORT_OWNER)
        return ownerGroups(call, query);
    if (query.sort == v1::CUSTOMER_SORT_KIND)
        return kindGroups(query);
    return pickGroups(call, query, *pickSort(query.sort));
}

std::string valueOf(v1::CustomerSort sort, const v1::Customer& customer)
{
    if (sort == v1::CUSTOMER_SORT_OWNER)
        return std::to_string(customer.unit_id());
    if (sort == v1::CUSTOMER_SORT_KIND)
        return std::to_string(customer.kind());
    return (customer.*pickSort(sort)->value)();
}

} // namespace

bool isGrouped(v1::CustomerSort sort)
{
    return sort == v1::CUSTOMER_SORT_OWNER || sort == v1::CUSTOMER_SORT_KIND || pickSort(sort) != nullptr;
}

std::vector<ListPlace> groupedPlaces(Call& call, const ListQuery& query, const std::optional<ListPlace>& from,
                                     bool backwards, int limit)
{
    auto [groups, rest] = groupingOf(call, query);
    const ListQuery byName{rest, query.scope, v1::CUSTOMER_SORT_NAME, query.descending};
    std::vector<std::string>& values = groups.values;
    if (query.descending != backwards)
        std::ranges::reverse(values);
    std::vector<ListPlace> places;
    const auto read = [&](std::vector<std::string> of, const std::optional<ListPlace>& inside) {
        const ListGroups some{groups.column, groups.type, std::move(of), groups.areLeaves};
        const int missing = limit - static_cast<int>(places.size());
        for (GroupedPlace& found : listGroupedPlaces(call, byName, some, inside, backwards, missing))
            places.push_back({found.value + kGroupEnd + found.place.key, found.place.id});
    };
    if (from) {
        const std::size_t end = from->key.find(kGroupEnd);
        values.erase(values.begin(), std::ranges::find(values, from->key.substr(0, end)));
        if (end != std::string::npos && !values.empty()) {
            read({values.front()}, ListPlace{from->key.substr(end + 1), from->id});
            values.erase(values.begin());
        }
    }
    if (!values.empty() && static_cast<int>(places.size()) < limit)
        read(values, std::nullopt);
    return places;
}

std::optional<ListPlace> groupedPlaceOf(Call& call, const ListQuery& query, std::int64_t customerId)
{
    const ListQuery byName{query.filter, query.scope, v1::CUSTOMER_SORT_NAME, query.descending};
    auto place = placeOf(call, byName, customerId);
    const auto customers = readCustomers(call, {customerId}, v1::CUSTOMER_VIEW_BASIC, query.filter.deleted());
    if (!place || customers.empty())
        return std::nullopt;
    place->key = valueOf(query.sort, customers.front()) + kGroupEnd + place->key;
    return place;
}

} // namespace banhang::server
