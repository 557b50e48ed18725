#include "server/customers/list/customer_search_store.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "server/core/database/composed_query.h"
#include "server/customers/list/customer_filter_store.h"

namespace banhang::server {

namespace {

/// Words that many customers have are met early in the order: so many are looked at there for each one that is wanted.
/// Words that are not met there are rare, or their customers stand together further on: few enough either way to be
/// taken from the trigram index and sorted. What is read depends on this look and not on the planner's statistics,
/// which take words to be independent of each other.
constexpr int kLookedAtForEach = 60;
constexpr int kMinPerLeaf = 20;

// sql-ok: settings of the transaction, no data
constexpr Statement kByIndexes{"SELECT set_config('enable_seqscan', 'off', true)"};
constexpr Statement kByAnything{"SELECT set_config('enable_seqscan', 'on', true)"};

/// Ranks of names that have all the words: those that begin with the query, those in which its words stand side by side
/// in its order, the others. Three more for those without the marks that were typed.
constexpr int kBegins = 0;
constexpr int kRanksOfWords = 3;

/// One match with what it is ordered by.
struct Hit
{
    int rank = 0;
    std::string order;
    std::int64_t id = 0;

    auto place() const { return std::tie(order, id); }
    friend bool operator<(const Hit& a, const Hit& b)
    {
        return std::tie(a.rank, a.order, a.id) < std::tie(b.rank, b.order, b.id);
    }
};
using Hits = std::vector<Hit>;

struct Search
{
    const SearchQuery& query;
    const v1::CustomerFilter& filter;
    const ListScope& scope;
    int limit;
    /// The customer's own name only: who works there and its code are not on a public card.
    bool inNamesOnly = false;
};

v1::CustomerFilter withoutScope(v1::CustomerFilter filter)
{
    filter.clear_owner_user_ids();
    filter.clear_unit_ids();
    return filter;
}

/// What a row of an answer is.
enum class Kind { Found, Edge, Shared };

/// Puts one statement together.
class SearchSql
{
public:
    SearchSql(const Search& search, const Caller& caller)
        : m_search(search), m_caller(caller), m_conditions(withoutScope(search.filter))
    {
    }

    /// The matches among the first customers of the scope's order, the last customer that was looked at of each leaf
    /// that has more, and all matches that are shared with the caller.
    Rows look(Tx& tx)
    {
        const ListScope& scope = m_search.scope;
        const int wanted = m_search.limit * kLookedAtForEach;
        const int most =
            scope.all ? wanted : std::max(wanted / std::max(static_cast<int>(scope.units.size()), 1), kMinPerLeaf);
        const std::string size = m_query.bind(most, "bigint");
        const auto first = [&](const std::string& where) {
            return "SELECT s.*, row_number() OVER (ORDER BY s.sort_key, s.customer_id) AS place"
                   " FROM banhang.customer_search s" +
                   where + " ORDER BY s.sort_key, s.customer_id LIMIT " + size;
        };
        const std::string seen = scope.all ? first("")
                                           : "SELECT l.* FROM unnest(" + m_query.bind(scope.units, "bigint[]") +
                                                 ") AS u (leaf) CROSS JOIN LATERAL (" +
                                                 first(" WHERE s.unit_id = u.leaf") + ") AS l";
        std::string sql = "WITH seen AS MATERIALIZED (" + seen + ") SELECT " + columns(Kind::Found) + " FROM seen s" +
                          joined() + " WHERE true" + condition() + " UNION ALL SELECT 0, s.sort_key, s.customer_id, " +
                          number(Kind::Edge) + " FROM seen s WHERE s.place = " + size;
        return run(tx, scope.all ? sql : sql + " UNION ALL " + shared());
    }

    /// All matches within the scope, the best of them.
    Rows matches(Tx& tx)
    {
        if (!m_search.query.isShort)
            return run(tx, best(condition()));
        const auto [head, lead] = beginnings();
        return run(tx, best(" AND " + head + rest()) + " UNION ALL " + best(" AND " + lead + rest()));
    }

    /// Those matches that are better than what the look promises, where too few of their kind were met.
    Rows better(Tx& tx, bool marked, bool beginning)
    {
        std::string sql;
        if (marked)
            sql = isOneMarkedWord() ? firstMarked() : best(" AND " + hasMarks() + condition(" || ''"));
        if (beginning)
            sql += (marked ? " UNION ALL " : "") + best(" AND " + begins());
        return run(tx, sql);
    }

    /// One or two letters in the whole company: the first of the index of beginnings.
    Rows firstOfBeginnings(Tx& tx)
    {
        const auto [head, lead] = beginnings();
        const auto tier = [&](const std::string& condition, const char* order) {
            return "(SELECT " + columns(Kind::Found) + " FROM banhang.customer_search s WHERE " + condition + rest() +
                   filtered() + " ORDER BY " + order + ", s.customer_id LIMIT " +
                   m_query.bind(m_search.limit, "bigint") + ")";
        };
        return run(tx, tier(head, "s.head_text") + " UNION ALL " + tier(lead + " AND NOT " + head, "s.lead_text"));
    }

private:
    static std::string number(Kind kind) { return std::to_string(static_cast<int>(kind)); }

    std::string columns(Kind kind) { return rank() + " AS rank, s.sort_key, s.customer_id, " + number(kind); }

    std::string rank()
    {
        const SearchQuery& query = m_search.query;
        if (query.isShort)
            return "0";
        std::string sql = "CASE WHEN " + begins() + " THEN 0 WHEN s.head_text LIKE " +
                          m_query.bind("%" + query.headPattern, "text") + " THEN 1 ELSE 2 END";
        if (!query.marked.empty())
            sql += " + CASE WHEN " + hasMarks() + " THEN 0 ELSE 3 END";
        return sql;
    }

    std::string begins() { return "s.head_text LIKE " + m_query.bind(m_search.query.headPattern, "text"); }

    /// Each by itself, since no index looks for all patterns of an array.
    std::string hasMarks()
    {
        std::string sql = "(true";
        for (const std::string& pattern : m_search.query.marked)
            sql += " AND s.marked_name LIKE " + m_query.bind(pattern, "text");
        return sql + ")";
    }

    /// A single word, in the whole company: whoever bears it with its marks has it in the name, and all that is left to
    /// order by is the order itself.
    bool isOneMarkedWord() const
    {
        return m_search.scope.all && m_search.query.terms.size() == 1 && m_search.query.marked.size() == 1 &&
               m_conditions.ByteSizeLong() == 0;
    }

    /// Walks the order by the index alone, or asks the trigrams if the word is rare. Those that begin with the word are
    /// found as such elsewhere.
    std::string firstMarked()
    {
        return "(SELECT 1 AS rank, s.sort_key, s.customer_id, " + number(Kind::Found) +
               " FROM banhang.customer_search s WHERE " + hasMarks() + " ORDER BY s.sort_key, s.customer_id LIMIT " +
               m_query.bind(m_search.limit, "bigint") + ")";
    }

    std::pair<std::string, std::string> beginnings()
    {
        const std::string pattern = m_query.bind(m_search.query.headPattern, "text");
        return {"s.head_text LIKE " + pattern, "s.lead_text LIKE " + pattern};
    }

    /// That a customer has all the words. `plain` behind a column keeps its index from being asked.
    std::string condition(const char* plain = "")
    {
        if (m_search.query.isShort) {
            const auto [head, lead] = beginnings();
            return " AND (" + head + " OR " + lead + ")" + rest();
        }
        std::string sql;
        for (const SearchTerm& term : m_search.query.terms)
            sql += " AND " + (m_search.inNamesOnly ? inName(term, plain) : anywhere(term, plain));
        return sql;
    }

    /// Of a short query, the words behind the first. A pattern of one or two letters would make the trigram index hand
    /// out the better part of the table: keep it from being asked.
    std::string rest()
    {
        std::string sql;
        for (const SearchTerm& term : m_search.query.terms)
            if (term.pattern != "%" + m_search.query.headPattern)
                sql += " AND s.name_text || '' LIKE " + m_query.bind(term.pattern, "text");
        return sql;
    }

    /// The wider text is asked too, because it has the index.
    std::string inName(const SearchTerm& term, const char* plain)
    {
        const std::string pattern = m_query.bind(term.pattern, "text");
        return std::string("s.name_text") + plain + " LIKE " + pattern + " AND s.head_text LIKE " + pattern;
    }

    std::string anywhere(const SearchTerm& term, const char* plain)
    {
        const bool phone = !m_caller.isMasked(v1::SENSITIVE_FIELD_PHONE);
        const bool email = !m_caller.isMasked(v1::SENSITIVE_FIELD_EMAIL);
        const bool tax = !m_caller.isMasked(v1::SENSITIVE_FIELD_TAX_CODE);
        const auto in = [plain](const char* column, const std::string& pattern) {
            return std::string("s.") + column + plain + " LIKE " + pattern;
        };
        const std::string pattern = m_query.bind(term.pattern, "text");
        const bool hasDigits = phone && !term.phonePattern.empty();
        const std::string digits = hasDigits ? m_query.bind(term.phonePattern, "text") : "";
        if (phone && email && tax)
            return hasDigits ? "(" + in("all_text", pattern) + " OR " + in("all_text", digits) + ")"
                             : in("all_text", pattern);
        std::string some = "(" + in("name_text", pattern);
        if (email)
            some += " OR " + in("email_text", pattern);
        if (tax)
            some += " OR " + in("tax_text", pattern);
        if (phone)
            some += " OR " + in("phone_text", pattern);
        if (hasDigits)
            some += " OR " + in("phone_text", digits);
        return some + ")";
    }

    /// The filter for a few rows, each asked for by its key.
    std::string joined()
    {
        return m_conditions.ByteSizeLong() == 0
                   ? ""
                   : " CROSS JOIN LATERAL (SELECT FROM banhang.customer c WHERE c.id = s.customer_id" +
                         filterConditions(m_query, m_conditions) + " OFFSET 0) AS c";
    }
    /// The filter for what may be many: a rare value has an index to start from.
    std::string filtered()
    {
        return m_conditions.ByteSizeLong() == 0
                   ? ""
                   : " AND EXISTS (SELECT FROM banhang.customer c WHERE c.id = s.customer_id" +
                         filterConditions(m_query, m_conditions) + ")";
    }

    /// The best of what an index gives for a condition: the OFFSET keeps order and limit outside, since with them the
    /// planner would walk the order instead. The scope is not looked up, for an index of its own would be read whole.
    std::string best(const std::string& condition)
    {
        const ListScope& scope = m_search.scope;
        const std::string within =
            scope.all ? "" : " AND s.unit_id + 0 = ANY (" + m_query.bind(scope.units, "bigint[]") + ")";
        return "(SELECT f.* FROM (SELECT " + columns(Kind::Found) + " FROM banhang.customer_search s WHERE true" +
               condition + within + filtered() + " OFFSET 0) AS f ORDER BY 1, 2, 3 LIMIT " +
               m_query.bind(m_search.limit, "bigint") + ")";
    }

    std::string shared()
    {
        const std::string wanted = m_query.bind(m_search.scope.wanted, "bigint[]");
        return "SELECT " + columns(Kind::Shared) + " FROM (SELECT h.customer_id FROM banhang.customer_share h WHERE" +
               " h.user_id = " + m_query.bind(m_caller.userId, "bigint") +
               " OFFSET 0) AS h CROSS JOIN LATERAL (SELECT * FROM banhang.customer_search f WHERE f.customer_id = "
               "h.customer_id AND NOT f.unit_id = ANY (" +
               m_query.bind(m_search.scope.units, "bigint[]") + ") AND (" + wanted + " IS NULL OR f.unit_id = ANY (" +
               wanted + ")) OFFSET 0) AS s" + joined() + " WHERE true" + condition();
    }

    Rows run(Tx& tx, const std::string& sql) const
    {
        tx.enqueue(kByIndexes);
        Rows rows = m_query.run(tx, sql);
        tx.enqueue(kByAnything);
        return rows;
    }

    const Search& m_search;
    const Caller& m_caller;
    v1::CustomerFilter m_conditions;
    ComposedQuery m_query;
};

/// What the look at the beginning of the order has met.
struct Looked
{
    Hits found;
    Hits shared;
    std::optional<Hit> edge; ///< the order is known up to here; nothing if the whole scope was looked at

    explicit Looked(const Rows& rows)
    {
        for (const Row row : rows) {
            Hit hit{row.int32(0), row.string(1), row.int64(2)};
            switch (static_cast<Kind>(row.int32(3))) {
            case Kind::Edge:
                if (!edge || hit.place() < edge->place())
                    edge = std::move(hit);
                break;
            case Kind::Shared:
                shared.push_back(std::move(hit));
                break;
            default:
                found.push_back(std::move(hit));
            }
        }
        if (edge)
            std::erase_if(found, [this](const Hit& hit) { return edge->place() < hit.place(); });
    }
};

template <typename Is>
bool hasEnough(const Hits& hits, int limit, Is is)
{
    return std::ranges::count_if(hits, [&](const Hit& hit) { return is(hit.rank); }) >= limit;
}

bool isBeginning(int rank)
{
    return rank % kRanksOfWords == kBegins;
}

void add(Hits& hits, const Rows& rows)
{
    for (const Row row : rows)
        hits.push_back({row.int32(0), row.string(1), row.int64(2)});
}

Hits hitsOf(Call& call, const Search& search)
{
    Hits hits;
    if (search.query.isShort && search.scope.all) {
        add(hits, SearchSql(search, call.caller).firstOfBeginnings(call.tx));
        return hits;
    }
    Looked looked(SearchSql(search, call.caller).look(call.tx));
    hits = std::move(looked.shared);
    if (looked.edge && static_cast<int>(looked.found.size()) < search.limit) {
        // Two common words have many matches, of which a page full of names that begin with them are the best.
        if (!search.query.isShort)
            add(hits, SearchSql(search, call.caller).better(call.tx, false, true));
        if (!hasEnough(hits, search.limit, [](int rank) { return rank == kBegins; }))
            add(hits, SearchSql(search, call.caller).matches(call.tx));
        return hits;
    }
    hits.insert(hits.end(), looked.found.begin(), looked.found.end());
    if (!looked.edge || search.query.isShort)
        return hits;
    const bool marked = !search.query.marked.empty() &&
                        !hasEnough(looked.found, search.limit, [](int rank) { return rank < kRanksOfWords; });
    const bool beginning = !hasEnough(looked.found, search.limit, isBeginning);
    if (marked || beginning)
        add(hits, SearchSql(search, call.caller).better(call.tx, marked, beginning));
    return hits;
}

std::vector<std::int64_t> bestOf(Call& call, const Search& search)
{
    if (search.query.terms.empty())
        return {};
    Hits hits = hitsOf(call, search);
    std::ranges::sort(hits, std::less{});
    std::vector<std::int64_t> ids;
    std::unordered_set<std::int64_t> taken;
    for (const Hit& hit : hits)
        if (static_cast<int>(ids.size()) < search.limit && taken.insert(hit.id).second)
            ids.push_back(hit.id);
    return ids;
}

} // namespace

std::vector<std::int64_t> searchCustomers(Call& call, const SearchQuery& query, const v1::CustomerFilter& filter,
                                          const ListScope& scope, int limit)
{
    return bestOf(call, {query, filter, scope, limit});
}

std::vector<std::int64_t> searchAllNames(Call& call, const SearchQuery& query, int limit)
{
    const v1::CustomerFilter everything;
    ListScope company;
    company.all = true;
    return bestOf(call, {query, everything, company, limit, true});
}

} // namespace banhang::server
