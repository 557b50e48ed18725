#include "server/care/care_list_store.h"

#include "server/care/care_request_access.h"
#include "server/care/care_request_row.h"
#include "server/core/database/composed_query.h"

namespace banhang::server {

namespace {

#define BANHANG_CARE_OPEN "q.deleted_at IS NULL AND q.state <= 3"
#define BANHANG_CARE_OVERDUE BANHANG_CARE_OPEN " AND q.promised_at <= (SELECT clock_timestamp())"
#define BANHANG_CARE_COUNT(WHERE)                                                                                      \
    "(SELECT count(*) FROM (SELECT FROM banhang.care_request q WHERE " WHERE " LIMIT 100) AS few)"
#define BANHANG_CARE_COUNT_OF_LEAVES(WHERE)                                                                            \
    "(SELECT count(*) FROM (SELECT FROM unnest($2::bigint[]) AS u (leaf) CROSS JOIN LATERAL"                           \
    " (SELECT FROM banhang.care_request q WHERE q.unit_id = u.leaf AND " WHERE " LIMIT 100) AS l LIMIT 100) AS few)"

#define BANHANG_CARE_OWN_COUNTS                                                                                        \
    BANHANG_CARE_COUNT("q.unit_id = $1 AND " BANHANG_CARE_OPEN)                                                        \
    ", " BANHANG_CARE_COUNT("q.unit_id = $1 AND " BANHANG_CARE_OVERDUE) ", "

// clang-format off
/// $1 the caller's leaf, $2 leaves whose care requests are seen.
constexpr Statement kCounts{
    "SELECT " BANHANG_CARE_OWN_COUNTS
    BANHANG_CARE_COUNT_OF_LEAVES(BANHANG_CARE_OPEN) ", " BANHANG_CARE_COUNT_OF_LEAVES(BANHANG_CARE_OVERDUE)};
constexpr Statement kCountsOfAll{
    "SELECT " BANHANG_CARE_OWN_COUNTS
    BANHANG_CARE_COUNT(BANHANG_CARE_OPEN) ", " BANHANG_CARE_COUNT(BANHANG_CARE_OVERDUE)};
// clang-format on

/// Puts a list's statement together: one shape for each kind of scope, since it decides the plan. What chooses an index
/// stands in the text; values travel as parameters.
class CareListSql
{
public:
    CareListSql(Call& call, const v1::ListCareRequestsRequest& wanted, const std::optional<CarePlace>& from, int limit)
        : m_call(call),
          m_filter(wanted.filter()),
          m_up(!wanted.descending()),
          m_column(wanted.order() == v1::CARE_ORDER_CREATED ? "q.created_at" : "q.promised_at"),
          m_limit(m_query.bind(limit, "bigint")),
          m_conditions(conditions(from))
    {
    }

    Rows run()
    {
        const std::string sql = m_filter.customer_id() != 0 ? ofCustomer() : byScope();
        return m_query.run(m_call.tx, "SELECT p.id, p.key::text FROM (" + sql + ") AS p ORDER BY p.key" + direction() +
                                          ", p.id" + direction() + " LIMIT " + m_limit);
    }

private:
    const char* direction() const { return m_up ? "" : " DESC"; }

    std::string conditions(const std::optional<CarePlace>& from)
    {
        const auto any = [this](const char* column, const auto& values, const char* type) {
            return values ? std::string(" AND ") + column + " = ANY (" + m_query.bind(*values, type) + ")" : "";
        };
        std::string sql = m_filter.deleted() ? " AND q.deleted_at IS NOT NULL" : " AND q.deleted_at IS NULL";
        if (m_filter.open_only() || m_filter.overdue_only())
            sql += " AND q.state <= 3";
        if (m_filter.overdue_only())
            sql += " AND q.promised_at <= (SELECT clock_timestamp())";
        sql += any("q.state", given(m_filter.states()), "smallint[]");
        sql += any("q.severity", given(m_filter.severities()), "smallint[]");
        sql += any("q.kind_key", given(m_filter.kind_keys()), "text[]");
        if (from)
            sql += std::string(" AND (") + m_column + ", q.id) " + (m_up ? ">" : "<") + " (" +
                   m_query.bind(from->key, "timestamptz") + ", " + m_query.bind(from->id, "bigint") + ")";
        return sql;
    }

    std::string ofScope(const std::string& where) const
    {
        return std::string("SELECT q.id, ") + m_column + " AS key FROM banhang.care_request q WHERE " + where +
               m_conditions + " ORDER BY " + m_column + direction() + ", q.id" + direction() + " LIMIT " + m_limit;
    }

    /// An owner's care requests are those of the owner's leaf.
    std::string byScope()
    {
        const UnitSet& seen = m_call.caller.units(kViewCareRequest);
        if (const auto owners = given(m_filter.owner_user_ids()))
            return ofLeaves(leavesOf(*owners, seen));
        return seen.all ? ofScope("true") : ofLeaves("unnest(" + m_query.bind(seen.leaves, "bigint[]") + ")");
    }

    std::string leavesOf(const std::vector<std::int64_t>& owners, const UnitSet& seen)
    {
        std::string sql =
            "(SELECT a.unit_id FROM banhang.app_user a WHERE a.id = ANY (" + m_query.bind(owners, "bigint[]") + ")";
        if (!seen.all)
            sql += " AND a.unit_id = ANY (" + m_query.bind(seen.leaves, "bigint[]") + ")";
        return sql + ")";
    }

    std::string ofLeaves(const std::string& leaves) const
    {
        return "SELECT s.id, s.key FROM " + leaves + " AS u (leaf) CROSS JOIN LATERAL (" +
               ofScope("q.unit_id = u.leaf") + ") AS s";
    }

    /// Whoever owns them: who sees the customer sees them all, others those in their scope.
    std::string ofCustomer()
    {
        const Right customers{v1::RESOURCE_CUSTOMER, v1::ACTION_VIEW};
        const UnitSet& theirs = m_call.caller.units(customers);
        const UnitSet& own = m_call.caller.units(kViewCareRequest);
        std::string where = "q.customer_id = " + m_query.bind(m_filter.customer_id(), "bigint");
        if (!own.all)
            where += " AND (q.unit_id = ANY (" + m_query.bind(own.leaves, "bigint[]") +
                     ") OR EXISTS (SELECT FROM banhang.customer c WHERE c.id = q.customer_id AND c.deleted_at IS NULL"
                     " AND (" +
                     m_query.bind(theirs.all, "boolean") + " OR c.unit_id = ANY (" +
                     m_query.bind(theirs.leaves, "bigint[]") +
                     ") OR EXISTS (SELECT FROM banhang.customer_share s WHERE s.customer_id = c.id AND s.user_id = " +
                     m_query.bind(m_call.caller.may(customers) ? m_call.caller.userId : 0, "bigint") + "))))";
        if (const auto owners = given(m_filter.owner_user_ids()))
            where += " AND q.owner_id = ANY (" + m_query.bind(*owners, "bigint[]") + ")";
        return ofScope(where);
    }

    Call& m_call;
    const v1::CareFilter& m_filter;
    const bool m_up;
    const char* const m_column;
    ComposedQuery m_query;
    const std::string m_limit;
    const std::string m_conditions;
};

} // namespace

std::vector<CarePlace> listCarePlaces(Call& call, const v1::ListCareRequestsRequest& wanted,
                                      const std::optional<CarePlace>& from, int limit)
{
    std::vector<CarePlace> places;
    for (const Row row : CareListSql(call, wanted, from, limit).run())
        places.push_back({row.string(1), row.int64(0)});
    return places;
}

v1::CareCounts countCare(Call& call)
{
    const UnitSet& seen = call.caller.units(kViewCareRequest);
    const Rows rows = seen.all ? call.tx.query(kCountsOfAll, call.caller.unitId)
                               : call.tx.query(kCounts, call.caller.unitId, seen.leaves);
    const Row row = rows.front();
    v1::CareCounts counts;
    counts.set_capped_own_open(row.int32(0));
    counts.set_capped_own_overdue(row.int32(1));
    counts.set_capped_all_open(row.int32(2));
    counts.set_capped_all_overdue(row.int32(3));
    return counts;
}

} // namespace banhang::server
