#include "server/activities/activity_list_store.h"

#include <google/protobuf/util/time_util.h>

#include "server/activities/activity_access.h"
#include "server/core/database/composed_query.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

bool asksForPlanned(const v1::ActivityFilter& filter)
{
    return filter.states_size() == 1 && filter.states(0) == v1::ACTIVITY_STATE_PLANNED;
}

bool isPlannedOnly(const v1::ActivityFilter& filter)
{
    return filter.callbacks_only() || asksForPlanned(filter);
}

/// The longest stretch that a calendar shows at once, and some more.
constexpr std::int64_t kStretchSeconds = 62LL * 24 * 60 * 60;

/// Puts a list's statement together: one shape for each kind of people and scope, since they decide the plan. What
/// chooses an index that is there for few rows stands in the text; values travel as parameters.
class ActivityListSql
{
public:
    ActivityListSql(Call& call, const v1::ActivityFilter& filter, bool descending,
                    const std::optional<ActivityPlace>& from, int limit)
        : m_call(call),
          m_filter(filter),
          m_up(!descending),
          m_limit(m_query.bind(limit, "bigint")),
          m_conditions(conditions())
    {
        if (from) {
            m_key = m_query.bind(from->key, "timestamptz");
            m_id = m_query.bind(from->id, "bigint");
        }
        if (filter.has_from_time())
            m_from = m_query.bind(TimeUtil::ToString(filter.from_time()), "timestamptz");
        if (filter.has_to_time())
            m_to = m_query.bind(TimeUtil::ToString(filter.to_time()), "timestamptz");
    }

    Rows run(Tx& tx)
    {
        const std::string sql = m_filter.user_ids().empty() ? byScope() : byPeople(given(m_filter.user_ids()));
        return m_query.run(tx, "SELECT DISTINCT ON (p.key, p.id) p.key, p.id, p.key::text FROM (" + sql +
                                   ") AS p ORDER BY p.key" + direction() + ", p.id" + direction() + " LIMIT " +
                                   m_limit);
    }

private:
    const char* direction() const { return m_up ? "" : " DESC"; }

    /// On the activity itself.
    std::string conditions()
    {
        const auto any = [this](const char* column, const auto& values, const char* type) {
            return values.empty()
                       ? std::string()
                       : std::string(" AND ") + column + " = ANY (" + m_query.bind(given(values), type) + ")";
        };
        std::string sql = any("a.kind", m_filter.kinds(), "smallint[]");
        // What is planned is asked for elsewhere: said twice, the planner would expect a twentieth of it.
        if (!asksForPlanned(m_filter))
            sql += any("a.state", m_filter.states(), "smallint[]");
        sql += any("a.channel_key", m_filter.channel_keys(), "text[]");
        if (m_filter.callbacks_only())
            sql += " AND a.is_callback";
        // What is to come and what is over have an index each.
        if (m_filter.customer_id() != 0)
            sql += " AND a.customer_id = " + m_query.bind(m_filter.customer_id(), "bigint") +
                   " AND (a.state = 1 OR a.state <> 1)";
        return sql;
    }

    /// Keyset and stretch. Nothing lasts longer than 31 days, which bounds the range of the index; how many are over by
    /// then the planner shall not multiply with it, since what begins later is over later. What has no end is over as
    /// it begins, so it is in the stretch also at its first moment.
    std::string range(const std::string& row, const char* id) const
    {
        std::string sql;
        if (!m_id.empty())
            sql = " AND (" + row + ".sort_at, " + row + "." + id + ") " + (m_up ? ">" : "<") + " (" + m_key + ", " +
                  m_id + ")";
        if (!m_from.empty())
            sql += " AND (" + row + ".over_at + interval '0' > " + m_from + " OR " + row + ".sort_at = " + m_from +
                   ") AND " + row + ".sort_at > " + m_from + " - interval '32 days'";
        if (!m_to.empty())
            sql += " AND " + row + ".sort_at < " + m_to;
        return sql;
    }

    std::string tail(const std::string& row, const char* id) const
    {
        return " ORDER BY " + row + ".sort_at" + direction() + ", " + row + "." + id + direction() + " LIMIT " +
               m_limit;
    }

    /// Whether all entries of these people may be put in order at once.
    bool isStretch() const
    {
        return m_filter.has_from_time() && m_filter.has_to_time() &&
               m_filter.to_time().seconds() - m_filter.from_time().seconds() <= kStretchSeconds;
    }

    std::string byPeople(const std::optional<std::vector<std::int64_t>>& people)
    {
        const std::string everybody = "unnest(" + m_query.bind(people, "bigint[]") + ") AS u (person)";
        const std::string entries = " WHERE p.user_id = u.person AND " +
                                    std::string(m_filter.deleted() ? "p.is_binned" : "NOT p.is_binned") +
                                    (isPlannedOnly(m_filter) ? " AND p.is_open" : "") +
                                    (m_filter.owned_only() ? " AND p.is_owner" : "") + range("p", "activity_id");
        const std::string entry = "SELECT p.activity_id AS id, p.sort_at AS key FROM banhang.activity_person p";
        // The index alone gives the entries of a stretch in order; then activities are looked at until the page is
        // full.
        if (isStretch())
            return "SELECT m.key, m.id FROM (SELECT l.key, l.id FROM " + everybody + " CROSS JOIN LATERAL (" + entry +
                   entries + ") AS l ORDER BY l.key" + direction() + ", l.id" + direction() +
                   " OFFSET 0) AS m CROSS JOIN LATERAL (SELECT FROM banhang.activity a WHERE a.id = m.id" +
                   m_conditions + " OFFSET 0) AS a";
        return "SELECT l.key, l.id FROM " + everybody + " CROSS JOIN LATERAL (" + entry +
               " JOIN banhang.activity a ON a.id = p.activity_id" + entries + m_conditions + tail("p", "activity_id") +
               ") AS l";
    }

    std::string byScope()
    {
        const UnitSet& seen = m_call.caller.units(kViewActivity);
        if (seen.all)
            return ofScope("true");
        std::string sql = "SELECT s.key, s.id FROM unnest(" + m_query.bind(seen.leaves, "bigint[]") +
                          ") AS u (leaf) CROSS JOIN LATERAL (" + ofScope("a.unit_id = u.leaf") + ") AS s";
        if (!m_filter.owned_only())
            sql += " UNION ALL (" + byPeople(std::vector<std::int64_t>{m_call.caller.userId}) + ")";
        return sql;
    }

    std::string ofScope(const char* where) const
    {
        return std::string("SELECT a.id, a.sort_at AS key FROM banhang.activity a WHERE ") + where +
               (m_filter.deleted() ? " AND a.deleted_at IS NOT NULL" : " AND a.deleted_at IS NULL") +
               (isPlannedOnly(m_filter) ? " AND a.state = 1" : "") + range("a", "id") + m_conditions + tail("a", "id");
    }

    Call& m_call;
    const v1::ActivityFilter& m_filter;
    bool m_up;
    ComposedQuery m_query;
    std::string m_limit;
    std::string m_conditions;
    std::string m_key;
    std::string m_id;
    std::string m_from;
    std::string m_to;
};

} // namespace

std::vector<ActivityPlace> listActivityPlaces(Call& call, const v1::ActivityFilter& filter, bool descending,
                                              const std::optional<ActivityPlace>& from, int limit)
{
    std::vector<ActivityPlace> places;
    const Rows rows = ActivityListSql(call, filter, descending, from, limit).run(call.tx);
    for (const Row row : rows)
        places.push_back({row.string(2), row.int64(1)});
    return places;
}

} // namespace banhang::server
