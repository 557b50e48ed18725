#include "server/activities/report_store.h"

#include "server/activities/activity_access.h"
#include "server/core/database/row_columns.h"

namespace banhang::server {

namespace {

constexpr Statement kPeople{"SELECT u.id, u.unit_id FROM banhang.app_user u"
                            " WHERE CASE WHEN cardinality($1::bigint[]) > 0 THEN u.id = ANY ($1::bigint[])"
                            " ELSE u.active AND ($2 OR u.unit_id = ANY ($3::bigint[])) END ORDER BY u.id LIMIT $4"};

/// $1 people, $2 and $3 days. Over is what GetWorkday calls overdue.
constexpr Statement kSummaries{
    "SELECT p.user_id, (p.sort_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, a.kind, a.channel_key,"
    " count(*) FILTER (WHERE a.state = 1 AND NOT late.is_late), count(*) FILTER (WHERE a.state = 2),"
    " count(*) FILTER (WHERE a.state = 3), count(*) FILTER (WHERE a.state = 1 AND late.is_late),"
    " coalesce(sum(a.duration_seconds) FILTER (WHERE a.state = 2), 0)::bigint"
    " FROM unnest($1::bigint[]) AS person (id)"
    " JOIN banhang.activity_person p ON p.user_id = person.id AND p.is_owner AND NOT p.is_binned"
    " AND p.sort_at >= $2::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"
    " AND p.sort_at < $3::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"
    " JOIN banhang.activity a ON a.id = p.activity_id"
    " CROSS JOIN LATERAL (SELECT CASE WHEN p.is_timed THEN p.over_at < now() - interval '15 minutes'"
    " ELSE p.over_at <= date_trunc('day', now() AT TIME ZONE 'Asia/Ho_Chi_Minh') AT TIME ZONE 'Asia/Ho_Chi_Minh'"
    " END AS is_late) AS late"
    " WHERE a.state <> 4 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"};

} // namespace

std::vector<ReportPerson> reportPeople(Call& call, const std::vector<std::int64_t>& userIds, int limit)
{
    const UnitSet& seen = call.caller.units(kViewActivity);
    std::vector<ReportPerson> people;
    const Rows rows = call.tx.query(kPeople, userIds, seen.all, seen.leaves, limit);
    for (const Row row : rows)
        people.push_back({row.int64(0), row.int64(1)});
    return people;
}

std::vector<v1::ActivitySummary> summarize(Call& call, const std::vector<std::int64_t>& userIds,
                                           const std::string& first, const std::string& end)
{
    std::vector<v1::ActivitySummary> summaries;
    const Rows rows = call.tx.query(kSummaries, userIds, first, end);
    for (const Row row : rows) {
        RowColumns columns(row);
        v1::ActivitySummary& summary = summaries.emplace_back();
        summary.set_user_id(columns.id());
        columns.day([&] { return summary.mutable_day(); });
        summary.set_kind(columns.named<v1::ActivityKind>());
        summary.set_channel_key(columns.text());
        summary.set_planned(static_cast<int>(columns.id()));
        summary.set_done(static_cast<int>(columns.id()));
        summary.set_missed(static_cast<int>(columns.id()));
        summary.set_forgotten(static_cast<int>(columns.id()));
        summary.set_duration_seconds(columns.id());
    }
    return summaries;
}

} // namespace banhang::server
