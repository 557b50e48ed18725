#include "server/activities/clash_store.h"

#include <google/protobuf/util/time_util.h>

#include "server/activities/activity_row.h"
#include "server/activities/activity_rules.h"
#include "server/activities/free_time_rules.h"
#include "server/core/database/timestamp_text.h"

namespace banhang::server {

using google::protobuf::util::TimeUtil;

namespace {

constexpr int kMaxClashes = 20;

/// $1 people; $2 to $8 as in BANHANG_ACTIVITY_SEEN; $9 the activity itself, $10 and $11 its time, $12 how many. Nothing
/// lasts longer than 31 days, which bounds the range of the index.
constexpr Statement kClashes{
    "SELECT busy.user_id, a.id, coalesce(a.title, ''), busy.begins, busy.ends FROM ("
    "SELECT p.user_id, p.activity_id, p.sort_at, (extract(epoch FROM p.sort_at) * 1000000)::bigint AS begins,"
    " (extract(epoch FROM p.over_at) * 1000000)::bigint AS ends FROM unnest($1::bigint[]) AS person (id)"
    " JOIN banhang.activity_person p ON p.user_id = person.id AND p.is_open AND NOT p.is_binned AND p.takes_time"
    " AND p.sort_at < $11::timestamptz AND p.sort_at > $10::timestamptz - interval '32 days'"
    " AND p.over_at > $10::timestamptz AND p.activity_id <> $9"
    " ORDER BY p.sort_at, p.activity_id, p.user_id LIMIT $12) AS busy"
    " LEFT JOIN (" BANHANG_ACTIVITY_SOURCE ") ON a.id = busy.activity_id AND " BANHANG_ACTIVITY_SEEN
    " ORDER BY busy.sort_at, busy.activity_id, busy.user_id"};

constexpr Statement kBusy{
    "SELECT (extract(epoch FROM p.sort_at) * 1000000)::bigint, (extract(epoch FROM p.over_at) * 1000000)::bigint"
    " FROM banhang.activity_person p"
    " WHERE p.user_id = ANY ($1::bigint[]) AND p.is_open AND NOT p.is_binned AND p.takes_time AND p.activity_id <> $2"
    " AND p.sort_at < $4::timestamptz AND p.sort_at > $3::timestamptz - interval '32 days'"
    " AND p.over_at > $3::timestamptz"};

bool takesTime(const v1::Activity& activity)
{
    return activity.has_start_time() && activity.has_end_time() && activity.state() <= v1::ACTIVITY_STATE_PLANNED &&
           !activity.has_delete_time();
}

std::int64_t micros(const google::protobuf::Timestamp& moment)
{
    return TimeUtil::TimestampToMicroseconds(moment);
}

} // namespace

std::vector<v1::Clash> findClashes(Call& call, const v1::Activity& activity)
{
    std::vector<v1::Clash> clashes;
    if (!takesTime(activity))
        return clashes;
    Params params = activitySeenBy(call.caller, peopleOf(activity));
    params.add(activity.id());
    params.add(TimeUtil::ToString(activity.start_time()));
    params.add(TimeUtil::ToString(activity.end_time()));
    params.add(kMaxClashes);
    const Rows rows = call.tx.run(kClashes, params);
    for (const Row row : rows) {
        v1::Clash& clash = clashes.emplace_back();
        clash.set_user_id(row.int64(0));
        clash.set_activity_id(row.isNull(1) ? 0 : row.int64(1));
        clash.set_title(row.string(2));
        *clash.mutable_start_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(3));
        *clash.mutable_end_time() = TimeUtil::MicrosecondsToTimestamp(row.int64(4));
    }
    return clashes;
}

std::optional<google::protobuf::Timestamp> freeStart(Call& call, const v1::Activity& activity)
{
    if (!takesTime(activity))
        return std::nullopt;
    const std::int64_t start = micros(activity.start_time());
    const Stretch hours = officeHours(start);
    std::vector<Stretch> busy;
    const Rows rows = call.tx.query(kBusy, peopleOf(activity), activity.id(), timestampOfMicros(hours.begin),
                                    timestampOfMicros(hours.end));
    for (const Row row : rows)
        busy.push_back({row.int64(0), row.int64(1)});
    const auto free = nearestFree(busy, hours, start, micros(activity.end_time()) - start);
    if (!free)
        return std::nullopt;
    return TimeUtil::MicrosecondsToTimestamp(*free);
}

} // namespace banhang::server
