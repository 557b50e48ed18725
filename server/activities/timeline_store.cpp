#include "server/activities/timeline_store.h"

#include "server/activities/timeline_text.h"
#include "server/core/database/composed_query.h"

namespace banhang::server {

namespace {

constexpr Statement kPlaceOf{"SELECT a.state = 1, a.sort_at::text FROM banhang.activity a"
                             " WHERE a.customer_id = $1 AND a.id = $2 AND a.deleted_at IS NULL"};

constexpr Statement kLastAgreed{
    "SELECT a.id FROM banhang.activity a"
    " WHERE a.customer_id = $1 AND a.deleted_at IS NULL AND a.state <> 1 AND a.state = 2 AND a.kind = 1"
    " AND (a.result <> '' OR a.goal <> '' OR EXISTS (SELECT FROM banhang.activity n WHERE n.previous_id = a.id"
    " AND n.deleted_at IS NULL)) ORDER BY a.sort_at DESC, a.id DESC LIMIT 1"};

/// One half of a timeline, in one direction.
class TimelineSql
{
public:
    TimelineSql(const v1::ListTimelineRequest& wanted, bool isOpen, bool backwards)
        : m_words(timelineQuery(wanted.query())), m_isOpen(isOpen), m_up(isOpen != backwards)
    {
        m_customer = m_query.bind(wanted.customer_id(), "bigint");
        if (!wanted.kinds().empty())
            m_conditions +=
                " AND a.kind = ANY (" +
                m_query.bind(std::vector<std::int64_t>(wanted.kinds().begin(), wanted.kinds().end()), "smallint[]") +
                ")";
        if (!wanted.channel_keys().empty())
            m_conditions +=
                " AND a.channel_key = ANY (" +
                m_query.bind(std::vector<std::string>(wanted.channel_keys().begin(), wanted.channel_keys().end()),
                             "text[]") +
                ")";
        if (wanted.user_id() != 0)
            m_conditions +=
                " AND EXISTS (SELECT FROM banhang.activity_person p WHERE p.activity_id = a.id AND p.user_id = " +
                m_query.bind(wanted.user_id(), "bigint") + " OFFSET 0)";
    }

    std::vector<TimelinePlace> run(Call& call, const std::optional<TimelinePlace>& from, int limit)
    {
        const std::string sql = m_words.empty() ? ofActivities(from) : ofTexts(from);
        const Rows rows = m_query.run(call.tx, sql + " LIMIT " + m_query.bind(limit, "bigint"));
        std::vector<TimelinePlace> places;
        for (const Row row : rows)
            places.push_back({m_isOpen, row.string(0), row.int64(1)});
        return places;
    }

private:
    std::string ofActivities(const std::optional<TimelinePlace>& from)
    {
        return "SELECT a.sort_at::text, a.id FROM banhang.activity a WHERE a.customer_id = " + m_customer +
               " AND a.deleted_at IS NULL AND a.state " + (m_isOpen ? "= 1" : "<> 1") + m_conditions +
               ordered("a.sort_at", "a.id", from);
    }

    /// Through the thin table; what matches is then looked at under the policy.
    std::string ofTexts(const std::optional<TimelinePlace>& from)
    {
        std::string sql = "SELECT s.sort_at::text, a.id FROM banhang.activity_search s"
                          " JOIN banhang.activity a ON a.id = s.activity_id AND a.deleted_at IS NULL"
                          " WHERE s.customer_id = " +
                          m_customer + " AND s.is_open = " + (m_isOpen ? "true" : "false") + m_conditions;
        for (const std::string& pattern : m_words.marked)
            sql += " AND s.marked_text LIKE " + m_query.bind(pattern, "text");
        for (const std::string& pattern : m_words.folded)
            sql += " AND s.folded_text LIKE " + m_query.bind(pattern, "text");
        return sql + ordered("s.sort_at", "s.activity_id", from);
    }

    std::string ordered(const std::string& key, const std::string& id, const std::optional<TimelinePlace>& from)
    {
        std::string sql;
        if (from)
            sql = " AND (" + key + ", " + id + ") " + (m_up ? ">" : "<") + " (" +
                  m_query.bind(from->key, "timestamptz") + ", " + m_query.bind(from->id, "bigint") + ")";
        const std::string direction = m_up ? "" : " DESC";
        return sql + " ORDER BY " + key + direction + ", " + id + direction;
    }

    const TimelineQuery m_words;
    const bool m_isOpen;
    const bool m_up;
    ComposedQuery m_query;
    std::string m_customer;
    std::string m_conditions;
};

} // namespace

std::vector<TimelinePlace> timelinePlaces(Call& call, const v1::ListTimelineRequest& wanted,
                                          const std::optional<TimelinePlace>& from, bool backwards, int limit)
{
    // What is planned is read first, or last when reading backwards.
    const bool isFirstHalf = from ? from->isOpen : !backwards;
    std::vector<TimelinePlace> places = TimelineSql(wanted, isFirstHalf, backwards).run(call, from, limit);
    const int missing = limit - static_cast<int>(places.size());
    if (missing == 0 || isFirstHalf == backwards)
        return places;
    for (TimelinePlace& place : TimelineSql(wanted, !isFirstHalf, backwards).run(call, std::nullopt, missing))
        places.push_back(std::move(place));
    return places;
}

std::optional<TimelinePlace> timelinePlaceOf(Call& call, std::int64_t customerId, std::int64_t activityId)
{
    const Rows rows = call.tx.query(kPlaceOf, customerId, activityId);
    if (rows.empty())
        return std::nullopt;
    return TimelinePlace{rows.front().boolean(0), rows.front().string(1), activityId};
}

std::int64_t lastAgreedTalk(Call& call, std::int64_t customerId)
{
    const Rows rows = call.tx.query(kLastAgreed, customerId);
    return rows.empty() ? 0 : rows.front().int64(0);
}

} // namespace banhang::server
