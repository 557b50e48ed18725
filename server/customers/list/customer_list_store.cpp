#include "server/customers/list/customer_list_store.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "server/core/database/composed_query.h"
#include "server/customers/customer_access.h"
#include "server/customers/list/customer_filter_store.h"
#include "server/customers/rules/period_rules.h"

namespace banhang::server {

namespace {

constexpr Statement kLeavesOfOwners{
    "SELECT unit_id FROM banhang.app_user WHERE id = ANY ($1::bigint[]) ORDER BY unit_id"};
constexpr Statement kLeavesBelow{"SELECT id FROM banhang.org_unit WHERE kind = 4 AND path && $1::bigint[] ORDER BY id"};

/// One order: the indexed expression, and the type that its text form is read back with.
struct SortColumn
{
    const char* expression;
    const char* type;
};

SortColumn sortColumn(v1::CustomerSort sort, bool descending)
{
    switch (sort) {
    case v1::CUSTOMER_SORT_CODE:
        return {"c.code_key", "text"};
    case v1::CUSTOMER_SORT_CREATED:
        return {"c.created_at", "timestamptz"};
    case v1::CUSTOMER_SORT_NEXT_CONTACT:
        return {descending ? "(CASE WHEN c.next_contact_at IS NULL THEN '-infinity' ELSE c.next_contact_at END)"
                           : "(CASE WHEN c.next_contact_at IS NULL THEN 'infinity' ELSE c.next_contact_at END)",
                "timestamptz"};
    case v1::CUSTOMER_SORT_CALLBACK:
        return {descending ? "(CASE WHEN c.callback_at IS NULL THEN '-infinity' ELSE c.callback_at END)"
                           : "(CASE WHEN c.callback_at IS NULL THEN 'infinity' ELSE c.callback_at END)",
                "timestamptz"};
    case v1::CUSTOMER_SORT_LAST_CONTACT:
        // Written as the indexes are.
        return {descending ? "(CASE WHEN c.last_contact_at IS NULL THEN '-infinity' ELSE c.last_contact_at END)"
                           : "(CASE WHEN c.last_contact_at IS NULL THEN 'infinity' ELSE c.last_contact_at END)",
                "timestamptz"};
    default:
        return {"c.sort_key", "text"};
    }
}

/// Whether days ahead are asked for: what has none is not in their index.
bool isDated(const v1::Period& ahead)
{
    const DayRange range = dayRangeAhead(ahead);
    return range.isGiven() && !range.isNever && !range.orNever;
}

/// Puts a list's statement together: one shape for each kind of scope, since the scope decides the plan.
class ListSql
{
public:
    ListSql(Call& call, const ListQuery& query, const std::optional<ListPlace>& from, bool backwards, int limit)
        : m_scope(query.scope),
          m_column(sortColumn(query.sort, query.descending)),
          m_columns(std::string("c.id, ") + m_column.expression + " AS key"),
          m_up(query.descending == backwards)
    {
        m_limit = m_query.bind(limit, "bigint");
        m_half = query.filter.deleted() ? " AND c.deleted_at IS NOT NULL AND c.merged_into_id IS NULL"
                                        : " AND c.deleted_at IS NULL";
        m_conditions = m_half + filterConditions(m_query, query.filter);
        if (from)
            m_conditions += std::string(" AND (") + m_column.expression + ", c.id) " + (m_up ? ">" : "<") + " (" +
                            m_query.bind(from->key, m_column.type) + ", " + m_query.bind(from->id, "bigint") + ")";
        m_isSparse = isDated(query.filter.next_contact()) || isDated(query.filter.callback()) ||
                     !query.filter.tag_keys().empty();
        if (m_scope.all)
            return;
        m_leaves = m_query.bind(query.scope.units, "bigint[]");
        m_caller = m_query.bind(call.caller.userId, "bigint");
        m_wanted = m_query.bind(query.scope.wanted, "bigint[]");
    }

    Rows page(Tx& tx, int limit)
    {
        const std::string tail = " ORDER BY " + order(m_column.expression, "c.id") + " LIMIT " + m_limit;
        std::string sql = "SELECT p.key::text, p.id FROM (";
        if (m_scope.all)
            sql += rows("true", tail);
        else if (m_scope.units.size() == 1)
            sql += "(" + rows("c.unit_id = (" + m_leaves + ")[1]", tail) + ")" + shared(tail);
        else
            sql += firstOfLeaves(tail, limit) + shared(tail);
        return m_query.run(tx, sql + ") AS p ORDER BY " + order("p.key", "p.id") + " LIMIT " + m_limit);
    }

    Rows grouped(Tx& tx, const ListGroups& groups)
    {
        // The cast stands around the parameter: beside the column the policies would keep it out of the index.
        const std::string values = m_query.bind(groups.values, "text[]") + "::" + groups.type + "[]";
        const bool isOnePersons = !m_scope.all && m_scope.units.size() == 1 && !groups.areLeaves;
        return m_query.run(tx, (isOnePersons ? ofOnePerson(groups, values) : groupByGroup(groups, values)) + ", " +
                                   order("p.key", "p.id") + " LIMIT " + m_limit);
    }

    /// Leaf after leaf without an order, so that counting stops as soon as there are enough. Of the company what few
    /// have is counted in its own index, and else in an order, or the table itself would be read.
    Rows count(Tx& tx) const
    {
        const std::string tail = " LIMIT " + m_limit;
        std::string sql = "SELECT count(*) FROM (SELECT p.id FROM (";
        if (m_scope.all)
            sql += rows("true", m_isSparse ? tail : " ORDER BY " + order(m_column.expression, "c.id") + tail);
        else
            sql += "SELECT l.id, l.key FROM (" + byLeaf(tail) + ") AS l" + shared(tail);
        return m_query.run(tx, sql + ") AS p" + tail + ") AS counted");
    }

private:
    std::string order(const std::string& key, const std::string& id) const
    {
        const std::string direction = m_up ? "" : " DESC";
        return key + direction + ", " + id + direction;
    }

    std::string rows(const std::string& where, const std::string& tail) const
    {
        return "SELECT " + m_columns + " FROM banhang.customer c WHERE " + where + m_conditions + tail;
    }

    std::string byLeaf(const std::string& tail) const
    {
        return "SELECT l.id, l.key, u.leaf FROM unnest(" + m_leaves + ") AS u (leaf) CROSS JOIN LATERAL (" +
               rows("c.unit_id = u.leaf", tail) + ") AS l";
    }

    /// The first of many leaves. A whole page of each would be read to be thrown away, so each is first asked for
    /// somewhat more than its part; those of which the page took all that they gave are asked for more.
    std::string firstOfLeaves(const std::string& tail, int limit)
    {
        constexpr double kMore = 4;
        // Twice the spread beyond the mean, as if customers fell to people by chance.
        const double mean = static_cast<double>(limit) / std::max(static_cast<double>(m_scope.units.size()), 1.0);
        const std::string part = m_query.bind(static_cast<int>(mean + 2 * std::sqrt(mean) + kMore), "bigint");
        const std::string inOrder = " ORDER BY " + order("f.key", "f.id");
        return "WITH first AS MATERIALIZED (" +
               byLeaf(" ORDER BY " + order(m_column.expression, "c.id") + " LIMIT " + part) +
               "), spent AS MATERIALIZED (SELECT f.leaf FROM (SELECT f.leaf FROM first f" + inOrder + " LIMIT " +
               m_limit + ") AS f GROUP BY f.leaf HAVING count(*) = " + part +
               ") SELECT f.id, f.key FROM first f WHERE NOT f.leaf = ANY (ARRAY(SELECT leaf FROM spent))"
               " UNION ALL SELECT l.id, l.key FROM spent CROSS JOIN LATERAL (" +
               rows("c.unit_id = spent.leaf", tail) + ") AS l";
    }

    /// The group's number and the limit end the reading early: groups come in order, so only what is read is sorted.
    std::string groupByGroup(const ListGroups& groups, const std::string& values)
    {
        m_conditions += std::string(" AND ") + groups.column + " = g.value";
        const std::string tail = " ORDER BY " + order(m_column.expression, "c.id") + " LIMIT " + m_limit;
        return "SELECT g.value::text, p.key::text, p.id FROM unnest(" + values +
               ") WITH ORDINALITY AS g (value, place) CROSS JOIN LATERAL (SELECT q.id, q.key FROM (" +
               (groups.areLeaves ? rows(seen(), tail) : inGroup(tail)) + ") AS q ORDER BY " + order("q.key", "q.id") +
               " LIMIT " + m_limit + ") AS p ORDER BY g.place";
    }

    /// Of many leaves the group's own index is walked: one probe for each leaf and group would be far more.
    std::string inGroup(const std::string& tail) const
    {
        if (m_scope.all)
            return rows("true", tail);
        return "(" + rows("c.unit_id = ANY (" + m_leaves + ")", tail) + ")" + shared(tail);
    }

    /// No index has one person's customers by such a column: each group would pass over all of them, so they are read
    /// once. The values stand beside the column, whose statistics say how many have them: those of a join would not.
    std::string ofOnePerson(const ListGroups& groups, const std::string& values)
    {
        m_columns += std::string(", ") + groups.column + " AS value";
        m_conditions += std::string(" AND ") + groups.column + " = ANY (" + values + ")";
        return "SELECT p.value::text, p.key::text, p.id FROM (" + rows("c.unit_id = (" + m_leaves + ")[1]", "") +
               shared("") + ") AS p ORDER BY array_position(" + values + ", p.value)";
    }

    std::string seen() const
    {
        return m_scope.all ? "true"
                           : "(c.unit_id = ANY (" + m_leaves +
                                 ") OR EXISTS (SELECT FROM banhang.customer_share s WHERE s.user_id = " + m_caller +
                                 " AND s.customer_id = c.id AND (" + m_wanted + " IS NULL OR c.unit_id = ANY (" +
                                 m_wanted + "))))";
    }

    std::string shared(const std::string& tail) const
    {
        return " UNION ALL (SELECT " + m_columns +
               " FROM banhang.customer_share s JOIN banhang.customer c ON c.id = s.customer_id WHERE s.user_id = " +
               m_caller + " AND NOT c.unit_id = ANY (" + m_leaves + ") AND (" + m_wanted +
               " IS NULL OR c.unit_id = ANY (" + m_wanted + "))" + m_conditions + tail + ")";
    }

    const ListScope& m_scope;
    SortColumn m_column;
    std::string m_columns; ///< what each row is read as
    bool m_up;
    ComposedQuery m_query;
    std::string m_limit;
    std::string m_half;      ///< in the bin or not
    bool m_isSparse = false; ///< what is asked for has an index that holds nothing else
    std::string m_conditions;
    std::string m_leaves;
    std::string m_caller;
    std::string m_wanted;
};

std::vector<std::int64_t> commonOf(const std::vector<std::int64_t>& first, const std::vector<std::int64_t>& second)
{
    std::vector<std::int64_t> common;
    std::ranges::set_intersection(first, second, std::back_inserter(common));
    return common;
}

std::vector<std::int64_t> leaves(const Rows& rows)
{
    std::vector<std::int64_t> ids;
    for (const Row row : rows)
        ids.push_back(row.int64(0));
    return ids;
}

template <typename Ids>
std::vector<std::int64_t> asVector(const Ids& ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

ListScope listScope(Call& call, const v1::CustomerFilter& filter)
{
    ListScope scope;
    if (!filter.owner_user_ids().empty())
        scope.wanted = leaves(call.tx.query(kLeavesOfOwners, asVector(filter.owner_user_ids())));
    if (!filter.unit_ids().empty()) {
        const auto below = leaves(call.tx.query(kLeavesBelow, asVector(filter.unit_ids())));
        scope.wanted = scope.wanted ? commonOf(*scope.wanted, below) : below;
    }
    const UnitSet& seen = call.caller.units(kViewCustomer);
    scope.all = seen.all && !scope.wanted;
    if (seen.all && scope.wanted)
        scope.units = *scope.wanted;
    else if (!seen.all)
        scope.units = scope.wanted ? commonOf(seen.leaves, *scope.wanted) : seen.leaves;
    return scope;
}

std::vector<ListPlace> listPlaces(Call& call, const ListQuery& query, const std::optional<ListPlace>& from,
                                  bool backwards, int limit)
{
    std::vector<ListPlace> places;
    const Rows rows = ListSql(call, query, from, backwards, limit).page(call.tx, limit);
    for (const Row row : rows)
        places.push_back({row.string(0), row.int64(1)});
    return places;
}

std::vector<GroupedPlace> listGroupedPlaces(Call& call, const ListQuery& query, const ListGroups& groups,
                                            const std::optional<ListPlace>& from, bool backwards, int limit)
{
    std::vector<GroupedPlace> places;
    const Rows rows = ListSql(call, query, from, backwards, limit).grouped(call.tx, groups);
    for (const Row row : rows)
        places.push_back({row.string(0), {row.string(1), row.int64(2)}});
    return places;
}

int countCustomers(Call& call, const ListQuery& query, int cap)
{
    return ListSql(call, query, std::nullopt, false, cap).count(call.tx).front().int32(0);
}

std::optional<ListPlace> placeOf(Call& call, const ListQuery& query, std::int64_t customerId)
{
    const UnitSet& seen = call.caller.units(kViewCustomer);
    ComposedQuery place;
    const std::string sql =
        std::string("SELECT (") + sortColumn(query.sort, query.descending).expression +
        ")::text FROM banhang.customer c WHERE c.id = " + place.bind(customerId, "bigint") +
        " AND (c.deleted_at IS NOT NULL) = " + place.bind(query.filter.deleted(), "boolean") + " AND (" +
        place.bind(seen.all, "boolean") + " OR c.unit_id = ANY (" + place.bind(seen.leaves, "bigint[]") +
        ") OR EXISTS (SELECT FROM banhang.customer_share s WHERE s.customer_id = c.id AND s.user_id = " +
        place.bind(call.caller.userId, "bigint") + "))";
    const Rows rows = place.run(call.tx, sql);
    if (rows.empty())
        return std::nullopt;
    return ListPlace{rows.front().string(0), customerId};
}

} // namespace banhang::server
