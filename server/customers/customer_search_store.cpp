#include "server/customers/customer_search_store.h"

#include <algorithm>
#include <tuple>

#include "server/customers/composed_query_store.h"
#include "server/customers/customer_filter.h"

namespace banhang::server {

namespace {

/// Words that many customers have are met this early in the order. Words that are not met there are rare, or their
/// customers stand together further on: few enough either way to be taken from the trigram index and sorted.
constexpr int kGlance = 3000;

// A trigram index finds words where the planner, which takes words to be independent of each other, expects a reading
// of the whole table to meet enough of them sooner.
// sql-ok: settings of the transaction, no data
constexpr Statement kByIndexes{"SELECT set_config('enable_seqscan', 'off', true)"};
constexpr Statement kByAnything{"SELECT set_config('enable_seqscan', 'on', true)"};

/// One match with what it is ordered by.
struct Hit
{
    int rank = 0;
    std::string order;
    std::int64_t id = 0;

    friend bool operator<(const Hit& a, const Hit& b)
    {
        return std::tie(a.rank, a.order, a.id) < std::tie(b.rank, b.order, b.id);
    }
};

/// Puts a search's statement together: one shape for each kind of scope, since the scope decides the plan.
class SearchSql
{
public:
    SearchSql(const SearchQuery& query, int limit)
        : m_isShort(query.isShort),
          m_limit(m_query.bind(limit, "bigint")),
          m_head("s.head_text LIKE " + m_query.bind(query.headPattern, "text"))
    {
        // Bound only where it is used: PostgreSQL cannot tell the type of a place that nothing uses.
        if (!query.isShort && !query.marked.empty())
            m_marked = "s.marked_name LIKE ALL (" + m_query.bind(query.marked, "text[]") + ")";
    }

    void look(const SearchQuery& query, const Caller& caller)
    {
        for (const SearchTerm& term : query.terms) {
            if (!query.isShort)
                m_words += " AND " + termCondition(term, caller);
            // A pattern of one or two letters would make the trigram index hand out the better part of the table: keep
            // it from being asked. The first word is what the name begins with, which the tiers say already.
            else if (term.pattern != "%" + query.headPattern)
                m_words += " AND s.name_text || '' LIKE " + m_query.bind(term.pattern, "text");
        }
    }
    /// The customer's own name only: who works there and its code are not on a public card. The wider text is asked
    /// too, because it has the index.
    void lookAtNames(const SearchQuery& query)
    {
        for (const SearchTerm& term : query.terms) {
            const std::string pattern = m_query.bind(term.pattern, "text");
            m_words += " AND s.name_text LIKE " + pattern + " AND s.head_text LIKE " + pattern;
        }
    }

    void filter(const v1::CustomerFilter& filter)
    {
        v1::CustomerFilter conditions = filter;
        conditions.clear_owner_user_ids();
        conditions.clear_unit_ids();
        if (conditions.ByteSizeLong() > 0)
            m_filter += " AND EXISTS (SELECT FROM banhang.customer c WHERE c.id = s.customer_id" +
                        filterConditions(m_query, conditions) + ")";
    }

    std::vector<Hit> company(Tx& tx) const { return run(tx, tiers({}, {}, false)); }

    std::vector<Hit> scoped(Call& call, const ListScope& scope)
    {
        if (scope.all)
            return company(call.tx);
        const std::string leaves = m_query.bind(scope.units, "bigint[]");
        const std::string wanted = m_query.bind(scope.wanted, "bigint[]");
        const std::string share = " JOIN banhang.customer_share h ON h.customer_id = s.customer_id AND h.user_id = " +
                                  m_query.bind(call.caller.userId, "bigint");
        const std::string own =
            scope.units.size() == 1 ? " AND s.unit_id = (" + leaves + ")[1]" : " AND s.unit_id = ANY (" + leaves + ")";
        const std::string foreign = " AND NOT s.unit_id = ANY (" + leaves + ") AND (" + wanted +
                                    " IS NULL OR s.unit_id = ANY (" + wanted + "))";
        return run(call.tx,
                   "(" + tiers(own, {}, scope.units.size() == 1) + ") UNION ALL (" + tiers(foreign, share, true) + ")");
    }

private:
    std::string termCondition(const SearchTerm& term, const Caller& caller)
    {
        const bool phone = !caller.isMasked(v1::SENSITIVE_FIELD_PHONE);
        const bool email = !caller.isMasked(v1::SENSITIVE_FIELD_EMAIL);
        const bool tax = !caller.isMasked(v1::SENSITIVE_FIELD_TAX_CODE);
        const std::string pattern = " LIKE " + m_query.bind(term.pattern, "text");
        const std::string digits = term.phonePattern.empty() ? "" : " LIKE " + m_query.bind(term.phonePattern, "text");
        if (phone && email && tax)
            return digits.empty() ? "s.all_text" + pattern : "(s.all_text" + pattern + " OR s.all_text" + digits + ")";
        std::string some = "(s.name_text" + pattern;
        if (email)
            some += " OR s.email_text" + pattern;
        if (tax)
            some += " OR s.tax_text" + pattern;
        if (phone)
            some += " OR s.phone_text" + pattern;
        // Bound in any case, so it must be named in any case: PostgreSQL cannot tell the type of a place that nothing
        // uses.
        if (!digits.empty())
            some += phone ? " OR s.phone_text" + digits : " OR (false AND s.name_text" + digits + ")";
        return some + ")";
    }

    /// Best first, each only as far as those before it left room: an Append stops at its limit.
    /// `isNarrow`: the scope has few rows, to be read by it and not by one or two letters that a third of all names
    /// begin with.
    std::string tiers(const std::string& scope, const std::string& join, bool isNarrow) const
    {
        std::string sql = "SELECT t.rank, t.sort_key, t.customer_id FROM (";
        if (m_isShort) {
            const std::string like = m_head.substr(m_head.find(' '));
            const std::string head = std::string("s.head_text ") + (isNarrow ? "|| ''" : "") + like;
            const std::string lead = std::string("s.lead_text ") + (isNarrow ? "|| ''" : "") + like;
            sql += tier(0, " AND " + head + m_words + scope, join, isNarrow ? "s.sort_key" : "s.head_text") +
                   " UNION ALL " +
                   tier(0, " AND " + lead + " AND NOT " + head + m_words + scope, join,
                        isNarrow ? "s.sort_key" : "s.lead_text");
            return sql + ") AS t";
        }
        std::string rest = scope;
        if (!m_marked.empty()) {
            sql += words(0, " AND " + m_marked + m_words + scope, join, isNarrow) + " UNION ALL ";
            rest += " AND NOT " + m_marked;
        }
        // A name that begins with the query has all its words; saying so twice would make the planner expect far too
        // few.
        sql += tier(1, " AND " + m_head + rest, join, "s.sort_key") + " UNION ALL ";
        sql += words(2, " AND NOT " + m_head + m_words + rest, join, isNarrow);
        return sql + " LIMIT " + m_limit + ") AS t";
    }

    /// A tier whose conditions may each be frequent and together rare: a glance at the beginning of the order, then all
    /// matches behind it, sorted. A scope of few rows has no beginning worth a glance.
    std::string words(int rank, const std::string& condition, const std::string& join, bool isNarrow) const
    {
        const std::string behind = isNarrow
                                       ? std::string()
                                       : " WHERE (f.sort_key, f.customer_id) > (SELECT e.sort_key, e.customer_id FROM"
                                         " banhang.customer_search e ORDER BY e.sort_key, e.customer_id OFFSET " +
                                             std::to_string(kGlance - 1) + " LIMIT 1)";
        // The OFFSET keeps order and limit outside: with them, the planner would walk the order after all.
        const std::string matches = "(SELECT " + std::to_string(rank) +
                                    " AS rank, f.sort_key, f.customer_id FROM (SELECT s.sort_key, s.customer_id FROM"
                                    " banhang.customer_search s" +
                                    join + " WHERE true" + condition + m_filter + " OFFSET 0) AS f" + behind +
                                    " ORDER BY f.sort_key, f.customer_id LIMIT " + m_limit + ")";
        if (isNarrow)
            return matches;
        const std::string beginning = "(SELECT * FROM banhang.customer_search ORDER BY sort_key, customer_id LIMIT " +
                                      std::to_string(kGlance) + ")";
        return tier(rank, condition, join, "s.sort_key", beginning) + " UNION ALL " + matches;
    }

    std::string tier(int rank, const std::string& condition, const std::string& join, const std::string& order,
                     const std::string& table = "banhang.customer_search") const
    {
        return "(SELECT " + std::to_string(rank) + " AS rank, s.sort_key, s.customer_id FROM " + table + " s" + join +
               " WHERE true" + condition + m_filter + " ORDER BY " + order + ", s.customer_id LIMIT " + m_limit + ")";
    }

    std::vector<Hit> run(Tx& tx, const std::string& sql) const
    {
        std::vector<Hit> hits;
        tx.enqueue(kByIndexes);
        const Rows rows = m_query.run(tx, sql);
        tx.enqueue(kByAnything);
        for (const Row row : rows)
            hits.push_back({row.int32(0), row.string(1), row.int64(2)});
        return hits;
    }

    ComposedQuery m_query;
    bool m_isShort;
    std::string m_limit;
    std::string m_head;
    std::string m_marked;
    std::string m_words;
    std::string m_filter;
};

std::vector<std::int64_t> best(std::vector<Hit> hits, int limit)
{
    std::ranges::sort(hits, std::less{});
    std::vector<std::int64_t> ids;
    for (const Hit& hit : hits)
        if (static_cast<int>(ids.size()) < limit)
            ids.push_back(hit.id);
    return ids;
}

} // namespace

std::vector<std::int64_t> searchCustomers(Call& call, const SearchQuery& query, const v1::CustomerFilter& filter,
                                          const ListScope& scope, int limit)
{
    if (query.terms.empty())
        return {};
    SearchSql sql(query, limit);
    sql.look(query, call.caller);
    sql.filter(filter);
    return best(sql.scoped(call, scope), limit);
}

std::vector<std::int64_t> searchAllNames(Call& call, const SearchQuery& query, int limit)
{
    if (query.terms.empty())
        return {};
    SearchSql sql(query, limit);
    sql.lookAtNames(query);
    return best(sql.company(call.tx), limit);
}

} // namespace banhang::server
