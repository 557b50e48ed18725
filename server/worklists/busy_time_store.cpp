#include "server/worklists/busy_time_store.h"

#include "server/core/database/timestamp_text.h"

namespace banhang::server {

namespace {

/// Nothing lasts longer than 31 days, which bounds the range of the index for each person.
constexpr Statement kBusy{"SELECT u.person, p.sort_at, p.over_at FROM unnest($1::bigint[]) AS u (person)"
                          " JOIN banhang.activity_person p ON p.user_id = u.person"
                          " WHERE p.is_open AND NOT p.is_binned AND p.takes_time AND p.sort_at < $3::timestamptz"
                          " AND p.sort_at > $2::timestamptz - interval '32 days' AND p.over_at > $2::timestamptz"};

} // namespace

std::map<std::int64_t, std::vector<Stretch>> busyTimes(Call& call, const std::vector<std::int64_t>& userIds,
                                                       const Stretch& stretch)
{
    std::map<std::int64_t, std::vector<Stretch>> busy;
    const Rows rows = call.tx.query(kBusy, userIds, timestampOfMicros(stretch.begin), timestampOfMicros(stretch.end));
    for (const Row row : rows)
        busy[row.int64(0)].push_back({microsOfTimestamp(row.text(1)), microsOfTimestamp(row.text(2))});
    return busy;
}

} // namespace banhang::server
