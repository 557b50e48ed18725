#include "server/worklists/busy_time_store.h"

#include <google/protobuf/util/time_util.h>

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

/// Nothing lasts longer than 31 days, which bounds the range of the index.
constexpr Statement kBusy{
    "SELECT (extract(epoch FROM p.sort_at) * 1000000)::bigint, (extract(epoch FROM p.over_at) * 1000000)::bigint"
    " FROM banhang.activity_person p"
    " WHERE p.user_id = $1 AND p.is_open AND NOT p.is_binned AND p.takes_time AND p.sort_at < $3::timestamptz"
    " AND p.sort_at > $2::timestamptz - interval '32 days' AND p.over_at > $2::timestamptz"};

std::string iso(std::int64_t micros)
{
    return TimeUtil::ToString(TimeUtil::MicrosecondsToTimestamp(micros));
}

} // namespace

std::vector<Stretch> busyTimes(Call& call, std::int64_t userId, const Stretch& stretch)
{
    std::vector<Stretch> busy;
    const Rows rows = call.tx.query(kBusy, userId, iso(stretch.begin), iso(stretch.end));
    for (const Row row : rows)
        busy.push_back({row.int64(0), row.int64(1)});
    return busy;
}

} // namespace banhang::server
