#include "server/customers/customer_group_store.h"

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
    Keys* (Filter::*any)();
    Keys* (Filter::*none)();
    const std::string& (v1::Customer::*value)() const;
};

constexpr PickSort kPickSorts[] = {
    {v1::CUSTOMER_SORT_STATUS, "status", &Filter::mutable_status_keys, &Filter::mutable_not_status_keys,
     &v1::Customer::status_key},
    {v1::CUSTOMER_SORT_TIER, "tier", &Filter::mutable_tier_keys, &Filter::mutable_not_tier_keys,
     &v1::Customer::tier_key},
    {v1::CUSTOMER_SORT_GROUP, "group", &Filter::mutable_group_keys, &Filter::mutable_not_group_keys,
     &v1::Customer::group_key},
    {v1::CUSTOMER_SORT_SOURCE, "source", &Filter::mutable_source_keys, &Filter::mutable_not_source_keys,
     &v1::Customer::source_key},
    {v1::CUSTOMER_SORT_TRADE, "trade", &Filter::mutable_trade_keys, &Filter::mutable_not_trade_keys,
     &v1::Customer::trade_key},
};

const PickSort* pickSort(v1::CustomerSort sort)
{
    const auto* found = std::ranges::find(kPickSorts, sort, &PickSort::sort);
    return found == std::end(kPickSorts) ? nullptr : found;
}

/// What of the list lies in one group.
struct Group
{
    std::string value;
    Filter filter;
    ListScope scope;
};

std::vector<Group> pickGroups(Call& call, const ListQuery& query, const PickSort& sort)
{
    Filter rest = query.filter;
    const Keys any = *(rest.*sort.any)();
    const Keys none = *(rest.*sort.none)();
    (rest.*sort.any)()->Clear();
    (rest.*sort.none)()->Clear();
    std::vector<std::string> values;
    const Rows rows = call.tx.query(kPickOrder, std::string(sort.list));
    for (const Row row : rows)
        values.push_back(row.string(0));
    values.emplace_back(); // of those that have none
    std::vector<Group> groups;
    for (const std::string& value : values) {
        const bool isWanted =
            (any.empty() || std::ranges::find(any, value) != any.end()) && std::ranges::find(none, value) == none.end();
        if (!isWanted)
            continue;
        groups.push_back({value, rest, query.scope});
        *(groups.back().filter.*sort.any)()->Add() = value;
    }
    return groups;
}

std::vector<Group> kindGroups(const ListQuery& query)
{
    std::vector<Group> groups;
    for (const auto kind : {v1::CUSTOMER_KIND_INDIVIDUAL, v1::CUSTOMER_KIND_ORGANISATION}) {
        const auto& wanted = query.filter.kinds();
        if (!wanted.empty() && std::ranges::find(wanted, kind) == wanted.end())
            continue;
        groups.push_back({std::to_string(kind), query.filter, query.scope});
        groups.back().filter.clear_kinds();
        groups.back().filter.add_kinds(kind);
    }
    return groups;
}

/// Each owner has a leaf of their own, and nobody else has customers there.
std::vector<Group> ownerGroups(Call& call, const ListQuery& query)
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
    std::vector<Group> groups;
    for (const auto& [name, id, leaf] : owners) {
        const bool isSeen = query.scope.all || std::ranges::find(query.scope.units, leaf) != query.scope.units.end();
        ListScope scope;
        scope.wanted = {leaf};
        if (isSeen)
            scope.units = {leaf};
        groups.push_back({std::to_string(leaf), query.filter, scope});
    }
    return groups;
}

std::vector<Group> groupsOf(Call& call, const ListQuery& query)
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
    std::vector<Group> groups = groupsOf(call, query);
    if (query.descending != backwards)
        std::ranges::reverse(groups);
    auto group = groups.begin();
    std::optional<ListPlace> inside;
    if (from) {
        const std::size_t end = from->key.find(kGroupEnd);
        group = std::ranges::find(groups, from->key.substr(0, end), &Group::value);
        if (end != std::string::npos)
            inside = ListPlace{from->key.substr(end + 1), from->id};
    }
    std::vector<ListPlace> places;
    for (; group != groups.end() && static_cast<int>(places.size()) < limit; ++group, inside.reset()) {
        const ListQuery byName{group->filter, group->scope, v1::CUSTOMER_SORT_NAME, query.descending};
        const int rest = limit - static_cast<int>(places.size());
        for (ListPlace& place : listPlaces(call, byName, inside, backwards, rest))
            places.push_back({group->value + kGroupEnd + place.key, place.id});
    }
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
